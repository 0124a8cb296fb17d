package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import pullquote.report.Counters;

class HelpersTest {
    private final Thread own = Thread.currentThread();

    @Test
    void aWorkerWithoutASplitHelps() throws Exception {
        try (Helpers helpers = new Helpers(2, new Counters().times())) {
            helpers.splitBegins();
            CountDownLatch go = new CountDownLatch(1);
            Future<Thread> helped = helpers.submit(() -> {
                go.await();
                return Thread.currentThread();
            });
            Future<Thread> second = helpers.submit(Thread::currentThread);
            go.countDown();

            assertThat(helped.get()).isNotSameAs(own);
            assertThat(second.get()).as("no third worker").isSameAs(own);
        }
    }

    @Test
    void noOneHelpsWhenAllHaveSplits() throws Exception {
        try (Helpers helpers = new Helpers(2, new Counters().times())) {
            helpers.splitBegins();
            helpers.splitBegins();
            assertThat(helpers.submit(Thread::currentThread).get()).isSameAs(own);

            helpers.splitEnds();
            assertThat(helpers.submit(Thread::currentThread).get()).isNotSameAs(own);
        }
    }

    @Test
    void aFaultIsTheCallersWhoeverMetIt() {
        try (Helpers helpers = new Helpers(1, new Counters().times())) {
            helpers.splitBegins();
            Future<Object> failed = helpers.submit(() -> {
                throw new IllegalStateException("a fault");
            });

            assertThatThrownBy(failed::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("a fault");
        }
    }
}
