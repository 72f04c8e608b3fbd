package dev.squaresync.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A page has been read from Square and travels to the writer as Square sent it.
 *
 * @param fetchId names this one answer of Square: a page that is fetched twice has two, a message delivered twice has one
 * @param fetchedAt when Square's answer had arrived; orders two versions of an object that Square gives no order to
 * @param body Square's reply; on the wire it is the message's body, and the other fields are a header
 */
public record PageFetched(UUID fetchId, PageId page, Purpose purpose, PageLink link, Instant fetchedAt, RawJson body) {

    public PageFetched {
        // Earlier versions did not say it.
        purpose = purpose == null ? Purpose.MIRROR : purpose;
    }

    /** For the mirror. */
    public PageFetched(UUID fetchId, PageId page, PageLink link, Instant fetchedAt, RawJson body) {
        this(fetchId, page, Purpose.MIRROR, link, fetchedAt, body);
    }
}
