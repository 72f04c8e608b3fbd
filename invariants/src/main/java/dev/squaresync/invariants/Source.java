package dev.squaresync.invariants;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Square's truth in a temporary table, for the invariant that {@linkplain Needs#SOURCE needs} it. */
public final class Source implements AutoCloseable {

    private static final int BATCH = 500;

    private final Connection connection;
    private final PreparedStatement insert;
    private int waiting;

    private Source(Connection connection, PreparedStatement insert) {
        this.connection = connection;
        this.insert = insert;
    }

    /** An empty source in place of the one that this connection may have had. */
    public static Source in(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists pg_temp.source");
            statement.execute(new SqlFile("source.sql").text());
        }
        return new Source(
                connection,
                connection.prepareStatement("insert into source (data_type, raw) values (?, cast(? as jsonb))"));
    }

    /** @param json the object as Square gives it, tombstones included */
    public void add(String dataType, String json) throws SQLException {
        insert.setString(1, dataType);
        insert.setString(2, json);
        insert.addBatch();
        waiting++;
        if (waiting == BATCH) {
            flush();
        }
    }

    /** Writes what is left; the table stays until the connection ends. */
    @Override
    public void close() throws SQLException {
        flush();
        insert.close();
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze source");
        }
    }

    private void flush() throws SQLException {
        insert.executeBatch();
        waiting = 0;
    }
}
