package dev.squaresync.direct.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.direct.report.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

@DisplayName("The shells' completion")
class CompletionOutlineTest {

    private static final Path OUTLINE = Path.of(
            System.getProperty("checkout"), "cli/src/main/resources/dev/squaresync/cli/command/other-programs.txt");

    private final Desk desk = new Desk(
            () -> {
                throw new IllegalStateException();
            },
            new Screen(System.out, System.err, false),
            Clock.systemUTC(),
            Duration.ZERO);

    @ParameterizedTest
    @ValueSource(strings = {"direct", "verify"})
    void knows_every_option(String command) throws IOException {
        assertThat(outlined(command)).isEqualTo(options(command));
    }

    private Set<String> options(String command) {
        Object program = command.equals("direct") ? new DirectCommand(desk) : new VerifyCommand(desk);
        return new CommandLine(program)
                .getCommandSpec().options().stream()
                        .filter(option -> !option.hidden())
                        .map(CompletionOutlineTest::word)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String word(OptionSpec option) {
        return option.longestName() + (option.arity().max() > 0 ? "=" : "");
    }

    private static Set<String> outlined(String command) throws IOException {
        String line = Files.readAllLines(OUTLINE).stream()
                .filter(one -> one.startsWith(command + " "))
                .findFirst()
                .orElseThrow();
        return new TreeSet<>(Arrays.asList(line.substring(command.length() + 1).split(" ")));
    }
}
