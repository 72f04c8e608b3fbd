package dev.squaresync.systemtests;

import java.util.List;

/** Where the desk has pages. */
final class DeskPages {

    /** For operators; pages of one run or one dead letter come on top. */
    static final List<String> ALL =
            List.of("/", "/runs", "/dead-letters", "/schedules", "/schedules/orders", "/system", "/audit", "/access");

    private DeskPages() {}
}
