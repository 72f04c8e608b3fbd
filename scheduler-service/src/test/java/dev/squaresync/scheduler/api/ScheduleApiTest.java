package dev.squaresync.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@SchedulerTest
class ScheduleApiTest {

    @Autowired
    private Api api;

    @Test
    void the_schedules_are_those_of_the_design() {
        var schedules = api.get("/api/schedules").body();

        assertThat(schedules
                        .valueStream()
                        .map(schedule -> String.join(
                                " ",
                                schedule.get("dataType").stringValue(),
                                schedule.get("mode").stringValue(),
                                schedule.get("lookback").asString("-"),
                                schedule.get("priority").stringValue(),
                                schedule.get("timeZone").stringValue())))
                .containsExactly(
                        "catalog full - high Europe/Berlin",
                        "orders incremental PT168H high Europe/Berlin",
                        "categories full - medium Europe/Berlin",
                        "inventory incremental PT24H medium Europe/Berlin",
                        "locations full - low Europe/Berlin");
        assertThat(schedules.at("/0/nextDueTimes").valueStream().map(time -> time.stringValue()))
                .containsExactly("2026-11-23T01:00:00Z", "2026-11-24T01:00:00Z", "2026-11-25T01:00:00Z");
    }

    @Test
    void a_change_is_kept_and_answered_with_the_next_three_times() {
        Api.Answer answer = api.patch(
                "/api/schedules/orders",
                "{\"cron\": \"0 30 3 * * *\", \"timeZone\": \"America/New_York\", \"lookback\": \"P14D\", \"paused\": true}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("nextDueTimes").valueStream().map(time -> time.stringValue()))
                .containsExactly("2026-11-23T08:30:00Z", "2026-11-24T08:30:00Z", "2026-11-25T08:30:00Z");
        assertThat(api.get("/api/schedules/orders").body()).isEqualTo(answer.body());
        assertThat(answer.body().get("lookback").stringValue()).isEqualTo("PT336H");
        assertThat(answer.body().get("paused").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "orders    | {\"cron\": \"at two\"}           | cron     | such as '0 0 2 * * *' for 02:00 every day",
                "orders    | {\"cron\": \"0 0 2 30 2 *\"}     | cron     | is no cron expression",
                "orders    | {\"timeZone\": \"Berlin\"}       | timeZone | 'Berlin' is no IANA time zone, such as Europe/Berlin.",
                "orders    | {\"lookback\": \"long\"}         | lookback | 'long' is no duration, such as P7D, PT24H or 7d.",
                "orders    | {\"lookback\": \"PT1M\"}         | lookback | is not between 1 hour and 3660 days",
                "orders    | {\"mode\": \"half\"}             | mode     | 'half' is neither incremental nor full.",
                "locations | {\"mode\": \"incremental\"}      | lookback | An incremental schedule needs a lookback",
                "orders    | {\"cronn\": \"0 0 2 * * *\"}     | cronn    | There is no field 'cronn'",
            })
    void a_wrong_field_is_named_and_nothing_changes(String dataType, String body, String field, String detail) {
        var before = api.get("/api/schedules").body();

        Api.Answer answer = api.patch("/api/schedules/" + dataType, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").stringValue()).isEqualTo(field);
        assertThat(answer.body().get("detail").stringValue()).contains(detail);
        assertThat(api.get("/api/schedules").body()).isEqualTo(before);
    }

    @Test
    void a_data_type_without_a_schedule_is_not_found() {
        assertThat(api.get("/api/schedules/customers").status()).isEqualTo(404);
        assertThat(api.patch("/api/schedules/No%20Name", "{}").status()).isEqualTo(404);
        assertThat(api.post("/api/schedules/customers/trigger", "").status()).isEqualTo(404);
    }

    @Test
    void a_schedule_can_be_run_now_and_is_due_again_at_its_usual_time() {
        Api.Answer answer = api.post("/api/schedules/orders/trigger", "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().at("/streams/0/dataType").stringValue()).isEqualTo("orders");
        assertThat(answer.body().get("streams")).hasSize(1);
        assertThat(api.get("/api/schedules/orders").body().at("/nextDueTimes/0").stringValue())
                .isEqualTo("2026-11-23T01:00:00Z");
        assertThat(api.post("/api/schedules/orders/trigger", "").status()).isEqualTo(409);
    }
}
