package pullquote.batch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.task.AsyncTaskExecutor;
import pullquote.report.StageTimes;

/**
 * Lets workers that have no split of their own analyse dispatches for those that have one: one long file, a night of a
 * single split and the last split of a batch keep all workers busy.
 *
 * <p>A sheaf for which no worker is free is analysed by the thread that brings it. Results are taken in the order in
 * which their sheaves were brought, so that rows do not depend on who did the work.
 */
final class Helpers implements AsyncTaskExecutor, AutoCloseable {
    private final int workers;
    private final StageTimes times;
    private final AtomicInteger busy = new AtomicInteger();
    private final ExecutorService pool = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "helper");
        thread.setDaemon(true);
        return thread;
    });

    Helpers(int workers, StageTimes times) {
        this.workers = workers;
        this.times = times;
    }

    /** A worker has taken a split. */
    void splitBegins() {
        busy.incrementAndGet();
    }

    /** A worker is done with its split. */
    void splitEnds() {
        busy.decrementAndGet();
    }

    @Override
    public void execute(Runnable task) {
        if (busy.getAndUpdate(n -> n < workers ? n + 1 : n) >= workers) {
            task.run();
            return;
        }
        pool.execute(() -> {
            try {
                times.begin();
                task.run();
            } finally {
                busy.decrementAndGet();
            }
        });
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
