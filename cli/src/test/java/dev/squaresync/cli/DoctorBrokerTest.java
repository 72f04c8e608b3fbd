package dev.squaresync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorBrokerTest {

    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("monitor:p@ss".getBytes(StandardCharsets.UTF_8));
    private static final String QUEUES = "GET /api/queues/%2F";

    private final StandInScheduler scheduler = new StandInScheduler();
    private final StandInApi broker = new StandInApi(LOGIN);
    private TestCli cli;

    @BeforeEach
    void pointAtAHealthyBroker(@TempDir Path checkout) {
        cli = new TestCli(scheduler, checkout);
        cli.environment().put("RABBITMQ_MANAGEMENT_URL", "http://127.0.0.1:" + broker.port());
        cli.environment().put("RABBITMQ_URL", "amqp://monitor:p%40ss@127.0.0.1:5672/%2F");
        broker.on("GET /api/overview", 200, "{\"rabbitmq_version\": \"3.10.8\"}")
                .on("GET /api/nodes", 200, node("false"))
                .on(QUEUES, 200, queues(2, 0));
    }

    @AfterEach
    void stop() {
        scheduler.close();
        broker.close();
    }

    @Test
    void every_queue_of_the_topology_is_looked_at() {
        cli.command("doctor");

        assertThat(cli.out())
                .containsPattern("ok +RabbitMQ +Version 3.10.8 answers")
                .containsPattern("ok +node rabbit@x +No");
        for (WorkQueue queue : Topology.WORK_QUEUES) {
            assertThat(cli.out()).contains("ok          queue " + queue.name().replace("square-sync.", ""));
        }
        assertThat(cli.out().lines().filter(line -> line.contains(" queue "))).hasSize(Topology.WORK_QUEUES.size());
    }

    @Test
    void a_queue_that_is_missing_or_that_nobody_works_off_names_the_service_to_look_at() {
        broker.on(
                QUEUES,
                200,
                queues(2, 0)
                        .replace("square-sync.writer.pages\"", "other\"")
                        .replace(
                                "\"square-sync.fetcher.pages\", \"consumers\": 2",
                                "\"square-sync.fetcher.pages\", \"consumers\": 0"));

        assertThat(cli.command("doctor")).isEqualTo(4);

        assertThat(cli.out())
                .containsPattern("PROBLEM +queue writer.pages +There is no square-sync.writer.pages\\.")
                .contains("→ The writer makes it when it connects")
                .containsPattern("PROBLEM +queue fetcher.pages +Nobody works it off\\. Consumers: 0, messages: 0\\.")
                .contains("→ The fetcher does not run, or waits for something that is down");
    }

    @Test
    void retries_a_full_queue_and_dead_letters_that_nobody_collected_are_seen() {
        broker.on(QUEUES, 200, queues(2, 20_000));

        cli.command("doctor");

        assertThat(cli.out())
                .containsPattern(
                        "WARNING +queue fetcher.streams +It is unusually full\\. Consumers: 2, messages: 20000\\.")
                .containsPattern("WARNING +retries +Messages that failed and wait for another try: 7\\.")
                .containsPattern("PROBLEM +dead in RabbitMQ +Dead letters that the scheduler has not collected: 3\\.");
    }

    @Test
    void an_alarm_is_a_problem() {
        broker.on("GET /api/nodes", 200, node("true"));

        assertThat(cli.command("doctor")).isEqualTo(4);

        assertThat(cli.out())
                .containsPattern("PROBLEM +node rabbit@x +Memory alarm: it takes no messages\\.")
                .doesNotContain("No alarms");
    }

    @Test
    void a_login_that_is_refused_is_a_problem_and_never_shown() {
        cli.environment().put("RABBITMQ_URL", "amqp://monitor:secret-word@127.0.0.1:5672");

        cli.command("doctor");

        assertThat(cli.out())
                .containsPattern("PROBLEM +RabbitMQ +Its management API answers HTTP 401\\.")
                .contains("tag monitoring")
                .doesNotContain("secret-word");
    }

    @Test
    void a_broker_that_is_gone_is_a_problem() {
        broker.close();

        assertThat(cli.command("doctor")).isEqualTo(4);

        assertThat(cli.out()).containsPattern("PROBLEM +RabbitMQ +Nothing accepts a connection at");
    }

    private static String node(String memoryAlarm) {
        return "[{\"name\": \"rabbit@x\", \"running\": true, \"mem_alarm\": " + memoryAlarm
                + ", \"disk_free_alarm\": false, \"partitions\": []}]";
    }

    /** @param trouble messages in the first queue; if any, also some in its ladder and its dead letters */
    private static String queues(int consumers, int trouble) {
        String work = Topology.WORK_QUEUES.stream()
                .map(queue -> queue(queue.name(), consumers, queue == Topology.STREAMS_TO_PLAN ? trouble : 0))
                .collect(Collectors.joining(","));
        String ladder = queue("square-sync.fetcher.streams.wait.10s", 0, trouble == 0 ? 0 : 7);
        String dead = queue(Topology.STREAMS_TO_PLAN.deadLetterQueue(), 0, trouble == 0 ? 0 : 3);
        return "[" + work + "," + ladder + "," + dead + "]";
    }

    private static String queue(String name, int consumers, int messages) {
        return "{\"name\": \"" + name + "\", \"consumers\": " + consumers + ", \"messages\": " + messages + "}";
    }
}
