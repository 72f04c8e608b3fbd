package dev.squaresync.simulator.api;

import dev.squaresync.simulator.control.TokenFacts;
import dev.squaresync.simulator.cursor.CursorBook;
import dev.squaresync.simulator.cursor.Page;
import java.time.Instant;
import java.util.List;

/** RetrieveTokenStatus: what the access token may do, and until when. */
final class TokenEndpoints {
    private final TokenFacts token;
    private final CursorBook cursors;

    TokenEndpoints(TokenFacts token, CursorBook cursors) {
        this.token = token;
        this.cursors = cursors;
    }

    Page status(ApiRequest request) {
        Page page = Unpaged.page("unused", List.of(), cursors.open(null, request.queryHash()));
        return page.with(json -> {
            json.array("scopes");
            token.scopes().forEach(json::element);
            json.endArray().text("client_id", "sq0idp-simulated").text("merchant_id", "SIMULATEDMERCHANT");
            Instant expiry = token.expiresAt();
            if (expiry != null) {
                json.text("expires_at", expiry.toString());
            }
        });
    }
}
