package dev.squaresync.notifier.report;

import java.util.regex.Pattern;

/**
 * Text from outside, such as a failure's detail, made safe for a place that holds one line: no line breaks, which would begin a
 * new header or a forged line, no control characters, and nothing that turns the direction of the text around it.
 */
public final class OneLine {

    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\p{Cs}]+");

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private OneLine() {}

    public static String of(String text) {
        String safe = UNSAFE.matcher(text).replaceAll(" ");
        return SPACES.matcher(safe).replaceAll(" ").strip();
    }

    /** At most so many characters, cut with an ellipsis. */
    public static String of(String text, int longest) {
        String line = of(text);
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }
}
