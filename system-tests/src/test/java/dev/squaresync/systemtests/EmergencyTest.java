package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.localstack.stack.Endpoints;
import dev.squaresync.localstack.stack.PartName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/** The emergency path, as the operator on call takes it. */
@TestInstance(Lifecycle.PER_CLASS)
class EmergencyTest {

    /** The great one has 30,391. */
    private static final int ORDERS = Integer.getInteger("emergency.orders", 8_000);

    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final FaultStack stack = FaultStack.prepared(
            "emergency", settings -> QuickStart.of(settings).withOrders(ORDERS).withSimulatorArgument("--items=150"));

    @BeforeAll
    void start() {
        stack.start();
        stack.runs().complete("\"full\": true");
    }

    @AfterAll
    void close() {
        stack.close();
    }

    @Test
    void recovers_all_orders_with_the_broker_stopped_also_when_it_is_killed_at_half() throws Exception {
        stack.mirror().forget();
        stack.system().kill(PartName.RABBITMQ);
        stack.shop().latency(30);
        Process killed = direct("orders", "--since", "2009-01-01", "--json");
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> stack.mirror().count("orders") >= ORDERS / 2);
        killed.destroyForcibly().waitFor();
        stack.shop().latency(0);
        long left = ORDERS - stack.mirror().count("orders");

        JsonNode answer = answer(direct("orders", "--since", "2009-01-01", "--json"));

        assertThat(left).as("orders left at the kill").isPositive();
        assertThat(stack.mirror().count("orders")).isEqualTo(ORDERS);
        assertThat(answer.path("complete").asBoolean()).as(answer.toString()).isTrue();
        assertThat(answer.path("recorded").asBoolean()).as(answer.toString()).isTrue();
        assertThat(answer.at("/dataTypes/0/inserted").asInt())
                .as("of both processes")
                .isEqualTo(ORDERS);
        // Parts share the instant at which they meet.
        assertThat(answer.at("/dataTypes/0/unchanged").asInt())
                .as("orders that were read twice")
                .isLessThan(20);

        stack.start(PartName.RABBITMQ);
        stack.runs().complete("\"full\": true");
        new AtRest(stack).check();
    }

    @Test
    void goes_beside_a_normal_sync_of_the_same_orders() throws Exception {
        stack.mirror().forget();
        stack.shop().latency(30);
        String id = stack.runs().request("\"full\": true");
        Process direct = direct("orders", "--full", "--json");
        stack.shop().change("\"orders\": 200");

        JsonNode answer = answer(direct);
        JsonNode run = stack.runs().awaitEnd(id);

        stack.shop().latency(0);
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("COMPLETED");
        assertThat(answer.path("complete").asBoolean()).as(answer.toString()).isTrue();
        stack.runs().complete("\"full\": true");
        new AtRest(stack).check();
    }

    /** With the settings of a machine on which nothing else runs. */
    private Process direct(String... arguments) throws IOException {
        Path checkout = Path.of(System.getProperty("checkout"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-jar",
                checkout.resolve("direct/target/direct-app.jar").toString(),
                "direct"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output().toFile()).redirectError(errors().toFile());
        Endpoints endpoints = stack.endpoints();
        builder.environment().put("WRITER_DATABASE_URL", endpoints.get("WRITER_DATABASE_URL"));
        builder.environment().put("SQUARE_BASE_URL", endpoints.get("SQUARE_BASE_URL"));
        builder.environment().put("SQUARE_ACCESS_TOKEN", endpoints.get("SIMULATOR_TOKEN"));
        builder.environment().put("SQUARE_REQUESTS_PER_SECOND", "200");
        builder.environment().put("SHOP_TIME_ZONE", "Europe/Berlin");
        return builder.start();
    }

    private JsonNode answer(Process direct) throws IOException, InterruptedException {
        int exitCode = direct.waitFor();
        assertThat(exitCode).as(Files.readString(errors())).isZero();
        return Http.JSON.readTree(Files.readString(output()));
    }

    private static Path output() {
        return folder().resolve("direct.json");
    }

    private static Path errors() {
        return folder().resolve("direct.log");
    }

    private static Path folder() {
        Path folder = Path.of(System.getProperty("checkout"), "system-tests/target/emergency-output");
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + folder, e);
        }
    }
}
