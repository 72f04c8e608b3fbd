package dev.squaresync.fetcher.token;

import dev.squaresync.fetcher.square.TokenStatus;
import dev.squaresync.message.ConditionKind;
import dev.squaresync.message.ConditionReported;
import dev.squaresync.message.ConditionReported.State;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.PublishFailed;
import dev.squaresync.messaging.Topology;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the notifier how the access token is: all at the first check, and then what has changed. */
@Component
class TokenReports {

    private static final Logger LOG = LoggerFactory.getLogger(TokenReports.class);

    private static final String FINE = "It is over.";

    private static final List<String> KINDS =
            List.of(ConditionKind.TOKEN_REFUSED, ConditionKind.SCOPE_MISSING, ConditionKind.TOKEN_EXPIRING);

    /** Which data type needs which permission. */
    private static final Map<String, String> NEEDED = new TreeMap<>(Map.of(
            "ORDERS_READ", "orders",
            "ITEMS_READ", "catalog and categories",
            "INVENTORY_READ", "inventory",
            "MERCHANT_PROFILE_READ", "locations, without which orders and inventory cannot be read either"));

    private final ConfirmedPublisher publisher;
    private final TokenSettings settings;
    private final Clock clock;

    /** What was said last of each kind. */
    private final Map<String, String> said = new TreeMap<>();

    TokenReports(ConfirmedPublisher publisher, TokenSettings settings, Clock clock) {
        this.publisher = publisher;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return whether all of it was told */
    synchronized boolean works(TokenStatus status) {
        Map<String, String> wrong = new TreeMap<>();
        String missing = missing(status);
        if (missing != null) {
            wrong.put(ConditionKind.SCOPE_MISSING, missing);
        }
        Instant expiry = status.expiresAt();
        if (expiry != null && expiry.isBefore(clock.instant().plus(settings.soon()))) {
            wrong.put(ConditionKind.TOKEN_EXPIRING, "Square's access token expires at " + expiry + ".");
        }
        return tell(wrong);
    }

    /** @return whether it was told */
    synchronized boolean refused(String answer) {
        return tell(Map.of(ConditionKind.TOKEN_REFUSED, answer));
    }

    private static @Nullable String missing(TokenStatus status) {
        if (status.scopes().isEmpty()) {
            return null;
        }
        TreeSet<String> missing = new TreeSet<>(NEEDED.keySet());
        missing.removeAll(status.scopes());
        if (missing.isEmpty()) {
            return null;
        }
        List<String> parts = missing.stream()
                .map(scope -> scope + ", needed to read " + NEEDED.get(scope))
                .toList();
        return "Square's access token lacks " + String.join("; ", parts) + ".";
    }

    private boolean tell(Map<String, String> wrong) {
        boolean toldAll = true;
        for (String kind : KINDS) {
            String detail = wrong.getOrDefault(kind, FINE);
            if (!detail.equals(said.get(kind))) {
                toldAll &= tell(kind, detail);
            }
        }
        return toldAll;
    }

    private boolean tell(String kind, String detail) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        State state = detail.equals(FINE) ? State.CLEARED : State.RAISED;
        ConditionReported report = new ConditionReported(
                kind, kind, state, "fetcher", now, now, 1, List.of(), detail, Map.of(), List.of());
        try {
            publisher.publish(new Outgoing(Topology.FETCHER_EXCHANGE, Topology.CONDITION_REPORTED_KEY, report));
        } catch (PublishFailed e) {
            LOG.info("What Square says of the access token is told later: {}", e.getMessage());
            return false;
        }
        if (state == State.RAISED) {
            LOG.warn("{}", detail);
        }
        said.put(kind, detail);
        return true;
    }
}
