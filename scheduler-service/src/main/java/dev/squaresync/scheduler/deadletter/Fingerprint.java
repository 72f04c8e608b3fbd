package dev.squaresync.scheduler.deadletter;

import dev.squaresync.messaging.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what a dead letter is known again: its content and its queue, not why it died. A replay changes neither, so the next death
 * of a replayed message is known as well.
 */
final class Fingerprint {

    /** A fetched page is Square's reply; what tells it from another with the same reply stands in this header. */
    private static final String PAGE_HEADER = "square-sync-page";

    private Fingerprint() {}

    /** 64 hexadecimal digits. The texts must be storable: a NUL ends each. */
    static String of(DeadLetter letter) {
        MessageDigest digest = sha256();
        add(digest, letter.queue());
        add(digest, letter.wireType() == null ? "" : letter.wireType());
        add(digest, letter.headers().getOrDefault(PAGE_HEADER, ""));
        digest.update(letter.body());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
