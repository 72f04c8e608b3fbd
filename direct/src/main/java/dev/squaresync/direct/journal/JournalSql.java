package dev.squaresync.direct.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The journal's SQL from the class path. */
final class JournalSql {

    private JournalSql() {}

    static String read(String name) {
        try (InputStream file = JournalSql.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no SQL file " + name + ".");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the SQL file " + name, e);
        }
    }
}
