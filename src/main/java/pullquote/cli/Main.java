package pullquote.cli;

/** The command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("pullquote");
    }
}
