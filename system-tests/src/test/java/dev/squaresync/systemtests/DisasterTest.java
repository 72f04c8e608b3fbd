package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.localstack.process.Waiting;
import dev.squaresync.localstack.stack.PartName;
import dev.squaresync.localstack.stack.Service;
import dev.squaresync.localstack.stack.StackSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What happens once in years: each ends as the catalogue of faults says. */
class DisasterTest {

    private static final int LATENCY_MILLIS = 200;
    private static final int PAGES_BEFORE = 6;
    private static final Duration ALARM = Duration.ofSeconds(15);
    private static final Duration WITHOUT_ROOM = Duration.ofSeconds(15);

    @Test
    void a_run_goes_on_after_the_brokers_volume_was_wiped() {
        try (FaultStack stack =
                FaultStack.prepared("disaster-wiped", DisasterTest::small).start()) {
            String id = runInTheMiddle(stack);

            stack.system().kill(PartName.RABBITMQ);
            stack.system().rabbitMq().wipe();
            stack.start(PartName.RABBITMQ);

            // What was in the queues is gone, so the watchdog has to drive the run again.
            assertThat(new PatientRuns(stack.scheduler()).awaitEnd(id)).isEqualTo("COMPLETED");
            new AtRest(stack).check();
        }
    }

    @Test
    void a_memory_alarm_of_the_broker_delays_a_run_and_costs_no_message() {
        try (FaultStack stack =
                FaultStack.prepared("disaster-alarm", DisasterTest::small).start()) {
            String id = runInTheMiddle(stack);

            stack.system().rabbitMq().memoryAlarm(true);
            try {
                Waiting.pause(ALARM);
            } finally {
                stack.system().rabbitMq().memoryAlarm(false);
            }

            assertThat(new PatientRuns(stack.scheduler()).awaitEnd(id)).isEqualTo("COMPLETED");
            assertThat(deadLetters(stack)).isZero();
            new AtRest(stack).check();
        }
    }

    @Test
    void a_full_disk_of_the_database_delays_a_run_and_costs_no_message() {
        FaultStack stack = FaultStack.prepared("disaster-disk", DisasterTest::small);
        try (SmallDisk disk = SmallDisk.at(stack.system().databaseFolder(), "512m")) {
            try (stack) {
                stack.start();
                String id = runInTheMiddle(stack);
                disk.fill();
                await("the disk is full")
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> log(stack).contains("No space left on device"));
                Waiting.pause(WITHOUT_ROOM);

                disk.makeRoom();
                // A server that could not write its log has ended; whoever makes room starts it again.
                stack.start(PartName.POSTGRES);

                assertThat(new PatientRuns(stack.scheduler()).awaitEnd(id)).isEqualTo("COMPLETED");
                assertThat(deadLetters(stack)).isZero();
                new AtRest(stack).check();
            }
        }
    }

    private static StackSettings small(StackSettings settings) {
        return shop(settings, 4_000);
    }

    private static StackSettings shop(StackSettings settings, int orders) {
        return settings.withOrders(orders)
                .withSimulatorArgument("--items=150")
                .withVariable(Service.SCHEDULER, "SCHEDULER_STALLED_AFTER", "10s");
    }

    private static String runInTheMiddle(FaultStack stack) {
        stack.shop().latency(LATENCY_MILLIS);
        String id = new PatientRuns(stack.scheduler()).request(true);
        stack.runs().awaitMiddle(id, PAGES_BEFORE);
        return id;
    }

    private static int deadLetters(FaultStack stack) {
        return stack.mirror().query("select id from scheduler.dead_letters").size();
    }

    private static String log(FaultStack stack) throws IOException {
        Path log = stack.system().part(PartName.POSTGRES).log();
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
