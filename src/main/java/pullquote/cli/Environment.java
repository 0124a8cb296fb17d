package pullquote.cli;

import java.util.List;
import java.util.Map;

/** The variables of the environment that the program and its launcher know. */
final class Environment {
    private static final String PREFIX = "PULLQUOTE_";
    private static final List<String> KNOWN = List.of(
            "PULLQUOTE_HOME",
            "PULLQUOTE_INPUT",
            "PULLQUOTE_JAVA_OPTS",
            "PULLQUOTE_JOB",
            "PULLQUOTE_OUTPUT",
            "PULLQUOTE_SOURCE",
            "PULLQUOTE_STATE",
            "PULLQUOTE_SUMMARY",
            "PULLQUOTE_THREADS");

    private Environment() {}

    /** A misspelt variable would leave its setting as it is, and nobody would notice. */
    static void refuseUnknown(Map<String, String> environment) {
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !KNOWN.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new UsageException("expected one of " + KNOWN + " but found " + name + " in the environment"
                            + DidYouMean.hint(name, KNOWN));
                });
    }
}
