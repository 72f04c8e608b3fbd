package dev.squaresync.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.localstack.command.StubCheckout;
import dev.squaresync.localstack.process.RunningProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The handle that the tests of the whole system hold. */
class SystemStackTest {

    @TempDir
    Path folder;

    @Test
    void each_part_can_be_killed_and_started_again_and_at_the_end_nothing_is_left() throws Exception {
        StubCheckout.in(folder);
        List<RunningProcess> started;
        try (SystemStack stack = SystemStack.of(StackSettings.inFolder(folder, folder.resolve("home"))
                .withOrders(1000)
                .withRetryWaits("1s,2s")
                .withVariable(Service.FETCHER, "SQUARE_REQUESTS_PER_SECOND", "100"))) {
            stack.start();
            Endpoints before = stack.endpoints();

            for (PartName part : List.of(PartName.WRITER, PartName.SIMULATOR, PartName.POSTGRES)) {
                stack.kill(part);
                assertThat(stack.part(part).isRunning()).isFalse();
                stack.start(part);
            }

            assertThat(stack.endpoints().get("WRITER_PID")).isNotEqualTo(before.get("WRITER_PID"));
            assertThat(stack.endpoints().get("FETCHER_PID")).isEqualTo(before.get("FETCHER_PID"));
            assertThat(stack.endpoints().get("DATABASE_URL")).isEqualTo(before.get("DATABASE_URL"));
            try (Connection connection = stack.connectToDatabase()) {
                assertThat(connection.isValid(1)).isTrue();
            }
            started = stack.processes();
        }
        assertThat(started).hasSizeGreaterThan(8).noneMatch(RunningProcess::isAlive);
    }
}
