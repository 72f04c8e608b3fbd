package dev.squaresync.simulator.fault;

import dev.squaresync.simulator.cursor.Cursor;
import dev.squaresync.simulator.cursor.Page;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pages whose cursor or objects are not what they should be. */
final class PageFaults {
    /** By chain: the cursor to which a cycle goes back. */
    private final Map<Long, Cursor> cycleStarts = new ConcurrentHashMap<>();

    Page strike(Fault fault, Page page) {
        return switch (fault.kind()) {
            case REPEATED_CURSOR -> page.leadingTo(page.start());
            case CURSOR_CYCLE -> cycle(page);
            case EMPTY_PAGE_WITH_CURSOR -> page.empty().leadingTo(page.start().again());
            case DUPLICATE_PAGE -> page.leadingTo(page.start().again());
            case SHORT_PAGE -> page.half();
            case EMPTY_LISTING -> page.empty().leadingTo(null);
            default -> page;
        };
    }

    private Page cycle(Page page) {
        Cursor cycleStart = cycleStarts.computeIfAbsent(page.start().chain(), chain -> page.start());
        return cycleStart.equals(page.start()) ? page : page.leadingTo(cycleStart);
    }
}
