package dev.squaresync.scheduler.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what a request is known again.
 *
 * @param caller who sent it; another's key of the same name is another key
 * @param key as the caller chose it
 * @param asked what was asked, in words that are the same for the same request only
 */
public record RequestKey(String caller, String key, String asked) {

    String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(asked.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
