package pullquote.batch;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import pullquote.analysis.Analyzer;
import pullquote.dispatch.DispatchSettings;

/**
 * Loads the models and tables of the analysis while the batch is still being planned: on a second core that takes no
 * time, and a night with nothing new loads none.
 */
final class AnalyzerLoader {
    private final DispatchSettings settings;
    private @Nullable CompletableFuture<Analyzer> analyzer;

    AnalyzerLoader(DispatchSettings settings) {
        this.settings = settings;
    }

    /** Begins to load, unless it has begun. */
    void begin() {
        CompletableFuture<Analyzer> unused = loading();
    }

    /** {@return the analysis, as soon as it is loaded} */
    Analyzer get() {
        return loading().join();
    }

    private synchronized CompletableFuture<Analyzer> loading() {
        CompletableFuture<Analyzer> loading = analyzer;
        if (loading == null) {
            loading = CompletableFuture.supplyAsync(() -> Analyzer.english(settings), AnalyzerLoader::start);
            analyzer = loading;
        }
        return loading;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "load-analysis");
        thread.setDaemon(true);
        thread.start();
    }
}
