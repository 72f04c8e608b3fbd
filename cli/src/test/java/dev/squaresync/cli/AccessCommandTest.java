package dev.squaresync.cli;

import static dev.squaresync.cli.StandInScheduler.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessCommandTest {

    private static final String PERSON = """
            {"name": "Vera", "role": "viewer", "createdAt": "2026-11-22T01:00:00Z", "createdBy": "admin",
             "passwordChangedAt": "2026-11-22T01:00:00Z"}""";
    private static final String TOKEN = """
            {"id": "3f0c8a52-0000-4000-8000-000000000001", "name": "reports", "role": "operator",
             "createdAt": "2026-11-22T01:00:00Z", "createdBy": "admin", "lastUsedAt": null, "revokedAt": %s,
             "revokedBy": %s}""";
    private static final String ISSUED = """
            {"id": "3f0c8a52-0000-4000-8000-000000000001", "name": "reports", "role": "operator",
             "createdAt": "2026-11-22T01:00:00Z", "createdBy": "api", "token": "sqs_shown-once"}""";

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

    @Test
    void people_are_listed() {
        scheduler.on("GET /api/people", 200, "{\"people\": [" + PERSON + "]}");

        assertThat(cli.command("people", "list")).isZero();

        assertThat(cli.out()).contains("Vera  viewer  ").contains("admin");
    }

    @Test
    void a_password_is_read_from_the_standard_input() {
        scheduler.on("POST /api/people", 201, PERSON);
        cli.withInput("correct horse battery\n");

        assertThat(cli.command("people", "add", "Vera")).isZero();

        assertThat(scheduler.requests())
                .singleElement()
                .asString()
                .contains("\"name\":\"Vera\"", "\"role\":\"viewer\"", "\"password\":\"correct horse battery\"");
        assertThat(cli.out()).contains("Vera may sign in, as viewer.").doesNotContain("horse");
    }

    @Test
    void a_person_at_a_terminal_types_it_twice() {
        scheduler.on("PUT /api/people/Vera/password", 204, "");
        cli.onTerminalTyping("correct horse battery\ncorrect horse battery");

        assertThat(cli.command("people", "password", "Vera")).isZero();

        assertThat(cli.out()).contains("Vera has another password");
    }

    @Test
    void two_different_passwords_change_nothing() {
        cli.onTerminalTyping("correct horse battery\nwrong horse battery");

        assertThat(cli.command("people", "add", "Vera")).isEqualTo(2);

        assertThat(cli.err()).contains("The passwords are not the same.");
        assertThat(scheduler.requests()).isEmpty();
    }

    @Test
    void without_a_password_nothing_happens() {
        assertThat(cli.command("people", "add", "Vera")).isEqualTo(2);

        assertThat(cli.err()).contains("There is no password");
        assertThat(scheduler.requests()).isEmpty();
    }

    @Test
    void a_person_is_removed() {
        scheduler.on("DELETE /api/people/Vera%20B", 204, "");

        assertThat(cli.command("people", "remove", "Vera B")).isZero();
        assertThat(cli.command("people", "remove", "Wim")).isEqualTo(2);

        assertThat(cli.out()).contains("Vera B may not sign in any more");
    }

    @Test
    void a_token_is_made_and_shown_once() {
        scheduler.on("POST /api/tokens", 201, ISSUED);

        assertThat(cli.command("tokens", "create", "reports", "--role", "operator"))
                .isZero();
        assertThat(cli.command("tokens", "create", "reports", "--role", "operator", "--json"))
                .isZero();

        assertThat(cli.out().lines()).contains("sqs_shown-once");
        assertThat(cli.out()).endsWith(ISSUED + System.lineSeparator());
    }

    @Test
    void a_token_is_revoked_by_its_name() {
        scheduler
                .on("GET /api/tokens", 200, "{\"tokens\": [" + TOKEN.formatted("null", "null") + "]}")
                .on("DELETE /api/tokens/3f0c8a52-0000-4000-8000-000000000001", 204, "");

        assertThat(cli.command("tokens", "revoke", "reports")).isZero();
        assertThat(cli.command("tokens", "revoke", "other")).isEqualTo(2);

        assertThat(cli.out()).contains("The token of reports is revoked.");
        assertThat(cli.err()).contains("There is no token other in force.");
    }

    @Test
    void revoked_tokens_are_listed_with_who_revoked_them() {
        scheduler.on(
                "GET /api/tokens",
                200,
                "{\"tokens\": [" + TOKEN.formatted("\"2026-11-22T02:00:00Z\"", "\"admin\"") + "]}");

        assertThat(cli.command("tokens", "list")).isZero();

        assertThat(cli.out()).contains("never", "by admin", "3f0c8a52-0000-4000-8000-000000000001");
    }

    @Test
    void a_viewers_token_is_told_what_it_lacks() {
        scheduler.on("GET /api/tokens", 403, problem("forbidden", "You may look, but this needs the role operator."));

        assertThat(cli.command("tokens", "list")).isEqualTo(6);

        assertThat(cli.err()).contains("this needs the role operator");
    }
}
