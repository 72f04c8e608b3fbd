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
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What happens once in years, one after the other to the same stack: each ends as the catalogue of faults says. */
@TestInstance(Lifecycle.PER_CLASS)
class DisasterTest {

    private static final int LATENCY_MILLIS = 300;
    private static final int PAGES_BEFORE = 6;
    private static final Duration ALARM = Duration.ofSeconds(15);
    private static final Duration WITHOUT_ROOM = Duration.ofSeconds(15);

    private final FaultStack stack = FaultStack.prepared("disaster", DisasterTest::small);
    private final Optional<SmallDisk> disk = SmallDisk.at(stack.system().databaseFolder(), "768m");

    @BeforeAll
    void start() {
        stack.start();
    }

    @AfterAll
    void close() {
        stack.close();
        disk.ifPresent(SmallDisk::close);
    }

    @Test
    void a_run_goes_on_after_the_brokers_volume_was_wiped() {
        String id = runInTheMiddle();

        stack.system().kill(PartName.RABBITMQ);
        stack.system().rabbitMq().wipe();
        stack.start(PartName.RABBITMQ);

        // What was in the queues is gone, so the watchdog has to drive the run again.
        completes(id);
    }

    @Test
    void a_memory_alarm_of_the_broker_delays_a_run_and_costs_no_message() {
        int before = deadLetters();
        String id = runInTheMiddle();

        stack.system().rabbitMq().memoryAlarm(true);
        try {
            Waiting.pause(ALARM);
        } finally {
            stack.system().rabbitMq().memoryAlarm(false);
        }

        completes(id);
        assertThat(deadLetters()).isEqualTo(before);
    }

    @Test
    void a_full_disk_of_the_database_delays_a_run_and_costs_no_message() throws IOException {
        Assumptions.assumeTrue(disk.isPresent(), "Only root may mount a disk: the test of a full disk is skipped");
        int before = deadLetters();
        int logged = log().length();
        String id = runInTheMiddle();

        disk.get().fill();
        await("the disk is full")
                .atMost(Duration.ofMinutes(3))
                .until(() -> log().substring(logged).contains("No space left on device"));
        Waiting.pause(WITHOUT_ROOM);
        disk.get().makeRoom();
        // A server that could not write its log has ended; whoever makes room starts it again.
        stack.start(PartName.POSTGRES);

        completes(id);
        assertThat(deadLetters()).isEqualTo(before);
    }

    private static StackSettings small(StackSettings settings) {
        return QuickStart.of(settings)
                .withOrders(4_000)
                .withSimulatorArgument("--items=150")
                .withVariable(Service.SCHEDULER, "SCHEDULER_STALLED_AFTER", "15s");
    }

    /** A run that has everything to bring, and most of it still to come. */
    private String runInTheMiddle() {
        stack.mirror().forget();
        stack.shop().latency(LATENCY_MILLIS);
        String id = new PatientRuns(stack.scheduler()).request(RoundWork.FULL);
        stack.runs().awaitMiddle(id, PAGES_BEFORE);
        return id;
    }

    private void completes(String id) {
        stack.shop().latency(0);
        assertThat(new PatientRuns(stack.scheduler()).awaitEnd(id)).isEqualTo("COMPLETED");
        new AtRest(stack).check();
    }

    private int deadLetters() {
        return stack.mirror().query("select id from scheduler.dead_letters").size();
    }

    private String log() throws IOException {
        Path log = stack.system().part(PartName.POSTGRES).log();
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
