package dev.squaresync.cli.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What one look has found.
 *
 * @param check what was looked at, in a few words
 * @param sentence what was found
 * @param advice what to do; null: nothing
 */
public record Finding(
        Level level,
        String check,
        String sentence,
        @Nullable String advice) {

    public static Finding ok(String check, String sentence) {
        return new Finding(Level.OK, check, sentence, null);
    }

    public static Finding notChecked(String check, String sentence, @Nullable String advice) {
        return new Finding(Level.NOT_CHECKED, check, sentence, advice);
    }

    public static Finding warning(String check, String sentence, String advice) {
        return new Finding(Level.WARNING, check, sentence, advice);
    }

    public static Finding problem(String check, String sentence, String advice) {
        return new Finding(Level.PROBLEM, check, sentence, advice);
    }
}
