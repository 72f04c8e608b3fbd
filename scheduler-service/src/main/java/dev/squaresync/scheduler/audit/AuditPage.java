package dev.squaresync.scheduler.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the audit, the newest first.
 *
 * @param next the id that the next older entries come before; null: there are none
 */
public record AuditPage(List<AuditEntry> entries, @Nullable Long next) {}
