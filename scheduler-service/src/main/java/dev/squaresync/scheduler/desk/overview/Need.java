package dev.squaresync.scheduler.desk.overview;

import dev.squaresync.scheduler.run.Verification;
import dev.squaresync.scheduler.status.ShopStatus;
import dev.squaresync.scheduler.status.ShopStatus.DataTypeStatus;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that needs a person.
 *
 * @param link the page where its cause is
 */
public record Need(String sentence, String link, String linkText) {

    static List<Need> of(ShopStatus status) {
        return Stream.concat(
                        status.general().stream().map(Need::general),
                        status.dataTypes().stream()
                                .filter(dataType -> dataType.attention() != null)
                                .map(Need::of))
                .toList();
    }

    private static Need general(String sentence) {
        return sentence.contains("dead letter")
                ? new Need(sentence, "/dead-letters", "See the dead letters")
                : new Need(sentence, "/system", "See the system");
    }

    private static Need of(DataTypeStatus dataType) {
        String sentence = String.valueOf(dataType.attention());
        Verification verified = dataType.standing().verified();
        if (verified != null && sentence.contains(verified.runId().toString())) {
            return new Need(sentence, "/runs/" + verified.runId(), "See the comparison");
        }
        return dataType.standing()
                .latest()
                .map(stream -> new Need(sentence, "/runs/" + stream.runId(), "See the run"))
                .orElseGet(() -> new Need(sentence, "/schedules", "See its schedule"));
    }
}
