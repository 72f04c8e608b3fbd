package dev.squaresync.localstack.command;

import java.io.PrintStream;
import java.util.List;

/**
 * What is shown to a person, or written into a file when there is no terminal: on a terminal the last lines can be drawn
 * again and again.
 */
final class Screen {

    private static final String UP_AND_CLEAR = "\033[1A\033[2K";

    private final PrintStream out;
    private final boolean terminal;
    private int drawn;

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** The process's standard output. */
    static Screen standard() {
        String kind = System.getenv("TERM");
        return new Screen(System.out, System.console() != null && kind != null && !kind.equals("dumb"));
    }

    boolean isTerminal() {
        return terminal;
    }

    /** A line that stays, above the lines that are drawn again. */
    synchronized void line(String line) {
        erase();
        out.println(line);
        out.flush();
    }

    /** Draws these lines in place of those drawn before; without a terminal, nothing. */
    synchronized void draw(List<String> lines) {
        if (!terminal) {
            return;
        }
        erase();
        lines.forEach(out::println);
        out.flush();
        drawn = lines.size();
    }

    private void erase() {
        out.print(UP_AND_CLEAR.repeat(drawn));
        drawn = 0;
    }
}
