package dev.squaresync.messaging;

import static dev.squaresync.messaging.TestService.COLLECTED_QUEUE;
import static dev.squaresync.messaging.TestService.QUEUE;
import static dev.squaresync.messaging.TestService.request;
import static dev.squaresync.messaging.TestService.toWork;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.SyncRequested;
import dev.squaresync.messaging.TestService.Deliveries;
import dev.squaresync.messaging.TestService.Hopeless;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What a delivery says in the log about its run and its trace, on a real broker. */
@SpringBootTest(
        classes = TestService.class,
        properties = {
            "square-sync.retry.waits=100ms,300ms",
            "spring.application.name=test-service",
            "spring.main.web-application-type=none"
        })
class MessageTraceTest {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Autowired
    private ConfirmedPublisher publisher;

    @Autowired
    private RabbitTemplate template;

    @Autowired
    private MessageTrace trace;

    @Autowired
    private Tracer tracer;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    void forget() {
        deliveries.forget();
    }

    @Test
    void a_delivery_continues_the_trace_in_which_it_was_published() {
        Span span = tracer.nextSpan().name("a request").start();
        SyncRequested request = request();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            publisher.publish(toWork(request));
        } finally {
            span.end();
        }

        Map<String, String> logged = awaitDeliveries(1).get(0);
        assertThat(logged)
                .containsEntry("traceId", span.context().traceId())
                .containsEntry("runId", request.runId().toString())
                .containsEntry("dataType", "orders");
        assertThat(logged.get("spanId")).isNotEqualTo(span.context().spanId());
        assertThat(MDC.get("runId")).isNull();
    }

    @Test
    void a_message_that_names_its_trace_continues_that() {
        publisher.publish(new Outgoing("square-sync.test", "sync-requested.orders", request(), PARENT));

        assertThat(awaitDeliveries(1).get(0)).containsEntry("traceId", TRACE);
    }

    @Test
    void retries_the_dead_letter_and_its_replay_stay_in_the_trace() {
        deliveries.failTimes(3, new IllegalStateException("not now"));
        publisher.publish(new Outgoing("collected.exchange", "sync-requested.orders", request(), PARENT));
        await().atMost(SOON).until(() -> deliveries.collected.size() == 1);
        DeadLetter letter = deliveries.collected.get(0);
        assertThat(letter.headers()).containsEntry("traceparent", PARENT);

        publisher.replay(letter, UUID.randomUUID());

        assertThat(awaitDeliveries(4)).allSatisfy(logged -> assertThat(logged).containsEntry("traceId", TRACE));
    }

    @Test
    void one_delivery_tells_nothing_of_the_one_before() {
        publisher.publish(new Outgoing("square-sync.test", "sync-requested.orders", request(), PARENT));
        awaitDeliveries(1);

        sendRaw(properties -> {});

        assertThat(awaitDeliveries(2).get(1))
                .doesNotContainKeys("runId", "dataType")
                .doesNotContainEntry("traceId", TRACE);
    }

    @Test
    void a_header_cannot_forge_a_line_of_the_log() {
        sendRaw(properties -> {
            properties.setHeader("square-sync-run", "1\r\n2026-11-22 ERROR all is lost");
            properties.setHeader("square-sync-data-type", "\u001b[2Jorders");
            properties.setHeader("traceparent", "00-\n-\n-01");
        });

        Map<String, String> logged = awaitDeliveries(1).get(0);
        assertThat(logged).doesNotContainKeys("runId", "dataType");
        assertThat(logged.get("traceId")).matches("[0-9a-f]{32}");
    }

    @Test
    void retries_and_dead_letters_are_counted_by_queue_and_code() {
        double retries = count("square_sync.retries", "unexpected-failure");
        double dead = count("square_sync.dead.letters", "hopeless");
        deliveries.failTimes(2, new IllegalStateException("not now"));
        deliveries.failures.add(new Hopeless());

        publisher.publish(toWork(request()));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(count("square_sync.dead.letters", "hopeless"))
                        .isEqualTo(dead + 1));
        assertThat(count("square_sync.retries", "unexpected-failure")).isEqualTo(retries + 2);
        template.receive(QUEUE.deadLetterQueue(), 60_000);
    }

    @Test
    void without_a_request_the_runs_id_names_the_trace() {
        UUID run = UUID.fromString("11112222-3333-4444-8555-666677778888");

        assertThat(trace.ofRun(run)).isEqualTo("00-11112222333344448555666677778888-8555666677778888-01");
    }

    private void sendRaw(Consumer<MessageProperties> headers) {
        Message message = template.getMessageConverter().toMessage(request(), new MessageProperties());
        headers.accept(message.getMessageProperties());
        template.send("", QUEUE.name(), message);
    }

    private double count(String meter, String code) {
        return meters.find(meter).tag("code", code).counters().stream()
                .filter(counter ->
                        !COLLECTED_QUEUE.name().equals(counter.getId().getTag("queue")))
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private List<Map<String, String>> awaitDeliveries(int count) {
        await().atMost(SOON).until(() -> deliveries.logged.size() >= count);
        return deliveries.logged;
    }
}
