package dev.squaresync.direct.dryrun;

import dev.squaresync.message.DataType;
import dev.squaresync.writer.mirror.Rehearsed;
import java.util.List;

/**
 * An object that a run would write.
 *
 * @param change insert, update or delete
 * @param fields what would differ; empty for a new object
 */
public record Sample(DataType dataType, String table, String id, String change, List<FieldChange> fields) {

    static Sample of(DataType dataType, Rehearsed row) {
        String before = row.before();
        String change = row.deleted() ? "delete" : before == null ? "insert" : "update";
        return new Sample(
                dataType,
                row.table(),
                row.id(),
                change,
                before == null ? List.of() : FieldChanges.between(before, row.after()));
    }
}
