package dev.squaresync.scheduler.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Browser;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.fixture.Surroundings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
class SignInTest {

    @Autowired
    private Api api;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @ParameterizedTest
    @CsvSource({
        "POST,  /api/sync-runs",
        "GET,   /api/sync-runs",
        "GET,   /api/status",
        "PATCH, /api/schedules/orders",
        "DELETE, /api/people/1",
        "GET,   /live"
    })
    void a_program_without_credentials_gets_a_problem_and_no_session(String method, String path) {
        Api.Answer answer = api.send(api.request(method, path, "").build());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body().get("type").stringValue()).isEqualTo("urn:square-sync:problem:unauthorized");
        assertThat(answer.response().headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong",
                "Bearer ",
                "Bearer",
                "Bearer  token-of-the-tests",
                "Bearer sqs_0123456789012345678901234567890123456789012",
                "Basic !!!"
            })
    void wrong_credentials_are_refused(String authorization) {
        assertThat(status(authorization)).isEqualTo(401);
    }

    @Test
    void a_program_gets_in_with_the_token_of_the_settings_and_nobody_by_http_basic() {
        String both = Surroundings.ADMIN_USER + ":" + Surroundings.ADMIN_PASSWORD;

        assertThat(status("Bearer " + Surroundings.API_TOKEN)).isEqualTo(200);
        assertThat(status("bearer " + Surroundings.API_TOKEN)).isEqualTo(200);
        assertThat(status("Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8))))
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
    void a_browser_whose_session_has_ended_is_told_so() {
        Browser browser = Browser.ofAdmin(environment);
        jdbc.sql("delete from sessions").update();

        assertThat(location(browser.get("/runs"))).isEqualTo("/login?expired");
        assertThat(browser.get("/login?expired").body()).contains("Please sign in again.");
    }

    @Test
    void a_part_of_a_page_whose_session_has_ended_loads_the_page_again() {
        HttpResponse<String> answer = new Browser(environment).get("/runs", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Refresh")).contains("true");
    }

    @Test
    void a_wrong_password_is_told_in_a_sentence() {
        HttpResponse<String> answer = new Browser(environment).signIn(Surroundings.ADMIN_USER, "wrong-password");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("That name and password do not belong together.");
    }

    @Test
    void the_right_password_is_refused_while_waiting_and_taken_afterwards() {
        wrong(10, "admin", "203.0.113.7");

        assertThat(signIn("admin", "203.0.113.7").statusCode()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(31));
        assertThat(signIn("admin", "203.0.113.7").statusCode()).isEqualTo(302);
    }

    @Test
    void the_wait_grows() {
        wrong(10, "admin", "203.0.113.7");
        assertThat(retryAfter(wrong(1, "admin", "203.0.113.7"))).contains("30");
        clock.advance(Duration.ofSeconds(30));
        wrong(1, "admin", "203.0.113.7");
        assertThat(retryAfter(wrong(1, "admin", "203.0.113.7"))).contains("60");
        clock.advance(Duration.ofSeconds(60));
        wrong(1, "admin", "203.0.113.7");
        assertThat(retryAfter(wrong(1, "admin", "203.0.113.7"))).contains("120");
    }

    @Test
    void somebody_who_keeps_trying_locks_nobody_out_from_another_address_for_long() {
        for (int tries = 0; tries < 8; tries++) {
            wrong(10, "admin", "203.0.113.7");
            clock.advance(Duration.ofMinutes(2));
        }

        assertThat(signIn("admin", "203.0.113.7").statusCode()).isEqualTo(429);
        assertThat(signIn("admin", "198.51.100.1").statusCode()).isEqualTo(302);
    }

    @Test
    void a_name_is_throttled_from_many_addresses_together() {
        for (int host = 1; host <= 10; host++) {
            wrong(1, "admin", "203.0.113." + host);
        }

        assertThat(wrong(1, "ADMIN", "203.0.113.99").statusCode()).isEqualTo(429);
        assertThat(wrong(1, "nobody", "203.0.113.99").statusCode()).isEqualTo(401);
    }

    @Test
    void an_address_is_throttled_for_many_names_together_and_a_network_counts_as_one_address() {
        for (int number = 1; number <= 10; number++) {
            wrong(1, "name" + number, "2001:db8:1:2::" + number);
        }

        assertThat(wrong(1, "another", "2001:db8:1:2:ffff::1").statusCode()).isEqualTo(429);
        assertThat(wrong(1, "another", "2001:db8:1:3::1").statusCode()).isEqualTo(401);
    }

    @Test
    void few_wrong_passwords_are_forgotten_after_a_quarter_of_an_hour() {
        wrong(9, "admin", "203.0.113.7");
        clock.advance(Duration.ofMinutes(16));

        assertThat(wrong(9, "admin", "203.0.113.7").statusCode()).isEqualTo(401);
    }

    @Test
    void the_audit_of_failures_is_bounded_and_has_nothing_that_was_typed() {
        jdbc.sql("insert into audit (at, who, action, detail) select :now, 'x', 'sign-in.failed', 'y'"
                        + " from generate_series(1, 199)")
                .param("now", SettableClock.START.atOffset(ZoneOffset.UTC))
                .update();

        wrong(2, "perhaps-a-password", "203.0.113.7");

        assertThat(jdbc.sql("select who || ' ' || detail from audit where who <> 'x'")
                        .query(String.class)
                        .list())
                .containsExactly("somebody unknown A wrong password from 203.0.113.7.");
    }

    @Test
    void the_word_of_somebody_who_is_no_trusted_proxy_is_not_taken() throws IOException {
        assertThat(setCookieOverSocket("127.0.0.1")).contains("Secure");
        assertThat(setCookieOverSocket("127.0.0.2"))
                .contains("square-sync-session")
                .doesNotContain("Secure");
    }

    private String setCookieOverSocket(String from) throws IOException {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            String request = "GET /login HTTP/1.1\r\nHost: desk.test\r\nX-Forwarded-Proto: https\r\n"
                    + "X-Forwarded-For: 203.0.113.7\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines()
                    .filter(line -> line.startsWith("Set-Cookie:"))
                    .findFirst()
                    .orElse("");
        }
    }

    private HttpResponse<String> wrong(int times, String name, String address) {
        HttpResponse<String> last = null;
        for (int time = 0; time < times; time++) {
            last = new Browser(environment).signIn(name, "wrong-password", "X-Forwarded-For", address);
        }
        return Optional.ofNullable(last).orElseThrow();
    }

    private HttpResponse<String> signIn(String name, String address) {
        return new Browser(environment).signIn(name, Surroundings.ADMIN_PASSWORD, "X-Forwarded-For", address);
    }

    private static Optional<String> retryAfter(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        return answer.headers().firstValue("Retry-After");
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
}
