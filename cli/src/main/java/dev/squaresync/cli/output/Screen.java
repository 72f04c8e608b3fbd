package dev.squaresync.cli.output;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a command writes. What came from outside is stripped of control characters on its way, so that a name cannot steer the
 * terminal; colours are added after that.
 */
public final class Screen {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final boolean colours;

    /**
     * @param terminal a person sees {@code out}, and lines can be drawn again
     * @param colours only looked at on a terminal
     */
    public Screen(PrintStream out, PrintStream err, boolean terminal, boolean colours) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.colours = terminal && colours;
    }

    public boolean isTerminal() {
        return terminal;
    }

    /** Nobody reads any more, as after {@code | head}. */
    public boolean isClosed() {
        return out.checkError();
    }

    public void line(String text) {
        out.println(plain(text));
    }

    /** A line whose outside words went through {@link #plain} and {@link #state} before. */
    void readyLine(String text) {
        out.println(text);
    }

    /** Text exactly as it is, for scripts. */
    public void document(String json) {
        out.println(json);
    }

    public void error(String sentence) {
        err.println(plain(sentence));
    }

    /** Without a line's end; not on {@code out}, which may be a document. */
    void ask(String question) {
        err.print(plain(question));
        err.flush();
    }

    /** For help texts, which hold nothing from outside. */
    public PrintWriter writer() {
        return new PrintWriter(out, true);
    }

    static String plain(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    /** A state in its colour. */
    String state(String state, String shown) {
        if (!colours) {
            return shown;
        }
        int colour = switch (state.toUpperCase(Locale.ROOT)) {
            case "COMPLETED", "REPLAYED", "OK" -> 32;
            case "PARTIAL", "WARNING" -> 33;
            case "FAILED", "OPEN", "PROBLEM" -> 31;
            case "CANCELLED", "DISCARDED", "NOT CHECKED" -> 90;
            default -> 36;
        };
        return "\u001b[" + colour + "m" + shown + "\u001b[0m";
    }

    /** Goes back up so many lines and clears them, to draw them again. */
    void back(int lines) {
        if (lines > 0) {
            out.print("\u001b[" + lines + "A\u001b[J");
        }
    }

    void flush() {
        out.flush();
    }
}
