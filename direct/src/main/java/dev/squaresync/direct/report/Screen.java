package dev.squaresync.direct.report;

import java.io.PrintStream;
import java.util.regex.Pattern;

/** Where a command writes. Control characters from outside are taken out, so that a name cannot steer the terminal. */
public final class Screen {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    /** @param terminal a person sees {@code err}, and lines can be drawn again */
    public Screen(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    boolean isTerminal() {
        return terminal;
    }

    public void line(String text) {
        out.println(plain(text));
    }

    /** Text exactly as it is, for scripts. */
    void document(String json) {
        out.println(json);
    }

    /** Beside what is asked for: progress, advice and failures. */
    public void note(String sentence) {
        err.println(plain(sentence));
    }

    /** Goes back up so many lines and clears them, to draw them again. */
    void back(int lines) {
        if (lines > 0) {
            err.print("\u001b[" + lines + "A\u001b[J");
        }
    }

    private static String plain(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
