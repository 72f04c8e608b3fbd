package dev.squaresync.systemtests.histories;

import dev.squaresync.messaging.Topology;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.ReturnedMessage;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.connection.CorrelationData.Confirm;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.support.converter.MessageConverter;

/** Sends to the simulated broker. */
final class SimulatedTemplate extends RabbitTemplate {

    /** What people like to know: no data depends on it, and it comes on a thread and at a time of its own. */
    private static final Set<String> NEWS = Set.of(Topology.WORKER_SEEN_KEY, Topology.DELIVERY_RETRIED_KEY);

    private final Stage stage;

    SimulatedTemplate(Stage stage, ConnectionFactory notUsed, MessageConverter converter) {
        super(notUsed);
        this.stage = stage;
        setMessageConverter(converter);
    }

    @Override
    public void send(String exchange, String routingKey, Message message, @Nullable CorrelationData correlation) {
        if (NEWS.contains(routingKey)) {
            return;
        }
        Mishaps mishaps = stage.world().mishaps();
        String target = exchange.isEmpty() ? routingKey : exchange;
        stage.world().trace().add(() -> "  sends " + Words.of(message) + " to " + target);
        mishaps.killPoint("before the broker has it");
        // The ladder holds a delivery, for seconds of real time, until its copy is published: there only processes die.
        boolean reliable = routingKey.contains(".wait.") || routingKey.endsWith(".dead");
        if (!reliable && mishaps.happens(1)) {
            stage.world().trace().add("  lost on the way to the broker");
            notConfirmed(correlation);
            return;
        }
        boolean confirmed = reliable || !mishaps.happens(1);
        boolean routed = stage.scene().broker().take(exchange, routingKey, message, confirmed);
        if (!confirmed) {
            stage.world().trace().add("  the confirm gets lost");
            notConfirmed(correlation);
            return;
        }
        mishaps.killPoint("before the confirm");
        if (!routed && correlation != null) {
            correlation.setReturned(new ReturnedMessage(message, 312, "NO_ROUTE", exchange, routingKey));
        }
        confirm(correlation);
    }

    private void notConfirmed(@Nullable CorrelationData correlation) {
        if (stage.world().bug() == PlantedBug.PUBLISH_WITHOUT_CONFIRM) {
            confirm(correlation);
            return;
        }
        switch (stage.world().dice().between(1, 3)) {
            case 1 -> throw new AmqpConnectException("Connection refused (simulated)", new ClosedChannelException());
            case 2 -> complete(correlation, new Confirm(false, "refused (simulated)"));
            default -> {
                if (correlation != null) {
                    correlation.getFuture().completeExceptionally(new ClosedChannelException());
                }
            }
        }
    }

    private static void confirm(@Nullable CorrelationData correlation) {
        complete(correlation, new Confirm(true, null));
    }

    private static void complete(@Nullable CorrelationData correlation, Confirm confirm) {
        if (correlation != null) {
            correlation.getFuture().complete(confirm);
        }
    }
}
