package dev.squaresync.systemtests.histories;

import com.zaxxer.hikari.HikariDataSource;
import dev.squaresync.invariants.Invariant;
import dev.squaresync.invariants.Invariants;
import dev.squaresync.invariants.Moment;
import dev.squaresync.invariants.Needs;
import dev.squaresync.invariants.Watch;
import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.testsupport.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The services on a database of their own, on which one history is played after the other. */
final class Lane implements AutoCloseable {

    /** More than any window reaches back, so that no history sees another's changes. */
    private static final Duration BETWEEN_HISTORIES = Duration.ofDays(2);

    /** Long ago enough for thousands of histories before the database's own time, by which the invariants judge what is late. */
    private static final Instant BEGINNING = Instant.parse("2001-01-01T00:00:00Z");

    /**
     * Services die in a history, PostgreSQL never: commits need not wait for a disk. The statements are always the same few, and
     * the statistics of tables that grow with each history are always out of date: each is planned once, for its index.
     */
    private static final String CHEAP_DATABASE = """
            set synchronous_commit = off;
            set plan_cache_mode = force_generic_plan;
            set enable_seqscan = off;
            set jit = off""";

    private final Stage stage = new Stage();
    private final List<HikariDataSource> sources = new ArrayList<>();
    private final HikariDataSource observer;
    private final FragileDatabase schedulersDatabase;
    private final FragileDatabase writersDatabase;
    private final Cast cast;
    private Instant next = BEGINNING;

    /** The services with all that they declare and listen to. */
    record Cast(Service fetcher, Service writer, Service scheduler) {

        List<Service> all() {
            return List.of(fetcher, writer, scheduler);
        }
    }

    /** @param database which nobody else uses */
    Lane(TestDatabase database) {
        schedulersDatabase = database(database.as(DatabaseRole.SCHEDULER), "scheduler");
        writersDatabase = database(database.as(DatabaseRole.WRITER), "square");
        migrate(source(database.as(DatabaseRole.NOTIFIER), "notifier"), "notifier");
        observer = source(database.asSuperuser(), "public");
        watch();
        cast = new Cast(fetcher(), writer(), scheduler());
    }

    private FragileDatabase database(TestDatabase.Credentials credentials, String schema) {
        HikariDataSource source = source(credentials, schema);
        migrate(source, schema.equals("square") ? "writer" : schema);
        return new FragileDatabase(source, stage, schema.equals("square"));
    }

    private HikariDataSource source(TestDatabase.Credentials credentials, String schema) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(credentials.url());
        source.setUsername(credentials.username());
        source.setPassword(credentials.password());
        source.setMaximumPoolSize(2);
        source.setMinimumIdle(1);
        source.setSchema(schema);
        source.setConnectionInitSql(CHEAP_DATABASE);
        source.addDataSourceProperty("prepareThreshold", "1");
        sources.add(source);
        return source;
    }

    private static void migrate(DataSource source, String service) {
        Path migrations = Path.of(
                System.getProperty("checkout", ".."),
                service + "-service",
                "src",
                "main",
                "resources",
                "db",
                "migration");
        Flyway.configure()
                .dataSource(source)
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
    }

    private void watch() {
        try (Connection connection = observer.getConnection()) {
            Watch.install(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The watch could not be installed.", e);
        }
    }

    private Service fetcher() {
        return new Service(
                stage,
                Service.Fetcher.class,
                "dev.squaresync.fetcher",
                "dev\\.squaresync\\.fetcher\\.(FetcherApplication|failure\\.SquareDependency|token\\.|square\\.(?!SquareResources$)).*",
                Map.of("spring.application.name", "fetcher-service"),
                context -> {
                    context.registerBean(AlwaysUp.class);
                    for (Kind kind : Kind.values()) {
                        context.registerBean(
                                "simulated " + kind, SimulatedResource.class, () -> new SimulatedResource(kind, stage));
                    }
                });
    }

    private Service writer() {
        return new Service(
                stage,
                Service.Writer.class,
                "dev.squaresync.writer",
                "dev\\.squaresync\\.writer\\.(WriterApplication|schema\\.|upkeep\\.|disk\\.).*",
                // The histories share a mirror: what other histories left in it is missing from each listing.
                Map.of("spring.application.name", "writer-service", "mirror.largest-sweep", "100"),
                context -> addDatabase(context, writersDatabase));
    }

    private Service scheduler() {
        return new Service(
                stage,
                Service.Scheduler.class,
                "dev.squaresync.scheduler",
                // What takes part is named, because the scheduler has many faces besides.
                "dev\\.squaresync\\.scheduler\\.(?!(audit|background|coverage|deadletter|dependency|notice|outbox|progress|run|sql|watchdog|worker)\\.).*",
                Map.of(
                        "spring.application.name", "scheduler-service",
                        "scheduler.shop-time-zone", "UTC",
                        "scheduler.api-token", "not-used-but-long-enough",
                        "scheduler.admin-user", "not-used",
                        "scheduler.admin-password", "not-used-but-long-enough"),
                context -> {
                    addDatabase(context, schedulersDatabase);
                    context.registerBean(
                            JsonMapper.class, () -> JsonMapper.builder().build());
                });
    }

    private static void addDatabase(AnnotationConfigApplicationContext context, DataSource source) {
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(JdbcTransactionManager.class)));
    }

    /** Plays the history of a seed. */
    Outcome play(long seed, PlantedBug bug) {
        Dice dice = new Dice(seed);
        SimulatedClock clock = new SimulatedClock(next);
        Trace trace = new Trace(clock);
        double rate = dice.oneOf(List.of(0.0, 0.03, 0.08, 0.15));
        World world = new World(seed, bug, dice, clock, trace, new Mishaps(dice, trace, rate));
        try {
            return new History(stage, world, cast, JdbcClient.create(observer)).play();
        } finally {
            stage.set(null);
            next = clock.instant().plus(BETWEEN_HISTORIES);
        }
    }

    /** What contradicts the invariants after all histories so far. */
    List<String> violations() {
        return Invariants.all().stream()
                .filter(invariant -> invariant.needs() != Needs.SOURCE)
                // Mails are the notifier's, which plays no part here.
                .filter(invariant -> invariant.number() != 10)
                .flatMap(this::violations)
                .toList();
    }

    private Stream<String> violations(Invariant invariant) {
        try (Connection connection = observer.getConnection()) {
            return invariant.violations(connection, Moment.AT_REST).stream()
                    .map(violation -> "invariant " + invariant.number() + ", " + invariant.name() + ": " + violation);
        } catch (SQLException e) {
            throw new IllegalStateException("Invariant " + invariant.number() + " cannot be asked for.", e);
        }
    }

    /** Whether a bug that is planted in SQL has really been. */
    boolean hasPlanted(PlantedBug bug) {
        return schedulersDatabase.hasPlanted(bug) || writersDatabase.hasPlanted(bug);
    }

    @Override
    public void close() {
        cast.all().forEach(Service::close);
        sources.forEach(HikariDataSource::close);
    }
}
