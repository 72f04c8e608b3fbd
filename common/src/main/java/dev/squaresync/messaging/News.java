package dev.squaresync.messaging;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * Tells the scheduler what people like to know and no data depends on. Telling never waits and never fails: what the broker
 * does not take at once is lost, and so is what comes faster than it can be sent.
 */
public final class News implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(News.class);

    private static final int MOST_WAITING = 200;

    private final RabbitTemplate template;
    private final BrokerAlarm alarm;
    private final String exchange;
    private final ThreadPoolExecutor teller = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> {
                Thread thread = new Thread(task, "news");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    News(RabbitTemplate template, BrokerAlarm alarm, ServiceInstance instance) {
        this.template = template;
        this.alarm = alarm;
        this.exchange = Topology.exchangeOf(instance.service());
    }

    /** @param routingKey one of those that {@link Topology#NEWS} is bound to */
    public void tell(String routingKey, Object message) {
        teller.execute(() -> send(routingKey, message, new MessageProperties()));
    }

    /** @param usefulFor after this time in the broker nobody needs to hear it any more */
    void tell(String routingKey, Object message, Duration usefulFor) {
        MessageProperties properties = new MessageProperties();
        properties.setExpiration(String.valueOf(usefulFor.toMillis()));
        teller.execute(() -> send(routingKey, message, properties));
    }

    private void send(String routingKey, Object message, MessageProperties properties) {
        if (alarm.reason() != null) {
            return;
        }
        try {
            Message news = template.getMessageConverter().toMessage(message, properties);
            template.send(exchange, routingKey, news);
        } catch (AmqpException e) {
            LOG.debug("Not told: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("Not told: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        teller.shutdownNow();
    }
}
