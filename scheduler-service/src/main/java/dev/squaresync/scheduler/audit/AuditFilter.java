package dev.squaresync.scheduler.audit;

import org.jspecify.annotations.Nullable;

/** Which entries are meant; null: any. */
public record AuditFilter(@Nullable String who, @Nullable String action) {

    public static final AuditFilter ANY = new AuditFilter(null, null);
}
