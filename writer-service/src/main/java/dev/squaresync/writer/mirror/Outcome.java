package dev.squaresync.writer.mirror;

import dev.squaresync.message.PageCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of objects.
 *
 * @param writtenIds of the objects that were inserted or updated
 * @param changedIds of those that were updated
 * @param confirmed fingerprints of those that the mirror held already in exactly this state
 * @param parked those that PostgreSQL could not hold as they came
 * @param seen the ids of all objects of the page that have one, whatever became of them
 */
record Outcome(
        PageCounts counts,
        List<String> writtenIds,
        List<String> changedIds,
        List<Long> confirmed,
        List<ParkedObject> parked,
        List<String> seen) {

    static final Outcome NOTHING = new Outcome(PageCounts.NONE, List.of(), List.of(), List.of(), List.of(), List.of());

    static Outcome recognised(List<Long> confirmed) {
        return new Outcome(PageCounts.NONE, List.of(), List.of(), confirmed, List.of(), List.of())
                .withUnchanged(confirmed.size());
    }

    static Outcome parked(ParkedObject object) {
        return new Outcome(new PageCounts(0, 0, 0, 0, 1), List.of(), List.of(), List.of(), List.of(object), List.of());
    }

    /** The same, with an object that was written but not as it came. */
    Outcome flagging(ParkedObject object) {
        return plus(new Outcome(PageCounts.NONE, List.of(), List.of(), List.of(), List.of(object), List.of()));
    }

    /** The same, with objects that changed nothing. */
    Outcome withUnchanged(int objects) {
        return new Outcome(
                counts.plus(new PageCounts(0, 0, objects, 0, 0)), writtenIds, changedIds, confirmed, parked, seen);
    }

    /** The same, after a page that showed these. */
    Outcome havingSeen(List<String> ids) {
        return new Outcome(counts, writtenIds, changedIds, confirmed, parked, ids);
    }

    Outcome plus(Outcome other) {
        return new Outcome(
                counts.plus(other.counts),
                joined(writtenIds, other.writtenIds),
                joined(changedIds, other.changedIds),
                joined(confirmed, other.confirmed),
                joined(parked, other.parked),
                joined(seen, other.seen));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }
}
