package dev.squaresync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    private static final Path SCRIPT = Path.of(System.getProperty("checkout"), "square-sync");
    private static final Pattern OF_OVERVIEW =
            Pattern.compile("^  ([a-z][a-z-]+)(?:, run ID)?\\b.*", Pattern.MULTILINE);

    private final StandInScheduler scheduler = new StandInScheduler();
    private Path completion;

    @BeforeEach
    void print(@TempDir Path folder) throws IOException {
        TestCli cli = new TestCli(scheduler, folder);
        assertThat(cli.command("completion")).isZero();
        completion = Files.writeString(folder.resolve("completion"), cli.out());
    }

    @AfterEach
    void stopScheduler() {
        scheduler.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sync --da, --data-type",
        "verify --rep, --repair",
        "verify --sin, --since",
        "verify --ru, --run",
        "direct --res, --resume",
        "dead-letters rep, replay",
        "schedule set --cr, --cron",
        "up --det, --detach",
        "compl, completion"
    })
    void bash_completes_commands_and_options(String typed, String expected) throws Exception {
        assertThat(completed("./square-sync " + typed)).contains(expected);
    }

    @Test
    void every_command_of_the_script_is_completed() throws Exception {
        String overview = Files.readString(SCRIPT);
        overview =
                overview.substring(overview.indexOf("On this machine:"), overview.indexOf("COMMAND --help tells more"));
        List<String> commands = OF_OVERVIEW
                .matcher(overview)
                .results()
                .map(line -> line.group(1))
                .distinct()
                .toList();

        assertThat(commands).contains("up", "sync", "verify", "tokens");
        assertThat(completed("./square-sync ")).containsAll(commands);
    }

    /** What bash offers when somebody has typed this and presses Tab. */
    private List<String> completed(String line) throws IOException, InterruptedException {
        String words = line.endsWith(" ") ? line + "''" : line;
        String program = "set -e; source '" + completion + "'; COMP_WORDS=(" + words + "); COMP_LINE='" + line
                + "'; COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_POINT=${#COMP_LINE};"
                + " [[ $(complete -p square-sync) =~ -F\\ ([^ ]+) ]]; set +e;"
                + " \"${BASH_REMATCH[1]}\" square-sync; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("bash", "--norc", "-c", program)
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.lines().map(String::strip).toList();
    }
}
