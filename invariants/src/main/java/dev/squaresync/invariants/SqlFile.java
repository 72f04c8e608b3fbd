package dev.squaresync.invariants;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A file of SQL beside the invariants. */
record SqlFile(String name) {

    private static final String COMMENT = "--";

    String text() {
        try (InputStream stream = SqlFile.class.getResourceAsStream("/invariants/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no /invariants/" + name + " on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read /invariants/" + name, e);
        }
    }

    /** What the comment at the head of an SQL text says, one line for each of its lines. */
    static String headComment(String sql) {
        return sql.lines()
                .takeWhile(line -> line.startsWith(COMMENT))
                .map(line -> line.substring(COMMENT.length()).strip())
                .collect(Collectors.joining("\n"));
    }
}
