package dev.squaresync.scheduler.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Browser;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The items of docs/security.md about secrets, by their numbers there. */
@SchedulerTest
@ExtendWith(OutputCaptureExtension.class)
class SecretsTest {

    private static final String PASSWORD = "a-viewers-long-password";
    private static final String PLACEHOLDER = "\\$\\{[A-Za-z_.-]+:?(\\$\\{[A-Za-z_.-]+:?})?}";

    @Autowired
    private Api api;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("13. Secrets that were used are found nowhere: not in the log, not in any table")
    void item_13_a_canary_is_found_nowhere(CapturedOutput output) {
        String token = api.post("/api/tokens", "{\"name\": \"program\", \"role\": \"operator\"}")
                .body()
                .get("token")
                .stringValue();
        api.post("/api/people", "{\"name\": \"Vera\", \"role\": \"viewer\", \"password\": \"" + PASSWORD + "\"}");
        Browser viewer = Browser.signedIn(environment, "Vera", PASSWORD);
        Browser admin = Browser.ofAdmin(environment);
        new Browser(environment).signIn("typed-password-as-name", "wrong-canary-password");
        bearing(token, "GET", "/api/status");
        bearing(token + "x", "GET", "/api/status");
        api.post("/api/people", "{\"name\": \"Wim\", \"role\": \"viewer\", \"password\": \"canary\"}");
        List<String> canaries = List.of(
                token,
                PASSWORD,
                Surroundings.API_TOKEN,
                Surroundings.ADMIN_PASSWORD,
                "typed-password-as-name",
                "wrong-canary-password");

        assertThat(output.getAll()).doesNotContain(canaries);
        assertThat(tables()).contains("audit", "people", "api_tokens", "sign_in_tries", "dead_letters", "outbox");
        for (String table : tables()) {
            String rows = jdbc.sql("select coalesce(string_agg(rows::text, ' '), '') from " + table + " as rows")
                    .query(String.class)
                    .single();
            assertThat(rows).as(table).doesNotContain(canaries).doesNotContain(inHex(canaries));
        }
        assertThat(viewer.get("/api/status").body() + admin.get("/api/audit").body())
                .doesNotContain(canaries);
    }

    @Test
    @DisplayName("14. Secrets come from the environment or from files: the settings in the code have none")
    void item_14_the_settings_have_no_secrets() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            List<Path> settings = modules.map(module -> module.resolve("src/main/resources/application.yaml"))
                    .filter(Files::exists)
                    .toList();
            assertThat(settings).hasSizeGreaterThan(3);
            for (Path file : settings) {
                assertThat(Files.readAllLines(file))
                        .as(file.toString())
                        .filteredOn(line -> line.matches("\\s*\\S*(password|token|secret)\\S*:\\s*\\S.*"))
                        .allMatch(line -> line.matches(".*:\\s*\"?" + PLACEHOLDER + "\"?"));
            }
        }
    }

    private void bearing(String token, String method, String path) {
        api.sendAsText(api.request(method, path, "")
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private List<String> tables() {
        return jdbc.sql("select table_name from information_schema.tables where table_schema = 'scheduler'")
                .query(String.class)
                .list();
    }

    private static List<String> inHex(List<String> texts) {
        return texts.stream()
                .map(text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
