package dev.squaresync.writer.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL from the class path. */
final class SqlFile {

    private static final String FOLDER = "/mirror/";

    private SqlFile() {}

    /** @param name relative to the folder {@code mirror} */
    static String read(String name) {
        try (InputStream file = SqlFile.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no SQL file " + FOLDER + name + ".");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the SQL file " + FOLDER + name, e);
        }
    }
}
