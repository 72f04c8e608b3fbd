package dev.squaresync.messaging;

import dev.squaresync.dependency.Outage;
import dev.squaresync.dependency.OutageListener;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.amqp.rabbit.listener.MessageListenerContainer;

/** Stops the service's consumers while a dependency is down that they need. */
final class PausedConsumers implements OutageListener {

    private final List<MessageListenerContainer> containers = new CopyOnWriteArrayList<>();
    private final Set<String> down = new HashSet<>();

    void add(MessageListenerContainer container) {
        containers.add(container);
    }

    @Override
    public void began(Outage outage) {
        if (!outage.pausesConsumers()) {
            return;
        }
        down.add(outage.dependency());
        containers.forEach(MessageListenerContainer::stop);
    }

    @Override
    public void goesOn(Outage outage) {
        if (!outage.pausesConsumers()) {
            return;
        }
        // A consumer that was just being started when the outage began.
        containers.stream().filter(MessageListenerContainer::isRunning).forEach(MessageListenerContainer::stop);
    }

    @Override
    public void ended(Outage outage) {
        if (down.remove(outage.dependency()) && down.isEmpty()) {
            containers.forEach(MessageListenerContainer::start);
        }
    }
}
