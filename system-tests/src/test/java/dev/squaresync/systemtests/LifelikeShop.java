package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Makes a fresh system look like one that has worked for a month. The nights before are invented; the rest happens. */
final class LifelikeShop {

    private static final int PAGES_UNDER_WAY = 25;

    private final FaultStack stack;
    private final Photographer person;
    private final Mirror database;

    /** @param person who starts the syncs, signed in */
    LifelikeShop(FaultStack stack, Photographer person) {
        this.stack = stack;
        this.person = person;
        this.database = stack.mirror();
    }

    void liveForAMonth() {
        done(201, "/api/people", "{'name': 'maria', 'role': 'viewer', 'password': 'a long enough password'}");
        done(201, "/api/people", "{'name': 'jonas', 'role': 'operator', 'password': 'a long enough password'}");
        done(201, "/api/tokens", "{'name': 'till-report', 'role': 'viewer'}");
        done(201, "/api/tokens", "{'name': 'deploy', 'role': 'operator'}");
        stack.runs().awaitEnd(person.sync("full"));
        database.execute(text("past-nights.sql"));
        stack.shop().change("\"orders\": 120, \"seed\": 7");
        stack.runs().awaitEnd(person.sync("scheduled"));
    }

    /** @return the run's id */
    String failInPart() {
        stack.shop().change("\"orders\": 60, \"seed\": 8");
        stack.shop()
                .misbehave("\"kind\": \"forbidden\", \"resource\": \"inventory\", \"times\": 2}, "
                        + "{\"kind\": \"broken-json\", \"resource\": \"orders\", \"times\": 2");
        String id = person.sync("scheduled");
        assertThat(stack.runs().awaitEnd(id).path("state").asString()).isEqualTo("PARTIAL");
        stack.shop().behave();
        return id;
    }

    /** @return the id of a run that goes on for a while */
    String startSlowly() {
        stack.shop().latency(700);
        String id = person.sync("full");
        stack.runs().awaitMiddle(id, PAGES_UNDER_WAY);
        return id;
    }

    String deadLetterOf(String run) {
        return database.query("select id::text as id from scheduler.dead_letters where run_id = '" + run + "' limit 1")
                .get(0)
                .get("id")
                .toString();
    }

    private void done(int status, String path, String body) {
        Http.Answer answer = stack.scheduler().post(path, body.replace('\'', '"'));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(LifelikeShop.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
