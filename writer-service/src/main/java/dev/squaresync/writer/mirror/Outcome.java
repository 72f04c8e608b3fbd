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
 */
record Outcome(
        PageCounts counts,
        List<String> writtenIds,
        List<String> changedIds,
        List<Long> confirmed,
        List<ParkedObject> parked) {

    static final Outcome NOTHING = new Outcome(PageCounts.NONE, List.of(), List.of(), List.of(), List.of());

    static Outcome recognised(List<Long> confirmed) {
        return new Outcome(PageCounts.NONE, List.of(), List.of(), confirmed, List.of()).withUnchanged(confirmed.size());
    }

    static Outcome parked(ParkedObject object) {
        return new Outcome(new PageCounts(0, 0, 0, 0, 1), List.of(), List.of(), List.of(), List.of(object));
    }

    /** The same, with an object that was written but not as it came. */
    Outcome flagging(ParkedObject object) {
        return plus(new Outcome(PageCounts.NONE, List.of(), List.of(), List.of(), List.of(object)));
    }

    /** The same, with objects that changed nothing. */
    Outcome withUnchanged(int objects) {
        return new Outcome(counts.plus(new PageCounts(0, 0, objects, 0, 0)), writtenIds, changedIds, confirmed, parked);
    }

    Outcome plus(Outcome other) {
        return new Outcome(
                counts.plus(other.counts),
                joined(writtenIds, other.writtenIds),
                joined(changedIds, other.changedIds),
                joined(confirmed, other.confirmed),
                joined(parked, other.parked));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }
}
