package dev.squaresync.simulator.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** A body of some hundred kilobytes that unpacks to 256 MB. */
final class GzipBomb {
    private static final int MEGABYTES = 256;

    private GzipBomb() {}

    static byte[] bytes() {
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 'a');
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 1 << 16)) {
            gzip.write("{\"note\":\"".getBytes(StandardCharsets.UTF_8));
            for (int at = 0; at < MEGABYTES; at++) {
                gzip.write(megabyte);
            }
            gzip.write("\"}".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
