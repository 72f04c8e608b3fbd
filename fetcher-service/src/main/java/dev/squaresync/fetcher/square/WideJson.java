package dev.squaresync.fetcher.square;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON with wide limits, token by token, because one absurd object must not cost its page; the writer judges objects. The
 * whole reply is limited by {@code square.largest-reply}.
 */
public final class WideJson {

    /** Each level costs some 100 bytes of heap while it is open. */
    static final int DEEPEST_NESTING = 100_000;

    private WideJson() {}

    public static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST_NESTING)
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }
}
