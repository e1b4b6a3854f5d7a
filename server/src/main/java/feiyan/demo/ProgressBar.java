package feiyan.demo;

/** How far it is, on one line of the console; where nobody watches (a log, a pipe), nothing. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final String label;
    private final boolean watched;
    private int shown = -1;

    // JDK 25 went back to the console that is null where there is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    ProgressBar(String label) {
        this.label = label;
        var console = System.console();
        this.watched = console != null && console.isTerminal();
    }

    @SuppressWarnings("SystemOut") // The console is the page of whoever starts the server.
    void show(double part) {
        int percent = (int) (100 * Math.clamp(part, 0, 1));
        if (watched && percent != shown) {
            shown = percent;
            int filled = WIDTH * percent / 100;
            System.out.printf("\r%s [%s%s] %3d%%", label, "#".repeat(filled), ".".repeat(WIDTH - filled), percent);
            System.out.flush();
        }
    }

    @SuppressWarnings("SystemOut") // As above.
    void done() {
        if (watched) {
            show(1);
            System.out.println();
        }
    }
}
