package dev.squaresync.scheduler.api;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.api.problem.NotThere;
import dev.squaresync.scheduler.run.Trigger;
import dev.squaresync.scheduler.run.VerificationStarter;
import dev.squaresync.scheduler.run.VerificationTable;
import dev.squaresync.scheduler.schedule.ScheduleSettings;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Compare the mirror with Square, and see what came of it. */
@RestController
class VerificationController {

    private final VerificationStarter starter;
    private final VerificationTable verifications;
    private final KnownDataTypes known;
    private final ScheduleSettings shop;
    private final RunAnswers answers;

    VerificationController(
            VerificationStarter starter,
            VerificationTable verifications,
            KnownDataTypes known,
            ScheduleSettings shop,
            RunAnswers answers) {
        this.starter = starter;
        this.verifications = verifications;
        this.known = known;
        this.shop = shop;
        this.answers = answers;
    }

    @PostMapping("/api/verifications")
    ResponseEntity<RunBody> verify(
            @RequestBody(required = false) @Nullable VerificationRequest request,
            @RequestHeader(name = IdempotencyKeyHeader.NAME, required = false) @Nullable String key,
            Principal principal) {
        VerificationRequest asked = request == null ? VerificationRequest.ALL : request;
        List<DataType> wanted = asked.dataTypes() == null ? List.of() : known.named(asked.dataTypes());
        boolean repair = asked.isToRepair();
        String caller = principal.getName();
        return answers.started(
                () -> starter.start(wanted, repair, Trigger.REQUEST, caller, shop.zone()),
                key,
                caller,
                (repair ? "verify and repair " : "verify ") + wanted);
    }

    @GetMapping("/api/sync-runs/{id}/verification")
    List<VerificationBody> result(@PathVariable String id) {
        List<VerificationBody> found = verifications.of(RunAnswers.id(id)).stream()
                .map(VerificationBody::of)
                .toList();
        if (found.isEmpty()) {
            throw new NotThere("There is no verification " + id + ".");
        }
        return found;
    }
}
