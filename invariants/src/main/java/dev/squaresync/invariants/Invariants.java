package dev.squaresync.invariants;

import java.util.List;

/** The ten of them. */
public final class Invariants {

    private static final List<Invariant> ALL = List.of(
            read(1, "completed-means-all-committed", Needs.NOTHING),
            read(2, "equals-the-source", Needs.SOURCE),
            read(3, "never-regresses", Needs.WATCH),
            read(4, "watermark-only-after-success", Needs.NOTHING),
            read(5, "replay-is-idempotent", Needs.NOTHING),
            read(6, "one-owner-at-a-time", Needs.NOTHING),
            read(7, "no-message-vanishes", Needs.NOTHING),
            read(8, "aggregates-and-deletes-are-whole", Needs.NOTHING),
            read(9, "it-always-ends", Needs.NOTHING),
            read(10, "failures-are-told", Needs.NOTHING));

    private Invariants() {}

    /** In the order of their numbers. */
    public static List<Invariant> all() {
        return ALL;
    }

    private static Invariant read(int number, String name, Needs needs) {
        String sql = new SqlFile("%02d-%s.sql".formatted(number, name)).text();
        return new Invariant(number, name, SqlFile.headComment(sql), needs, sql);
    }
}
