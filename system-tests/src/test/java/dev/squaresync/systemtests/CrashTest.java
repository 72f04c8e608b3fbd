package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.localstack.stack.PartName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** kill -9 in the middle of a run: after the restart the run completes by itself, and nothing is missing. */
class CrashTest {

    private static final int LATENCY_MILLIS = 300;
    private static final int PAGES_BEFORE_THE_CRASH = 6;

    private final Stack stack = Stack.running();

    @ParameterizedTest
    @EnumSource(names = {"SCHEDULER", "FETCHER", "WRITER", "NOTIFIER", "RABBITMQ", "POSTGRES"})
    void a_run_survives_the_crash_of(PartName part) {
        stack.mirror().empty();
        stack.shop().latency(LATENCY_MILLIS);
        String id = stack.runs().request("\"full\": true");
        stack.runs().awaitMiddle(id, PAGES_BEFORE_THE_CRASH);

        stack.kill(part);
        stack.shop().latency(0);
        stack.start(part);

        JsonNode run = stack.runs().awaitEnd(id);
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("COMPLETED");
        new MirrorEqualsTruth(stack).check();
    }
}
