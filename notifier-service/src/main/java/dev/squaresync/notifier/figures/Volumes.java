package dev.squaresync.notifier.figures;

import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncEnded.StreamEnded;
import dev.squaresync.notifier.alert.Alert;
import dev.squaresync.notifier.alert.Alerts;
import dev.squaresync.notifier.alert.Severity;
import dev.squaresync.notifier.report.Figures;
import dev.squaresync.notifier.report.ShopSettings;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Warns when a scheduled sync brings far less than usual on that weekday. */
@Component
class Volumes {

    private static final String KIND = "volume-suspicious";

    /** Of so many of the latest runs on the same weekday. */
    private static final int COMPARED = 8;

    private static final int LEAST_COMPARED = 4;

    /** Below that, chance decides. */
    private static final double LEAST_USUAL = 20;

    private static final double SUSPICIOUS_SHARE = 0.3;

    private static final String USUAL = """
            select count(*) as runs, percentile_cont(0.5) within group (order by objects) as usual
            from (
                select objects
                from ended_streams
                where data_type = :dataType
                  and scheduled
                  and state = 'COMPLETED'
                  and requested_at < :requestedAt
                  and extract(isodow from requested_at at time zone :zone)
                      = extract(isodow from cast(:requestedAt as timestamptz) at time zone :zone)
                order by requested_at desc
                limit :compared
            ) as same_weekday
            """;

    private final JdbcClient database;
    private final Alerts alerts;
    private final ShopSettings shop;

    Volumes(JdbcClient database, Alerts alerts, ShopSettings shop) {
        this.database = database;
        this.alerts = alerts;
        this.shop = shop;
    }

    void compare(SyncEnded run, StreamEnded stream) {
        String name = stream.dataType().name();
        int objects = stream.counts().total();
        Usual usual = database.sql(USUAL)
                .param("dataType", name)
                .param("requestedAt", run.requestedAt().atOffset(ZoneOffset.UTC))
                .param("zone", shop.timeZone().getId())
                .param("compared", COMPARED)
                .query((row, number) -> new Usual(row.getInt("runs"), row.getDouble("usual")))
                .single();
        if (usual.isSuspicious(objects)) {
            alerts.raise(alert(run, name, objects, Math.round(usual.objects())));
        } else {
            alerts.clear(
                    cause(name), "OVER – " + name + ": as much as usual", "The latest sync brought as much as usual.");
        }
    }

    private static Alert alert(SyncEnded run, String name, int objects, long usual) {
        return new Alert(
                KIND,
                cause(name),
                Severity.WARNING,
                "WARNING – " + name + ": far less than usual, " + Figures.number(objects) + " instead of "
                        + Figures.number(usual),
                List.of("The scheduled sync brought " + Figures.counted(objects, "object", "objects") + " of " + name
                        + "; the same weekday usually brings " + Figures.number(usual) + "."),
                List.of("The sync itself went through: this is what Square has shown."),
                List.of(),
                List.of(
                        "Was the shop closed? Then nothing is to be done.",
                        "If not, ask Square again: ./square-sync verify --data-type " + name),
                List.of(),
                "runs/" + run.runId(),
                1);
    }

    private static String cause(String dataType) {
        return KIND + ":" + dataType;
    }

    private record Usual(int runs, double objects) {

        boolean isSuspicious(int now) {
            return runs >= LEAST_COMPARED && objects >= LEAST_USUAL && now < objects * SUSPICIOUS_SHARE;
        }
    }
}
