package dev.squaresync.scheduler.deadletter;

import dev.squaresync.messaging.DeadLetter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL can hold as text: everything but NUL and halves of surrogate pairs, which U+FFFD replaces. */
final class StorableText {

    private static final int REPLACEMENT = 0xFFFD;

    private StorableText() {}

    /** The same dead letter with storable texts; its body is kept as bytes and stays as it is. */
    static DeadLetter of(DeadLetter letter) {
        Map<String, String> headers = new TreeMap<>();
        letter.headers().forEach((name, value) -> headers.put(of(name), of(value)));
        return new DeadLetter(
                of(letter.queue()),
                nullable(letter.wireType()),
                of(letter.code()),
                of(letter.reason()),
                letter.attempts(),
                headers,
                letter.body());
    }

    static boolean isStorable(String text) {
        return text.codePoints().allMatch(StorableText::isStorable);
    }

    private static @Nullable String nullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    private static String of(String text) {
        if (isStorable(text)) {
            return text;
        }
        return text.codePoints()
                .map(character -> isStorable(character) ? character : REPLACEMENT)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static boolean isStorable(int character) {
        return character != 0 && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }
}
