package dev.squaresync.writer.mirror;

import dev.squaresync.message.PageFetched;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.SavepointManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The transaction of one page; runs again as a whole if it loses a race against another one. */
@Component
class PageTransaction {

    private static final String BEGIN = SqlFile.read("begin-page.sql");
    private static final String LOCK = SqlFile.read("lock.sql");

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final MirrorSettings settings;
    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(3)
            .delay(Duration.ofMillis(100))
            .multiplier(2)
            .jitter(Duration.ofMillis(100))
            .predicate(e -> SqlFailure.of(e).isLostRace())
            .build());

    PageTransaction(JdbcClient database, DataSource source, MirrorSettings settings) {
        this.database = database;
        // Not Boot's JdbcTransactionManager: that rolls back when a commit fails, and if the connection is gone, says
        // only
        // that it could not roll back.
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.settings = settings;
    }

    /** The same delivery twice at once must wait for its own receipt; some data types write a page at a time. */
    <T> T of(PageFetched page, MirroredType type, Function<SavepointManager, T> work) {
        return of(page.page().runId(), type, page.fetchId().toString(), work);
    }

    /**
     * @param runId the run that makes the changes
     * @param alone of all that is done under this name, only one goes on at a time
     */
    <T> T of(UUID runId, MirroredType type, String alone, Function<SavepointManager, T> work) {
        return retry.invoke(() -> transaction.execute(status -> {
            begin(runId);
            lock(type, alone);
            return work.apply(status);
        }));
    }

    private void begin(UUID runId) {
        database.sql(BEGIN)
                .param("statementTimeout", settings.statementTimeout().toMillis() + "ms")
                .param("lockTimeout", settings.lockTimeout().toMillis() + "ms")
                .param("runId", runId.toString())
                .query()
                .singleRow();
    }

    private void lock(MirroredType type, String alone) {
        String[] names = Stream.of(type.onePageAtATime() ? type.dataType().name() : null, alone)
                .filter(name -> name != null)
                .toArray(String[]::new);
        database.sql(LOCK).param("names", names).query().listOfRows();
    }
}
