package dev.squaresync.cli.doctor.broker;

import dev.squaresync.cli.doctor.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Whether each queue is there, is worked off, and keeps up. */
final class QueuesCheck {

    /** As common's Topology names them, which a test compares. */
    private static final List<WorkedOff> WORK_QUEUES = List.of(
            new WorkedOff("square-sync.fetcher.streams", "fetcher"),
            new WorkedOff("square-sync.fetcher.pages", "fetcher"),
            new WorkedOff("square-sync.writer.pages", "writer"),
            new WorkedOff("square-sync.writer.commands", "writer"),
            new WorkedOff("square-sync.scheduler.progress", "scheduler"),
            new WorkedOff("square-sync.notifier.runs", "notifier"),
            new WorkedOff("square-sync.notifier.watch", "notifier"));

    private record WorkedOff(String queue, String service) {}

    private static final String DEAD = ".dead";

    /** The whole history of a large shop is a few hundred pages. */
    private static final long DEEP = 10_000;

    private final Map<String, JsonNode> queues = new LinkedHashMap<>();

    /** @param queues as the management API lists them */
    QueuesCheck(JsonNode queues) {
        queues.forEach(queue -> this.queues.put(queue.path("name").asString(""), queue));
    }

    void examine(Consumer<Finding> findings) {
        WORK_QUEUES.forEach(work -> findings.accept(workedOff(work.queue(), work.service())));
        findings.accept(retries());
        findings.accept(deadLetters());
    }

    private Finding workedOff(String name, String service) {
        String check = "queue " + name.substring(name.indexOf('.') + 1);
        JsonNode queue = queues.get(name);
        if (queue == null) {
            return Finding.problem(
                    check,
                    "There is no " + name + ".",
                    "The " + service + " makes it when it connects: see whether it runs, and its log.");
        }
        long consumers = queue.path("consumers").asLong(0);
        String found = "Consumers: " + consumers + ", messages: " + messages(queue) + ".";
        if (consumers == 0) {
            return Finding.problem(
                    check,
                    "Nobody works it off. " + found,
                    "The " + service + " does not run, or waits for something that is down (see the lines above);"
                            + " it goes on by itself after that.");
        }
        return messages(queue) > DEEP
                ? Finding.warning(
                        check,
                        "It is unusually full. " + found,
                        "See whether it shrinks: run this again. If not, look at the log of the " + service + ".")
                : Finding.ok(check, found);
    }

    private Finding retries() {
        long waiting = sum(".wait.");
        return waiting == 0
                ? Finding.ok("retries", "No message waits for another try.")
                : Finding.warning(
                        "retries",
                        "Messages that failed and wait for another try: " + waiting + ".",
                        "Nothing, if they get fewer; else the services' logs say why they fail.");
    }

    private Finding deadLetters() {
        long dead = sum(DEAD);
        String check = "dead in RabbitMQ";
        if (dead == 0) {
            return Finding.ok(check, "Every dead letter was collected.");
        }
        return Finding.problem(
                check,
                "Dead letters that the scheduler has not collected: " + dead + ".",
                "They are safe there. The scheduler collects them as soon as it runs and reaches PostgreSQL.");
    }

    private long sum(String part) {
        return queues.entrySet().stream()
                .filter(queue ->
                        WORK_QUEUES.stream().anyMatch(work -> queue.getKey().startsWith(work.queue() + part)))
                .mapToLong(queue -> messages(queue.getValue()))
                .sum();
    }

    private static long messages(JsonNode queue) {
        return queue.path("messages").asLong(0);
    }
}
