package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.InvalidField;

/** Text of one line that can be stored and shown anywhere. */
final class PlainText {

    private static final String CONTROL_CHARACTERS = "There are control characters in it.";

    private PlainText() {}

    /** Throws {@link InvalidField} if there are control characters or halves of surrogate pairs in it. */
    static String require(String field, String text) {
        if (text.codePoints().anyMatch(PlainText::isNoText)) {
            throw new InvalidField(field, CONTROL_CHARACTERS);
        }
        return text;
    }

    /** The same for a parameter of the address. */
    static String requireParameter(String parameter, String text) {
        if (text.codePoints().anyMatch(PlainText::isNoText)) {
            throw InvalidField.parameter(parameter, CONTROL_CHARACTERS);
        }
        return text;
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
