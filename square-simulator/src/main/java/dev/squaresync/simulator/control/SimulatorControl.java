package dev.squaresync.simulator.control;

import dev.squaresync.simulator.cursor.CursorBook;
import dev.squaresync.simulator.fault.Fault;
import dev.squaresync.simulator.fault.FaultBook;
import dev.squaresync.simulator.seed.ShopSettings;
import dev.squaresync.simulator.shop.Shop;
import dev.squaresync.simulator.shop.ShopChanges;
import dev.squaresync.simulator.wire.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the control API can do, for tests that run the simulator in their own process. */
public final class SimulatorControl {
    private final ShopSettings settings;
    private final Shop shop;
    private final FaultBook faults;
    private final CursorBook cursors;
    private final Conditions conditions;
    private final Truth truth;

    public SimulatorControl(
            ShopSettings settings, Shop shop, FaultBook faults, CursorBook cursors, Conditions conditions) {
        this.settings = settings;
        this.shop = shop;
        this.faults = faults;
        this.cursors = cursors;
        this.conditions = conditions;
        this.truth = new Truth(shop);
    }

    public SimulatorState state() {
        return new SimulatorState(
                settings,
                shop.orders().view().size(),
                shop.orders().view().moved(),
                shop.catalog().view().size(),
                shop.inventory().view().size(),
                new SimulatorState.Waiting(
                        faults.left(),
                        conditions.pendingChanges().count(),
                        conditions.traffic().total()));
    }

    /** One line of JSON for each object of a data type, as the API answers now; for shops of a size that fits memory. */
    public List<String> truth(String dataType) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writeTruth(dataType, Long.MAX_VALUE, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** @see Truth#write */
    public void writeTruth(String dataType, long updatedUntil, OutputStream stream) throws IOException {
        truth.write(dataType, updatedUntil, stream);
    }

    /** Makes requests of a resource wait; {@link Resource#ANY} is for those that have no latency of their own. */
    public void latency(Resource resource, Duration wait) {
        conditions.latency().set(resource, wait);
    }

    /** @see RateLimit#set */
    public void rateLimit(@Nullable Double requestsPerSecond, @Nullable Integer retryAfterSeconds) {
        conditions.rateLimit().set(requestsPerSecond, retryAfterSeconds);
    }

    /** Adds faults to those that wait. */
    public void faults(Fault... added) {
        faults.add(List.of(added));
    }

    public void clearFaults() {
        faults.clear();
    }

    public void change(ShopChanges changes) {
        conditions.pendingChanges().add(changes);
    }

    /** @see TokenFacts#set */
    public void token(@Nullable List<String> scopes, @Nullable Instant expiresAt, boolean revoked) {
        conditions.token().set(scopes, expiresAt, revoked);
    }

    public void expireCursors() {
        cursors.expireAll();
    }

    /** How many requests had which status, by endpoint such as {@code POST /v2/orders/search}. */
    public SortedMap<String, SortedMap<Integer, Long>> requests() {
        return conditions.traffic().counts();
    }
}
