package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.audit.Audit;
import dev.squaresync.scheduler.audit.AuditFilter;
import dev.squaresync.scheduler.audit.AuditPage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has done what. */
@RestController
class AuditController {

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/api/audit")
    AuditPage newest(
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(defaultValue = "50") String limit,
            @RequestParam(required = false) @Nullable String before) {
        AuditFilter filter = new AuditFilter(text("who", who), text("action", action));
        return audit.page(filter, PageSize.of(limit), before == null ? null : id(before));
    }

    private static @Nullable String text(String parameter, @Nullable String value) {
        return value == null ? null : PlainText.require(parameter, value);
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InvalidField("before", "'" + text + "' is no id of an audit entry, which is a number.");
        }
    }
}
