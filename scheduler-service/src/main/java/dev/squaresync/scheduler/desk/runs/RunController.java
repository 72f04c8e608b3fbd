package dev.squaresync.scheduler.desk.runs;

import dev.squaresync.scheduler.desk.Flash;
import dev.squaresync.scheduler.desk.NoSuchThing;
import dev.squaresync.scheduler.run.RunCanceller;
import dev.squaresync.scheduler.run.RunHasEnded;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One run: look at it, cancel it. */
@Controller
class RunController {

    private static final int LONGEST_REASON = 500;

    private final RunAreas areas;
    private final RunCanceller canceller;

    RunController(RunAreas areas, RunCanceller canceller) {
        this.areas = areas;
        this.canceller = canceller;
    }

    @GetMapping("/runs/{id}")
    String run(@PathVariable String id, Model model) {
        model.addAllAttributes(areas.model(Map.of("id", id)));
        return "desk/run";
    }

    @PostMapping("/runs/{id}/cancel")
    String cancel(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Principal who,
            RedirectAttributes redirect) {
        cancel(id, who.getName(), line(reason)).addTo(redirect);
        return "redirect:/runs/" + id;
    }

    private Flash cancel(UUID id, String who, @Nullable String reason) {
        try {
            if (!canceller.cancel(id, who, reason)) {
                throw new NoSuchThing("There is no run " + id + ".");
            }
            return Flash.done("The run is cancelled. What it has written stays.");
        } catch (RunHasEnded e) {
            return Flash.refused("The run had ended already, so there was nothing to cancel.");
        }
    }

    /** One line of plain text; null: none was given. */
    private static @Nullable String line(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return null;
        }
        String plain = reason.strip().replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
        return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON);
    }
}
