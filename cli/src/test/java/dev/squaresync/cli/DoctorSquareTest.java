package dev.squaresync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorSquareTest {

    private static final String TOKEN = "token-of-a-synthetic-shop";

    private final StandInScheduler scheduler = new StandInScheduler();
    private final StandInApi square = new StandInApi("Bearer " + TOKEN);
    private TestCli cli;

    @BeforeEach
    void pointAtSquare(@TempDir Path checkout) {
        cli = new TestCli(scheduler, checkout);
        cli.environment().put("SQUARE_ACCESS_TOKEN", TOKEN);
        cli.environment().put("SQUARE_BASE_URL", "http://127.0.0.1:" + square.port());
        square.on("GET /v2/locations", 200, "{\"locations\": [{\"id\": \"L1\"}]}")
                .on("POST /v2/catalog/search", 200, "{}")
                .on("POST /v2/orders/search", 200, "{\"orders\": []}")
                .on("POST /v2/inventory/counts/batch-retrieve", 200, "{}");
    }

    @AfterEach
    void stop() {
        scheduler.close();
        square.close();
    }

    @Test
    void each_resource_is_asked_for_one_object() {
        cli.command("doctor");

        assertThat(cli.out())
                .containsPattern("ok +Square locations +The access token may read it\\.")
                .containsPattern("ok +Square catalog")
                .containsPattern("ok +Square orders")
                .containsPattern("ok +Square inventory")
                .doesNotContain(TOKEN);
        assertThat(square.requests())
                .hasSize(4)
                .anyMatch(request -> request.startsWith("POST /v2/orders/search") && request.contains("[\"L1\"]"))
                .allMatch(request -> request.startsWith("GET") || request.contains("\"limit\":1"));
    }

    @Test
    void a_missing_permission_is_named_and_the_rest_is_asked_all_the_same() {
        square.on(
                "POST /v2/orders/search",
                403,
                "{\"errors\": [{\"category\": \"AUTHENTICATION_ERROR\", \"code\": \"INSUFFICIENT_SCOPES\"}]}");

        assertThat(cli.command("doctor")).isEqualTo(4);

        assertThat(cli.out())
                .containsPattern("PROBLEM +Square orders +Square answered 403 \\(INSUFFICIENT_SCOPES\\)")
                .contains("→ Give it the permission ORDERS_READ at Square")
                .containsPattern("ok +Square inventory");
    }

    @Test
    void a_revoked_token_is_told_once() {
        cli.environment().put("SQUARE_ACCESS_TOKEN", "revoked");

        assertThat(cli.command("doctor")).isEqualTo(4);

        assertThat(cli.out()).containsOnlyOnce("The access token is expired, revoked or wrong.");
        assertThat(square.requests()).hasSize(1);
    }

    @Test
    void an_error_inside_a_success_is_no_permission() {
        square.on("POST /v2/catalog/search", 200, "{\"errors\": [{\"code\": \"FORBIDDEN\"}]}");

        assertThat(cli.command("doctor")).isEqualTo(4);

        assertThat(cli.out()).containsPattern("PROBLEM +Square catalog +Square answered 200 \\(FORBIDDEN\\)\\.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://square.example", "https://user@127.0.0.1", "ftp://127.0.0.1", "nonsense"})
    void the_token_goes_to_no_address_that_would_betray_it(String address) {
        cli.environment().put("SQUARE_BASE_URL", address);

        assertThat(cli.command("doctor")).isEqualTo(4);

        assertThat(cli.out()).contains("the token was not sent");
    }
}
