package pullquote.cli;

import java.util.Map;
import org.jline.utils.Signals;

/** Notes which signal asks the process to stop, as its exit code is to say so: 130 for Ctrl-C, 143 for SIGTERM. */
final class StopSignal {
    private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);
    private static volatile int received;

    private StopSignal() {}

    /** From now on, a signal ends the process as it did before, with its shutdown hooks, but is known to them. */
    static void watch() {
        // where the Java machine keeps a signal for itself, nothing is registered and it ends the process as usual
        NUMBERS.forEach((name, number) -> Signals.register(name, () -> {
            received = number;
            Runtime.getRuntime().exit(ExitCode.SIGNALLED + number);
        }));
    }

    /** {@return whether the process was asked to stop} */
    static boolean isReceived() {
        return received != 0;
    }

    /** {@return the exit code of a process that was asked to stop; of another one, that of what it did} */
    static int exitCode(int otherwise) {
        int signal = received;
        return signal == 0 ? otherwise : ExitCode.SIGNALLED + signal;
    }
}
