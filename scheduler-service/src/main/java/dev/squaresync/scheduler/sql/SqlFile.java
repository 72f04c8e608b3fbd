package dev.squaresync.scheduler.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A statement in a file beside the class that runs it. */
public record SqlFile(Class<?> owner, String name) {

    /** The statement's text. Throws {@link IllegalStateException} if there is no such file. */
    public String text() {
        try (InputStream file = owner.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("No file " + name + " beside " + owner.getName() + ".");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
