package dev.squaresync.direct.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.direct.command.Emergency.Said;
import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.simulator.seed.ShopSize;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {

    private static final Pattern REDRAW = Pattern.compile("\u001b\\[(\\d+)A\u001b\\[J");

    private final Emergency emergency = new Emergency(new ShopSize(1_000, 20, 3)).withTables(DatabaseRole.WRITER);

    @AfterEach
    void close() {
        emergency.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 200})
    void the_bars_are_drawn_over_themselves_and_no_line_is_wrapped(int columns) throws Exception {
        Said said = emergency.end(emergency.startOnTerminal(columns, "direct", "orders", "locations", "--full"));

        assertThat(said.exitCode()).as(said.out()).isZero();
        assertThat(said.out()).contains("░", "█".repeat(20));
        String words = REDRAW.matcher(said.out()).replaceAll("");
        assertThat(words).doesNotContain("\u001b");
        assertThat(words.lines().filter(line -> line.contains("░")))
                .allMatch(line -> line.strip().length() < 80);
        assertThat(REDRAW.matcher(said.out()).results().map(match -> match.group(1)))
                .as("two data types are two lines")
                .isNotEmpty()
                .containsOnly("2");
        assertThat(seen(said.out())).filteredOn(line -> line.contains("█")).hasSize(2);
    }

    @Test
    void no_control_character_is_in_what_is_piped() throws Exception {
        Said said = emergency.end(emergency.start("direct", "orders", "--full"));

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out() + said.err()).doesNotContain("\u001b").doesNotContain("█");
    }

    /** The lines that are left on the screen. */
    private static List<String> seen(String drawn) {
        StringBuilder screen = new StringBuilder();
        int from = 0;
        for (var redraw : REDRAW.matcher(drawn).results().toList()) {
            screen.append(drawn, from, redraw.start());
            for (int line = 0; line <= Integer.parseInt(redraw.group(1)); line++) {
                screen.setLength(Math.max(0, screen.lastIndexOf("\n")));
            }
            screen.append('\n');
            from = redraw.end();
        }
        return screen.append(drawn, from, drawn.length()).toString().lines().toList();
    }
}
