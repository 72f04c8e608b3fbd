package dev.squaresync.notifier.condition;

import dev.squaresync.message.ConditionKind;
import dev.squaresync.message.ConditionReported;
import dev.squaresync.notifier.alert.Alert;
import dev.squaresync.notifier.alert.Alerts;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Raises, changes and clears alerts as the services report. */
@Service
public class Conditions {

    private static final String HEARD = """
            insert into heard_conditions (cause, heard_at)
            values (:cause, :at)
            on conflict (cause) do update
            set heard_at = excluded.heard_at
            where heard_conditions.heard_at <= excluded.heard_at
            """;

    private final JdbcClient database;
    private final ConditionTexts texts;
    private final Alerts alerts;

    Conditions(JdbcClient database, ConditionTexts texts, Alerts alerts) {
        this.database = database;
        this.texts = texts;
        this.alerts = alerts;
    }

    /** The same report may come twice, and an old one late. */
    @Transactional
    public void heard(ConditionReported report) {
        if (isOld(report)) {
            return;
        }
        if (report.kind().equals(ConditionKind.TEST)) {
            alerts.tell(texts.alert(report));
            return;
        }
        switch (report.state()) {
            case RAISED, CHANGED -> alerts.raise(texts.alert(report));
            case CLEARED -> {
                Alert over = texts.alert(report);
                alerts.clear(
                        report.cause(),
                        "OVER – " + texts.what(report),
                        over.happened().get(0));
            }
        }
    }

    private boolean isOld(ConditionReported report) {
        return database.sql(HEARD)
                        .param("cause", report.cause())
                        .param("at", report.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 0;
    }
}
