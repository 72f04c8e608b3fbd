package dev.squaresync.testsupport;

import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.localstack.postgres.Postgres;
import dev.squaresync.localstack.postgres.PostgresSettings;
import dev.squaresync.localstack.postgres.SquareSyncDatabase;
import dev.squaresync.localstack.process.FreePorts;
import dev.squaresync.localstack.process.Launcher;
import java.util.UUID;

/**
 * A new, empty database on a real PostgreSQL server, with the roles and schemas that the services find in production.
 *
 * @param url its JDBC address, the same for every role
 */
public record TestDatabase(String url) {

    /**
     * The password of every role.
     */
    public static final String PASSWORD = "for tests only";

    /** Makes a database that nobody else uses; takes about 50 ms, the first time in a JVM about 2 s. */
    public static TestDatabase fresh() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        new SquareSyncDatabase(Server.POSTGRES.server(), role -> PASSWORD).createUnlessThere(name);
        return new TestDatabase(Server.POSTGRES.server().jdbcUrl(name));
    }

    /** The credentials of a service, which owns one schema. */
    public Credentials as(DatabaseRole role) {
        return new Credentials(url, role.user(), PASSWORD);
    }

    /** The credentials of the superuser, who may look into every schema. */
    public Credentials asSuperuser() {
        return new Credentials(url, "postgres", PASSWORD);
    }

    /** What a data source needs: {@code spring.datasource.url}, {@code .username} and {@code .password}. */
    public record Credentials(String url, String username, String password) {}

    /** Started when first used. */
    private static final class Server {

        static final Postgres POSTGRES = start();

        private static Postgres start() {
            TestFolder folder = TestFolder.create("postgresql");
            Postgres postgres = new Postgres(
                    new PostgresSettings(
                            folder.resolve("postgresql"),
                            folder.resolve("postgresql.log"),
                            FreePorts.take(1).get(0),
                            PASSWORD,
                            false),
                    Launcher.direct());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                postgres.kill();
                folder.delete();
            }));
            postgres.start();
            return postgres;
        }
    }
}
