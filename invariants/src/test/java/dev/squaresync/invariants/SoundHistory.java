package dev.squaresync.invariants;

import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.testsupport.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;

/** The tables of the services as their own migrations make them, with a run that went well and one that failed and was told. */
final class SoundHistory {

    private static final Map<DatabaseRole, String> MODULES = Map.of(
            DatabaseRole.SCHEDULER, "scheduler-service",
            DatabaseRole.WRITER, "writer-service",
            DatabaseRole.NOTIFIER, "notifier-service");

    private final Connection connection;

    SoundHistory() throws SQLException {
        TestDatabase database = TestDatabase.fresh();
        MODULES.forEach((role, module) -> migrate(database.as(role), role, module));
        TestDatabase.Credentials superuser = database.asSuperuser();
        this.connection = DriverManager.getConnection(superuser.url(), superuser.username(), superuser.password());
        execute(new SqlFile("sound-history.sql").text());
        Watch.install(connection);
        connection.setAutoCommit(false);
    }

    /** Takes back what was done to it. */
    void rollback() throws SQLException {
        connection.rollback();
    }

    /** What contradicts any invariant, by the invariant's number. */
    Map<Integer, List<String>> violations(Moment moment) throws SQLException {
        Source.in(connection).close();
        execute("insert into source select data_type, raw from truth");
        return Invariants.all().stream()
                .map(invariant -> Map.entry(invariant.number(), ask(invariant, moment)))
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> ask(Invariant invariant, Moment moment) {
        try {
            return invariant.violations(connection, moment);
        } catch (SQLException e) {
            throw new AssertionError(invariant.name(), e);
        }
    }

    private static void migrate(TestDatabase.Credentials credentials, DatabaseRole role, String module) {
        Path migrations = Path.of(System.getProperty("checkout"), module, "src/main/resources/db/migration");
        Flyway.configure()
                .dataSource(credentials.url(), credentials.username(), credentials.password())
                .schemas(role.schema())
                .createSchemas(false)
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
    }
}
