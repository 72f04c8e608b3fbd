package dev.squaresync.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.localstack.command.StubCheckout.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root, in a checkout that looks built. */
class ScriptTest {

    @TempDir
    Path elsewhere;

    @TempDir
    Path folder;

    Path script;

    @BeforeEach
    void copyScript() throws IOException {
        StubCheckout.in(folder);
        script = Files.copy(
                Path.of(System.getProperty("checkout"), "square-sync"),
                folder.resolve("square-sync"),
                StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(folder.resolve("pom.xml"));
        Files.createFile(folder.resolve("local-stack/pom.xml"));
        Files.createDirectories(folder.resolve("local-stack/src/main"));
        Files.createDirectories(folder.resolve("target"));
        Files.createFile(folder.resolve("target/built"));
    }

    @Test
    void an_unknown_command_is_named_and_the_known_ones_are_listed() throws Exception {
        Outcome outcome = run(script, "snyc");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).contains("no command \"snyc\"", "up [--detach]", "schedule");
    }

    @Test
    void without_a_command_the_commands_are_listed() throws Exception {
        Outcome outcome = run(script);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).contains("Usage: ./square-sync COMMAND");
    }

    @Test
    void it_works_from_any_folder_and_through_a_link() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("s"), script);

        assertThat(run(link, "down")).isEqualTo(new Outcome(0, "Nothing is running here.\n"));
    }

    @Test
    void the_env_file_is_read_but_not_executed_and_arguments_stay_whole() throws Exception {
        Files.writeString(folder.resolve(".env"), """
                # a comment
                SQUARE_SYNC_WRITER_PORT="$(touch %s/executed)"
                touch %s/executed
                """.formatted(elsewhere, elsewhere));

        Outcome outcome = run(script, "up");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("SQUARE_SYNC_WRITER_PORT is \"$(touch", "it must be a port's number");
        assertThat(elsewhere.resolve("executed")).doesNotExist();

        Files.delete(folder.resolve(".env"));
        assertThat(run(script, "up", "--time-zone", "Middle of  nowhere").output())
                .contains("\"Middle of  nowhere\" is not a time zone");
    }

    @Test
    void a_half_given_access_to_square_is_refused_with_what_is_missing() throws Exception {
        Files.writeString(folder.resolve(".env"), "SQUARE_ACCESS_TOKEN=canary\n");

        Outcome outcome = run(script, "up");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("set SQUARE_ENVIRONMENT to production or sandbox")
                .doesNotContain("canary");
    }

    private Outcome run(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SQUARE_"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
