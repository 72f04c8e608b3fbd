package dev.squaresync.scheduler.desk.audit;

import dev.squaresync.scheduler.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit and where it leads.
 *
 * @param link to what it was done to; null: it has no page
 */
public record AuditLine(AuditEntry entry, @Nullable String link) {

    static AuditLine of(AuditEntry entry) {
        return new AuditLine(entry, link(entry.action(), entry.subject()));
    }

    private static @Nullable String link(String action, @Nullable String subject) {
        String kind = action.substring(0, Math.max(0, action.indexOf('.')));
        return switch (kind) {
            case "run" -> subject == null ? "/runs" : "/runs/" + subject;
            case "dead-letter" -> subject == null ? "/dead-letters?state=any" : "/dead-letters/" + subject;
            case "schedule" -> subject == null ? "/schedules" : "/schedules/" + subject;
            default -> null;
        };
    }
}
