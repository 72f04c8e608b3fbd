package dev.squaresync.scheduler.desk.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.access.People;
import dev.squaresync.scheduler.access.Tokens;
import dev.squaresync.scheduler.fixture.Browser;
import dev.squaresync.scheduler.fixture.Desk;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
class AccessPageTest {

    private static final String PASSWORD = "a-password-for-bob";

    @Autowired
    private Environment environment;

    @Autowired
    private People people;

    @Autowired
    private Tokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private Desk desk;

    @BeforeEach
    void signIn() {
        desk = Desk.ofAdmin(environment);
    }

    @Test
    void the_admin_of_the_settings_is_there_and_cannot_be_removed() {
        Document page = desk.page("/access");

        assertThat(page.select("[aria-labelledby=people-title] tbody tr").eachText())
                .containsExactly("admin operator by the scheduler's settings by the settings changed there only");
        assertThat(page.text()).contains("Nobody else yet", "No token yet");
    }

    @Test
    void a_person_is_added_gets_another_password_and_is_removed() {
        desk.submit("/access/people", Map.of("name", "bob", "role", "viewer", "password", PASSWORD));
        Document page = desk.page("/access");
        assertThat(page.selectFirst(".flash:not([hidden])").text()).startsWith("bob may sign in now.");
        assertThat(page.select("[aria-labelledby=people-title] tbody tr").get(1).text())
                .startsWith("bob viewer 13:00 today by admin 13:00 today");
        assertThat(page.html()).doesNotContain(PASSWORD);
        Browser bob = Browser.signedIn(environment, "bob", PASSWORD);

        desk.submit("/access/people/password", Map.of("name", "bob", "password", "short"));
        assertThat(desk.page("/access")
                        .selectFirst(".flash-refused:not([hidden])")
                        .text())
                .contains("is as it was", "at least 12 characters");
        desk.submit("/access/people/password", Map.of("name", "bob", "password", PASSWORD + "2"));
        assertThat(bob.get("/runs").statusCode()).isEqualTo(302);
        Browser.signedIn(environment, "bob", PASSWORD + "2");

        desk.submit("/access/people/remove", Map.of("name", "bob"));
        assertThat(people.all()).isEmpty();
        assertThat(jdbc.sql("select action from audit where action like 'person.%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("person.add", "person.password", "person.remove");
        assertThat(desk.browser()
                        .post("/access/people/remove", Map.of("name", "bob"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_wrong_with_a_new_person_is_said_at_the_field() {
        people.add("bob", "viewer", PASSWORD, "test");

        Document taken = refused("/access/people", Map.of("name", "Bob", "role", "operator", "password", PASSWORD));
        assertThat(taken.selectFirst(".error").text()).contains("There is a person named Bob already");
        assertThat(taken.selectFirst("#person-name").attr("aria-invalid")).isEqualTo("true");
        assertThat(taken.selectFirst("#person-name").val()).isEqualTo("Bob");
        assertThat(taken.selectFirst("#person-role option[selected]").val()).isEqualTo("operator");
        assertThat(taken.html()).doesNotContain(PASSWORD);

        Document tooShort = refused("/access/people", Map.of("name", "carl", "role", "viewer", "password", "short"));
        assertThat(tooShort.selectFirst("#person-password").attr("aria-invalid"))
                .isEqualTo("true");
        assertThat(refused("/access/tokens", Map.of("name", "<b>", "role", "viewer"))
                        .selectFirst("#token-name")
                        .attr("aria-invalid"))
                .isEqualTo("true");
    }

    @Test
    void a_token_is_shown_once_and_can_be_revoked() {
        HttpResponse<String> created = desk.browser().post("/access/tokens", Map.of("name", "till", "role", "viewer"));
        String secret = Jsoup.parse(created.body()).selectFirst("#token").val();
        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(tokens.bearing(secret)).isPresent();

        Document page = desk.page("/access");
        assertThat(page.html()).doesNotContain(secret);
        assertThat(page.select("[aria-labelledby=tokens-title] tbody tr").text())
                .startsWith("till On viewer 13:00 today by admin 13:00 today");
        assertThat(sessions()).noneMatch(session -> session.contains(secret));

        desk.submit(page.selectFirst("form[action$=/revoke]").attr("action"), Map.of());
        assertThat(tokens.bearing(secret)).isEmpty();
        assertThat(desk.page("/access")
                        .select("[aria-labelledby=tokens-title] tbody tr")
                        .text())
                .contains("Revoked", "revoked 13:00 today by admin");
    }

    @Test
    void a_viewer_has_no_way_to_the_page() {
        people.add("victor", "viewer", PASSWORD, "test");
        Browser viewer = Browser.signedIn(environment, "victor", PASSWORD);

        assertThat(viewer.get("/access").statusCode()).isEqualTo(403);
        assertThat(viewer.post("/access/tokens", Map.of("name", "till", "role", "operator"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Desk.of(viewer).page("/runs").select("a[href=/access]")).isEmpty();
        assertThat(tokens.all()).isEmpty();
    }

    private Document refused(String path, Map<String, String> form) {
        HttpResponse<String> answer = desk.browser().post(path, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return Jsoup.parse(answer.body());
    }

    private List<String> sessions() {
        return jdbc.sql("select encode(attribute_bytes, 'escape') from sessions_attributes")
                .query(String.class)
                .list();
    }
}
