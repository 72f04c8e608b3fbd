package dev.squaresync.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Browser;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.fixture.Surroundings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@SchedulerTest
class AccessApiTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private Api api;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @Test
    void a_person_who_is_added_can_sign_in_and_is_listed_without_the_password() {
        assertThat(add("Vera", "viewer", PASSWORD).status()).isEqualTo(201);

        JsonNode listed = api.get("/api/people").body().at("/people/0");
        assertThat(listed.get("name").stringValue()).isEqualTo("Vera");
        assertThat(listed.get("role").stringValue()).isEqualTo("viewer");
        assertThat(listed.get("createdBy").stringValue()).isEqualTo("api");
        assertThat(listed.propertyNames()).noneMatch(name -> name.equals("password") || name.contains("hash"));
        assertThat(signIn("vera", PASSWORD)).isEqualTo(302);
        assertThat(signIn("Vera", "wrong horse battery")).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "'',        viewer, correct horse battery, name",
        "token:x,   viewer, correct horse battery, name",
        "<b>,       viewer, correct horse battery, name",
        "Vera,      root,   correct horse battery, role",
        "Vera,      viewer, elevenchars,           password",
        "Vera,      viewer, 0123456789012345678901234567890123456789012345678901234567890123456789012, password"
    })
    void what_cannot_be_is_refused_with_its_field(String name, String role, String password, String field) {
        Api.Answer answer = add(name, role, password);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").stringValue()).isEqualTo(field);
        assertThat(answer.response().body()).doesNotContain(password);
    }

    @ParameterizedTest
    @CsvSource({"vera", "ADMIN"})
    void a_name_that_somebody_has_in_any_case_is_taken(String name) {
        add("Vera", "viewer", PASSWORD);

        Api.Answer answer = add(name, "operator", PASSWORD);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().get("type").stringValue()).isEqualTo("urn:square-sync:problem:name-taken");
    }

    @Test
    void whoever_is_removed_is_signed_out_at_once() {
        add("Vera", "operator", PASSWORD);
        Browser vera = Browser.signedIn(environment, "Vera", PASSWORD);
        assertThat(vera.get("/api/status").statusCode()).isEqualTo(200);

        assertThat(send("DELETE", "/api/people/Vera", "")).isEqualTo(204);

        assertThat(vera.get("/api/status").statusCode()).isEqualTo(401);
        assertThat(signIn("Vera", PASSWORD)).isEqualTo(401);
        assertThat(send("DELETE", "/api/people/Vera", "")).isEqualTo(404);
    }

    @Test
    void whoever_gets_another_password_is_signed_out_and_signs_in_with_it() {
        add("Vera", "operator", PASSWORD);
        Browser vera = Browser.signedIn(environment, "Vera", PASSWORD);

        assertThat(send("PUT", "/api/people/Vera/password", "{\"password\": \"another long one\"}"))
                .isEqualTo(204);

        assertThat(vera.get("/api/status").statusCode()).isEqualTo(401);
        assertThat(signIn("Vera", PASSWORD)).isEqualTo(401);
        assertThat(signIn("Vera", "another long one")).isEqualTo(302);
    }

    @Test
    void a_token_lets_a_program_in_until_it_is_revoked() {
        JsonNode created = create("reports", "operator").body();
        String token = created.get("token").stringValue();
        assertThat(token).matches("sqs_[A-Za-z0-9_-]{43}");

        assertThat(bearing(token, "/api/status")).isEqualTo(200);
        assertThat(send("DELETE", "/api/tokens/" + created.get("id").stringValue(), ""))
                .isEqualTo(204);

        assertThat(bearing(token, "/api/status")).isEqualTo(401);
        JsonNode listed = api.get("/api/tokens").body().at("/tokens/0");
        assertThat(listed.get("revokedBy").stringValue()).isEqualTo("api");
        assertThat(listed.propertyNames()).noneMatch(name -> name.contains("hash") || name.equals("token"));
        assertThat(jdbc.sql("select encode(token_hash, 'escape') from api_tokens")
                        .query(String.class)
                        .single())
                .isNotEqualTo(token);
    }

    @Test
    void what_a_program_does_is_done_in_its_name() {
        String token = create("reports", "operator").body().get("token").stringValue();

        api.sendAsText(api.request("PATCH", "/api/schedules/orders", "{\"paused\": true}")
                .header("Authorization", "Bearer " + token)
                .build());

        assertThat(api.get("/api/audit").body().at("/entries/0/who").stringValue())
                .isEqualTo("token:reports");
    }

    @Test
    void the_last_use_of_a_token_is_written_at_most_once_a_minute() {
        String token = create("reports", "viewer").body().get("token").stringValue();
        assertThat(lastUse()).isEqualTo("null");
        bearing(token, "/api/status");
        clock.advance(Duration.ofSeconds(59));
        bearing(token, "/api/status");
        assertThat(lastUse()).isEqualTo("2026-11-22T12:00:00Z");

        clock.advance(Duration.ofSeconds(1));
        bearing(token, "/api/status");

        assertThat(lastUse()).isEqualTo("2026-11-22T12:01:00Z");
    }

    @Test
    void a_name_of_a_token_is_free_again_when_it_is_revoked() {
        String id = create("reports", "viewer").body().get("id").stringValue();
        assertThat(create("Reports", "viewer").status()).isEqualTo(409);

        send("DELETE", "/api/tokens/" + id, "");

        assertThat(create("Reports", "viewer").status()).isEqualTo(201);
    }

    private Api.Answer add(String name, String role, String password) {
        return api.post(
                "/api/people",
                "{\"name\": \"" + name + "\", \"role\": \"" + role + "\", \"password\": \"" + password + "\"}");
    }

    private Api.Answer create(String name, String role) {
        return api.post("/api/tokens", "{\"name\": \"" + name + "\", \"role\": \"" + role + "\"}");
    }

    private int signIn(String name, String password) {
        return new Browser(environment).signIn(name, password).statusCode();
    }

    private int send(String method, String path, String body) {
        return api.sendAsText(api.request(method, path, body)
                        .header("Authorization", "Bearer " + Surroundings.API_TOKEN)
                        .build())
                .statusCode();
    }

    private int bearing(String token, String path) {
        return api.sendAsText(api.request("GET", path, "")
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }

    private String lastUse() {
        JsonNode use = api.get("/api/tokens").body().at("/tokens/0/lastUsedAt");
        return use.isNull() ? "null" : use.stringValue();
    }
}
