package dev.squaresync.notifier.figures;

import dev.squaresync.notifier.alert.Alert;
import dev.squaresync.notifier.alert.Alert.Part;
import dev.squaresync.notifier.alert.Alerts;
import dev.squaresync.notifier.alert.Severity;
import dev.squaresync.notifier.report.Figures;
import dev.squaresync.notifier.report.ShopSettings;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Reports the week before, each Monday morning. */
@Component
class WeeklyReport {

    private static final Logger LOG = LoggerFactory.getLogger(WeeklyReport.class);

    private static final LocalTime AT = LocalTime.of(8, 0);

    private static final String DAYS = """
            select cast(requested_at at time zone :zone as date) as day,
                   count(distinct run_id) as runs,
                   count(distinct run_id) filter (where state <> 'COMPLETED') as troubled,
                   sum(objects) as objects,
                   sum(retries) as retries,
                   extract(epoch from max(ended_at - requested_at)) as longest
            from ended_streams
            where requested_at at time zone :zone >= :monday
              and requested_at at time zone :zone < cast(:monday as date) + 7
            group by 1
            order by 1
            """;

    private final JdbcClient database;
    private final Alerts alerts;
    private final ShopSettings shop;
    private final Bars bars = new Bars();
    private final Clock clock;

    WeeklyReport(JdbcClient database, Alerts alerts, ShopSettings shop, Clock clock) {
        this.database = database;
        this.alerts = alerts;
        this.shop = shop;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${notifier.look-for-weekly-report-every:1m}")
    void look() {
        ZonedDateTime now = clock.instant().atZone(shop.timeZone());
        if (now.getDayOfWeek() == DayOfWeek.MONDAY && now.toLocalTime().isBefore(AT)) {
            return;
        }
        LocalDate monday = now.toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(1);
        try {
            report(monday);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The week cannot be reported now, but later: {}", e.getMessage());
        }
    }

    private void report(LocalDate monday) {
        int week = monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        String cause = "weekly-report:" + monday;
        if (alerts.isKnown(cause)) {
            return;
        }
        List<Day> days = days(monday);
        if (!days.isEmpty()) {
            alerts.tell(alert(cause, week, monday, days));
        }
    }

    private Alert alert(String cause, int week, LocalDate monday, List<Day> days) {
        int runs = days.stream().mapToInt(Day::runs).sum();
        int troubled = days.stream().mapToInt(Day::troubled).sum();
        long objects = days.stream().mapToLong(Day::objects).sum();
        long retries = days.stream().mapToLong(Day::retries).sum();
        String how = troubled == 0 ? "all complete" : Figures.number(troubled) + " not complete";
        Alert report = new Alert(
                "weekly-report",
                cause,
                Severity.REPORT,
                "Week " + week + " – " + Figures.counted(runs, "sync", "syncs") + ", " + how + ", "
                        + Figures.counted(objects, "object", "objects"),
                List.of(
                        "From " + monday + " to " + monday.plusDays(6) + " there were "
                                + Figures.counted(runs, "sync", "syncs") + ", " + how + ".",
                        Figures.counted(retries, "delivery was", "deliveries were") + " tried again.",
                        "The bars are the objects read each day; on the days in red a sync was not complete."),
                List.of(),
                List.of(),
                List.of(),
                days.stream().map(Day::part).toList(),
                "runs",
                1);
        return report.with(new Alert.Picture(bars.png(monday, days), words(days)));
    }

    private List<Day> days(LocalDate monday) {
        return database.sql(DAYS)
                .param("zone", shop.timeZone().getId())
                .param("monday", monday.atStartOfDay().atOffset(ZoneOffset.UTC).toLocalDateTime())
                .query((row, number) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getInt("runs"),
                        row.getInt("troubled"),
                        row.getLong("objects"),
                        row.getLong("retries"),
                        Duration.ofSeconds(row.getLong("longest"))))
                .list();
    }

    private static String words(List<Day> days) {
        return days.stream()
                .map(day -> day.name() + " " + Figures.number(day.objects()))
                .collect(Collectors.joining(", ", "Objects read each day: ", "."));
    }

    /** A day's syncs. @param longest of its syncs */
    record Day(LocalDate date, int runs, int troubled, long objects, long retries, Duration longest) {

        String name() {
            return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        }

        Part part() {
            return new Part(
                    name() + " " + date + ": objects, " + Figures.counted(runs, "sync", "syncs") + ", longest "
                            + Figures.duration(longest)
                            + (troubled == 0 ? "" : ", " + troubled + " not complete"),
                    objects);
        }
    }
}
