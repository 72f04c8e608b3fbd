package dev.squaresync.messaging;

import dev.squaresync.message.DependencyReported;
import dev.squaresync.message.FetchPage;
import dev.squaresync.message.PageCommitted;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.RunCancelled;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncRequested;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a message is called on the wire: an own word and a version, never the name of a class, which would tie both sides to
 * one code base and would let a message choose the class that is built from it.
 */
public final class WireTypes {

    private static final Map<String, Class<?>> CLASSES = Map.of(
            "sync-requested.v1", SyncRequested.class,
            "stream-planned.v1", StreamPlanned.class,
            "fetch-page.v1", FetchPage.class,
            "page-fetched.v1", PageFetched.class,
            "page-committed.v1", PageCommitted.class,
            "run-cancelled.v1", RunCancelled.class,
            "dependency-reported.v1", DependencyReported.class,
            "sync-ended.v1", SyncEnded.class);

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
