package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.audit.Audit;
import dev.squaresync.scheduler.audit.AuditEntry;
import java.util.List;
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

    /** @param next the id that the next older entries come before; null: there are none */
    record AuditBody(List<AuditEntry> entries, @Nullable Long next) {}

    @GetMapping("/api/audit")
    AuditBody newest(
            @RequestParam(defaultValue = "50") String limit, @RequestParam(required = false) @Nullable String before) {
        int size = PageSize.of(limit);
        List<AuditEntry> found = audit.newest(size + 1, before == null ? null : id(before));
        if (found.size() <= size) {
            return new AuditBody(found, null);
        }
        return new AuditBody(found.subList(0, size), found.get(size - 1).id());
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InvalidField("before", "'" + text + "' is no id of an audit entry, which is a number.");
        }
    }
}
