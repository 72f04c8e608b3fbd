package dev.squaresync.cli.doctor.broker;

import dev.squaresync.cli.connection.Surroundings;
import dev.squaresync.cli.doctor.Check;
import dev.squaresync.cli.doctor.Finding;
import dev.squaresync.cli.doctor.web.NoAnswer;
import dev.squaresync.cli.doctor.web.Reply;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Whether RabbitMQ takes messages, and whether somebody works them off. */
public final class BrokerCheck implements Check {

    private static final String BROKER = "RabbitMQ";

    private final Surroundings surroundings;

    public BrokerCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void examine(Consumer<Finding> findings) {
        BrokerApi.find(surroundings)
                .ifPresentOrElse(
                        broker -> ask(broker, findings),
                        () -> findings.accept(Finding.notChecked(
                                BROKER,
                                "The address of its management API is not known.",
                                "Set RABBITMQ_MANAGEMENT_URL, such as http://user:password@localhost:15672.")));
    }

    private static void ask(BrokerApi broker, Consumer<Finding> findings) {
        try {
            Reply overview = broker.overview();
            if (!overview.isSuccess()) {
                findings.accept(refused(overview.status()));
                return;
            }
            findings.accept(Finding.ok(
                    BROKER,
                    "Version " + overview.body().path("rabbitmq_version").asString("unknown") + " answers at "
                            + broker.address() + "."));
            broker.nodes().body().forEach(node -> node(node, findings));
            new QueuesCheck(broker.queues().body()).examine(findings);
        } catch (NoAnswer e) {
            findings.accept(Finding.problem(
                    BROKER, e.sentence(), "Start RabbitMQ with its management plugin; the services come back alone."));
        }
    }

    private static Finding refused(int status) {
        boolean login = status == 401 || status == 403;
        return Finding.problem(
                BROKER,
                "Its management API answers HTTP " + status + ".",
                login
                        ? "Give a user with the tag monitoring in RABBITMQ_MANAGEMENT_URL."
                        : "Look at RabbitMQ's log, and whether it is RabbitMQ that is there.");
    }

    private static void node(JsonNode node, Consumer<Finding> findings) {
        String name = "node " + node.path("name").asString("unknown");
        boolean memory = node.path("mem_alarm").asBoolean(false);
        boolean disk = node.path("disk_free_alarm").asBoolean(false);
        if (memory) {
            findings.accept(Finding.problem(
                    name,
                    "Memory alarm: it takes no messages.",
                    "Give it more memory, or raise vm_memory_high_watermark. Nothing is lost; all goes on then."));
        }
        if (disk) {
            findings.accept(Finding.problem(
                    name,
                    "Disk alarm: it takes no messages.",
                    "Make room on its disk. Nothing is lost; all goes on then."));
        }
        if (!node.path("partitions").isEmpty()) {
            findings.accept(Finding.problem(
                    name,
                    "Cut off from other nodes of its cluster.",
                    "Mend the network, then restart the nodes that were cut off."));
        }
        if (!node.path("running").asBoolean(true)) {
            findings.accept(Finding.problem(name, "Does not run.", "Start it."));
        } else if (!memory && !disk) {
            findings.accept(Finding.ok(name, "No alarms."));
        }
    }
}
