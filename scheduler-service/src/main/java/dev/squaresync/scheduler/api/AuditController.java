package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.audit.Audit;
import dev.squaresync.scheduler.audit.AuditFilter;
import dev.squaresync.scheduler.audit.AuditPage;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
    ResponseEntity<AuditPage> newest(
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(defaultValue = "50") String limit,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request) {
        AuditFilter filter = new AuditFilter(text("who", who), text("action", action));
        AuditPage page = audit.page(filter, PageSize.of(limit), Cursor.number(before));
        return ResponseEntity.ok().headers(Cursor.next(request, page.next())).body(page);
    }

    private static @Nullable String text(String parameter, @Nullable String value) {
        return value == null ? null : PlainText.requireParameter(parameter, value);
    }
}
