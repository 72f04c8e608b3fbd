package dev.squaresync.scheduler.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.SchedulerTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Item 15 of the security list: actuator is health and prometheus only, on its own port. */
@SchedulerTest
class ManagementPortTest {

    @Autowired
    private Environment environment;

    @ParameterizedTest
    @ValueSource(strings = {"health", "health/readiness", "health/liveness", "prometheus"})
    void health_and_metrics_are_on_the_management_port_only(String endpoint) throws Exception {
        assertThat(status("management", "GET", "/actuator/" + endpoint)).isEqualTo(200);
        assertThat(status("server", "GET", "/actuator/" + endpoint)).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env",
                "env/scheduler.api-token",
                "configprops",
                "beans",
                "heapdump",
                "threaddump",
                "loggers",
                "metrics",
                "mappings",
                "info",
                "sessions",
                "flyway",
                "sbom",
                "shutdown"
            })
    void nothing_else_is_there(String endpoint) throws Exception {
        assertThat(status("management", "GET", "/actuator/" + endpoint)).isEqualTo(404);
        assertThat(status("management", "POST", "/actuator/" + endpoint)).isEqualTo(404);
        assertThat(status("server", "GET", "/actuator/" + endpoint)).isEqualTo(404);
    }

    @Test
    void the_management_port_has_nothing_of_the_api() throws Exception {
        assertThat(status("management", "GET", "/api/status")).isIn(401, 404);
        assertThat(status("management", "GET", "/readyz")).isEqualTo(404);
    }

    private int status(String port, String method, String path) throws IOException, InterruptedException {
        URI address =
                URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local." + port + ".port") + path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
