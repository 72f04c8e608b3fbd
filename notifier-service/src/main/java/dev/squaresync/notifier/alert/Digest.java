package dev.squaresync.notifier.alert;

import dev.squaresync.notifier.alert.Alert.Part;
import dev.squaresync.notifier.report.Figures;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes one alert of many. */
@Component
class Digest {

    Alert of(List<OpenAlert> alerts, Instant now) {
        Severity worst = alerts.stream()
                .map(open -> open.alert().severity())
                .min(Severity::compareTo)
                .orElseThrow();
        return new Alert(
                "digest",
                "digest:" + now,
                worst,
                Figures.counted(alerts.size(), "more alert", "more alerts") + ": "
                        + alerts.get(0).alert().headline(),
                List.of("So much has come up within an hour that it is told together."),
                List.of(),
                List.of(),
                List.of("See the overview: it tells how each data type stands."),
                alerts.stream()
                        .map(open ->
                                new Part(open.alert().headline(), open.alert().count()))
                        .toList(),
                "",
                alerts.size());
    }
}
