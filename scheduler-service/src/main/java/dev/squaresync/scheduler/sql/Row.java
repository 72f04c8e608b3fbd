package dev.squaresync.scheduler.sql;

import dev.squaresync.message.DataType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A row of a result, read in this service's own types. The methods without "nullable" are for columns that are never null. */
public final class Row {

    private final ResultSet columns;

    private Row(ResultSet columns) {
        this.columns = columns;
    }

    /** How a row becomes an object. */
    public interface Reading<T> {
        T of(Row row) throws SQLException;
    }

    public static <T> RowMapper<T> as(Reading<T> reading) {
        return (columns, number) -> reading.of(new Row(columns));
    }

    public String text(String column) throws SQLException {
        return columns.getString(column);
    }

    public @Nullable String nullableText(String column) throws SQLException {
        return columns.getString(column);
    }

    /** An array of texts; never null. */
    public List<String> texts(String column) throws SQLException {
        return List.of((String[]) columns.getArray(column).getArray());
    }

    public int number(String column) throws SQLException {
        return columns.getInt(column);
    }

    public long longNumber(String column) throws SQLException {
        return columns.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return columns.getBoolean(column);
    }

    public UUID uuid(String column) throws SQLException {
        return columns.getObject(column, UUID.class);
    }

    public @Nullable UUID nullableUuid(String column) throws SQLException {
        return columns.getObject(column, UUID.class);
    }

    public byte[] bytes(String column) throws SQLException {
        return columns.getBytes(column);
    }

    public DataType dataType(String column) throws SQLException {
        return DataType.of(columns.getString(column));
    }

    public LocalDate day(String column) throws SQLException {
        return columns.getObject(column, LocalDate.class);
    }

    public @Nullable LocalDate nullableDay(String column) throws SQLException {
        return columns.getObject(column, LocalDate.class);
    }

    public Instant instant(String column) throws SQLException {
        return columns.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant nullableInstant(String column) throws SQLException {
        OffsetDateTime time = columns.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
