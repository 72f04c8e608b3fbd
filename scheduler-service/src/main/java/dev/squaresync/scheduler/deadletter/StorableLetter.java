package dev.squaresync.scheduler.deadletter;

import dev.squaresync.messaging.DeadLetter;
import dev.squaresync.scheduler.sql.StorableText;
import java.util.Map;
import java.util.TreeMap;

/** A dead letter whose texts PostgreSQL can hold; its body is kept as bytes and stays as it is. */
final class StorableLetter {

    private StorableLetter() {}

    static DeadLetter of(DeadLetter letter) {
        Map<String, String> headers = new TreeMap<>();
        letter.headers().forEach((name, value) -> headers.put(StorableText.of(name), StorableText.of(value)));
        String wireType = letter.wireType();
        return new DeadLetter(
                StorableText.of(letter.queue()),
                wireType == null ? null : StorableText.of(wireType),
                StorableText.of(letter.code()),
                StorableText.of(letter.reason()),
                letter.attempts(),
                headers,
                letter.body());
    }
}
