package dev.squaresync.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON as it came over the wire, unread. Equality is byte for byte; {@code toString} tells the size, never the content. */
public final class RawJson {

    private final byte[] bytes;

    private RawJson(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over without a copy; the caller must not change it afterwards. */
    public static RawJson of(byte[] bytes) {
        return new RawJson(bytes);
    }

    public static RawJson of(String text) {
        return new RawJson(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes themselves, not a copy; the caller must not change them. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return bytes.length;
    }

    /** The JSON as text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawJson that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes of JSON";
    }
}
