package dev.squaresync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/sync-procedures.md to the commands that there are: whoever follows it at night must not meet a wrong option. */
class ProceduresTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout"));
    private static final Pattern COMMAND = Pattern.compile("\\./square-sync ([^`\\n]+)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

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

    static Stream<String> commandsOfTheCli() throws IOException {
        return commands().filter(command -> !isOfAnotherProgram(command));
    }

    @ParameterizedTest
    @MethodSource("commandsOfTheCli")
    void every_command_of_the_procedures_exists_with_its_options(String command) {
        List<String> words = Stream.concat(
                        WORD.matcher(command)
                                .results()
                                .map(word -> word.group(1) == null ? word.group(2) : word.group(1)),
                        Stream.of("--help"))
                .toList();

        assertThat(cli.command(words.toArray(String[]::new))).as(cli.err()).isZero();
        assertThat(scheduler.requests()).isEmpty();
    }

    @Test
    void the_other_programs_commands_are_known_to_the_script() throws IOException {
        String script = Files.readString(CHECKOUT.resolve("square-sync"));

        assertThat(commands().filter(ProceduresTest::isOfAnotherProgram).map(command -> command.split(" ")[0]))
                .isNotEmpty()
                .allMatch(word -> Pattern.compile(
                                "^ {4}([a-z |-]*\\| )?" + word + "( \\|[a-z |-]*)?\\)", Pattern.MULTILINE)
                        .matcher(script)
                        .find());
    }

    private static boolean isOfAnotherProgram(String command) {
        return Stream.of("up", "down", "direct", "verify", "sync --dry-run").anyMatch(command::startsWith);
    }

    private static Stream<String> commands() throws IOException {
        return COMMAND.matcher(Files.readString(CHECKOUT.resolve("docs/sync-procedures.md")))
                .results()
                .map(command -> command.group(1).strip());
    }
}
