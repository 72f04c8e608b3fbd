package dev.squaresync.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.fetcher.ScriptedSquare.Asked;
import dev.squaresync.fetcher.cancellation.CancelledStreams;
import dev.squaresync.localstack.process.FreePorts;
import dev.squaresync.localstack.process.Launcher;
import dev.squaresync.localstack.rabbitmq.RabbitMq;
import dev.squaresync.localstack.rabbitmq.RabbitMqSettings;
import dev.squaresync.message.DataType;
import dev.squaresync.message.RunCancelled;
import dev.squaresync.messaging.Topology;
import dev.squaresync.testsupport.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What nobody wants any more is not fetched. */
@ExtendWith(OutputCaptureExtension.class)
class CancellationTest {

    private static final ScriptedSquare SQUARE = new ScriptedSquare();
    private static final Duration SOON = Duration.ofMinutes(1);

    @AfterAll
    static void close() {
        SQUARE.close();
    }

    @Test
    void the_streams_of_a_cancelled_run_are_neither_planned_nor_fetched_but_all_others_are() {
        SQUARE.answer(request -> ScriptedSquare.json("{}"));
        try (RunningFetcher fetcher = RunningFetcher.start(TestBroker.freshVirtualHost(), SQUARE)) {
            UUID run = UUID.randomUUID();
            cancel(fetcher, run, "catalog");

            fetcher.request(run, "catalog");
            fetcher.request(run, "categories");
            UUID other = fetcher.request("catalog");

            await().atMost(SOON).until(() -> fetcher.published().pages(other).size() == 2);
            await().atMost(SOON).until(() -> fetcher.published().pages(run).size() == 1);
            assertThat(fetcher.published().pages(run))
                    .allMatch(page -> page.page().dataType().name().equals("categories"));
            assertThat(SQUARE.asked()).hasSize(3);
            assertThat(fetcher.published().deadLetters(run)).isEmpty();
        }
    }

    @Test
    void a_stream_that_is_cancelled_while_it_is_read_stops_with_one_log_line(CapturedOutput log) {
        SQUARE.answer(CancellationTest::endlessPages);
        try (RunningFetcher fetcher = RunningFetcher.start(TestBroker.freshVirtualHost(), SQUARE)) {
            UUID run = fetcher.request("catalog");
            await().atMost(SOON).until(() -> fetcher.published().pages(run).size() >= 10);

            cancel(fetcher, run, "catalog");
            cancel(fetcher, run, "catalog");

            await().atMost(SOON).during(Duration.ofSeconds(1)).until(() -> isQuiet(fetcher, run));
            assertThat(log.getAll()).containsOnlyOnce("run " + run + ": cancelled");
            assertThat(fetcher.published().deadLetters(run)).isEmpty();
        }
    }

    @Test
    void cancellations_are_heard_after_the_broker_was_restarted(@TempDir Path folder) {
        RabbitMq broker = broker(folder);
        broker.start();
        try (RunningFetcher fetcher = RunningFetcher.start(addressOf(broker), SQUARE)) {
            cancel(fetcher, UUID.randomUUID(), "orders");

            broker.stop();
            broker.start();

            cancel(fetcher, UUID.randomUUID(), "orders");
        } finally {
            broker.kill();
            broker.stop();
        }
    }

    private int fetchedBefore = -1;

    /** Whether no page came since it was asked last. */
    private boolean isQuiet(RunningFetcher fetcher, UUID run) {
        int fetched = fetcher.published().pages(run).size();
        boolean quiet = fetched == fetchedBefore;
        fetchedBefore = fetched;
        return quiet;
    }

    /** Until it is heard. */
    private static void cancel(RunningFetcher fetcher, UUID run, String dataType) {
        DataType type = DataType.of(dataType);
        await().atMost(SOON).ignoreExceptions().until(() -> {
            fetcher.publish(Topology.RUN_CANCELLED_KEY, new RunCancelled(run, List.of(type)));
            await().atMost(Duration.ofSeconds(2))
                    .until(() -> fetcher.bean(CancelledStreams.class).has(run, type));
            return true;
        });
    }

    private static ScriptedSquare.Answer endlessPages(Asked request) {
        int number = request.cursor().isEmpty() ? 1 : Integer.parseInt(request.cursor());
        return ScriptedSquare.json("{\"cursor\":\"" + (number + 1) + "\"}");
    }

    private static RabbitMq broker(Path folder) {
        List<Integer> ports = FreePorts.take(4);
        return new RabbitMq(
                new RabbitMqSettings(
                        folder.resolve("rabbitmq"),
                        folder.resolve("rabbitmq.log"),
                        ports.get(0),
                        ports.get(1),
                        ports.get(2),
                        ports.get(3),
                        "square-sync",
                        "for-tests-only"),
                Launcher.direct());
    }

    private static TestBroker addressOf(RabbitMq broker) {
        RabbitMqSettings settings = broker.settings();
        return new TestBroker(
                "127.0.0.1",
                settings.port(),
                settings.user(),
                settings.password(),
                "/",
                "http://127.0.0.1:" + settings.managementPort());
    }
}
