package dev.squaresync.scheduler.desk.deadletters;

import dev.squaresync.scheduler.deadletter.DeadLetterContent;
import dev.squaresync.scheduler.deadletter.DeadLetterDecisions;
import dev.squaresync.scheduler.deadletter.DeadLetters;
import dev.squaresync.scheduler.deadletter.NotOpen;
import dev.squaresync.scheduler.desk.Flash;
import java.security.Principal;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One dead letter: look into it, replay it, discard it. */
@Controller
class DeadLetterViewer {

    private final DeadLetters deadLetters;
    private final DeadLetterDecisions decisions;

    DeadLetterViewer(DeadLetters deadLetters, DeadLetterDecisions decisions) {
        this.deadLetters = deadLetters;
        this.decisions = decisions;
    }

    @GetMapping("/dead-letters/{id}")
    String deadLetter(@PathVariable String id, Model model) {
        DeadLetterContent content =
                deadLetters.content(DeadLetterArea.id(id)).orElseThrow(() -> DeadLetterArea.noSuchDeadLetter(id));
        model.addAllAttributes(DeadLetterArea.of(content.report()));
        model.addAttribute("headers", content.headers());
        model.addAttribute("payload", Payload.of(content));
        return "desk/dead-letter";
    }

    @PostMapping("/dead-letters/{id}/replay")
    String replay(@PathVariable String id, Principal who, RedirectAttributes redirect) {
        UUID letter = DeadLetterArea.id(id);
        try {
            if (!decisions.replay(letter, who.getName())) {
                throw DeadLetterArea.noSuchDeadLetter(id);
            }
            Flash.done("It goes back to its queue. If it fails again, it is open again.")
                    .addTo(redirect);
        } catch (NotOpen e) {
            decidedAlready().addTo(redirect);
        }
        return "redirect:/dead-letters/" + letter;
    }

    @PostMapping("/dead-letters/{id}/discard")
    String discard(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            RedirectAttributes redirect) {
        UUID letter = DeadLetterArea.id(id);
        String why = Reason.of(reason);
        try {
            if (why.isEmpty()) {
                Flash.refused("Nothing was discarded: say why. The reason is the only trace of what is lost with it.")
                        .addTo(redirect);
            } else if (decisions.discard(letter, who.getName(), why)) {
                Flash.done("It is discarded.").addTo(redirect);
            } else {
                throw DeadLetterArea.noSuchDeadLetter(id);
            }
        } catch (NotOpen e) {
            decidedAlready().addTo(redirect);
        }
        return "redirect:/dead-letters/" + letter;
    }

    private static Flash decidedAlready() {
        return Flash.refused("Nothing was done: it has been decided about this dead letter already.");
    }
}
