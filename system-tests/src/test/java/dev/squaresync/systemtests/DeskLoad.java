package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.localstack.stack.PartName;
import dev.squaresync.localstack.stack.Service;
import dev.squaresync.localstack.stack.StackSettings;
import dev.squaresync.localstack.stack.SystemStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Measures a full sync without and with fifty open live pages and twenty requests a second, in turn, on one machine in one go. It takes
 * minutes and wants a quiet machine, so it runs only when it is asked for: {@code -Dtest=DeskLoad}, with the system property
 * {@code load.rounds}.
 */
class DeskLoad {

    private static final int DASHBOARDS = 50;
    private static final int REQUESTS_A_SECOND = 20;
    private static final Duration SLOWEST_ANSWER = Duration.ofMillis(250);
    private static final double LONGEST_SYNC = 1.10;

    private final int rounds = Integer.getInteger("load.rounds", 5);
    private final int orders = Integer.getInteger("load.orders", 30_391);

    @Test
    void a_crowd_at_the_desk_neither_waits_nor_slows_the_sync() throws Exception {
        DeskLoadReport report = new DeskLoadReport();
        try (SystemStack stack = start()) {
            Runs runs = new Runs(
                    stack.endpoints().get("SCHEDULER_URL"), stack.endpoints().get("API_TOKEN"));
            Mirror mirror = new Mirror(stack.endpoints().get("DATABASE_URL"));
            // Services that have just started are slow; the first rounds are for them.
            sync(stack, runs, mirror, false, new DeskLoadReport());
            sync(stack, runs, mirror, true, new DeskLoadReport());
            for (int round = 1; round <= rounds; round++) {
                boolean crowdFirst = round % 2 == 0;
                sync(stack, runs, mirror, crowdFirst, report);
                sync(stack, runs, mirror, !crowdFirst, report);
                System.out.println("Round " + round + " of " + rounds + ": " + report.latest());
            }
        } finally {
            report.write(Path.of(System.getProperty("checkout"), "system-tests/target/desk-load.md"));
            System.out.println(report.markdown());
        }
        assertThat(report.failures()).isEmpty();
        assertThat(report.answer(0.99)).as("99 of 100 answers").isLessThan(SLOWEST_ANSWER);
        assertThat(report.longer()).as("times the sync takes").isLessThanOrEqualTo(LONGEST_SYNC);
    }

    private void sync(SystemStack stack, Runs runs, Mirror mirror, boolean crowded, DeskLoadReport report)
            throws IOException, InterruptedException {
        mirror.empty();
        mirror.settle();
        if (!crowded) {
            Duration before = work(stack);
            Duration sync = took(runs.awaitEnd(runs.request("\"full\": true")));
            report.quiet(sync, work(stack).minus(before));
            return;
        }
        try (DeskCrowd crowd = new DeskCrowd(stack.endpoints())) {
            Duration before = work(stack);
            String run = runs.request("\"full\": true");
            crowd.watch(run, DASHBOARDS / 2);
            crowd.ask(run, REQUESTS_A_SECOND);
            Duration sync = took(runs.awaitEnd(run));
            report.crowded(sync, work(stack).minus(before), crowd);
        }
    }

    /** The scheduler's CPU time so far. */
    private static Duration work(SystemStack stack) {
        return ProcessHandle.of(stack.part(PartName.SCHEDULER).pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    private static Duration took(JsonNode run) {
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("COMPLETED");
        return Duration.between(
                Instant.parse(run.path("requestedAt").asString()),
                Instant.parse(run.path("endedAt").asString()));
    }

    private SystemStack start() throws IOException {
        Path checkout = Path.of(System.getProperty("checkout"));
        Path home = Files.createDirectories(checkout.resolve("system-tests/target/desk-load"));
        SystemStack stack = SystemStack.of(StackSettings.inFolder(checkout, home)
                .withOrders(orders)
                .withTimeZone("Europe/Berlin")
                // What is measured is this system, not a limit that protects Square.
                .withVariable(Service.FETCHER, "SQUARE_REQUESTS_PER_SECOND", "100000"));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.start();
        return stack;
    }
}
