package dev.squaresync.message;

import java.time.Instant;
import java.util.UUID;

/** The writer has committed a page. Said again, with the same content, whenever the page is delivered again. */
public record PageCommitted(UUID fetchId, PageId page, PageLink link, PageCounts counts, Instant committedAt) {}
