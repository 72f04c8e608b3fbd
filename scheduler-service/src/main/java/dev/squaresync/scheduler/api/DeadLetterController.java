package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.NotThere;
import dev.squaresync.scheduler.deadletter.DeadLetterDecisions;
import dev.squaresync.scheduler.deadletter.DeadLetterGroup;
import dev.squaresync.scheduler.deadletter.DeadLetterPage;
import dev.squaresync.scheduler.deadletter.DeadLetterReport;
import dev.squaresync.scheduler.deadletter.DeadLetters;
import dev.squaresync.scheduler.deadletter.ReplayStarted;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters: look at them, send them back to their queues, discard them. */
@RestController
@RequestMapping("/api/dead-letters")
class DeadLetterController {

    private final DeadLetters deadLetters;
    private final DeadLetterDecisions decisions;

    DeadLetterController(DeadLetters deadLetters, DeadLetterDecisions decisions) {
        this.deadLetters = deadLetters;
        this.decisions = decisions;
    }

    record Groups(List<DeadLetterGroup> groups) {}

    /** @param discarded how many */
    record Discarded(int discarded) {}

    @GetMapping
    ResponseEntity<DeadLetterPage> newest(
            @ModelAttribute DeadLetterQuery query,
            @RequestParam(defaultValue = "50") String limit,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request) {
        DeadLetterPage page = deadLetters.newest(query.filter(), PageSize.of(limit), Cursor.uuid(before));
        return ResponseEntity.ok().headers(Cursor.next(request, page.next())).body(page);
    }

    @GetMapping("/groups")
    Groups groups(@ModelAttribute DeadLetterQuery query) {
        return new Groups(deadLetters.groups(query.filter()));
    }

    @GetMapping("/{id}")
    DeadLetterDetail one(@PathVariable String id) {
        return deadLetters.content(id(id)).map(DeadLetterDetail::of).orElseThrow(() -> noSuchDeadLetter(id));
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeadLetterReport replay(@PathVariable String id, Principal principal) {
        boolean found = decisions.replay(id(id), principal.getName());
        return decided(id, found);
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReplayStarted replay(@RequestBody(required = false) @Nullable DeadLetterSelection selection, Principal principal) {
        DeadLetterSelection selected = Objects.requireNonNullElse(selection, DeadLetterSelection.NOTHING);
        return decisions.replay(selected.filter(), principal.getName());
    }

    @PostMapping("/{id}/discard")
    DeadLetterReport discard(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable DiscardReason reason,
            Principal principal) {
        String why = Objects.requireNonNullElse(reason, DiscardReason.NONE).text();
        boolean found = decisions.discard(id(id), principal.getName(), why);
        return decided(id, found);
    }

    @PostMapping("/discard")
    Discarded discard(@RequestBody(required = false) @Nullable DiscardRequest request, Principal principal) {
        DiscardRequest asked = Objects.requireNonNullElse(request, DiscardRequest.NOTHING);
        return new Discarded(decisions.discard(asked.filter(), principal.getName(), asked.why()));
    }

    private DeadLetterReport decided(String id, boolean found) {
        if (!found) {
            throw noSuchDeadLetter(id);
        }
        return deadLetters.find(id(id)).orElseThrow(() -> noSuchDeadLetter(id));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw noSuchDeadLetter(text);
        }
    }

    private static NotThere noSuchDeadLetter(String id) {
        return new NotThere("There is no dead letter " + id + ".");
    }
}
