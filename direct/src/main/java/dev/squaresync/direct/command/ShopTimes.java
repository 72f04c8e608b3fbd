package dev.squaresync.direct.command;

import dev.squaresync.direct.setting.Surroundings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads times as the shop's people write them. */
final class ShopTimes {

    private final Surroundings surroundings;
    private final JdbcClient database;

    ShopTimes(Surroundings surroundings, JdbcClient database) {
        this.surroundings = surroundings;
        this.database = database;
    }

    /** @throws CommandFailed if it is neither a date nor an instant */
    Instant read(String option, String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    option + " is '" + text + "': give a date (2026-01-31) or an instant (2026-01-31T00:00:00Z).");
        }
    }

    /** For days that are only shown: an unknown zone is no reason to stop. */
    ZoneId zoneOrUtc() {
        try {
            return surroundings
                    .value("SHOP_TIME_ZONE")
                    .or(this::ofMostLocations)
                    .<ZoneId>map(ZoneId::of)
                    .orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** The setting; else that of most locations. */
    private ZoneId zone() {
        String name = surroundings
                .value("SHOP_TIME_ZONE")
                .or(this::ofMostLocations)
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.USAGE,
                        "Nothing says in which time zone the shop is: set SHOP_TIME_ZONE, such as Europe/Berlin, or give"
                                + " an instant (2026-01-31T00:00:00Z)."));
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new CommandFailed(
                    ExitCode.USAGE, "SHOP_TIME_ZONE is '" + name + "', which is no time zone such as Europe/Berlin.");
        }
    }

    private Optional<String> ofMostLocations() {
        return database.sql("select mode() within group (order by timezone) from square.locations where timezone <> ''")
                .query(String.class)
                .optional();
    }
}
