package dev.squaresync.writer.mirror;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.squaresync.message.DataType;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageId;
import dev.squaresync.message.PageLink;
import dev.squaresync.writer.mirror.Finding.Kind;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the mirror hold what Square has just shown, whatever it held before. What it held is kept, as of every change. */
public final class MirrorRepair {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Map<DataType, MirroredType> types;
    private final Mirror mirror;
    private final Clock clock;
    private final PageCutter cutter = new PageCutter();

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
     * Writes what Square answered, if something in it was found wrong.
     *
     * @param answer a page of objects that were looked up
     * @param findings the rows of these are not to be trusted; the others are written as ever
     */
    public void replace(UUID runId, PageFetched answer, Collection<Finding> findings) {
        MirroredType type = typeOf(answer.page().dataType());
        Set<String> wrong = ids(findings, finding -> finding.kind() != Kind.SURPLUS);
        wrong.retainAll(shownBy(answer, type));
        if (wrong.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            asRun(runId);
            forget(type, wrong);
            mirror.write(toWrite(runId, answer));
        });
    }

    /** Marks as deleted what Square does not have any more. */
    public void remove(UUID runId, DataType dataType, Collection<Finding> findings) {
        Set<String> surplus = ids(findings, finding -> finding.kind() == Kind.SURPLUS);
        if (surplus.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        transaction.executeWithoutResult(status -> {
            asRun(runId);
            for (Table table : typeOf(dataType).tables()) {
                database.sql(new TableSql(table).of("proof/gone.sql"))
                        .param("ids", surplus.toArray(String[]::new))
                        .param("now", now)
                        .update();
            }
        });
    }

    private Set<String> shownBy(PageFetched page, MirroredType type) {
        return cutter.cut(page.body(), type).stream()
                .flatMap(object -> object.key().stream())
                .map(key -> String.join(":", key))
                .collect(toSet());
    }

    private static Set<String> ids(Collection<Finding> findings, Predicate<Finding> which) {
        return findings.stream().filter(which).map(Finding::objectId).collect(toSet());
    }

    /** With a receipt of its own, whatever else came of the page. */
    private static PageFetched toWrite(UUID runId, PageFetched answer) {
        UUID fetchId = UUID.randomUUID();
        return new PageFetched(
                fetchId,
                new PageId(runId, answer.page().dataType(), "repair", 1, 1),
                new PageLink(PageLink.START, null),
                answer.fetchedAt(),
                answer.body());
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
