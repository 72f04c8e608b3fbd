package dev.squaresync.writer.mirror;

import dev.squaresync.message.RawJson;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An object of Square's, cut out of its page.
 *
 * @param key the values of its key's fields; empty if one is missing, is no text or cannot be stored
 * @param digest MD5 of the JSON: tells the same text again, and is no safeguard against a forger
 */
record PageObject(RawJson json, Optional<List<String>> key, UUID digest) {

    static PageObject of(RawJson json, Optional<List<String>> key) {
        return new PageObject(json, key, md5(json.bytes()));
    }

    private static UUID md5(byte[] bytes) {
        try {
            ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(bytes));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
