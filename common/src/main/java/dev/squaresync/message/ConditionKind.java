package dev.squaresync.message;

import java.util.Set;

/** What a {@link ConditionReported} may be about: the words on the wire. */
public final class ConditionKind {

    /** Open dead letters with the same code, of which no run's end has told. */
    public static final String DEAD_LETTERS = "dead-letters";

    /** A data type is not proven complete as far as it should be. */
    public static final String COVERAGE_GAP = "coverage-gap";

    /** A data type's stream does not move, or does not end. */
    public static final String STREAM_STALLED = "stream-stalled";

    /** A schedule was due while its data type was being synced, and was skipped. */
    public static final String RUN_SKIPPED = "run-skipped";

    /** A service cannot reach what it needs. */
    public static final String DEPENDENCY_DOWN = "dependency-down";

    /** No instance of a service has been heard of for some time. */
    public static final String SERVICE_SILENT = "service-silent";

    /** Square refuses the access token. */
    public static final String TOKEN_REFUSED = "token-refused";

    /** The access token may not read all that is synced. */
    public static final String SCOPE_MISSING = "scope-missing";

    /** The access token expires soon. */
    public static final String TOKEN_EXPIRING = "token-expiring";

    /** The mirror's disk is nearly full. */
    public static final String DISK_NEARLY_FULL = "disk-nearly-full";

    /** Nothing: somebody wants to see whether the channels work. */
    public static final String TEST = "test";

    /** All of them. */
    public static final Set<String> ALL = Set.of(
            DEAD_LETTERS,
            COVERAGE_GAP,
            STREAM_STALLED,
            RUN_SKIPPED,
            DEPENDENCY_DOWN,
            SERVICE_SILENT,
            TOKEN_REFUSED,
            SCOPE_MISSING,
            TOKEN_EXPIRING,
            DISK_NEARLY_FULL,
            TEST);

    private ConditionKind() {}
}
