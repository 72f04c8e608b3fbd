package dev.squaresync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.testsupport.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorDatabaseTest {

    private static final Map<DatabaseRole, String> OWNERS = Map.of(
            DatabaseRole.SCHEDULER, "scheduler-service",
            DatabaseRole.WRITER, "writer-service",
            DatabaseRole.NOTIFIER, "notifier-service");

    private final StandInScheduler scheduler = new StandInScheduler();
    private final TestDatabase database = TestDatabase.fresh();
    private TestCli cli;

    @BeforeEach
    void pointAtTheDatabase(@TempDir Path checkout) {
        cli = new TestCli(scheduler, checkout);
        cli.withClock(Clock.systemUTC());
        cli.environment().put("DATABASE_URL", databaseUrl());
    }

    @AfterEach
    void stopScheduler() {
        scheduler.close();
    }

    @Test
    void a_database_that_is_well_passes_every_check() {
        migrate();

        cli.command("doctor");

        assertThat(cli.out())
                .containsPattern("ok +PostgreSQL +Version 17")
                .containsPattern("ok +schema scheduler +At version \\d+ \\(")
                .containsPattern("ok +schema square +At version \\d+ \\(")
                .containsPattern("ok +schema notifier +At version \\d+ \\(")
                .containsPattern("ok +clocks +PostgreSQL's and this machine's agree\\.")
                .containsPattern("disk +The database has \\d+ MB; free on its disk: \\d+ MB\\.")
                .containsPattern("ok +connections +\\d+ of \\d+ are used\\.")
                .containsPattern("ok +invariant 1 +Completed means all committed: holds\\.")
                .containsPattern("not checked +invariant 2 +.*needs all of Square's data")
                .containsPattern("not checked +invariant 3 +.*needs triggers")
                .containsPattern("ok +invariant 10 ")
                .doesNotContain(TestDatabase.PASSWORD);
    }

    @Test
    void what_must_always_hold_and_does_not_is_a_problem_with_examples() throws SQLException {
        migrate();
        execute("""
                insert into scheduler.outbox (run_id, exchange, routing_key, wire_type, body, stored_at, next_try_at)
                values (gen_random_uuid(), 'e', 'k', 'sync-requested.v1', '{}', now() - interval '1 day', now())""");

        assertThat(cli.command("doctor")).isEqualTo(4);

        assertThat(cli.out())
                .containsPattern("PROBLEM +invariant 7 +No message vanishes, 1 times not so: a stored message was not")
                .contains("docs/reliability.md");
    }

    @Test
    void a_database_without_tables_names_the_services_that_make_them() {
        assertThat(cli.command("doctor")).isEqualTo(4);

        assertThat(cli.out())
                .containsPattern("PROBLEM +schema square +It has no tables\\.")
                .contains("→ The writer makes them at its start")
                .containsPattern("PROBLEM +invariant 1 +Could not be asked:")
                .doesNotContain("\tat ");
    }

    @Test
    void a_failed_migration_is_a_problem() throws SQLException {
        migrate();
        execute("update notifier.flyway_schema_history set success = false where version = '1'");

        cli.command("doctor");

        assertThat(cli.out()).containsPattern("PROBLEM +schema notifier +Migration 1 \\(.*\\) has failed\\.");
    }

    @Test
    void a_clock_that_is_wrong_is_a_warning() {
        cli.withClock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)));

        cli.command("doctor");

        assertThat(cli.out())
                .containsPattern("WARNING +clocks +PostgreSQL's and this machine's are (59|60) s apart\\.");
    }

    @Test
    void a_wrong_password_is_told_without_it() {
        cli.environment().put("DATABASE_URL", databaseUrl().replace("for%20tests%20only", "secret-word"));

        assertThat(cli.command("doctor")).isEqualTo(4);

        assertThat(cli.out())
                .containsPattern("PROBLEM +PostgreSQL +Cannot connect to postgresql://127.0.0.1:\\d+/test_\\w+:")
                .doesNotContain("secret-word");
    }

    @Test
    void an_address_that_is_none_is_a_problem() {
        cli.environment().put("DATABASE_URL", "mysql://root:secret-word@localhost/x");

        assertThat(cli.command("doctor")).isEqualTo(4);

        assertThat(cli.out())
                .contains("DATABASE_URL is no address of a PostgreSQL database.")
                .doesNotContain("secret-word");
    }

    private String databaseUrl() {
        URI uri = URI.create(database.url().substring("jdbc:".length()));
        return "postgresql://postgres:" + TestDatabase.PASSWORD.replace(" ", "%20") + "@" + uri.getHost() + ":"
                + uri.getPort() + uri.getPath();
    }

    private void execute(String sql) throws SQLException {
        TestDatabase.Credentials superuser = database.asSuperuser();
        try (Connection connection =
                        DriverManager.getConnection(superuser.url(), superuser.username(), superuser.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void migrate() {
        OWNERS.forEach((role, module) -> {
            TestDatabase.Credentials owner = database.as(role);
            Flyway.configure()
                    .dataSource(owner.url(), owner.username(), owner.password())
                    .schemas(role.schema())
                    .createSchemas(false)
                    .locations("filesystem:"
                            + Path.of(System.getProperty("checkout"), module, "src/main/resources/db/migration"))
                    .load()
                    .migrate();
        });
    }
}
