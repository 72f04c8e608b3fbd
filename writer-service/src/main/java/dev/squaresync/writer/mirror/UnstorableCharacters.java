package dev.squaresync.writer.mirror;

/** Characters that JSON can write and PostgreSQL's jsonb cannot hold: U+0000, and halves of surrogate pairs. */
final class UnstorableCharacters {

    private static final String REPLACEMENT = "\\ufffd";
    private static final int ESCAPE_LENGTH = 6;

    private UnstorableCharacters() {}

    /** The JSON with U+FFFD for each of them; the same JSON if it has none. */
    static String replacedIn(String json) {
        StringBuilder replaced = new StringBuilder(json.length());
        int position = 0;
        while (position < json.length()) {
            int length = length(json, position);
            if (isUnstorable(json, position, length)) {
                replaced.append(REPLACEMENT);
            } else {
                replaced.append(json, position, position + length);
            }
            position += length;
        }
        return replaced.toString();
    }

    /** Of the character at a position, with its escape; a pair of escaped surrogates is one character. */
    private static int length(String json, int position) {
        if (json.charAt(position) != '\\' || position + 1 == json.length()) {
            return 1;
        }
        if (json.charAt(position + 1) != 'u') {
            return 2;
        }
        boolean isPair = Character.isHighSurrogate(escaped(json, position))
                && json.startsWith("\\u", position + ESCAPE_LENGTH)
                && Character.isLowSurrogate(escaped(json, position + ESCAPE_LENGTH));
        return isPair ? 2 * ESCAPE_LENGTH : ESCAPE_LENGTH;
    }

    private static boolean isUnstorable(String json, int position, int length) {
        if (length != ESCAPE_LENGTH) {
            return false;
        }
        char character = escaped(json, position);
        return character == 0 || Character.isSurrogate(character);
    }

    private static char escaped(String json, int position) {
        return (char) Integer.parseInt(json, position + 2, position + ESCAPE_LENGTH, 16);
    }
}
