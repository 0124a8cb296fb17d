package pullquote.cli;

/** The process's exit codes, as users' cron jobs know them. */
final class ExitCode {
    /** Done, or nothing to do. */
    static final int OK = 0;
    /** The job failed; what was published before stands. */
    static final int FAILED = 1;
    /** Wrong usage or an invalid job file. */
    static final int USAGE = 2;
    /** Published, but more records were rejected than the job file allows. */
    static final int TOO_MANY_REJECTED = 3;
    /** The input is missing, or not all of it is there, or it is too old. */
    static final int INPUT_MISSING = 4;
    /** Another run holds this output (EX_TEMPFAIL of sysexits.h). */
    static final int BUSY = 75;
    /** Stopped by a signal: its number is added. */
    static final int SIGNALLED = 128;
    /** Stopped by Ctrl-C. */
    static final int INTERRUPTED = 130;
    /** Stopped by SIGTERM. */
    static final int TERMINATED = 143;

    private ExitCode() {}
}
