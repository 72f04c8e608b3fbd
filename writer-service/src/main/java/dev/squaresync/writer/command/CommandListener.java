package dev.squaresync.writer.command;

import dev.squaresync.message.RollBack;
import dev.squaresync.message.SweepRequested;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.writer.mirror.CommandNotDone;
import dev.squaresync.writer.mirror.RollBacks;
import dev.squaresync.writer.mirror.Sweeps;
import java.util.function.Supplier;
import org.springframework.amqp.rabbit.annotation.RabbitHandler;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/** Does what it is asked for, says so, and only then lets go of the delivery. Asked again, it answers the same. */
@Component
@RabbitListener(queues = "#{commandsQueue}", containerFactory = "commands")
class CommandListener {

    private final RollBacks rollBacks;
    private final Sweeps sweeps;
    private final CommandSettings settings;
    private final ConfirmedPublisher publisher;

    CommandListener(RollBacks rollBacks, Sweeps sweeps, CommandSettings settings, ConfirmedPublisher publisher) {
        this.rollBacks = rollBacks;
        this.sweeps = sweeps;
        this.settings = settings;
        this.publisher = publisher;
    }

    @RabbitHandler
    void rollBack(RollBack request) {
        answer(Topology.rolledBackKey(request.dataType()), () -> rollBacks.rollBack(request));
    }

    @RabbitHandler
    void sweep(SweepRequested request) {
        answer(Topology.streamSweptKey(request.dataType()), () -> sweeps.sweep(request, settings.largestSweep()));
    }

    private void answer(String routingKey, Supplier<Object> command) {
        publisher.publish(new Outgoing(Topology.WRITER_EXCHANGE, routingKey, done(command)));
    }

    private static Object done(Supplier<Object> command) {
        try {
            return command.get();
        } catch (CommandNotDone e) {
            throw new CommandPostponed(e);
        }
    }
}
