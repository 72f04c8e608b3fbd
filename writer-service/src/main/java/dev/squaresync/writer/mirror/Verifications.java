package dev.squaresync.writer.mirror;

import dev.squaresync.message.ComparisonRequested;
import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.Partition;
import dev.squaresync.message.ProofScope;
import dev.squaresync.message.Purpose;
import dev.squaresync.message.Slice;
import dev.squaresync.message.StreamCompared;
import dev.squaresync.message.StreamVerified;
import dev.squaresync.message.VerdictRequested;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Verifications whose pages come over the broker. What Square has answered is kept until the verdict, so that every step can be
 * asked for again, to the same effect.
 */
@Component
public class Verifications {

    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);

    /** Of very many, people read the first; a message must not grow with them. */
    private static final int MOST_TOLD = 500;

    private static final int DAYS_TOLD = 62;
    private static final int MOST_CELLS_TOLD = 5_000;

    private final ProofConnection connection;
    private final VerificationPages pages;
    private final VerificationBook book;
    private final MirrorRepair repair;
    private final Clock clock;

    Verifications(
            ProofConnection connection,
            VerificationPages pages,
            DataSource source,
            List<MirroredType> types,
            Mirror mirror,
            Clock clock) {
        JdbcClient database = JdbcClient.create(source);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.connection = connection;
        this.pages = pages;
        this.book = new VerificationBook(database, transaction, types, clock);
        this.repair = new MirrorRepair(database, transaction, types, mirror, clock);
        this.clock = clock;
    }

    /**
     * Keeps a page that was fetched for a verification.
     *
     * @throws UnreadablePage if it is no page of its data type
     * @throws PageNotWritten if PostgreSQL cannot take it now
     */
    public PageReceipt keep(PageFetched page) {
        try {
            int objects = pages.keep(page);
            PageCounts counts = page.purpose() == Purpose.SIGHT ? new PageCounts(0, 0, objects, 0, 0) : PageCounts.NONE;
            return new PageReceipt(counts, clock.instant());
        } catch (DataAccessException | TransactionException e) {
            throw new PageNotWritten(e);
        }
    }

    /**
     * Compares what was seen with what the mirror holds. The partitions of the answer have the suspects in their slices.
     *
     * @throws CommandNotDone if PostgreSQL cannot do it now
     */
    public StreamCompared compare(ComparisonRequested request) {
        UUID runId = request.runId();
        DataType dataType = request.dataType();
        try {
            if (pages.comparison(runId, dataType).isEmpty()) {
                connection.prove(window(request.scope()), proof -> {
                    proof.recallSightings(runId, dataType);
                    proof.suspects(dataType);
                    proof.keep(runId, dataType, clock.instant());
                });
            }
            return compared(runId, dataType);
        } catch (DataAccessException | TransactionException e) {
            throw new CommandNotDone(e);
        }
    }

    /**
     * Judges the suspects by what Square answered about them, and repairs what is wrong if that is asked for.
     *
     * @throws CommandNotDone if PostgreSQL cannot do it now; what is repaired already stays so
     */
    public StreamVerified judge(VerdictRequested request) {
        UUID runId = request.runId();
        DataType dataType = request.dataType();
        try {
            if (book.verdict(runId, dataType).isEmpty()) {
                judgeFirst(request);
            }
            if (request.repair()) {
                repair(runId, dataType);
            }
            pages.forget(runId, dataType);
            return verified(request);
        } catch (DataAccessException | TransactionException e) {
            throw new CommandNotDone(e);
        }
    }

    private StreamCompared compared(UUID runId, DataType dataType) {
        VerificationPages.Comparison comparison =
                pages.comparison(runId, dataType).orElseThrow();
        List<List<String>> lookUps = pages.suspects(runId, dataType, Slice.MOST_LOOKED_UP);
        List<Partition> partitions = IntStream.range(0, lookUps.size())
                .mapToObj(number -> lookUp(number + 1, lookUps.get(number)))
                .toList();
        return new StreamCompared(
                runId, dataType, comparison.seen(), comparison.suspects(), partitions, comparison.at());
    }

    private static Partition lookUp(int number, List<String> ids) {
        return new Partition("look-up-" + number, ids.size() + " looked up again", Slice.of(ids));
    }

    private void judgeFirst(VerdictRequested request) {
        UUID runId = request.runId();
        DataType dataType = request.dataType();
        ProofWindow window = window(request.scope());
        VerificationPages.Comparison comparison =
                pages.comparison(runId, dataType).orElseThrow();
        connection.prove(window, proof -> {
            proof.recallSuspects(runId, dataType);
            pages.eachAnswer(runId, dataType, page -> proof.answer(dataType, page.body()));
            List<Finding> findings = proof.findings(dataType);
            book.add(runId, dataType, window, comparison.seen(), comparison.suspects(), findings);
            LOG.info("run {}: {}: {} seen, {} wrong.", runId, dataType, comparison.seen(), findings.size());
        });
    }

    private void repair(UUID runId, DataType dataType) {
        VerificationBook.Verdict verdict = book.verdict(runId, dataType).orElseThrow();
        if (verdict.repaired() == verdict.found()) {
            return;
        }
        List<Finding> findings = book.findings(runId, dataType, Integer.MAX_VALUE);
        pages.eachAnswer(runId, dataType, page -> repair.replace(runId, page, findings));
        repair.remove(runId, dataType, findings);
        book.repaired(runId, dataType);
    }

    private StreamVerified verified(VerdictRequested request) {
        UUID runId = request.runId();
        DataType dataType = request.dataType();
        VerificationBook.Verdict verdict = book.verdict(runId, dataType).orElseThrow();
        List<StreamVerified.Finding> findings = book.findings(runId, dataType, MOST_TOLD).stream()
                .map(finding -> new StreamVerified.Finding(
                        finding.objectId(), finding.kind().name(), finding.locationId(), finding.day()))
                .toList();
        ProofScope scope = request.scope();
        List<StreamVerified.Day> days = book.days(
                runId,
                dataType,
                scope.startedAt().atZone(scope.zone()).toLocalDate().minusDays(DAYS_TOLD),
                MOST_CELLS_TOLD);
        return new StreamVerified(runId, dataType, verdict.found(), verdict.repaired(), findings, days, verdict.at());
    }

    private static ProofWindow window(ProofScope scope) {
        return new ProofWindow(scope.from(), scope.completeUpTo(), scope.startedAt(), scope.zone());
    }
}
