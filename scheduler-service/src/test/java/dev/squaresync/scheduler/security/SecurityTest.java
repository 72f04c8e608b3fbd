package dev.squaresync.scheduler.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Browser;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Surroundings;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@SchedulerTest
class SecurityTest {

    @Autowired
    private Api api;

    @Autowired
    private Environment environment;

    @ParameterizedTest
    @CsvSource({
        "POST,  /api/sync-runs",
        "GET,   /api/sync-runs",
        "GET,   /api/sync-runs/1",
        "GET,   /api/status",
        "GET,   /api/schedules",
        "PATCH, /api/schedules/orders",
        "POST,  /api/schedules/orders/trigger",
        "GET,   /live"
    })
    void nobody_gets_in_without_credentials(String method, String path) {
        Api.Answer answer = api.send(api.request(method, path, "").build());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body().get("type").stringValue()).isEqualTo("urn:square-sync:problem:unauthorized");
        assertThat(answer.response().headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void the_probes_are_open(String path) {
        assertThat(api.send(api.request("GET", path, "").build()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Bearer", "Bearer  token-of-the-tests", "Basic !!!"})
    void wrong_credentials_are_refused(String authorization) {
        assertThat(status(authorization)).isEqualTo(401);
    }

    @Test
    void a_program_gets_in_with_the_token_and_nobody_by_http_basic() {
        assertThat(status("Bearer " + Surroundings.API_TOKEN)).isEqualTo(200);
        assertThat(status(basic(Surroundings.ADMIN_USER, Surroundings.ADMIN_PASSWORD)))
                .isEqualTo(401);
    }

    @Test
    void a_person_signs_in_comes_back_to_the_page_and_signs_out() {
        Browser browser = new Browser(environment);

        assertThat(location(browser.get("/runs?state=FAILED"))).isEqualTo("/login");
        assertThat(location(browser.signIn(Surroundings.ADMIN_USER, Surroundings.ADMIN_PASSWORD)))
                .endsWith("/runs?state=FAILED");
        assertThat(browser.get("/api/sync-runs").statusCode()).isEqualTo(200);
        assertThat(location(browser.post("/logout", Map.of()))).isEqualTo("/login?signed-out");
        assertThat(browser.get("/login?signed-out").body()).contains("You are signed out.");
        assertThat(browser.get("/api/sync-runs").statusCode()).isEqualTo(401);
    }

    @Test
    void a_wrong_password_is_told_in_a_sentence() {
        HttpResponse<String> answer = new Browser(environment).signIn(Surroundings.ADMIN_USER, "wrong-password");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("That name and password do not belong together.");
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private int status(String authorization) {
        return api.send(api.request("GET", "/api/sync-runs", "")
                        .header("Authorization", authorization)
                        .build())
                .status();
    }

    private static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
