package dev.squaresync.scheduler.desk.audit;

import dev.squaresync.scheduler.audit.Audit;
import dev.squaresync.scheduler.audit.AuditPage;
import dev.squaresync.scheduler.desk.live.LiveView;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What of the audit stays up to date: its entries. */
@Component
class AuditArea implements LiveView {

    static final String NAME = "audit";

    private static final int ENTRIES = 50;

    private final Audit audit;

    AuditArea(Audit audit) {
        this.audit = audit;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String template() {
        return "desk/audit-area";
    }

    @Override
    public Map<String, Object> model(Map<String, String> parameters) {
        AuditQuery query = AuditQuery.of(parameters);
        AuditPage page = audit.page(query.filter(), ENTRIES, query.before());
        Long next = page.next();
        Map<String, Object> model = new HashMap<>();
        model.put("query", query);
        model.put("lines", page.entries().stream().map(AuditLine::of).toList());
        model.put("newest", query.before() == null ? null : query.newest());
        model.put("older", next == null ? null : query.olderThan(next));
        return model;
    }
}
