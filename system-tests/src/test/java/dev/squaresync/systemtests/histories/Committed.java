package dev.squaresync.systemtests.histories;

import dev.squaresync.message.PageCommitted;
import dev.squaresync.message.RunState;
import dev.squaresync.message.SyncEnded;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.amqp.core.Message;

/** What the services have said so far, to hold them to it. */
final class Committed {

    private final Map<UUID, PageCommitted> pages = new HashMap<>();
    private final Map<UUID, RunState> ends = new HashMap<>();

    void hear(Message message) {
        String type = String.valueOf(message.getMessageProperties().getType());
        if (type.startsWith("page-committed")) {
            PageCommitted page = (PageCommitted) Words.read(message);
            PageCommitted before = pages.putIfAbsent(page.fetchId(), page);
            if (before != null && !before.equals(page)) {
                throw new Violation("A page is told of in two ways: " + before.counts() + " at " + before.committedAt()
                        + ", then " + page.counts() + " at " + page.committedAt());
            }
        }
        if (type.startsWith("sync-ended")) {
            SyncEnded ended = (SyncEnded) Words.read(message);
            ends.put(ended.runId(), ended.state());
        }
    }

    /** The run's end was told. */
    void checkEnd(UUID runId, RunState state) {
        if (ends.get(runId) != state) {
            throw new Violation("The run ended " + state + ", and the last that was said of it is " + ends.get(runId));
        }
    }
}
