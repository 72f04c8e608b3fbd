package dev.squaresync.fetcher.page;

import dev.squaresync.fetcher.square.Fingerprint;
import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.message.FetchPage;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageId;
import dev.squaresync.message.PageLink;
import dev.squaresync.message.RawJson;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is published for a page that was fetched: the page, in parts if it is too large, and the question for the next one. */
final class PageMessages {

    private static final int DIGEST_LENGTH = 16;

    private final PageParts parts;

    PageMessages(PageParts parts) {
        this.parts = parts;
    }

    /**
     * All messages, pages first.
     *
     * @throws CursorRepeats if the page leads back to one before
     */
    List<Outgoing> of(FetchPage request, SquarePage page) {
        PageLink link = link(request.cursor(), page.nextCursor());
        List<RawJson> bodies = parts.of(page);
        int last = request.number() + bodies.size() - 1;
        String mark = LoopGuard.nextMark(request.loopMark(), link, request.number(), last);

        List<Outgoing> messages = new ArrayList<>(pages(request, page, link, bodies));
        if (page.nextCursor() != null) {
            messages.add(toFetch(request.next(last + 1, page.nextCursor(), mark)));
        }
        return messages;
    }

    /** All pages of a look-up: Square was asked for them at once, so there is no question for a next one. */
    List<Outgoing> ofLookUp(FetchPage request, List<SquarePage> answers) {
        List<Outgoing> messages = new ArrayList<>();
        FetchPage asked = request;
        for (SquarePage answer : answers) {
            List<RawJson> bodies = parts.of(answer);
            messages.addAll(pages(asked, answer, link(asked.cursor(), answer.nextCursor()), bodies));
            asked = asked.next(asked.number() + bodies.size(), String.valueOf(answer.nextCursor()), null);
        }
        return messages;
    }

    /** The first page of the same partition's next scan. */
    Outgoing nextScan(FetchPage request) {
        return toFetch(request.again());
    }

    private static List<Outgoing> pages(FetchPage request, SquarePage page, PageLink link, List<RawJson> bodies) {
        List<Outgoing> messages = new ArrayList<>(bodies.size());
        // Inner links belong to this one answer: another answer to the same question may be split elsewhere.
        String answer = UUID.randomUUID().toString();
        PageId id = request.page();
        String cursor = link.cursor();
        for (int i = 1; i <= bodies.size(); i++) {
            String next = i == bodies.size() ? link.next() : answer + "#" + (i + 1);
            PageFetched fetched = new PageFetched(
                    UUID.randomUUID(),
                    id,
                    request.purpose(),
                    new PageLink(cursor, next),
                    page.fetchedAt(),
                    bodies.get(i - 1));
            messages.add(new Outgoing(Topology.FETCHER_EXCHANGE, Topology.pageFetchedKey(request.dataType()), fetched));
            id = id.next();
            cursor = String.valueOf(next);
        }
        return messages;
    }

    private static Outgoing toFetch(FetchPage next) {
        return new Outgoing(Topology.FETCHER_EXCHANGE, Topology.fetchPageKey(next.dataType()), next);
    }

    private static PageLink link(@Nullable String cursor, @Nullable String next) {
        return new PageLink(cursor == null ? PageLink.START : digest(cursor), next == null ? null : digest(next));
    }

    private static String digest(String cursor) {
        return Fingerprint.of(cursor, DIGEST_LENGTH);
    }
}
