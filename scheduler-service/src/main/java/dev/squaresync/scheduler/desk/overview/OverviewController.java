package dev.squaresync.scheduler.desk.overview;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Can the data be trusted this morning? */
@Controller
class OverviewController {

    private final OverviewAreas areas;
    private final NightCharts charts;

    OverviewController(OverviewAreas areas, NightCharts charts) {
        this.areas = areas;
        this.charts = charts;
    }

    @GetMapping("/")
    String overview(Model model) {
        model.addAllAttributes(areas.model(Map.of()));
        model.addAttribute("charts", charts.charts());
        return "desk/overview";
    }
}
