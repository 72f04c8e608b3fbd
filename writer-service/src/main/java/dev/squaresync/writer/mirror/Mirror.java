package dev.squaresync.writer.mirror;

import static java.util.stream.Collectors.toMap;

import dev.squaresync.message.DataType;
import dev.squaresync.message.PageFetched;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.SavepointManager;
import org.springframework.transaction.TransactionException;

/**
 * The mirror of Square's data. A page is one transaction: its objects, their parts and its receipt are written together or
 * not at all. Pages may come in any order, more than once and side by side; the mirror ends in the same state.
 */
@Component
public class Mirror {

    private final Map<DataType, MirroredType> types;
    private final PageTransaction transaction;
    private final Receipts receipts;
    private final PageWriter writer;
    private final ParkedObjects parkedObjects;
    private final Clock clock;

    Mirror(
            List<MirroredType> types,
            PageTransaction transaction,
            Receipts receipts,
            PageWriter writer,
            ParkedObjects parkedObjects,
            Clock clock) {
        this.types = types.stream().collect(toMap(MirroredType::dataType, Function.identity()));
        this.transaction = transaction;
        this.receipts = receipts;
        this.writer = writer;
        this.parkedObjects = parkedObjects;
        this.clock = clock;
    }

    /**
     * Writes a page, or finds that it was written.
     *
     * @return the page's receipt, the same each time
     * @throws UnreadablePage if it is no page of its data type, and never will be
     * @throws PageNotWritten if PostgreSQL cannot take it now; nothing of it was written
     */
    public PageReceipt write(PageFetched page) {
        MirroredType type = typeOf(page.page().dataType());
        try {
            return transaction.of(
                    page,
                    type,
                    savepoints -> receipts.find(page.fetchId()).orElseGet(() -> writeFirst(page, type, savepoints)));
        } catch (DataAccessException | TransactionException e) {
            throw new PageNotWritten(e);
        }
    }

    private PageReceipt writeFirst(PageFetched page, MirroredType type, SavepointManager savepoints) {
        Batch batch = new Batch(type, page, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Outcome outcome = writer.write(batch, savepoints);
        parkedObjects.follow(batch, outcome);
        receipts.add(batch, outcome);
        return new PageReceipt(outcome.counts(), batch.syncedAt());
    }

    private MirroredType typeOf(DataType dataType) {
        MirroredType type = types.get(dataType);
        if (type == null) {
            throw new UnreadablePage("The mirror does not know the data type '" + dataType + "'.", null);
        }
        return type;
    }
}
