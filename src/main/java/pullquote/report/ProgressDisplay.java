package pullquote.report;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows how far a run has come: a bar with rate and remaining time on a terminal, elsewhere a line every ten seconds.
 *
 * <p>The line: {@code 12,345 records, 38.2 of 120.0 MB (31 %), 4.1 MB/s, about 20 s left}
 */
public final class ProgressDisplay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("pullquote");
    private static final long MEGABYTE = 1 << 20;
    private static final int SECONDS = 10;

    private final Counters counters;
    private final ScheduledExecutorService timer;
    private final long startedAt = System.nanoTime();
    private final boolean terminal;
    private @Nullable ProgressBar bar;

    private ProgressDisplay(Counters counters, boolean terminal) {
        this.counters = counters;
        this.terminal = terminal;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** {@return the display, showing what the counters count until it is closed} */
    public static ProgressDisplay start(Counters counters) {
        ProgressDisplay display = new ProgressDisplay(counters, System.getenv("TERM") != null && isTerminal());
        long millis = display.terminal ? 250 : SECONDS * 1000L;
        ScheduledFuture<?> unused =
                display.timer.scheduleAtFixedRate(display::show, millis, millis, TimeUnit.MILLISECONDS);
        return display;
    }

    /** The launcher tells, for it alone knows where standard error leads. */
    private static boolean isTerminal() {
        return Boolean.getBoolean("pullquote.terminal");
    }

    private synchronized void show() {
        long total = counters.plannedBytes();
        if (total == 0) {
            return;
        }
        if (!terminal) {
            LOG.info("{}", line(total));
            return;
        }
        ProgressBar open = bar;
        if (open == null) {
            open = new ProgressBarBuilder()
                    .setTaskName("extract")
                    .setInitialMax(total)
                    .setUnit(" MB", MEGABYTE)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .build();
            bar = open;
        }
        open.stepTo(counters.bytes());
        open.setExtraMessage(String.format(Locale.ROOT, " %,d records", counters.records()));
    }

    private String line(long total) {
        double seconds = Math.max(0.001, (System.nanoTime() - startedAt) / 1e9);
        double rate = counters.bytes() / seconds;
        Duration left = Duration.ofSeconds(rate < 1 ? 0 : (long) ((total - counters.bytes()) / rate));
        return String.format(
                Locale.ROOT,
                "%,d records, %.1f of %.1f MB (%d %%), %.1f MB/s, about %d s left",
                counters.records(),
                counters.bytes() / (double) MEGABYTE,
                total / (double) MEGABYTE,
                100 * counters.bytes() / total,
                rate / MEGABYTE,
                left.toSeconds());
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
        ProgressBar open = bar;
        if (open != null) {
            open.stepTo(counters.bytes());
            open.close();
        }
    }
}
