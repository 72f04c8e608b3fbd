package dev.squaresync.simulator;

import static dev.squaresync.simulator.SquareClient.ok;
import static dev.squaresync.simulator.SquareClient.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squaresync.simulator.fault.Fault;
import dev.squaresync.simulator.fault.FaultKind;
import dev.squaresync.simulator.wire.Resource;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

class FaultTest {
    private static final String SEARCH = "/v2/orders/search";

    private SimulatedShop shop;
    private SquareClient client;
    private ObjectNode search;

    @BeforeEach
    void open() {
        shop = new SimulatedShop();
        client = shop.client;
        search = client.orderSearch(client.locationIds().subList(0, 10), 300);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_rate_limited_client_is_told_when_to_come_back_or_not() {
        strike(Fault.of(FaultKind.RATE_LIMITED, Resource.ORDERS).times(1).retryAfter(7));
        strike(Fault.of(FaultKind.RATE_LIMITED, Resource.ORDERS).times(1));
        HttpResponse<String> first = client.post(SEARCH, search);
        HttpResponse<String> second = client.post(SEARCH, search);
        refused(first, 429, "RATE_LIMITED");
        refused(second, 429, "RATE_LIMITED");
        assertThat(first.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(second.headers().firstValue("Retry-After")).isEmpty();
        ok(client.post(SEARCH, search));
    }

    @ParameterizedTest
    @CsvSource({"500,INTERNAL_SERVER_ERROR", "502,BAD_GATEWAY", "503,SERVICE_UNAVAILABLE"})
    void a_server_error_has_the_status_asked_for(int status, String code) {
        strike(Fault.of(FaultKind.SERVER_ERROR, Resource.ANY).times(1).status(status));
        refused(client.post(SEARCH, search), status, code);
    }

    @Test
    void html_comes_with_an_error_or_as_if_all_were_well() {
        strike(Fault.of(FaultKind.HTML_ERROR, Resource.ANY).times(1));
        strike(Fault.of(FaultKind.HTML_OK, Resource.ANY).times(1));
        assertThat(client.post(SEARCH, search)).satisfies(reply -> {
            assertThat(reply.statusCode()).isEqualTo(502);
            assertThat(reply.body()).startsWith("<!DOCTYPE html>");
        });
        assertThat(client.post(SEARCH, search)).satisfies(reply -> {
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.body()).startsWith("<!DOCTYPE html>");
        });
    }

    @Test
    void a_token_is_refused_for_all_and_a_scope_for_one_resource() {
        strike(Fault.of(FaultKind.FORBIDDEN, Resource.ORDERS));
        refused(client.post(SEARCH, search), 403, "INSUFFICIENT_SCOPES");
        ok(client.get("/v2/locations"));
        shop.control.clearFaults();
        strike(Fault.of(FaultKind.UNAUTHORIZED, Resource.ANY).after(1));
        ok(client.get("/v2/locations"));
        refused(client.post(SEARCH, search), 401, "UNAUTHORIZED");
    }

    @Test
    void errors_come_inside_a_200() {
        strike(Fault.of(FaultKind.ERRORS_IN_200, Resource.ORDERS));
        refused(client.post(SEARCH, search), 200, "INTERNAL_SERVER_ERROR");
    }

    @Test
    void a_redirect_leads_elsewhere() {
        strike(Fault.of(FaultKind.REDIRECT, Resource.ORDERS).redirectTo("http://elsewhere.invalid/"));
        HttpResponse<String> reply = client.post(SEARCH, search);
        assertThat(reply.statusCode()).isEqualTo(302);
        assertThat(reply.headers().firstValue("Location")).hasValue("http://elsewhere.invalid/");
    }

    @Test
    void a_truncated_body_ends_in_the_middle() {
        strike(Fault.of(FaultKind.TRUNCATED, Resource.ORDERS));
        assertThatThrownBy(() -> client.post(SEARCH, search)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void broken_json_comes_whole_but_cannot_be_read() {
        strike(Fault.of(FaultKind.BROKEN_JSON, Resource.ORDERS));
        String body = client.post(SEARCH, search).body();
        assertThatThrownBy(() -> SquareClient.JSON.readTree(body)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "SLOW_BODY"})
    void a_client_that_waits_for_all_of_the_answer_gives_up(FaultKind kind) {
        strike(Fault.of(kind, Resource.LOCATIONS).times(1));
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .sendAsync(client.request("/v2/locations").build(), BodyHandlers.ofString())
                        .orTimeout(600, TimeUnit.MILLISECONDS)
                        .join())
                .hasCauseInstanceOf(TimeoutException.class);
        ok(client.get("/v2/locations"));
    }

    @Test
    void a_small_body_unpacks_to_a_quarter_of_a_gigabyte() {
        strike(Fault.of(FaultKind.GZIP_BOMB, Resource.LOCATIONS));
        HttpResponse<String> reply = client.get("/v2/locations");
        assertThat(reply.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(reply.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isLessThan(2_000_000);
    }

    @Test
    void only_requests_with_a_cursor_meet_an_expired_one() {
        strike(Fault.of(FaultKind.EXPIRED_CURSOR, Resource.ORDERS).times(1));
        String cursor = ok(client.post(SEARCH, search)).path("cursor").asString();
        refused(client.post(SEARCH, search.put("cursor", cursor)), 400, "INVALID_CURSOR");
        ok(client.post(SEARCH, search));
    }

    @Test
    void a_repeated_cursor_is_the_one_that_was_sent() {
        strike(Fault.of(FaultKind.REPEATED_CURSOR, Resource.ORDERS));
        String cursor = ok(client.post(SEARCH, search)).path("cursor").asString();
        assertThat(nextCursor(cursor)).isEqualTo(cursor);
    }

    @Test
    void cursors_go_round_in_a_cycle() {
        strike(Fault.of(FaultKind.CURSOR_CYCLE, Resource.ORDERS));
        String cursorA = ok(client.post(SEARCH, search)).path("cursor").asString();
        String cursorB = nextCursor(cursorA);
        assertThat(cursorB).isNotEqualTo(cursorA);
        assertThat(nextCursor(cursorB)).isEqualTo(cursorA);
        assertThat(nextCursor(cursorA)).isEqualTo(cursorB);
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY_PAGE_WITH_CURSOR", "SHORT_PAGE", "DUPLICATE_PAGE"})
    void a_walk_past_an_odd_page_loses_nothing(FaultKind kind) {
        Set<String> all = new HashSet<>(walkedIds());
        strike(Fault.of(kind, Resource.ORDERS).times(1));
        strike(Fault.of(kind, Resource.ORDERS).after(2).times(1));

        List<String> walked = walkedIds();

        assertThat(new HashSet<>(walked)).isEqualTo(all);
        assertThat(walked.size() - all.size()).isEqualTo(kind == FaultKind.DUPLICATE_PAGE ? 600 : 0);
    }

    private List<String> walkedIds() {
        return client.all(SEARCH, search, "orders").stream()
                .map(order -> order.path("id").asString())
                .toList();
    }

    @Test
    void an_empty_page_has_a_cursor_and_an_empty_listing_has_none() {
        strike(Fault.of(FaultKind.EMPTY_PAGE_WITH_CURSOR, Resource.ORDERS).times(1));
        strike(Fault.of(FaultKind.EMPTY_LISTING, Resource.ORDERS).times(1));
        assertThat(ok(client.post(SEARCH, search)).propertyNames()).containsExactly("cursor");
        assertThat(ok(client.post(SEARCH, search)).propertyNames()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NULL_BYTE_IN_NAME|Beach\\u0000Towel",
                "LONE_SURROGATE|Beach \\ud83c Towel",
                "HUGE_INTEGER|92233720368547758080",
                "INVALID_TIME|2026-13-45T25:61:00Z",
                "YEAR_9999|9999-12-31T23:59:59.999Z",
                "HUGE_NAME|nnnnnnnnnnnnnnnnnnnn",
                "DEEP_NESTING|[[[[[[[[[[[[[[[[[[[[[[",
                "UNKNOWN_TYPE|LOST_AT_SEA",
                "NULL_REQUIRED|\"location_id\":null"
            })
    void one_object_of_a_page_is_altered(FaultKind kind, String odd) {
        ObjectNode small = search.put("limit", 5);
        String right = client.post(SEARCH, small).body();
        strike(Fault.of(kind, Resource.ORDERS).times(1));
        String wrong = client.post(SEARCH, small).body();
        assertThat(right).doesNotContain(odd);
        assertThat(wrong).contains(odd);
        assertThat(client.post(SEARCH, small).body()).doesNotContain(odd);
    }

    @ParameterizedTest
    @EnumSource(names = {"NULL_BYTE_IN_NAME", "HUGE_INTEGER", "INVALID_TIME", "UNKNOWN_TYPE", "NULL_REQUIRED"})
    void objects_of_every_resource_can_be_altered(FaultKind kind) {
        List<String> unaltered = new ArrayList<>();
        for (String path : List.of("/v2/catalog/list?types=ITEM_VARIATION", "/v2/catalog/list?types=CATEGORY")) {
            String right = withoutCursor(client.get(path).body());
            strike(Fault.of(kind, Resource.CATALOG).times(1));
            if (withoutCursor(client.get(path).body()).equals(right)) {
                unaltered.add(path);
            }
        }
        assertThat(unaltered).isEmpty();
    }

    private static String withoutCursor(String body) {
        return body.replaceAll("\"cursor\":\"[^\"]*\"", "");
    }

    private void strike(Fault fault) {
        shop.control.faults(fault);
    }

    private String nextCursor(String cursor) {
        return ok(client.post(SEARCH, search.put("cursor", cursor)))
                .path("cursor")
                .asString();
    }
}
