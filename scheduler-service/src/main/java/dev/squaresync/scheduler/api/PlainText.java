package dev.squaresync.scheduler.api;

/** Text of one line that can be stored and shown anywhere. */
final class PlainText {

    private PlainText() {}

    /** Throws {@link InvalidField} if there are control characters or halves of surrogate pairs in it. */
    static String require(String field, String text) {
        if (text.codePoints().anyMatch(PlainText::isNoText)) {
            throw new InvalidField(field, "There are control characters in it.");
        }
        return text;
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
