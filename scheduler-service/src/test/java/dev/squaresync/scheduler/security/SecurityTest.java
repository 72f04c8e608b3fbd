package dev.squaresync.scheduler.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Surroundings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@SchedulerTest
class SecurityTest {

    @Autowired
    private Api api;

    @ParameterizedTest
    @CsvSource({
        "POST,  /api/sync-runs",
        "GET,   /api/sync-runs",
        "GET,   /api/sync-runs/1",
        "GET,   /api/status",
        "GET,   /api/schedules",
        "PATCH, /api/schedules/orders",
        "POST,  /api/schedules/orders/trigger",
        "GET,   /anything"
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
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Bearer", "bearer token-of-the-tests", "Basic !!!"})
    void wrong_credentials_are_refused(String authorization) {
        assertThat(status(authorization)).isEqualTo(401);
    }

    @Test
    void a_program_gets_in_with_the_token_and_a_person_with_name_and_password() {
        assertThat(status("Bearer " + Surroundings.API_TOKEN)).isEqualTo(200);
        assertThat(status(basic(Surroundings.ADMIN_USER, Surroundings.ADMIN_PASSWORD)))
                .isEqualTo(200);
        assertThat(status(basic(Surroundings.ADMIN_USER, Surroundings.API_TOKEN)))
                .isEqualTo(401);
        assertThat(status(basic("root", Surroundings.ADMIN_PASSWORD))).isEqualTo(401);
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
