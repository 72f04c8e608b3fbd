package dev.squaresync.systemtests.histories;

import dev.squaresync.scheduler.deadletter.DeadLetterDecisions;
import dev.squaresync.scheduler.run.RunStarter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One or two runs of one or two data types. Chance decides what happens next; after a while nothing goes wrong any more, and
 * then all must come to its end.
 */
final class History {

    private static final int MOST_STEPS = 1_000;
    private static final int MOST_REPLAYS = 8;
    private static final int MOST_CHANGES = 12;

    private final World world;
    private final SimulatedBroker broker;
    private final SimulatedSquare square;
    private final Lane.Cast cast;
    private final List<ServiceListener> listeners;
    private final Set<String> schedulersQueues;
    private final JdbcClient database;
    private final Runs runs;
    private final DeadLetters deadLetters;
    private int changes;
    private int replays;
    private boolean schedulerHasWorked;

    History(Stage stage, World world, Lane.Cast cast, JdbcClient database) {
        this.world = world;
        this.cast = cast;
        List<Kind> kinds = kinds(world.dice());
        Topics topics = new Topics(cast.all().stream()
                .flatMap(service -> service.declared().stream())
                .toList());
        this.broker = new SimulatedBroker(topics, world, world.dice().oneOf(List.of(2, 20)));
        this.square = new SimulatedSquare(world, kinds);
        stage.set(new Stage.Scene(world, broker, square));
        this.listeners = cast.all().stream()
                .flatMap(service -> service.listeners().stream())
                .toList();
        this.schedulersQueues = cast.scheduler().listeners().stream()
                .map(ServiceListener::queue)
                .collect(Collectors.toSet());
        this.database = database;
        this.runs = new Runs(world, kinds, cast.scheduler().bean(RunStarter.class), database, square);
        this.deadLetters = new DeadLetters(cast.scheduler().bean(DeadLetterDecisions.class), database);
        broker.observe(runs::hear);
    }

    private static List<Kind> kinds(Dice dice) {
        Kind first = dice.oneOf(List.of(Kind.values()));
        Kind second = dice.oneOf(List.of(Kind.values()));
        return dice.chance(0.7) || first == second ? List.of(first) : List.of(first, second);
    }

    Outcome play() {
        try {
            runs.start();
            live();
            runs.checkAll();
            return new Outcome(world.seed(), null, world.trace());
        } catch (Violation e) {
            return new Outcome(world.seed(), e.getMessage(), world.trace());
        }
    }

    private void live() {
        int untilMishapsEnd = world.dice().between(10, 120);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (step == untilMishapsEnd) {
                world.mishaps().end();
            }
            if (!step()) {
                return;
            }
        }
        throw new Violation("It does not come to an end; in the broker:" + broker.inWords());
    }

    /** @return whether there is anything more to come */
    private boolean step() {
        Dice dice = world.dice();
        if (dice.chance(0.1)) {
            work();
        }
        if (changes < MOST_CHANGES && dice.chance(0.2)) {
            changes++;
            square.change();
        }
        if (dice.chance(0.05)) {
            pass(Duration.ofMillis(dice.between(100, 20_000)));
        }
        if (world.mishaps().happens(0.3)) {
            broker.crash();
        }
        // Square takes its time as well.
        broker.timePassed();
        List<ServiceListener> ready = listeners.stream()
                .filter(listener -> broker.hasReady(listener.queue()))
                .toList();
        if (ready.isEmpty()) {
            return wake();
        }
        deliver(dice.oneOf(ready));
        // Nobody else changes what is looked at.
        if (schedulerHasWorked) {
            runs.look();
            schedulerHasWorked = false;
        }
        if (runs.mayStartNext() && dice.chance(0.2)) {
            runs.start();
        }
        return true;
    }

    private void deliver(ServiceListener listener) {
        HeldMessage message = broker.deliver(listener.queue());
        int delivery = message.deliveries();
        schedulerHasWorked |= schedulersQueues.contains(listener.queue());
        world.trace().add(() -> listener.queue() + " (" + delivery + "): " + Words.of(message.message()));
        if (world.bug() == PlantedBug.ACK_BEFORE_COMMIT) {
            broker.ack(listener.queue(), message);
        }
        try {
            listener.deliver(message.delivery(listener.queue()));
            world.mishaps().killPoint("before the ack");
            broker.ack(listener.queue(), message);
        } catch (ProcessDied e) {
            Duration noticedAfter = Duration.ofMillis(world.dice().between(0, 30_000));
            broker.consumerGone(listener.queue(), message, noticedAfter);
        } catch (Exception e) {
            world.trace().add("  requeued: " + e);
            broker.consumerGone(listener.queue(), message, Duration.ZERO);
        }
    }

    /** What the scheduler does by itself. */
    private void work() {
        List<Runnable> tasks = Backlog.of(database).tasks().stream()
                .flatMap(word -> cast.scheduler().tasks(word).stream())
                .toList();
        schedulerHasWorked |= !tasks.isEmpty();
        try {
            tasks.forEach(Runnable::run);
        } catch (ProcessDied e) {
            world.trace().add("  the scheduler comes back");
        }
    }

    private void pass(Duration time) {
        world.clock().pass(time);
        broker.timePassed();
    }

    /** There is nothing to deliver: what happens next? */
    private boolean wake() {
        work();
        if (listeners.stream().anyMatch(listener -> broker.hasReady(listener.queue()))) {
            return true;
        }
        if (broker.nextReady().isPresent()) {
            world.clock().passUntil(broker.nextReady().get());
            broker.timePassed();
            return true;
        }
        if (!Backlog.of(database).isEmpty()) {
            pass(Duration.ofSeconds(5));
            return true;
        }
        return settle();
    }

    /** All is quiet. */
    private boolean settle() {
        if (!world.mishaps().areOver()) {
            world.mishaps().end();
        }
        if (deadLetters.areOpen() && replays < MOST_REPLAYS) {
            replays++;
            schedulerHasWorked = true;
            world.trace().add("replays " + deadLetters.replayAll() + " dead letters");
            return true;
        }
        if (runs.mayStartNext()) {
            runs.start();
            return true;
        }
        return false;
    }
}
