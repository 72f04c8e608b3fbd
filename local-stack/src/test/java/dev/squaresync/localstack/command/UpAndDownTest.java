package dev.squaresync.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.localstack.command.StubCheckout.Outcome;
import dev.squaresync.localstack.process.FreePorts;
import dev.squaresync.localstack.stack.Port;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each test has a checkout, and a system in it, of its own. */
@Execution(ExecutionMode.CONCURRENT)
class UpAndDownTest {

    @TempDir
    Path folder;

    StubCheckout checkout;

    @BeforeEach
    void prepare() throws Exception {
        checkout = StubCheckout.in(folder);
    }

    @AfterEach
    void clean() throws Exception {
        checkout.run("down", "--wipe");
        assertNothingListens();
    }

    @Test
    void everything_starts_and_a_second_up_changes_nothing_and_down_stops_it_all() throws Exception {
        Outcome up = checkout.run("up", "--detach");

        assertThat(up.output())
                .contains(
                        "orders", "30,391", "403 from Square", "Run run-1 PARTIAL", "Not everything is in the mirror");
        assertThat(up.exitCode()).as(up.output()).isEqualTo(3);
        Properties endpoints = endpoints();
        assertThat(endpoints.stringPropertyNames())
                .contains("SCHEDULER_URL", "DATABASE_URL", "RABBITMQ_URL", "RABBITMQ_MANAGEMENT_URL", "MAIL_DIR")
                .contains("SQUARE_BASE_URL", "API_TOKEN", "ADMIN_USER", "ADMIN_PASSWORD", "FETCHER_PID", "WRITER_PID")
                .contains("SCHEDULER_PID", "NOTIFIER_PID", "RABBITMQ_PID", "POSTGRES_PID");

        Outcome again = checkout.run("up", "--detach");
        assertThat(again.exitCode()).isZero();
        assertThat(again.output()).contains("running already", endpoints.getProperty("DATABASE_URL"));
        assertThat(endpoints()).isEqualTo(endpoints);

        kill(endpoints.getProperty("WRITER_PID"));
        Outcome mended = checkout.run("up", "--detach", "--no-sync");
        assertThat(mended.output()).contains("(ended: writer)");
        assertThat(mended.exitCode()).isZero();
        assertThat(endpoints().getProperty("DATABASE_URL")).isEqualTo(endpoints.getProperty("DATABASE_URL"));
        assertThat(endpoints().getProperty("POSTGRES_PID")).isNotEqualTo(endpoints.getProperty("POSTGRES_PID"));

        assertThat(checkout.run("down").exitCode()).isZero();
        assertNothingListens();
        assertThat(checkout.run("down")).isEqualTo(new Outcome(0, "Nothing is running here.\n"));
    }

    @Test
    void a_taken_port_is_named_with_its_holder_and_the_way_out_and_nothing_is_started() throws Exception {
        try (ServerSocket taken =
                new ServerSocket(checkout.port(Port.SCHEDULER), 1, InetAddress.getByName("127.0.0.1"))) {
            Outcome up = checkout.run("up", "--detach");

            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.output())
                    .startsWith("Port " + taken.getLocalPort() + ", wanted for the scheduler, is taken by process "
                            + ProcessHandle.current().pid())
                    .contains("SQUARE_SYNC_SCHEDULER_PORT")
                    .hasLineCount(1);
        }
        assertNothingListens();
    }

    @Test
    void when_a_part_does_not_start_its_own_words_are_shown_and_everything_is_stopped() throws Exception {
        checkout.set("NOTIFIER_STUB_BREAKS", "yes");

        Outcome up = checkout.run("up", "--detach");

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.output()).contains("notifier ended while starting.", "the notifier's own reason");
        assertNothingListens();
    }

    @Test
    void ctrl_c_stops_everything() throws Exception {
        Process up = checkout.start("up", "--no-sync");
        assertThat(up.inputReader().lines().anyMatch(line -> line.contains("Ctrl-C")))
                .isTrue();

        new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();

        assertThat(up.waitFor()).isEqualTo(130);
        assertNothingListens();
    }

    private Properties endpoints() throws Exception {
        Properties endpoints = new Properties();
        try (var reader = Files.newBufferedReader(checkout.home().resolve("endpoints.env"))) {
            endpoints.load(reader);
        }
        return endpoints;
    }

    private void assertNothingListens() {
        assertThat(Arrays.stream(Port.values())
                        .filter(port -> !FreePorts.isFree(checkout.port(port)))
                        .collect(Collectors.toSet()))
                .isEmpty();
    }

    private static void kill(String pid) throws Exception {
        new ProcessBuilder("kill", "-KILL", pid).start().waitFor();
    }
}
