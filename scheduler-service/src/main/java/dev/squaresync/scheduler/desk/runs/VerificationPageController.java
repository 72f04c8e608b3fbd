package dev.squaresync.scheduler.desk.runs;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.desk.Flash;
import dev.squaresync.scheduler.desk.ShopWords;
import dev.squaresync.scheduler.run.NothingToVerify;
import dev.squaresync.scheduler.run.RunActive;
import dev.squaresync.scheduler.run.Trigger;
import dev.squaresync.scheduler.run.VerificationStarter;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Compares the mirror with Square, and repairs it. */
@Controller
class VerificationPageController {

    private final VerificationStarter starter;
    private final ShopWords shop;

    VerificationPageController(VerificationStarter starter, ShopWords shop) {
        this.starter = starter;
        this.shop = shop;
    }

    /** @param dataType null: all */
    @PostMapping("/verifications")
    String verify(
            @RequestParam(required = false) @Nullable String dataType,
            @RequestParam(defaultValue = "false") boolean repair,
            Principal who,
            RedirectAttributes redirect) {
        List<DataType> dataTypes = dataType == null ? List.of() : List.of(DataType.of(dataType));
        try {
            UUID id = starter.start(dataTypes, repair, Trigger.REQUEST, who.getName(), shop.zone());
            Flash.done("The comparison is requested. This page follows it.").addTo(redirect);
            return "redirect:/runs/" + id;
        } catch (RunActive e) {
            Flash.refused("Nothing was compared: " + e.getMessage())
                    .withLink("/runs/" + e.streams().get(0).runId(), "See the run in the way")
                    .addTo(redirect);
        } catch (NothingToVerify e) {
            Flash.refused(String.valueOf(e.getMessage())).addTo(redirect);
        }
        return "redirect:/";
    }
}
