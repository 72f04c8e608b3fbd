package dev.squaresync.scheduler.desk.runs;

import dev.squaresync.message.StreamState;
import dev.squaresync.scheduler.desk.ShopWords;
import dev.squaresync.scheduler.run.Pace;
import dev.squaresync.scheduler.run.StreamReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One data type of a run, on its way.
 *
 * @param rate rows and pages of the last minute; null: it has ended, or nothing came
 * @param left null: it has ended, or nobody knows
 */
public record StreamLine(
        StreamReport stream,
        List<Step> steps,
        @Nullable String rate,
        @Nullable Duration left) {

    static StreamLine of(StreamReport stream, Pace pace, Instant now, ShopWords shop) {
        return new StreamLine(stream, steps(stream, pace, shop), rate(stream, pace, shop), left(stream, pace, now));
    }

    public String name() {
        return stream.dataType().name();
    }

    /** The last part of a class such as {@code progress-failed}. */
    public String state() {
        return stream.state().name().toLowerCase(Locale.ROOT);
    }

    public boolean isActive() {
        return stream.endedAt() == null;
    }

    /** In words; null: nobody knows. */
    public @Nullable String leftInWords() {
        return left == null ? null : TimeLeft.inWords(left);
    }

    private static List<Step> steps(StreamReport stream, Pace pace, ShopWords shop) {
        return List.of(
                new Step("Requested", "", stream.to(), "done"),
                planned(stream, shop),
                pages(stream, pace, shop),
                end(stream));
    }

    private static Step planned(StreamReport stream, ShopWords shop) {
        if (stream.partitions() > 0 || stream.plannedAt() != null) {
            return new Step(
                    "Planned", shop.count(stream.partitions(), "partition", "partitions"), stream.plannedAt(), "done");
        }
        return new Step("Planned", "", null, stream.endedAt() == null ? "now" : "open");
    }

    private static Step pages(StreamReport stream, Pace pace, ShopWords shop) {
        if (stream.pages() == 0) {
            boolean isNow = stream.endedAt() == null && stream.partitions() > 0;
            return new Step("Pages", "", null, isNow ? "now" : "open");
        }
        String words = shop.count(stream.pages(), "page", "pages") + ", "
                + shop.count(stream.counts().total(), "row", "rows") + ", "
                + (stream.endedAt() == null ? "latest" : "last");
        return new Step("Pages", words, pace.lastPageAt(), stream.endedAt() == null ? "now" : "done");
    }

    private static Step end(StreamReport stream) {
        if (stream.endedAt() == null) {
            return new Step("End", "", null, "open");
        }
        String word = stream.state().name().charAt(0)
                + stream.state().name().substring(1).toLowerCase(Locale.ROOT);
        return new Step(word, "", stream.endedAt(), stream.state() == StreamState.COMPLETED ? "done" : "failed");
    }

    private static @Nullable String rate(StreamReport stream, Pace pace, ShopWords shop) {
        if (stream.endedAt() != null || pace.pages() == 0) {
            return null;
        }
        return shop.count(pace.objects(), "row", "rows") + " and " + shop.count(pace.pages(), "page", "pages")
                + " in the last minute";
    }

    private static @Nullable Duration left(StreamReport stream, Pace pace, Instant now) {
        if (stream.endedAt() != null) {
            return null;
        }
        Duration sinceRequest = Duration.between(stream.to(), now);
        Instant plannedAt = stream.plannedAt();
        Duration underWay = plannedAt == null ? sinceRequest : Duration.between(plannedAt, now);
        return TimeLeft.of(
                stream.partitions(), stream.partitionsCompleted(), underWay, pace.tookBefore(), sinceRequest);
    }
}
