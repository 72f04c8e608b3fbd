package dev.squaresync.localstack.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** The mirror's tables, over one connection of a superuser. */
final class MirrorTables {

    private final Connection connection;

    MirrorTables(Connection connection) {
        this.connection = connection;
    }

    /** Empties the mirror, its receipts included, as before a first sync. */
    void empty() throws SQLException {
        execute("truncate " + String.join(", ", withReceipts()));
    }

    /** Writes what is in memory to disk, so that no measurement pays for the one before it. */
    void settle() throws SQLException {
        execute("vacuum analyze");
        execute("checkpoint");
    }

    /** Saves all rows of the mirror, one file for each table. */
    void exportTo(Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        CopyManager copy = connection.unwrap(BaseConnection.class).getCopyAPI();
        for (String table : tables()) {
            try (OutputStream file = Files.newOutputStream(folder.resolve(table))) {
                copy.copyOut("copy " + table + " to stdout", file);
            }
        }
    }

    /** Fills the empty mirror, with its keys and indexes, from the saved rows: the yardstick. */
    Duration copyFrom(Path folder) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(BaseConnection.class).getCopyAPI();
        long start = System.nanoTime();
        for (String table : tables()) {
            try (InputStream file = Files.newInputStream(folder.resolve(table))) {
                copy.copyIn("copy " + table + " from stdin", file);
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** How many rows were updated or deleted since the server started counting. */
    long rewrittenRows() throws SQLException {
        execute("select pg_stat_force_next_flush()");
        return number("select sum(n_tup_upd + n_tup_del) from pg_stat_user_tables where schemaname = 'square'");
    }

    long rows(String table) throws SQLException {
        return number("select count(*) from square." + table);
    }

    String version() throws SQLException {
        return texts("show server_version").get(0);
    }

    private List<String> tables() throws SQLException {
        return withReceipts().stream()
                .filter(table -> !table.equals("square.page_receipts"))
                .toList();
    }

    private List<String> withReceipts() throws SQLException {
        return texts("""
                select 'square.' || quote_ident(table_name)
                from information_schema.tables
                where table_schema = 'square' and table_type = 'BASE TABLE' and table_name not like 'flyway%'
                order by table_name
                """);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).get(0));
    }

    private List<String> texts(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
