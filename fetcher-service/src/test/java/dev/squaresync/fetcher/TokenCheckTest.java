package dev.squaresync.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.ConditionReported;
import dev.squaresync.message.ConditionReported.State;
import dev.squaresync.testsupport.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Square changes its mind about the token, and the notifier's queue holds what was said of it. */
class TokenCheckTest {

    private static final String ALL =
            "\"scopes\":[\"ORDERS_READ\",\"ITEMS_READ\",\"INVENTORY_READ\",\"MERCHANT_PROFILE_READ\"]";
    private static final ScriptedSquare SQUARE = scripted("{" + ALL + "}");
    private static final RunningFetcher FETCHER = RunningFetcher.start(
            TestBroker.freshVirtualHost(),
            SQUARE,
            "square.token-check.first-after=0s",
            "square.token-check.every=1s",
            "square.token-check.soon=3d");

    @AfterAll
    static void close() {
        FETCHER.close();
        SQUARE.close();
    }

    @Test
    void what_is_wrong_with_the_token_is_told_once_and_when_it_is_over() {
        awaitSaid("token-refused", State.CLEARED);

        SQUARE.answer(asked -> ScriptedSquare.error(401, "AUTHENTICATION_ERROR", "ACCESS_TOKEN_REVOKED"));
        assertThat(awaitSaid("token-refused", State.RAISED).detail())
                .contains("ACCESS_TOKEN_REVOKED", "renew SQUARE_ACCESS_TOKEN")
                .doesNotContain(RunningFetcher.TOKEN);
        await().until(() -> SQUARE.asked("/oauth2/token/status").size() > 2);
        assertThat(said("token-refused"))
                .extracting(ConditionReported::state)
                .containsExactly(State.CLEARED, State.RAISED);

        Instant soon = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        SQUARE.answer(asked -> ScriptedSquare.json("{\"scopes\":[\"ITEMS_READ\"],\"expires_at\":\"" + soon + "\"}"));
        assertThat(awaitSaid("token-expiring", State.RAISED).detail())
                .isEqualTo("Square's access token expires at " + soon + ".");
        assertThat(awaitSaid("scope-missing", State.RAISED).detail())
                .contains("INVENTORY_READ, needed to read inventory", "ORDERS_READ, needed to read orders")
                .doesNotContain("ITEMS_READ");
        assertThat(last("token-refused").state()).isEqualTo(State.CLEARED);

        SQUARE.answer(asked -> ScriptedSquare.status(503, "down", Map.of()));
        await().until(() -> !SQUARE.asked("/oauth2/token/status").isEmpty());
        Instant later = Instant.now().plus(Duration.ofDays(20));
        SQUARE.answer(asked -> ScriptedSquare.json("{" + ALL + ",\"expires_at\":\"" + later + "\"}"));
        awaitSaid("scope-missing", State.CLEARED);
        awaitSaid("token-expiring", State.CLEARED);
    }

    private static ScriptedSquare scripted(String reply) {
        ScriptedSquare square = new ScriptedSquare();
        square.answer(asked -> ScriptedSquare.json(reply));
        return square;
    }

    private static ConditionReported awaitSaid(String kind, State state) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> said(kind).isEmpty() ? null : last(kind), last -> last != null && last.state() == state);
    }

    private static ConditionReported last(String kind) {
        List<ConditionReported> said = said(kind);
        return said.get(said.size() - 1);
    }

    private static List<ConditionReported> said(String kind) {
        return FETCHER.published().conditions().stream()
                .filter(report -> report.kind().equals(kind))
                .toList();
    }
}
