package dev.squaresync.writer.mirror;

import static java.util.stream.Collectors.toMap;

import dev.squaresync.message.DataType;
import dev.squaresync.message.PageFetched;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets a {@link Mirror} rehearse: on one connection, every table of the mirror gets a temporary one of the same name that stands
 * before it. The mirror's own code then runs as ever and changes nothing: PostgreSQL refuses every other table from then on.
 * The shadow ends with the connection. Not for use by several threads at once.
 */
public final class MirrorShadow {

    private final JdbcClient database;
    private final Map<DataType, MirroredType> types;
    private final PageCutter cutter = new PageCutter();
    private final Set<DataType> copied = new HashSet<>();

    /** @param database works on one connection, always the same */
    public MirrorShadow(JdbcClient database, Collection<MirroredType> types) {
        this.database = database;
        this.types = types.stream().collect(toMap(MirroredType::dataType, Function.identity()));
    }

    /** Before anything else is done on the connection; outside of any transaction. */
    public void cast() {
        database.sql(SqlFile.read("dry-run/shadow-tables.sql")).update();
        database.sql(SqlFile.read("dry-run/only-shadows.sql")).update();
    }

    /**
     * Brings into the shadow what the mirror holds of a page's objects; before the page is written.
     *
     * @throws UnreadablePage if it is no page of its data type
     */
    public void copyIn(PageFetched page) {
        MirroredType type = typeOf(page.page().dataType());
        if (type.onePageAtATime()) {
            copyAllOnce(type);
            return;
        }
        List<List<String>> keys = cutter.cut(page.body(), type).stream()
                .flatMap(object -> object.key().stream())
                .distinct()
                .toList();
        type.tables().forEach(table -> copyIn(table, keys));
    }

    /** Brings in everything else of a data type, for what looks at all of it. */
    public void copyAll(DataType dataType) {
        copyAllOnce(typeOf(dataType));
    }

    /** What the run has changed in the shadow; changes before additions. */
    public List<Rehearsed> rehearsed(DataType dataType, UUID runId, int most) {
        return typeOf(dataType).tables().stream()
                .flatMap(table -> rehearsed(table, runId, most).stream())
                .limit(most)
                .toList();
    }

    private void copyAllOnce(MirroredType type) {
        if (copied.add(type.dataType())) {
            type.tables()
                    .forEach(table -> database.sql(new TableSql(table).of("dry-run/copy-all.sql"))
                            .update());
        }
    }

    private void copyIn(Table table, List<List<String>> keys) {
        JdbcClient.StatementSpec copy = database.sql(new TableSql(table).of("dry-run/copy-in.sql"));
        for (int part = 0; part < table.key().size(); part++) {
            int position = part;
            String[] values = keys.stream().map(key -> key.get(position)).toArray(String[]::new);
            copy = copy.param(table.key().get(part), values);
        }
        copy.update();
    }

    private List<Rehearsed> rehearsed(Table table, UUID runId, int most) {
        return database.sql(new TableSql(table).of("dry-run/differences.sql"))
                .param("runId", runId)
                .param("limit", most)
                .query((row, number) -> rehearsed(table, row))
                .list();
    }

    private static Rehearsed rehearsed(Table table, ResultSet row) throws SQLException {
        return new Rehearsed(
                table.name(),
                row.getString("object_id"),
                row.getString("before"),
                row.getString("after"),
                row.getBoolean("is_deleted"));
    }

    private MirroredType typeOf(DataType dataType) {
        MirroredType type = types.get(dataType);
        if (type == null) {
            throw new UnreadablePage("The mirror does not know the data type '" + dataType + "'.", null);
        }
        return type;
    }
}
