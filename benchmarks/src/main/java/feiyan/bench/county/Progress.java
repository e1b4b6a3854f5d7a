package feiyan.bench.county;

import java.io.PrintStream;

/** What takes minutes says what it is at, so that whoever waits knows that it lives. */
@FunctionalInterface
public interface Progress {

    /** For what is made in seconds. */
    Progress QUIET = what -> {};

    void say(String what);

    /** One line each, behind the seconds since the first was asked for. */
    static Progress on(PrintStream out) {
        long began = System.nanoTime();
        return what -> out.printf("%5d s  %s%n", (System.nanoTime() - began) / 1_000_000_000L, what);
    }
}
