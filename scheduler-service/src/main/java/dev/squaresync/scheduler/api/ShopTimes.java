package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.schedule.ScheduleSettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads times as people and programs give them: a day of the shop, or an instant. */
@Component
class ShopTimes {

    private final ScheduleSettings settings;

    ShopTimes(ScheduleSettings settings) {
        this.settings = settings;
    }

    /** The instant, or that at which the day begins; empty: it is neither. */
    Optional<Instant> read(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text)
                                    .atStartOfDay(settings.zone())
                                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
