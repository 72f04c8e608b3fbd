package dev.squaresync.writer.mirror;

import com.zaxxer.hikari.HikariDataSource;
import dev.squaresync.dependency.DatabaseDependency;
import dev.squaresync.dependency.Dependency;
import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageId;
import dev.squaresync.message.PageLink;
import dev.squaresync.message.RawJson;
import dev.squaresync.message.RollBack;
import dev.squaresync.message.RolledBack;
import dev.squaresync.message.StreamSwept;
import dev.squaresync.message.SweepRequested;
import dev.squaresync.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mirror on a database of its own, without the rest of the service. */
final class TestMirror implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-22T02:00:00.123456Z");
    static final UUID RUN = UUID.fromString("0192f0c1-7a5e-7000-8000-000000000001");

    private final TestDatabase server;
    private final HikariDataSource source;
    private final AnnotationConfigApplicationContext context;

    TestMirror() {
        this(new MirrorSettings(Duration.ofSeconds(30), Duration.ofSeconds(3)));
    }

    TestMirror(MirrorSettings settings) {
        server = TestDatabase.fresh();
        TestDatabase.Credentials writer = server.as(DatabaseRole.WRITER);
        source = new HikariDataSource();
        source.setJdbcUrl(writer.url());
        source.setUsername(writer.username());
        source.setPassword(writer.password());
        source.setMaximumPoolSize(4);
        source.setConnectionInitSql("set timezone to 'UTC'");
        Flyway.configure().dataSource(source).load().migrate();

        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        context.registerBean(MirrorSettings.class, () -> settings);
        context.scan(TestMirror.class.getPackageName());
        context.refresh();
    }

    PageCounts write(String dataType, String body) {
        return write(dataType, NOW, body);
    }

    PageCounts write(String dataType, Instant fetchedAt, String body) {
        return write(page(dataType, fetchedAt, body)).counts();
    }

    PageReceipt write(PageFetched page) {
        return context.getBean(Mirror.class).write(page);
    }

    /** Writes a page of a certain run. */
    PageCounts write(UUID run, String dataType, Instant fetchedAt, String body) {
        return write(new PageFetched(
                        UUID.randomUUID(),
                        new PageId(run, DataType.of(dataType), "partition", 1, 1),
                        new PageLink(PageLink.START, null),
                        fetchedAt,
                        RawJson.of(body)))
                .counts();
    }

    RolledBack rollBack(RollBack request) {
        return context.getBean(RollBacks.class).rollBack(request);
    }

    StreamSwept sweep(SweepRequested request, int largestPercentage) {
        return context.getBean(Sweeps.class).sweep(request, largestPercentage);
    }

    Verifications verifications() {
        return context.getBean(Verifications.class);
    }

    static PageFetched page(String dataType, Instant fetchedAt, String body) {
        return page(dataType, fetchedAt, RawJson.of(body));
    }

    static PageFetched page(String dataType, Instant fetchedAt, RawJson body) {
        return new PageFetched(
                UUID.randomUUID(),
                new PageId(RUN, DataType.of(dataType), "partition", 1, 1),
                new PageLink(PageLink.START, null),
                fetchedAt,
                body);
    }

    /** A query's only value, as text. */
    String value(String sql) {
        return database()
                .sql("select (" + sql + ")::text")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** A query's rows, each as PostgreSQL writes a row. */
    List<String> rows(String sql) {
        return database()
                .sql("select row_text::text from (" + sql + ") as row_text")
                .query(String.class)
                .list();
    }

    /** Deletes everything, so that the next test begins afresh. */
    void empty() {
        String tables = value("select string_agg(tablename, ', ') from pg_tables where schemaname = 'square'"
                + " and tablename <> 'flyway_schema_history'");
        execute("truncate " + tables);
        execute("insert into previous_states_kept (since) values ('2020-01-01T00:00:00Z')");
    }

    void execute(String sql) {
        database().sql(sql).update();
    }

    Connection superuser() throws SQLException {
        TestDatabase.Credentials superuser = server.asSuperuser();
        return DriverManager.getConnection(superuser.url(), superuser.username(), superuser.password());
    }

    /** As the service watches it. */
    Dependency postgresql() {
        return new DatabaseDependency(source);
    }

    private JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
        source.close();
    }
}
