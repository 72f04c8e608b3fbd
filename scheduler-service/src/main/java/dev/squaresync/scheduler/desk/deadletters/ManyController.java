package dev.squaresync.scheduler.desk.deadletters;

import dev.squaresync.scheduler.deadletter.DeadLetterDecisions;
import dev.squaresync.scheduler.deadletter.DeadLetterGroup;
import dev.squaresync.scheduler.deadletter.DeadLetterState;
import dev.squaresync.scheduler.deadletter.DeadLetters;
import dev.squaresync.scheduler.deadletter.ReplayStarted;
import dev.squaresync.scheduler.desk.Flash;
import dev.squaresync.scheduler.desk.ShopWords;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decisions about many dead letters: first says how many they are, then does it. */
@Controller
class ManyController {

    private final DeadLetters deadLetters;
    private final DeadLetterDecisions decisions;
    private final ReplayJobArea job;
    private final ShopWords shop;

    ManyController(DeadLetters deadLetters, DeadLetterDecisions decisions, ReplayJobArea job, ShopWords shop) {
        this.deadLetters = deadLetters;
        this.decisions = decisions;
        this.job = job;
        this.shop = shop;
    }

    @GetMapping("/dead-letters/replay")
    String askForReplay(@RequestParam Map<String, String> parameters, Model model) {
        return ask("replay", parameters, model);
    }

    @GetMapping("/dead-letters/discard")
    String askForDiscard(@RequestParam Map<String, String> parameters, Model model) {
        return ask("discard", parameters, model);
    }

    private String ask(String decision, Map<String, String> parameters, Model model) {
        DeadLettersQuery query = DeadLettersQuery.of(parameters);
        List<DeadLetterGroup> groups = deadLetters.groups(query.filter().whichAre(DeadLetterState.OPEN));
        model.addAttribute("decision", decision);
        model.addAttribute("query", query);
        model.addAttribute("groups", groups);
        model.addAttribute(
                "number", groups.stream().mapToLong(DeadLetterGroup::count).sum());
        return "desk/dead-letters-decision";
    }

    @PostMapping("/dead-letters/replay")
    String replay(@RequestParam Map<String, String> parameters, Principal who, RedirectAttributes redirect) {
        DeadLettersQuery query = DeadLettersQuery.of(parameters);
        ReplayStarted started = decisions.replay(query.filter(), who.getName());
        UUID id = started.job();
        if (id == null) {
            Flash.refused("Nothing was replayed: no open dead letter matches any more.")
                    .addTo(redirect);
            return "redirect:" + query.newest();
        }
        return "redirect:/dead-letters/jobs/" + id;
    }

    @PostMapping("/dead-letters/discard")
    String discard(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            RedirectAttributes redirect) {
        DeadLettersQuery query = DeadLettersQuery.of(parameters);
        String why = Reason.of(reason);
        if (why.isEmpty()) {
            Flash.refused("Nothing was discarded: say why. The reason is the only trace of what is lost with them.")
                    .addTo(redirect);
            return "redirect:" + query.discard();
        }
        int discarded = decisions.discard(query.filter(), who.getName(), why);
        Flash.done(shop.count(discarded, "dead letter is", "dead letters are") + " discarded.")
                .addTo(redirect);
        return "redirect:" + query.newest();
    }

    @GetMapping("/dead-letters/jobs/{id}")
    String job(@PathVariable String id, Model model) {
        model.addAllAttributes(job.model(Map.of("id", id)));
        return "desk/replay-job";
    }
}
