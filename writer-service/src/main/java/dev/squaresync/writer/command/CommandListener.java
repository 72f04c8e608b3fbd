package dev.squaresync.writer.command;

import dev.squaresync.message.ComparisonRequested;
import dev.squaresync.message.FetchPage;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Purpose;
import dev.squaresync.message.RollBack;
import dev.squaresync.message.Slice;
import dev.squaresync.message.StreamCompared;
import dev.squaresync.message.SweepRequested;
import dev.squaresync.message.VerdictRequested;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.writer.mirror.CommandNotDone;
import dev.squaresync.writer.mirror.RollBacks;
import dev.squaresync.writer.mirror.Sweeps;
import dev.squaresync.writer.mirror.Verifications;
import java.util.List;
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
    private final Verifications verifications;
    private final CommandSettings settings;
    private final ConfirmedPublisher publisher;

    CommandListener(
            RollBacks rollBacks,
            Sweeps sweeps,
            Verifications verifications,
            CommandSettings settings,
            ConfirmedPublisher publisher) {
        this.rollBacks = rollBacks;
        this.sweeps = sweeps;
        this.verifications = verifications;
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

    /** Whoever counts the look-ups must not do so before they are on their way. */
    @RabbitHandler
    void compare(ComparisonRequested request) {
        StreamCompared compared = done(() -> verifications.compare(request));
        publisher.publish(compared.lookUps().stream()
                .map(lookUp -> toFetch(request, lookUp))
                .toList());
        publisher.publish(new Outgoing(
                Topology.WRITER_EXCHANGE, Topology.streamComparedKey(request.dataType()), withoutIds(compared)));
    }

    @RabbitHandler
    void judge(VerdictRequested request) {
        answer(Topology.streamVerifiedKey(request.dataType()), () -> verifications.judge(request));
    }

    private static Outgoing toFetch(ComparisonRequested request, Partition lookUp) {
        return new Outgoing(
                Topology.WRITER_EXCHANGE,
                Topology.fetchPageKey(request.dataType()),
                FetchPage.first(request.runId(), request.dataType(), lookUp, Purpose.LOOK_UP));
    }

    private static StreamCompared withoutIds(StreamCompared compared) {
        return new StreamCompared(
                compared.runId(),
                compared.dataType(),
                compared.seen(),
                compared.suspects(),
                compared.lookUps().stream()
                        .map(lookUp -> new Partition(lookUp.id(), lookUp.label(), Slice.of(List.of())))
                        .toList(),
                compared.at());
    }

    private void answer(String routingKey, Supplier<?> command) {
        publisher.publish(new Outgoing(Topology.WRITER_EXCHANGE, routingKey, done(command)));
    }

    private static <T> T done(Supplier<T> command) {
        try {
            return command.get();
        } catch (CommandNotDone e) {
            throw new CommandPostponed(e);
        }
    }
}
