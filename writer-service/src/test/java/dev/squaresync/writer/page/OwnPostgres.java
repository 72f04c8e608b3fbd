package dev.squaresync.writer.page;

import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.localstack.postgres.Postgres;
import dev.squaresync.localstack.postgres.PostgresSettings;
import dev.squaresync.localstack.postgres.SquareSyncDatabase;
import dev.squaresync.localstack.process.FreePorts;
import dev.squaresync.localstack.process.Launcher;
import dev.squaresync.testsupport.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server that a test may stop, kill and fill, because nobody else uses it. */
final class OwnPostgres {

    private static final String DATABASE = "square_sync";

    private final Postgres server;

    private OwnPostgres(Postgres server) {
        this.server = server;
    }

    static OwnPostgres started() {
        Path folder = folder();
        Postgres server = new Postgres(
                new PostgresSettings(
                        folder.resolve("postgresql"),
                        folder.resolve("postgresql.log"),
                        FreePorts.take(1).get(0),
                        TestDatabase.PASSWORD,
                        false),
                Launcher.direct());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.kill();
            deleted(folder);
        }));
        server.start();
        new SquareSyncDatabase(server.server(), role -> TestDatabase.PASSWORD).createUnlessThere(DATABASE);
        return new OwnPostgres(server);
    }

    String url() {
        return server.server().jdbcUrl(DATABASE);
    }

    Connection superuser() throws SQLException {
        return server.server().connect(DATABASE);
    }

    Connection writer() throws SQLException {
        return DriverManager.getConnection(url(), DatabaseRole.WRITER.user(), TestDatabase.PASSWORD);
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    long number(String query) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void stop() {
        server.stop();
    }

    void kill() {
        server.kill();
    }

    void start() {
        server.start();
    }

    /** As root's test the server runs as nobody, who must be able to pass through. */
    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("square-sync-own-postgresql-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleted(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
