package dev.squaresync.scheduler.desk.audit;

import dev.squaresync.scheduler.audit.Audit;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has done what, and when. */
@Controller
class AuditPageController {

    private final AuditArea area;
    private final Audit audit;

    AuditPageController(AuditArea area, Audit audit) {
        this.area = area;
        this.audit = audit;
    }

    @GetMapping("/audit")
    String audit(@RequestParam Map<String, String> parameters, Model model) {
        model.addAllAttributes(area.model(parameters));
        model.addAttribute("everybody", audit.everybody());
        model.addAttribute("actions", audit.actions());
        return "desk/audit";
    }
}
