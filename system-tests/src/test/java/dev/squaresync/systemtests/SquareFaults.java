package dev.squaresync.systemtests;

import dev.squaresync.localstack.process.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What Square does wrong, and what happens in the shop meanwhile. */
final class SquareFaults {

    private SquareFaults() {}

    static List<FaultKind> all() {
        List<FaultKind> kinds = new ArrayList<>();
        kinds.add(square("rate-limited", ""));
        kinds.add(new FaultKind(
                "Square: rate-limited with Retry-After",
                FaultKind.SQUARE,
                2,
                (stack, times) -> stack.shop()
                        .misbehave("\"kind\": \"rate-limited\", \"retryAfterSeconds\": 1, \"times\": " + times)));
        for (String anywhere :
                List.of("server-error", "html-error", "html-ok", "truncated", "broken-json", "errors-in-200")) {
            kinds.add(square(anywhere, ""));
        }
        for (String ofPages : List.of("expired-cursor", "empty-page-with-cursor", "duplicate-page", "short-page")) {
            kinds.add(square(ofPages, ", \"resource\": \"orders\""));
        }
        kinds.add(new FaultKind(
                "Square: slow body",
                FaultKind.SQUARE,
                1,
                (stack, times) -> stack.shop().misbehave("\"kind\": \"slow-body\", \"times\": 1")));
        kinds.add(new FaultKind("Square: slow", "Square's latency", 2, (stack, seconds) -> {
            stack.shop().latency(1_500);
            Waiting.pause(Duration.ofSeconds(seconds));
            stack.shop().latency(FaultRound.LATENCY_MILLIS);
        }));
        kinds.add(new FaultKind(
                "the shop changes during the run",
                FaultKind.SQUARE,
                2,
                (stack, times) -> stack.shop()
                        .change(
                                "\"orders\": 40, \"newOrders\": 10, \"items\": 5, \"deleteItems\": 1, \"inventory\": 20, \"seed\": "
                                        + times)));
        return kinds;
    }

    private static FaultKind square(String kind, String more) {
        return new FaultKind(
                "Square: " + kind.replace('-', ' '),
                FaultKind.SQUARE,
                2,
                (stack, times) -> stack.shop().misbehave("\"kind\": \"" + kind + "\", \"times\": " + times + more));
    }
}
