package dev.squaresync.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squaresync.localstack.process.FreePorts;
import dev.squaresync.localstack.process.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    @TempDir
    Path folder;

    Postgres postgres;

    @BeforeEach
    void start() throws Exception {
        // The server's user must get through the folders on the way.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        postgres = new Postgres(
                new PostgresSettings(
                        folder.resolve("postgresql"),
                        folder.resolve("postgresql.log"),
                        FreePorts.take(1).get(0),
                        "secret of postgres",
                        true),
                Launcher.direct());
        postgres.start();
        new SquareSyncDatabase(postgres.server(), role -> "secret of " + role.user()).createUnlessThere("square_sync");
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void what_is_committed_is_there_after_a_kill_and_a_restart() throws SQLException {
        execute("postgres", "create table kept (id int); insert into kept values (1)");
        long firstPid = postgres.pid();

        postgres.kill();
        assertThat(postgres.isRunning()).isFalse();
        postgres.start();

        assertThat(postgres.pid()).isNotEqualTo(firstPid);
        execute("postgres", "select 1 / count(*) from kept");
    }

    @Test
    void an_orderly_restart_does_not_wait_for_clients_that_stay() throws SQLException {
        try (Connection client = postgres.server().connect("square_sync")) {
            assertThat(client.isValid(1)).isTrue();
            postgres.restart();
        }
        execute("square_sync", "select 1");
    }

    @Test
    void each_service_owns_its_schema_and_no_other() throws SQLException {
        execute("writer", "create table square.orders (id text)");

        assertThatThrownBy(() -> execute("scheduler", "select * from square.orders"))
                .hasMessageContaining("permission denied for schema square");
        assertThatThrownBy(() -> execute("scheduler", "create table public.stray (id text)"))
                .hasMessageContaining("permission denied for schema public");
    }

    @Test
    void no_service_reads_writes_or_changes_what_is_anothers() throws SQLException {
        for (DatabaseRole owner : DatabaseRole.values()) {
            execute(owner.user(), "create table " + owner.schema() + ".things (id text)");
        }
        for (DatabaseRole role : DatabaseRole.values()) {
            for (DatabaseRole owner : DatabaseRole.values()) {
                if (role == owner) {
                    continue;
                }
                String things = owner.schema() + ".things";
                for (String statement : List.of(
                        "select * from " + things,
                        "insert into " + things + " values ('1')",
                        "update " + things + " set id = '2'",
                        "delete from " + things,
                        "truncate " + things,
                        "alter table " + things + " add column more text",
                        "drop table " + things,
                        "create table " + owner.schema() + ".stray (id text)")) {
                    assertRefused(role, statement, "permission denied for schema " + owner.schema());
                }
            }
        }
    }

    @Test
    void no_service_makes_anything_outside_its_schema() {
        for (DatabaseRole role : DatabaseRole.values()) {
            assertRefused(role, "create table public.stray (id text)", "permission denied for schema public");
            assertRefused(role, "create schema stray", "permission denied for database square_sync");
            assertRefused(role, "create role stray", "permission denied to create role");
            assertRefused(role, "create database stray", "permission denied to create database");
            assertRefused(role, "set role postgres", "permission denied to set role");
            assertRefused(role, "copy (select 1) to program 'true'", "permission denied to COPY");
        }
    }

    private void assertRefused(DatabaseRole role, String statement, String sentence) {
        assertThatThrownBy(() -> execute(role.user(), statement))
                .as(role.user() + ": " + statement)
                .hasMessageContaining(sentence);
    }

    @Test
    void making_the_database_again_changes_nothing() throws SQLException {
        execute("writer", "create table square.orders (id text)");

        new SquareSyncDatabase(postgres.server(), role -> "secret of " + role.user()).createUnlessThere("square_sync");

        execute("writer", "select * from square.orders");
    }

    @Test
    void nobody_comes_in_without_the_password() {
        assertThatThrownBy(
                        () -> DriverManager.getConnection(postgres.server().jdbcUrl("postgres"), "postgres", "guess"))
                .hasMessageContaining("password authentication failed");
    }

    private void execute(String user, String sql) throws SQLException {
        String database = user.equals("postgres") ? "postgres" : "square_sync";
        String owner = user.equals("square_sync") ? "postgres" : user;
        try (Connection connection =
                        DriverManager.getConnection(postgres.server().jdbcUrl(database), owner, "secret of " + owner);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
