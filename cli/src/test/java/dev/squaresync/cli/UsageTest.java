package dev.squaresync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    private final StandInScheduler scheduler = new StandInScheduler();
    private TestCli cli;

    @BeforeEach
    void pointAtTheScheduler(@TempDir Path checkout) {
        cli = new TestCli(scheduler, checkout);
    }

    @AfterEach
    void stopScheduler() {
        scheduler.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bogus", "sync --bogus", "runs --limit many", "run", "schedule", "schedule set orders"})
    void a_wrong_use_is_told_in_a_sentence_with_the_way_to_help(String arguments) {
        assertThat(cli.command(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);

        assertThat(cli.err()).contains("--help").doesNotContain("\tat ");
        assertThat(scheduler.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "sync --help", "schedule set --help", "run -h"})
    void help_documents_the_exit_codes(String arguments) {
        assertThat(cli.command(arguments.split(" "))).isZero();

        assertThat(cli.out()).contains("Exit codes:").contains("5   the scheduler cannot be reached");
    }
}
