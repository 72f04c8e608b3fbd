package dev.squaresync.fetcher;

import dev.squaresync.message.DataType;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.testsupport.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service as it stands on a server, with its web port, for as long as a test wants it. */
final class RunningFetcher implements AutoCloseable {

    /** The token that it shows to Square, and must show to nobody else. */
    static final String TOKEN = "canary-51c0ffee";

    private final ConfigurableApplicationContext context;

    private RunningFetcher(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningFetcher start(TestBroker broker, ScriptedSquare square, String... settings) {
        Stream<String> surroundings = Stream.of(
                "spring.rabbitmq.host=" + broker.host(),
                "spring.rabbitmq.port=" + broker.port(),
                "spring.rabbitmq.username=" + broker.username(),
                "spring.rabbitmq.password=" + broker.password(),
                "spring.rabbitmq.virtual-host=" + broker.virtualHost(),
                "server.port=0",
                "square.base-url=" + square.url(),
                "square.access-token=" + TOKEN,
                "square.requests-per-second=1000",
                "square.patience.retry=10ms",
                // A test that wants it asks for it.
                "square.token-check.every=1d",
                "square.token-check.first-after=1d",
                "square-sync.retry.waits=100ms,200ms");
        Set<String> set = Stream.of(settings).map(RunningFetcher::name).collect(Collectors.toSet());
        String[] arguments = Stream.concat(
                        surroundings.filter(setting -> !set.contains(name(setting))), Stream.of(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new RunningFetcher(
                new SpringApplicationBuilder(FetcherApplication.class, PublishedByFetcher.class).run(arguments));
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    PublishedByFetcher published() {
        return context.getBean(PublishedByFetcher.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What the scheduler does to start a stream. */
    UUID request(String dataType) {
        return request(UUID.randomUUID(), dataType);
    }

    UUID request(UUID run, String dataType) {
        DataType type = DataType.of(dataType);
        Instant to = Instant.parse("2026-11-22T01:00:00Z");
        publish(Topology.syncRequestedKey(type), new SyncRequested(run, type, to.minus(Duration.ofDays(7)), to));
        return run;
    }

    /** What the scheduler publishes. */
    void publish(String routingKey, Object message) {
        context.getBean(ConfirmedPublisher.class)
                .publish(List.of(new Outgoing(Topology.SCHEDULER_EXCHANGE, routingKey, message)));
    }

    /** What its web port answers, whatever the status. */
    String get(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
