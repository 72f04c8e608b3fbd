package dev.squaresync.scheduler.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 2 * * *            | every day at 02:00",
                "0 0 2 ? * ?            | every day at 02:00",
                "00 05 02 * * *         | every day at 02:05",
                "0 30 6 * * MON-FRI     | weekdays at 06:30",
                "0 30 6 * * 1-5         | weekdays at 06:30",
                "0 0 9 * * sat,sun      | weekends at 09:00",
                "0 0 9 * * 6-7          | weekends at 09:00",
                "0 0 2 * * MON          | Mondays at 02:00",
                "0 0 2 * * 1,3,SUN      | Mondays, Wednesdays and Sundays at 02:00",
                "0 0 2,14 * * *         | every day at 02:00 and 14:00",
                "0 15 2,8,14 * * *      | every day at 02:15, 08:15 and 14:15",
                "0 * * * * *            | every minute",
                "0 */15 * * * *         | every 15 minutes",
                "0 0/5 * * * *          | every 5 minutes",
                "0 0 * * * *            | every hour",
                "0 20 * * * *           | every hour at minute 20",
                "0 0 */6 * * *          | every 6 hours",
                "0 0 8-20 * * *         | every hour from 08:00 to 20:00",
                "0 0 8-18 * * MON-FRI   | weekdays, every hour from 08:00 to 18:00",
                "0 0 3 1 * *            | on day 1 of every month at 03:00",
                "0 0 3 1,15 * *         | on days 1 and 15 of every month at 03:00",
                "0 0 3 L * *            | on the last day of every month at 03:00",
                "@daily                 | every day at 00:00",
                "@hourly                | every hour",
            })
    void what_can_be_said_simply_is_said(String cron, String words) {
        new Cadence(cron, ZoneOffset.UTC);

        assertThat(CronWords.of(cron)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 0 2 * * *",
                "0 0 2 * 6 *",
                "0 0 2 13 * FRI",
                "0 */7 * * * *",
                "0 0 2 * * MON#1",
                "0 0-30 2 * * *",
                "0 0 */5 * * *",
                "0 0 2 LW * *",
                "0 0,30 2 * * *",
                "0 0 2 * * MON-WED",
            })
    void what_cannot_is_said_by_the_expression_itself(String cron) {
        new Cadence(cron, ZoneOffset.UTC);

        assertThat(CronWords.of(cron)).isEqualTo(cron);
    }
}
