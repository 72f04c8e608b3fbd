package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.localstack.process.Waiting;
import dev.squaresync.localstack.stack.PartName;
import dev.squaresync.localstack.stack.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All the faults that a campaign draws from. The order and the weights belong to the meaning of a seed. */
final class FaultCatalogue {

    /** Longer than the heartbeat and the socket time-out of a stack with a {@link Network}. */
    private static final int SILENCE_SECONDS = 12;

    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);

    private FaultCatalogue() {}

    static List<FaultKind> all() {
        List<FaultKind> kinds = new ArrayList<>();
        for (PartName part : List.of(
                PartName.SCHEDULER,
                PartName.FETCHER,
                PartName.WRITER,
                PartName.NOTIFIER,
                PartName.RABBITMQ,
                PartName.POSTGRES)) {
            kinds.add(kill(part));
        }
        for (Service service : List.of(Service.SCHEDULER, Service.FETCHER, Service.WRITER)) {
            kinds.add(freeze(service));
            kinds.add(restart(service));
            kinds.add(brokerCut(service));
            kinds.add(brokerSilent(service));
        }
        for (Service service : List.of(Service.SCHEDULER, Service.WRITER)) {
            kinds.add(databaseCut(service));
            kinds.add(databaseSilent(service));
            kinds.add(databaseRefused(service));
        }
        kinds.add(new FaultKind(
                "all database sessions ended",
                word(PartName.POSTGRES),
                3,
                (stack, seconds) -> stack.mirror()
                        .query("select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where datname = 'square_sync' and pid <> pg_backend_pid()")));
        kinds.add(new FaultKind(
                "all AMQP connections closed by the broker",
                word(PartName.RABBITMQ),
                3,
                (stack, seconds) -> stack.broker().closeConnections()));
        kinds.addAll(SquareFaults.all());
        return kinds;
    }

    private static FaultKind kill(PartName part) {
        return new FaultKind("kill -9 " + word(part), word(part), 1, (stack, seconds) -> {
            stack.system().kill(part);
            stack.start(part);
        });
    }

    private static FaultKind freeze(Service service) {
        PartName part = part(service);
        return new FaultKind("SIGSTOP " + word(part), word(part), 1, (stack, seconds) -> {
            stack.system().part(part).pause();
            Waiting.pause(Duration.ofSeconds(seconds));
            stack.system().part(part).resume();
        });
    }

    private static FaultKind restart(Service service) {
        PartName part = part(service);
        return new FaultKind("SIGTERM " + word(part), word(part), 1, (stack, seconds) -> {
            Instant before = Instant.now();
            stack.system().stop(part);
            assertThat(Duration.between(before, Instant.now()))
                    .as("time that the " + word(part) + " took to drain")
                    .isLessThan(LONGEST_DRAIN);
            stack.start(part);
        });
    }

    private static FaultKind brokerCut(Service service) {
        String word = word(part(service));
        return new FaultKind(
                "connection cut, " + word + " to broker",
                word,
                2,
                (stack, seconds) -> stack.network().toBroker(service).cut());
    }

    private static FaultKind brokerSilent(Service service) {
        String word = word(part(service));
        return new FaultKind(
                "traffic dropped, " + word + " to broker",
                word,
                1,
                (stack, seconds) -> silence(stack.network().toBroker(service)));
    }

    private static FaultKind databaseCut(Service service) {
        String word = word(part(service));
        return new FaultKind(
                "connection cut, " + word + " to database",
                word,
                2,
                (stack, seconds) -> stack.network().toDatabase(service).cut());
    }

    private static FaultKind databaseSilent(Service service) {
        String word = word(part(service));
        return new FaultKind(
                "traffic dropped, " + word + " to database",
                word,
                1,
                (stack, seconds) -> silence(stack.network().toDatabase(service)));
    }

    private static FaultKind databaseRefused(Service service) {
        String word = word(part(service));
        return new FaultKind("connection refused, " + word + " to database", word, 1, (stack, seconds) -> {
            TcpProxy proxy = stack.network().toDatabase(service);
            proxy.refuse();
            Waiting.pause(Duration.ofSeconds(seconds));
            proxy.pass();
        });
    }

    private static void silence(TcpProxy proxy) {
        proxy.swallow();
        Waiting.pause(Duration.ofSeconds(SILENCE_SECONDS));
        proxy.pass();
    }

    private static PartName part(Service service) {
        return PartName.valueOf(service.name());
    }

    private static String word(PartName part) {
        return switch (part) {
            case RABBITMQ -> "RabbitMQ";
            case POSTGRES -> "PostgreSQL";
            default -> part.name().toLowerCase(Locale.ROOT);
        };
    }
}
