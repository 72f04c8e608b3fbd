package dev.squaresync.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name of a kind of data that is synced on its own schedule, such as {@code orders}. A name, not an enum: the scheduler
 * knows data types from its schedules, the fetcher and the writer from their packages, and none of them from each other.
 */
public record DataType(@JsonValue String name) implements Comparable<DataType> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,38}[a-z]");

    public DataType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of a data type: lower-case letters and hyphens, such as 'orders'.");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DataType of(String name) {
        return new DataType(name);
    }

    @Override
    public int compareTo(DataType other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
