package dev.squaresync.scheduler.outbox;

import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.WireMessageConverter;
import dev.squaresync.scheduler.sql.SqlTime;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where messages are stored together with the change that they tell of, so that neither is ever without the other. */
@Component
public class Outbox {

    private static final String STORE = """
            insert into outbox (
                run_id, exchange, routing_key, wire_type, body, stored_at, next_try_at, expendable, traceparent)
            values (
                :runId, :exchange, :routingKey, :wireType, :body, :now, :now, :expendable,
                (select traceparent from sync_runs where id = :runId))
            """;

    private final JdbcClient jdbc;
    private final WireMessageConverter converter;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(JdbcClient jdbc, WireMessageConverter converter, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.converter = converter;
        this.events = events;
        this.clock = clock;
    }

    /** Stores a message; it is published soon after the transaction has committed. Messages of one run keep their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void store(UUID runId, Outgoing outgoing) {
        store(runId, outgoing, false);
    }

    /**
     * Stores a message that is tried once only and then forgotten, so that it holds up no other: its sender says it again if it
     * turns out that nobody heard it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void storeExpendable(UUID runId, Outgoing outgoing) {
        store(runId, outgoing, true);
    }

    private void store(UUID runId, Outgoing outgoing, boolean expendable) {
        Message message = converter.toMessage(outgoing.message(), new MessageProperties());
        jdbc.sql(STORE)
                .param("runId", runId)
                .param("exchange", outgoing.exchange())
                .param("routingKey", outgoing.routingKey())
                .param("wireType", message.getMessageProperties().getType())
                .param("body", new String(message.getBody(), StandardCharsets.UTF_8))
                .param("expendable", expendable)
                .param("now", SqlTime.of(clock.instant()))
                .update();
        events.publishEvent(new MessageStored());
    }
}
