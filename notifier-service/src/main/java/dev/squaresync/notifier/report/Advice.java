package dev.squaresync.notifier.report;

import static java.util.stream.Collectors.joining;

import dev.squaresync.message.DataType;
import java.util.List;

/** What a person can do about a failure, by its code. */
final class Advice {

    private Advice() {}

    static String on(String code, List<DataType> dataTypes) {
        String again = "./square-sync sync"
                + dataTypes.stream().map(dataType -> " --data-type " + dataType).collect(joining());
        return switch (code) {
            case "square-unauthorized" ->
                "The access token is wrong, expired or revoked. Make a new one in Square's Developer Console, set it as "
                        + "SQUARE_ACCESS_TOKEN for the fetcher, restart the fetcher, then: " + again;
            case "square-forbidden" ->
                "Give the token the permission that is missing, in Square's Developer Console, then: " + again;
            case "square-redirected" ->
                "Check SQUARE_BASE_URL. A redirect is not followed, so that the token goes nowhere else. Then: "
                        + again;
            case "square-unavailable" -> "See whether Square has an outage (issquareup.com). Afterwards: " + again;
            case "no-locations" ->
                "Check that SQUARE_ACCESS_TOKEN belongs to the shop's own Square account, then: " + again;
            case "not-as-in-square" -> {
                String repair = "./square-sync verify"
                        + dataTypes.stream().map(type -> " --data-type " + type).collect(joining()) + " --repair";
                yield "See which objects on the run's page; to make them what Square has: " + repair;
            }
            case "page-not-written" ->
                "Look at the writer's log and at PostgreSQL (disk space, connections, locks), then: " + again;
            case "square-rejected", "square-reply-too-large", "square-cursor-repeats", "square-cursor-expires" ->
                "Try once more: " + again
                        + ". If it fails the same way, show this mail to whoever maintains square-sync.";
            default -> "Look at the run and at the services' logs, then: " + again;
        };
    }
}
