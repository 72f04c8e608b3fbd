package dev.squaresync.cli.doctor.scheduler;

import dev.squaresync.cli.doctor.Finding;
import dev.squaresync.cli.doctor.web.JsonApi;
import dev.squaresync.cli.doctor.web.NoAnswer;
import java.net.URI;

/** What a service says of its own health. */
record ServiceHealth(String service, String path) {

    ServiceHealth(String service) {
        this(service, "actuator/health");
    }

    Finding at(URI address) {
        try {
            String health =
                    JsonApi.open(address).get(path).body().path("status").asString("unknown");
            return found(address, health);
        } catch (NoAnswer e) {
            return Finding.problem(service, e.sentence(), "Start the " + service + ", and look at its log.");
        }
    }

    private Finding found(URI address, String health) {
        String sentence = "Answers at " + address + "; its health is " + health + ".";
        return switch (health) {
            case "UP" -> Finding.ok(service, sentence);
            case "DEGRADED" ->
                Finding.warning(service, sentence, "It waits for something that it needs; do not restart it for that.");
            case "unknown" -> Finding.problem(service, sentence, "Is it really the " + service + " that is there?");
            default -> Finding.problem(service, sentence, "Look at the log of the " + service + ".");
        };
    }
}
