package pullquote.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Speed of finding and normalising time expressions on one thread. One operation is a body of {@code megabytes}: the
 * rate in MB/s is the score times that; both sizes giving the same rate shows that time grows with the length alone. Run
 * with {@code ./mvnw -Pjmh -DskipTests verify -Dbenchmark=pullquote.time.TimexBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TimexBenchmark {
    private static final String STORY =
            """
            PORT ALDER, Sept. 27 (Wire) -- The harbour board said on Wednesday it would close the north pier next week,
            two years after a storm tore away part of its roof. The board had planned the works for early 2016 but ran
            out of money in the third quarter of that year.
               "We will be done by Nov. 15," said Dana Ortiz, who has led the board since August. She told reporters
            that the ferry, which sails every Thursday, will use the south pier from Monday until the end of the month.
               Traders near the market hall were doubtful. One of them recalled that a similar promise, made in the
            winter of 1994, was kept nearly three years later, and that the gate had stayed shut for months.
            """;

    @Param({"1", "4"})
    int megabytes;

    private TimexTagger tagger;
    private String body;
    private ReferenceTime filed;

    @Setup
    public void setUp() {
        tagger = TimexTagger.english();
        body = STORY.repeat(megabytes * 1_000_000 / STORY.length());
        filed = ReferenceTime.of(LocalDate.of(2017, 9, 27), ReferenceTime.Origin.DATELINE);
    }

    @Benchmark
    public List<Timex3> tag() {
        return tagger.tag(body, filed);
    }

    public static void main(String[] args) throws RunnerException {
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(TimexBenchmark.class.getSimpleName())
                        .build())
                .run()) {
            double size = Double.parseDouble(result.getParams().getParam("megabytes"));
            System.out.printf(
                    Locale.ROOT,
                    "time expressions, %.0f MB: %.1f MB/s%n",
                    size,
                    size * result.getPrimaryResult().getScore());
        }
    }
}
