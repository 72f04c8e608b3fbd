package dev.squaresync.scheduler.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Browser;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Surroundings;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The items of docs/security.md that this service answers for, by their numbers there; {@link SecretsTest} has 13 and 14. */
@SchedulerTest
class SecurityTest {

    private static final String PASSWORD = "a-viewers-long-password";
    private static final Set<String> OPEN = Set.of("GET /login");

    @Autowired
    private Api api;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    @DisplayName("1. Deny by default: no mapping answers without credentials but the login page")
    void item_1_denied_by_default() {
        List<String> mappings = mappings();
        assertThat(mappings).hasSizeGreaterThan(20).contains("POST /api/sync-runs", "GET /login");

        List<String> answered = mappings.stream()
                .filter(mapping -> !OPEN.contains(mapping))
                .filter(mapping -> !isRefused(mapping))
                .toList();

        assertThat(answered).isEmpty();
    }

    @Test
    @DisplayName("2. Roles: a viewer looks, but changes nothing, by session or by token")
    void item_2_a_viewer_changes_nothing() {
        addViewer();
        Browser viewer = Browser.signedIn(environment, "Vera", PASSWORD);
        String token = token("viewer");

        assertThat(viewer.get("/api/sync-runs").statusCode()).isEqualTo(200);
        assertThat(viewer.api("POST", "/api/sync-runs", "{}").statusCode()).isEqualTo(403);
        assertThat(viewer.get("/api/people").statusCode()).isEqualTo(403);
        assertThat(bearing(token, "GET", "/api/sync-runs")).isEqualTo(200);
        assertThat(bearing(token, "POST", "/api/sync-runs")).isEqualTo(403);
        assertThat(bearing(token, "GET", "/api/tokens")).isEqualTo(403);
        assertThat(runs()).isZero();
    }

    @Test
    @DisplayName("3. CSRF: a POST with the cookie and without the token is refused and leaves no run")
    void item_3_a_post_from_elsewhere_is_refused() {
        Browser admin = Browser.ofAdmin(environment);

        assertThat(admin.postFromElsewhere("/api/sync-runs", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(admin.postFromElsewhere("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(runs()).isZero();
        assertThat(admin.api("POST", "/api/sync-runs", "{}").statusCode()).isEqualTo(202);
    }

    @Test
    @DisplayName("4. The bearer chain ignores cookies")
    void item_4_the_bearer_chain_ignores_cookies() {
        Browser admin = Browser.ofAdmin(environment);
        String token = token("viewer");

        assertThat(admin.get("/api/sync-runs", "Authorization", "Bearer wrong").statusCode())
                .isEqualTo(401);
        assertThat(admin.api("POST", "/api/sync-runs", "{}", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.get("/api/sync-runs").response().headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    @DisplayName("5. The cookie is HttpOnly and SameSite, and Secure behind TLS")
    void item_5_the_cookie_is_guarded() {
        assertThat(cookieOf(new Browser(environment).get("/login")))
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        HttpResponse<String> behindTls = new Browser(environment).get("/login", "X-Forwarded-Proto", "https");
        assertThat(cookieOf(behindTls)).contains("HttpOnly", "SameSite=Lax", "Secure");
        assertThat(behindTls.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    @DisplayName("6. The session's id changes at login, and the session dies at logout")
    void item_6_the_session_id_changes_at_login_and_dies_at_logout() {
        Browser browser = new Browser(environment);
        browser.get("/login");
        String before = browser.sessionCookie().orElseThrow();
        browser.signIn(Surroundings.ADMIN_USER, Surroundings.ADMIN_PASSWORD);
        String signedIn = browser.sessionCookie().orElseThrow();
        assertThat(signedIn).isNotEqualTo(before);

        Browser thief = new Browser(environment);
        thief.takeSessionCookie(before);
        assertThat(thief.get("/api/status").statusCode()).isEqualTo(401);
        browser.post("/logout", Map.of());
        thief.takeSessionCookie(signedIn);
        assertThat(thief.get("/api/status").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("7. Twenty wrong passwords: throttled by name and address, the same answer for an unknown name")
    void item_7_twenty_wrong_passwords_are_throttled() {
        List<HttpResponse<String>> known = wrongPasswords(Surroundings.ADMIN_USER, "203.0.113.7");
        List<HttpResponse<String>> unknown = wrongPasswords("nobody", "203.0.113.8");

        for (List<HttpResponse<String>> answers : List.of(known, unknown)) {
            assertThat(answers.subList(0, 10))
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(401);
            assertThat(answers.subList(10, 20))
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(429);
            assertThat(answers.get(19).headers().firstValue("Retry-After")).contains("30");
        }
        assertThat(known.stream().map(SecurityTest::withoutToken))
                .containsExactlyElementsOf(
                        unknown.stream().map(SecurityTest::withoutToken).toList());
    }

    @Test
    @DisplayName("9. The policy of every answer forbids inline scripts and styles")
    void item_9_the_policy_forbids_inline_scripts() {
        Browser admin = Browser.ofAdmin(environment);

        for (String path : List.of("/", "/login", "/nowhere", "/api/status")) {
            HttpResponse<String> answer = admin.get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                    .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        }
    }

    @Test
    @DisplayName("10. Parameters are bound: SQL in them is only text")
    void item_10_parameters_are_bound() {
        addViewer();
        String hostile = "%27%3B%20delete%20from%20people%3B--";
        for (String path : List.of(
                "/api/sync-runs?before=",
                "/api/sync-runs?state=",
                "/api/sync-runs?limit=",
                "/api/dead-letters?code=",
                "/api/dead-letters?queue=",
                "/api/audit?before=",
                "/api/schedules/",
                "/api/sync-runs?sort=")) {
            assertThat(api.get(path + hostile).status()).as(path).isBetween(200, 404);
        }
        api.send(api.request("DELETE", "/api/people/" + hostile.replace("%3B", "x"), "")
                .header("Authorization", "Bearer " + Surroundings.API_TOKEN)
                .build());

        assertThat(jdbc.sql("select name from people").query(String.class).list())
                .containsExactly("Vera");
    }

    @Test
    @DisplayName("19. There is an audit row for every action of a person")
    void item_19_every_action_is_in_the_audit() {
        Browser admin = Browser.ofAdmin(environment);
        String run = admin.api("POST", "/api/sync-runs", "{\"dataTypes\": [\"orders\"]}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        admin.api("POST", run + "/cancel", "{}");
        admin.api("POST", "/api/schedules/catalog/trigger", "");
        admin.api("PATCH", "/api/schedules/orders", "{\"paused\": true}");
        admin.api("POST", "/api/people", person("Vera"));
        admin.api("PUT", "/api/people/Vera/password", "{\"password\": \"another-long-password\"}");
        admin.api("DELETE", "/api/people/Vera", "");
        String created = admin.api("POST", "/api/tokens", "{\"name\": \"reports\", \"role\": \"viewer\"}")
                .body();
        admin.api("DELETE", "/api/tokens/" + created.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"), "");
        new Browser(environment).signIn(Surroundings.ADMIN_USER, "wrong-password");
        admin.post("/logout", Map.of());

        assertThat(jdbc.sql("select action from audit where who = 'admin' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "sign-in",
                        "run.request",
                        "run.cancel",
                        "run.request",
                        "schedule.change",
                        "person.add",
                        "person.password",
                        "person.remove",
                        "token.create",
                        "token.revoke",
                        "sign-in.failed",
                        "sign-out");
    }

    private List<String> mappings() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> {
                    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                    Set<RequestMethod> tried =
                            methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods;
                    return mapping.getPatternValues().stream()
                            .flatMap(path -> tried.stream().map(method -> method + " " + path));
                })
                .sorted()
                .toList();
    }

    private boolean isRefused(String mapping) {
        String method = mapping.substring(0, mapping.indexOf(' '));
        String path = mapping.substring(mapping.indexOf(' ') + 1).replaceAll("\\{[^}]*}", "1");
        HttpResponse<String> answer =
                api.sendAsText(api.request(method, path, "").build());
        String location = answer.headers().firstValue("Location").orElse("");
        return answer.statusCode() == 401
                || answer.statusCode() == 403
                || (answer.statusCode() == 302 && location.matches("/login(\\?expired)?"));
    }

    private List<HttpResponse<String>> wrongPasswords(String name, String address) {
        return Stream.generate(
                        () -> new Browser(environment).signIn(name, "wrong-password", "X-Forwarded-For", address))
                .limit(20)
                .toList();
    }

    private static String withoutToken(HttpResponse<String> answer) {
        return answer.statusCode() + answer.body().replaceAll("value=\"[^\"]*\"", "");
    }

    private static String cookieOf(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream().collect(Collectors.joining("\n"));
    }

    private void addViewer() {
        assertThat(api.post("/api/people", person("Vera")).status()).isEqualTo(201);
    }

    private static String person(String name) {
        return "{\"name\": \"" + name + "\", \"role\": \"viewer\", \"password\": \"" + PASSWORD + "\"}";
    }

    private String token(String role) {
        return api.post("/api/tokens", "{\"name\": \"program\", \"role\": \"" + role + "\"}")
                .body()
                .get("token")
                .stringValue();
    }

    private int bearing(String token, String method, String path) {
        return api.sendAsText(api.request(method, path, "")
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }

    private int runs() {
        return jdbc.sql("select count(*) from sync_runs").query(Integer.class).single();
    }
}
