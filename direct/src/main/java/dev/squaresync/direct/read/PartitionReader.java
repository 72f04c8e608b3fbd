package dev.squaresync.direct.read;

import dev.squaresync.fetcher.square.CursorExpired;
import dev.squaresync.fetcher.square.Fingerprint;
import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.fetcher.square.SquareResources;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageId;
import dev.squaresync.message.PageLink;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a partition to its end, page after page. */
final class PartitionReader {

    private static final int MOST_SCANS = 5;
    private static final int DIGEST_LENGTH = 16;

    private final UUID runId;
    private final SquareResources resources;
    private final Destination destination;
    private final Patience patience;
    private final Listener listener;

    PartitionReader(
            UUID runId, SquareResources resources, Destination destination, Patience patience, Listener listener) {
        this.runId = runId;
        this.resources = resources;
        this.destination = destination;
        this.patience = patience;
        this.listener = listener;
    }

    /**
     * Reads what is left.
     *
     * @throws ReadingStuck if Square's cursors lead nowhere, or all reading is stopped
     */
    void read(Stretch stretch) {
        Set<String> cursors = new HashSet<>();
        @Nullable Position position = stretch.from();
        while (position != null && !patience.isStopped()) {
            position = step(stretch, position, cursors);
        }
        if (position != null) {
            throw new ReadingStuck("Reading was stopped, because something else failed for good.");
        }
        patience.until(() -> {
            destination.whole(stretch);
            return true;
        });
        listener.whole(stretch.dataType());
    }

    /** @return where to go on; null: this was the last page */
    private @Nullable Position step(Stretch stretch, Position position, Set<String> cursors) {
        try {
            SquarePage page = patience.until(() ->
                    resources.of(stretch.dataType()).read(stretch.partition().slice(), position.cursor()));
            take(stretch, position, page);
            String next = page.nextCursor();
            if (next == null) {
                return null;
            }
            if (!cursors.add(next)) {
                throw new ReadingStuck("Square's cursors go round in a circle after page " + position.number() + " of "
                        + stretch.partition().label() + ".");
            }
            return position.next(next);
        } catch (CursorExpired e) {
            if (position.scan() >= MOST_SCANS) {
                throw new ReadingStuck("Square's cursor has expired in each of " + MOST_SCANS + " readings of "
                        + stretch.partition().label() + ".");
            }
            cursors.clear();
            return position.nextScan();
        }
    }

    private void take(Stretch stretch, Position position, SquarePage page) {
        ReadPage read = new ReadPage(
                new PageFetched(
                        UUID.randomUUID(),
                        new PageId(
                                runId,
                                stretch.dataType(),
                                stretch.partition().id(),
                                position.scan(),
                                position.number()),
                        link(position.cursor(), page.nextCursor()),
                        page.fetchedAt(),
                        page.body()),
                page.nextCursor());
        PageCounts counts = patience.until(() -> destination.take(read));
        listener.taken(stretch.dataType(), counts);
    }

    private static PageLink link(@Nullable String cursor, @Nullable String next) {
        return new PageLink(cursor == null ? PageLink.START : digest(cursor), next == null ? null : digest(next));
    }

    private static String digest(String cursor) {
        return Fingerprint.of(cursor, DIGEST_LENGTH);
    }
}
