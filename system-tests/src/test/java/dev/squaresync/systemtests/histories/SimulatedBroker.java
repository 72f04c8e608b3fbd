package dev.squaresync.systemtests.histories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.amqp.core.Message;

/**
 * The broker's part in a history: queues as the services declare them, with their times to live, delivery limits and dead
 * letters. Any message of a queue may be the next one: with several consumers and redeliveries, order is not to be relied on.
 */
final class SimulatedBroker {

    private final Topics topics;
    private final World world;
    private final int deliveryLimit;
    private final Map<String, List<HeldMessage>> queues = new TreeMap<>();
    private final List<Consumer<Message>> observers = new ArrayList<>();

    /** @param deliveryLimit of queues whose own is higher */
    SimulatedBroker(Topics topics, World world, int deliveryLimit) {
        this.topics = topics;
        this.world = world;
        this.deliveryLimit = deliveryLimit;
    }

    /** Is shown every message that the broker takes. */
    void observe(Consumer<Message> observer) {
        observers.add(observer);
    }

    /**
     * Takes a message over.
     *
     * @param confirmed whether the broker also says so; what it has not confirmed it may forget
     * @return whether a queue wants it
     */
    boolean take(String exchange, String routingKey, Message message, boolean confirmed) {
        Collection<String> targets = topics.route(exchange, routingKey);
        for (String target : targets) {
            enqueue(target, new HeldMessage(message, confirmed));
        }
        observers.forEach(observer -> observer.accept(message));
        return !targets.isEmpty();
    }

    private void enqueue(String queue, HeldMessage message) {
        message.notBefore(world.clock().instant());
        topics.timeToLive(queue)
                .ifPresent(time -> message.notBefore(world.clock().instant().plus(time)));
        in(queue).add(message);
    }

    /** What is ready in a queue. */
    boolean hasReady(String queue) {
        return in(queue).stream().anyMatch(this::isReady);
    }

    /** Hands one message over; it stays until it is acked. */
    HeldMessage deliver(String queue) {
        HeldMessage message =
                world.dice().oneOf(in(queue).stream().filter(this::isReady).toList());
        message.delivered();
        return message;
    }

    void ack(String queue, HeldMessage message) {
        in(queue).remove(message);
    }

    /** The connection of a delivery's consumer is gone; some time later the broker notices. */
    void consumerGone(String queue, HeldMessage message, Duration noticedAfter) {
        if (!in(queue).contains(message)) {
            return;
        }
        message.notBefore(world.clock().instant().plus(noticedAfter));
        int limit = Math.min(topics.deliveryLimit(queue), deliveryLimit);
        boolean isLimited = topics.deliveryLimit(queue) < 1000;
        if (isLimited && message.deliveries() > limit) {
            world.trace().add("  " + queue + ": delivery limit");
            moveOn(queue, message);
        }
    }

    /** Crashes and comes back: what it has neither confirmed nor delivered is gone. */
    void crash() {
        world.trace().add("the broker crashes");
        queues.forEach((name, messages) -> messages.removeIf(message -> {
            if (!message.isSafe()) {
                world.trace().add(() -> "  lost from " + name + ": " + Words.of(message.message()));
            }
            return !message.isSafe();
        }));
    }

    /** Time has passed: what has waited long enough goes where it is to go. */
    void timePassed() {
        for (String queue : List.copyOf(queues.keySet())) {
            if (topics.timeToLive(queue).isPresent()) {
                in(queue).stream().filter(this::isReady).toList().forEach(message -> moveOn(queue, message));
            }
        }
    }

    /** When the next message becomes ready that is not ready now. */
    Optional<Instant> nextReady() {
        return queues.values().stream()
                .flatMap(List::stream)
                .map(HeldMessage::readyAt)
                .filter(time -> time.isAfter(world.clock().instant()))
                .min(Instant::compareTo);
    }

    List<HeldMessage> messagesIn(String queue) {
        return List.copyOf(in(queue));
    }

    /** What is in the queues, for people. */
    String inWords() {
        StringBuilder words = new StringBuilder();
        queues.forEach((name, messages) -> messages.forEach(
                message -> words.append("\n  ").append(name).append(": ").append(Words.of(message.message()))));
        return words.isEmpty() ? " nothing" : words.toString();
    }

    private void moveOn(String queue, HeldMessage message) {
        in(queue).remove(message);
        topics.deadLetterQueue(queue)
                .ifPresent(target -> enqueue(target, new HeldMessage(message.message(), message.isSafe())));
    }

    private boolean isReady(HeldMessage message) {
        return !message.readyAt().isAfter(world.clock().instant());
    }

    private List<HeldMessage> in(String queue) {
        return queues.computeIfAbsent(queue, name -> new ArrayList<>());
    }
}
