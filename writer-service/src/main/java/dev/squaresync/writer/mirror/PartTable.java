package dev.squaresync.writer.mirror;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table of parts of objects, each with the hash of its other columns.
 *
 * @param owner the column that names the object
 * @param columns that are hashed, in this order
 */
public record PartTable(String name, String owner, List<String> columns) {

    private static final Pattern INSERT = Pattern.compile("insert into (\\w+) \\(([^)]*), part_hash\\s*\\)");

    /** The tables that an SQL file fills; the first column of each names the object. */
    public static List<PartTable> filledBy(String file) {
        return INSERT.matcher(SqlFile.read(file))
                .results()
                .map(insert -> of(
                        insert.group(1), Arrays.asList(insert.group(2).strip().split(",\\s*"))))
                .toList();
    }

    private static PartTable of(String name, List<String> columns) {
        return new PartTable(name, columns.get(0), columns);
    }

    /** Fills in the words in braces. */
    String sql(String file) {
        return SqlFile.read(file)
                .replace("{part table}", name)
                .replace("{owner}", owner)
                .replace("{part columns}", String.join(", ", columns));
    }
}
