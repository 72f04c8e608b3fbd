package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.status.Status;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One answer to "did last night go well?". */
@RestController
class StatusController {

    private final Status status;

    StatusController(Status status) {
        this.status = status;
    }

    @GetMapping("/api/status")
    StatusBody status() {
        return StatusBody.of(status.now());
    }
}
