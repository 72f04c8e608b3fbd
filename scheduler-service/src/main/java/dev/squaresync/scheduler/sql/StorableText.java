package dev.squaresync.scheduler.sql;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL can hold as text: everything but NUL and halves of surrogate pairs, which U+FFFD replaces. */
public final class StorableText {

    private static final int REPLACEMENT = 0xFFFD;

    private StorableText() {}

    public static boolean isStorable(String text) {
        return text.codePoints().allMatch(StorableText::isStorable);
    }

    public static String of(String text) {
        if (isStorable(text)) {
            return text;
        }
        return text.codePoints()
                .map(character -> isStorable(character) ? character : REPLACEMENT)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** @param longest in characters; what is longer ends in … there */
    public static String of(String text, int longest) {
        return of(text.length() <= longest ? text : text.substring(0, longest - 1) + "…");
    }

    public static @Nullable String ofNullable(@Nullable String text, int longest) {
        return text == null ? null : of(text, longest);
    }

    private static boolean isStorable(int character) {
        return character != 0 && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }
}
