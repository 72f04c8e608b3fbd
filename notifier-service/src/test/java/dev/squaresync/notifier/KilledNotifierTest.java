package dev.squaresync.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.localstack.process.FreePorts;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WireMessageConverter;
import dev.squaresync.testsupport.TestBroker;
import dev.squaresync.testsupport.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** A notifier that is a process of its own, as only that can be killed. */
class KilledNotifierTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    /** Before each reply of the mail server; at the last of them it has taken the mail over. */
    private static final List<String> STEPS = List.of("EHLO", "MAIL", "RCPT", "DATA", ".");

    private final TestDatabase.Credentials database = TestDatabase.fresh().as(DatabaseRole.NOTIFIER);
    private final TestBroker broker = TestBroker.freshVirtualHost();
    private final CachingConnectionFactory connections = connections();
    private final ScriptedMailServer mailServer = new ScriptedMailServer();
    private final int port = FreePorts.take(1).get(0);
    private Process notifier;

    @AfterEach
    void stop() throws IOException {
        notifier.destroyForcibly();
        connections.destroy();
        mailServer.close();
    }

    @Test
    void loses_nothing_and_says_at_most_the_mail_in_its_hands_a_second_time() throws Exception {
        RabbitTemplate publisher = new RabbitTemplate(connections);
        publisher.setMessageConverter(
                new WireMessageConverter(JsonMapper.builder().build()));
        List<String> expected = new ArrayList<>();
        start();
        awaitReady();

        for (String step : STEPS) {
            CountDownLatch killed = new CountDownLatch(1);
            mailServer.happens(step, () -> {
                kill();
                killed.countDown();
            });
            SyncEnded run = EndedRun.failed();
            expected.add("<" + run.runId() + ".1@square-sync>");
            publisher.convertAndSend(Topology.SCHEDULER_EXCHANGE, Topology.SYNC_ENDED_KEY, run);
            assertThat(killed.await(SOON.toSeconds(), TimeUnit.SECONDS))
                    .as(step)
                    .isTrue();
            start();
            await().atMost(SOON).until(() -> delivered() == expected.size());
        }

        Map<String, Integer> times = new TreeMap<>();
        mailServer.takenOver().forEach(id -> times.merge(id, 1, Integer::sum));
        assertThat(times.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        String inItsHands = expected.get(STEPS.indexOf("."));
        assertThat(times).allSatisfy((id, number) -> assertThat(number).isEqualTo(id.equals(inItsHands) ? 2 : 1));
    }

    private long delivered() {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), database.username(), database.password()))
                .sql("select count(*) from notifier.deliveries where sent_at is not null")
                .query(Long.class)
                .single();
    }

    private void start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx200m",
                "-cp",
                System.getProperty("java.class.path"),
                NotifierApplication.class.getName()));
        Collections.addAll(
                command,
                "--server.port=" + port,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.rabbitmq.host=" + broker.host(),
                "--spring.rabbitmq.port=" + broker.port(),
                "--spring.rabbitmq.username=" + broker.username(),
                "--spring.rabbitmq.virtual-host=" + broker.virtualHost(),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailServer.port(),
                "--notifier.mail.from=sync@shop.example",
                "--notifier.mail.to=admin@shop.example",
                "--notifier.mail.alerts=failure",
                "--shop.time-zone=Europe/Berlin",
                "--scheduler.url=http://localhost:8080");
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target", "killed-notifier.log")));
        process.environment().put("SPRING_DATASOURCE_PASSWORD", database.password());
        process.environment().put("SPRING_RABBITMQ_PASSWORD", broker.password());
        try {
            notifier = process.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void kill() {
        notifier.destroyForcibly();
        try {
            notifier.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() {
        await().atMost(SOON).ignoreExceptions().until(this::isReady);
    }

    private boolean isReady() throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port + "/actuator/health/readiness");
        return HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    private CachingConnectionFactory connections() {
        CachingConnectionFactory factory = new CachingConnectionFactory(broker.host(), broker.port());
        factory.setUsername(broker.username());
        factory.setPassword(broker.password());
        factory.setVirtualHost(broker.virtualHost());
        return factory;
    }
}
