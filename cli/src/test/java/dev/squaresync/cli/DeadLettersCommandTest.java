package dev.squaresync.cli;

import static dev.squaresync.cli.Bodies.ID;
import static dev.squaresync.cli.Bodies.run;
import static dev.squaresync.cli.StandInScheduler.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersCommandTest {

    private static final String LETTER_ID = "7b1e0c11-0000-4000-8000-00000000000a";
    private static final String LIST = "GET /api/dead-letters?state=OPEN&limit=50";
    private static final String GROUPS = "GET /api/dead-letters/groups?state=OPEN";

    private final StandInScheduler scheduler = new StandInScheduler();
    private TestCli cli;

    @BeforeEach
    void pointAtTheScheduler(@TempDir Path checkout) {
        cli = new TestCli(scheduler, checkout);
    }

    @AfterEach
    void stopScheduler() {
        scheduler.close();
    }

    @Test
    void open_dead_letters_are_listed_with_their_cause() {
        scheduler.on(
                LIST,
                200,
                "{\"deadLetters\": [" + letter("OPEN", "") + "], \"total\": 120, \"next\": \"" + LETTER_ID + "\"}");

        assertThat(cli.command("dead-letters", "list")).isZero();

        assertThat(cli.out())
                .containsPattern("7b1e0c11  OPEN +Sun 22 Nov 2026 02:05  orders +3f0c8a52  square-unauthorized  Square"
                        + " answered 401")
                .contains("1 of 120 dead letters.")
                .contains("--before " + LETTER_ID);
    }

    @Test
    void every_filter_is_passed_on_and_a_run_may_be_named_by_its_beginning() {
        String request = "GET /api/dead-letters?queue=square-sync.writer.pages&wireType=page-fetched.v1"
                + "&code=a%20b%26c&dataType=orders&runId=" + ID + "&limit=7&before=x";
        scheduler
                .on("GET /api/sync-runs?limit=200", 200, "[" + run(ID, "FAILED", 2) + "]")
                .on(request, 200, "{\"deadLetters\": [], \"total\": 0, \"next\": null}");

        int exitCode = cli.command(
                "dead-letters",
                "list",
                "--state",
                "all",
                "--queue",
                "square-sync.writer.pages",
                "--type",
                "page-fetched.v1",
                "--code",
                "a b&c",
                "--data-type",
                "orders",
                "--run",
                "3f0c",
                "--limit",
                "7",
                "--before",
                "x");

        assertThat(exitCode).isZero();
        assertThat(cli.out()).contains("No dead letter fits.");
    }

    @Test
    void dead_letters_are_counted_by_their_cause() {
        scheduler.on(GROUPS + "&dataType=orders", 200, groups());

        assertThat(cli.command("dead-letters", "list", "--by-cause", "--data-type", "orders"))
                .isZero();

        assertThat(cli.out())
                .containsPattern("12  square-unauthorized  orders +fetch-page.v1  square-sync.fetcher.pages")
                .contains("square-unauthorized, such as 7b1e0c11: Square answered 401.");
    }

    @Test
    void one_is_shown_with_its_message_and_the_way_on() {
        scheduler
                .on(
                        "GET /api/dead-letters?limit=200",
                        200,
                        "{\"deadLetters\": [" + letter("OPEN", "") + "], \"total\": 1}")
                .on("GET /api/dead-letters/" + LETTER_ID, 200, letter("OPEN", """
                        , "headers": {"square-sync-attempt": 4}, "payload": "{\\"orders\\":[{\\"id\\":\\"o1\\"}]}",
                        "payloadBytes": 70123, "truncated": false"""));

        assertThat(cli.command("dead-letters", "show", "7b1e")).isZero();

        assertThat(cli.out())
                .contains("Dead letter " + LETTER_ID + "  OPEN")
                .contains("square-unauthorized, tried 4 times")
                .contains("square-sync-attempt: 4")
                .contains("Payload, 70 kB:")
                .contains("\"orders\" :")
                .contains("./square-sync dead-letters replay 7b1e0c11");
    }

    @Test
    void a_message_that_is_no_json_is_shown_as_far_as_it_can_be_read() {
        scheduler.on(
                "GET /api/dead-letters/" + LETTER_ID,
                200,
                letter(
                        "DISCARDED",
                        ", \"payload\": \"" + "\\u001b[2J" + "x".repeat(500) + "\", \"payloadBytes\": 500"));

        assertThat(cli.command("dead-letters", "show", LETTER_ID)).isZero();

        assertThat(cli.out())
                .contains(" [2J" + "x".repeat(196) + "…")
                .contains("more with --json")
                .doesNotContain("dead-letters replay");
    }

    @Test
    void one_is_replayed_without_a_question() {
        scheduler.on("POST /api/dead-letters/" + LETTER_ID + "/replay", 202, letter("REPLAYING", ""));

        assertThat(cli.command("dead-letters", "replay", LETTER_ID)).isZero();

        assertThat(cli.out())
                .contains("Replaying dead letter 7b1e0c11 to square-sync.fetcher.pages.")
                .contains("./square-sync run 3f0c8a52");
    }

    @Test
    void what_is_not_open_is_refused_with_the_schedulers_sentence_alone() {
        scheduler.on(
                "POST /api/dead-letters/" + LETTER_ID + "/replay", 409, problem("Dead letter 7b1e0c11 is DISCARDED."));

        assertThat(cli.command("dead-letters", "replay", LETTER_ID)).isEqualTo(6);

        assertThat(cli.err()).isEqualTo("Dead letter 7b1e0c11 is DISCARDED." + System.lineSeparator());
    }

    @Test
    void many_are_replayed_after_their_number_was_said_and_a_yes() {
        cli.onTerminalTyping("y");
        scheduler
                .on(GROUPS + "&code=square-unauthorized", 200, groups())
                .on("POST /api/dead-letters/replay", 202, "{\"replaying\": 12}");

        assertThat(cli.command("dead-letters", "replay", "--code", "square-unauthorized"))
                .isZero();

        assertThat(cli.err()).contains("Replay these 12 dead letters? [y/N]");
        assertThat(cli.out()).contains("12 dead letters are being replayed.");
        assertThat(scheduler.requests())
                .last()
                .isEqualTo("POST /api/dead-letters/replay {\"code\":\"square-unauthorized\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "yikes"})
    void anything_but_a_clear_yes_changes_nothing(String answer) {
        cli.onTerminalTyping(answer);
        scheduler.on(GROUPS, 200, groups());

        assertThat(cli.command("dead-letters", "discard", "--all", "--reason", "tests"))
                .isZero();

        assertThat(cli.out()).contains("Nothing is discarded.");
        assertThat(scheduler.requests()).noneMatch(request -> request.startsWith("POST"));
    }

    @ParameterizedTest
    @CsvSource({
        "replay --all, Nobody is at a terminal",
        "replay --all --json, Nobody is at a terminal",
        "replay, 'Say which: an ID, a filter'",
        "replay x --all, not two of them",
        "replay --code x --all, not two of them",
        "discard x, --reason",
        "discard x --reason , --reason"
    })
    void what_cannot_be_meant_is_refused_before_anything_is_asked(String arguments, String sentence) {
        assertThat(cli.command(("dead-letters " + arguments).split(" "))).isEqualTo(2);

        assertThat(cli.err()).contains(sentence);
        assertThat(scheduler.requests()).isEmpty();
    }

    @Test
    void a_script_says_yes_and_gets_the_schedulers_document() {
        scheduler.on("POST /api/dead-letters/discard", 200, "{\"discarded\": 3}");

        assertThat(cli.command("dead-letters", "discard", "--all", "--reason", "test shop", "--yes", "--json"))
                .isZero();

        assertThat(cli.out()).isEqualTo("{\"discarded\": 3}" + System.lineSeparator());
        assertThat(scheduler.requests())
                .containsExactly("POST /api/dead-letters/discard {\"all\":true,\"reason\":\"test shop\"}");
    }

    private static String letter(String state, String more) {
        return """
                {"id": "%s", "state": "%s", "queue": "square-sync.fetcher.pages", "wireType": "fetch-page.v1",
                 "code": "square-unauthorized", "reason": "Square answered 401.", "attempts": 4, "runId": "%s",
                 "dataType": "orders", "partitionId": "p1", "traceId": "3f0c8a52000040008000000000000001",
                 "firstSeenAt": "2026-11-22T01:04:00Z", "lastSeenAt": "2026-11-22T01:05:00Z", "replays": 1,
                 "decidedBy": null, "decidedAt": null, "discardReason": null%s}""".formatted(LETTER_ID, state, ID, more);
    }

    private static String groups() {
        return """
                {"groups": [{"queue": "square-sync.fetcher.pages", "wireType": "fetch-page.v1",
                 "code": "square-unauthorized", "dataType": "orders", "count": 12,
                 "firstSeenAt": "2026-11-22T01:04:00Z", "lastSeenAt": "2026-11-22T01:05:00Z",
                 "example": {"id": "%s", "reason": "Square answered 401."}}]}""".formatted(LETTER_ID);
    }
}
