package dev.squaresync.messaging;

import dev.squaresync.message.ComparisonRequested;
import dev.squaresync.message.ConditionReported;
import dev.squaresync.message.DeliveryRetried;
import dev.squaresync.message.DependencyReported;
import dev.squaresync.message.FetchPage;
import dev.squaresync.message.NoticeSent;
import dev.squaresync.message.PageCommitted;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.RollBack;
import dev.squaresync.message.RolledBack;
import dev.squaresync.message.RunCancelled;
import dev.squaresync.message.RunExpected;
import dev.squaresync.message.StreamCompared;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.message.StreamSwept;
import dev.squaresync.message.StreamVerified;
import dev.squaresync.message.SweepRequested;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.message.VerdictRequested;
import dev.squaresync.message.WorkerSeen;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a message is called on the wire: an own word and a version, never the name of a class, which would tie both sides to
 * one code base and would let a message choose the class that is built from it.
 */
public final class WireTypes {

    private static final Map<String, Class<?>> CLASSES = Map.ofEntries(
            Map.entry("sync-requested.v1", SyncRequested.class),
            Map.entry("stream-planned.v1", StreamPlanned.class),
            Map.entry("fetch-page.v1", FetchPage.class),
            Map.entry("page-fetched.v1", PageFetched.class),
            Map.entry("page-committed.v1", PageCommitted.class),
            Map.entry("run-cancelled.v1", RunCancelled.class),
            Map.entry("dependency-reported.v1", DependencyReported.class),
            Map.entry("worker-seen.v1", WorkerSeen.class),
            Map.entry("delivery-retried.v1", DeliveryRetried.class),
            Map.entry("notice-sent.v1", NoticeSent.class),
            Map.entry("condition-reported.v1", ConditionReported.class),
            Map.entry("run-expected.v1", RunExpected.class),
            Map.entry("roll-back.v1", RollBack.class),
            Map.entry("rolled-back.v1", RolledBack.class),
            Map.entry("sweep-requested.v1", SweepRequested.class),
            Map.entry("stream-swept.v1", StreamSwept.class),
            Map.entry("comparison-requested.v1", ComparisonRequested.class),
            Map.entry("stream-compared.v1", StreamCompared.class),
            Map.entry("verdict-requested.v1", VerdictRequested.class),
            Map.entry("stream-verified.v1", StreamVerified.class),
            Map.entry("sync-ended.v1", SyncEnded.class));

    private static final Map<Class<?>, String> NAMES =
            CLASSES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Entry::getValue, Entry::getKey));

    private WireTypes() {}

    /** All wire types with their classes. */
    public static Map<String, Class<?>> all() {
        return CLASSES;
    }

    /** Throws {@link IllegalArgumentException} for a class that is no message. */
    static String nameOf(Class<?> message) {
        String name = NAMES.get(message);
        if (name == null) {
            throw new IllegalArgumentException(message.getName() + " has no wire type.");
        }
        return name;
    }

    static @Nullable Class<?> classOf(@Nullable String wireType) {
        return wireType == null ? null : CLASSES.get(wireType);
    }
}
