package dev.squaresync.cli.api;

import static dev.squaresync.cli.api.SchedulerHttp.encoded;

import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** People and tokens in the scheduler's REST API; throws as {@link SchedulerApi} does. */
public final class AccessApi {

    private static final String PEOPLE = "api/people";
    private static final String TOKENS = "api/tokens";

    private final SchedulerHttp http;

    AccessApi(SchedulerHttp http) {
        this.http = http;
    }

    public Answer<People> people() {
        return http.get(PEOPLE, new TypeReference<People>() {});
    }

    public Answer<People.Person> add(String name, String role, String password) {
        return http.post(
                PEOPLE,
                Map.of("name", name, "role", role, "password", password),
                new TypeReference<People.Person>() {});
    }

    public void remove(String name) {
        http.delete(PEOPLE + "/" + encoded(name));
    }

    public void changePassword(String name, String password) {
        http.put(PEOPLE + "/" + encoded(name) + "/password", Map.of("password", password));
    }

    public Answer<Tokens> tokens() {
        return http.get(TOKENS, new TypeReference<Tokens>() {});
    }

    public Answer<Tokens.Issued> create(String name, String role) {
        return http.post(TOKENS, Map.of("name", name, "role", role), new TypeReference<Tokens.Issued>() {});
    }

    public void revoke(String id) {
        http.delete(TOKENS + "/" + encoded(id));
    }
}
