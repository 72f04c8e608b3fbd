package dev.squaresync.scheduler.desk.system;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The parts of the system: queues, workers, what they need, and what people were told. */
@Controller
class SystemPageController {

    private final SystemArea area;

    SystemPageController(SystemArea area) {
        this.area = area;
    }

    @GetMapping("/system")
    String system(Model model) {
        model.addAllAttributes(area.model(Map.of()));
        return "desk/system";
    }
}
