package dev.squaresync.systemtests.histories;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Queue;

/** The queues and bindings that the services have declared. */
final class Topics {

    private static final int BROKERS_OWN_LIMIT = 20;

    private final Map<String, Queue> queues = new TreeMap<>();
    private final Set<Route> routes;

    private record Route(String exchange, Pattern key, String queue) {

        static Route of(Binding binding) {
            String key = Pattern.quote(binding.getRoutingKey())
                    .replace("*", "\\E[^.]+\\Q")
                    .replace("#", "\\E.*\\Q");
            return new Route(binding.getExchange(), Pattern.compile(key), binding.getDestination());
        }

        boolean takes(String anExchange, String routingKey) {
            return exchange.equals(anExchange) && key.matcher(routingKey).matches();
        }
    }

    Topics(List<Declarable> declared) {
        declared.stream()
                .filter(Queue.class::isInstance)
                .map(Queue.class::cast)
                .forEach(queue -> queues.put(queue.getName(), queue));
        routes = new LinkedHashSet<>(declared.stream()
                .filter(Binding.class::isInstance)
                .map(Binding.class::cast)
                .map(Route::of)
                .toList());
    }

    /** The queues that a message goes to. */
    Collection<String> route(String exchange, String routingKey) {
        if (exchange.isEmpty()) {
            return queues.containsKey(routingKey) ? List.of(routingKey) : List.of();
        }
        Set<String> targets = new TreeSet<>();
        routes.stream().filter(route -> route.takes(exchange, routingKey)).forEach(route -> targets.add(route.queue()));
        return targets;
    }

    Optional<Duration> timeToLive(String queue) {
        return argument(queue, "x-message-ttl").map(millis -> Duration.ofMillis(((Number) millis).longValue()));
    }

    Optional<String> deadLetterQueue(String queue) {
        return argument(queue, "x-dead-letter-routing-key").map(Object::toString);
    }

    int deliveryLimit(String queue) {
        return argument(queue, "x-delivery-limit")
                .map(limit -> ((Number) limit).intValue())
                .orElse(BROKERS_OWN_LIMIT);
    }

    private Optional<Object> argument(String queue, String name) {
        return Optional.ofNullable(queues.get(queue))
                .map(declared -> declared.getArguments().get(name));
    }
}
