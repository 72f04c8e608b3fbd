package dev.squaresync.scheduler.desk.runs;

import dev.squaresync.scheduler.desk.Flash;
import dev.squaresync.scheduler.desk.NoSuchThing;
import dev.squaresync.scheduler.run.NothingToRollBack;
import dev.squaresync.scheduler.run.RollbackStarter;
import dev.squaresync.scheduler.run.RunActive;
import java.security.Principal;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Undoes what a run did; first as a preview, whose page has the button for it. */
@Controller
class RollbackPageController {

    private final RollbackStarter starter;

    RollbackPageController(RollbackStarter starter) {
        this.starter = starter;
    }

    @PostMapping("/runs/{id}/rollback")
    String rollBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean dryRun,
            Principal who,
            RedirectAttributes redirect) {
        try {
            UUID runId = starter.start(id, dryRun, who.getName())
                    .orElseThrow(() -> new NoSuchThing("There is no run " + id + "."));
            Flash.done(
                            dryRun
                                    ? "The preview is requested. This page shows it."
                                    : "The roll-back is requested. This page follows it.")
                    .addTo(redirect);
            return "redirect:/runs/" + runId;
        } catch (RunActive e) {
            Flash.refused("Nothing was rolled back: " + e.getMessage())
                    .withLink("/runs/" + e.streams().get(0).runId(), "See the run in the way")
                    .addTo(redirect);
        } catch (NothingToRollBack e) {
            Flash.refused(String.valueOf(e.getMessage())).addTo(redirect);
        }
        return "redirect:/runs/" + id;
    }
}
