package dev.squaresync.direct.read;

import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCounts;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what the reading brings; safe for several threads. */
public final class Tally implements Listener {

    private final SortedMap<DataType, StreamFigures> figures = new TreeMap<>();
    private String waiting = "";

    /** @param start how far each data type is at the start */
    public Tally(List<StreamFigures> start) {
        start.forEach(stream -> figures.put(stream.dataType(), stream));
    }

    public static Tally of(List<StreamPlan> plans) {
        return new Tally(plans.stream()
                .map(plan -> new StreamFigures(
                        plan.dataType(), plan.window(), plan.partitions().size(), 0, 0, PageCounts.NONE))
                .toList());
    }

    @Override
    public synchronized void taken(DataType dataType, PageCounts counts) {
        waiting = "";
        figures.computeIfPresent(
                dataType,
                (key, now) -> new StreamFigures(
                        key,
                        now.window(),
                        now.partitions(),
                        now.whole(),
                        now.pages() + 1,
                        now.counts().plus(counts)));
    }

    @Override
    public synchronized void whole(DataType dataType) {
        figures.computeIfPresent(
                dataType,
                (key, now) -> new StreamFigures(
                        key, now.window(), now.partitions(), now.whole() + 1, now.pages(), now.counts()));
    }

    @Override
    public synchronized void waiting(String reason) {
        waiting = reason;
    }

    public synchronized List<StreamFigures> figures() {
        return List.copyOf(figures.values());
    }

    /** Why something is tried again just now; empty: it is not. */
    public synchronized String waiting() {
        return waiting;
    }
}
