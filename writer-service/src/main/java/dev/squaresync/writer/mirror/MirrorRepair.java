package dev.squaresync.writer.mirror;

import static java.util.stream.Collectors.toMap;

import dev.squaresync.message.DataType;
import dev.squaresync.message.PageFetched;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the mirror hold what Square has just shown, whatever it held before. What it held is kept, as of every change. */
public final class MirrorRepair {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Map<DataType, MirroredType> types;
    private final Mirror mirror;
    private final Clock clock;

    /** @param transaction on the database of the mirror */
    public MirrorRepair(
            JdbcClient database,
            TransactionTemplate transaction,
            Collection<MirroredType> types,
            Mirror mirror,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.types = types.stream().collect(toMap(MirroredType::dataType, Function.identity()));
        this.mirror = mirror;
        this.clock = clock;
    }

    /**
     * Writes a page of objects that were looked up.
     *
     * @param ids of those whose rows are not to be trusted; the others are written as ever
     */
    public void replace(PageFetched page, Collection<String> ids) {
        transaction.executeWithoutResult(status -> {
            asRun(page.page().runId());
            forget(typeOf(page.page().dataType()), ids);
            mirror.write(page);
        });
    }

    /** Marks objects as deleted that Square does not have any more. */
    public void remove(UUID runId, DataType dataType, Collection<String> ids) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        transaction.executeWithoutResult(status -> {
            asRun(runId);
            for (Table table : typeOf(dataType).tables()) {
                database.sql(new TableSql(table).of("proof/gone.sql"))
                        .param("ids", ids.toArray(String[]::new))
                        .param("now", now)
                        .update();
            }
        });
    }

    private void forget(MirroredType type, Collection<String> ids) {
        for (Table table : type.tables()) {
            database.sql(new TableSql(table).of("proof/forget.sql"))
                    .param("ids", ids.toArray(String[]::new))
                    .update();
        }
        for (String file : type.partRemovals()) {
            database.sql(SqlFile.read(file))
                    .param("changedIds", ids.toArray(String[]::new))
                    .update();
        }
    }

    /** For the triggers that keep previous states. */
    private void asRun(UUID runId) {
        database.sql("select set_config('square_sync.run_id', :runId, true)")
                .param("runId", runId.toString())
                .query()
                .singleRow();
    }

    private MirroredType typeOf(DataType dataType) {
        MirroredType type = types.get(dataType);
        if (type == null) {
            throw new UnreadablePage("The mirror does not know the data type '" + dataType + "'.", null);
        }
        return type;
    }
}
