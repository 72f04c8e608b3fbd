package dev.squaresync.simulator.control;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the requests to the API. */
public final class Traffic {
    private final Map<String, Map<Integer, LongAdder>> counts = new ConcurrentHashMap<>();

    /** @param endpoint such as {@code POST /v2/orders/search} */
    public void count(String endpoint, int status) {
        counts.computeIfAbsent(endpoint, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(status, key -> new LongAdder())
                .increment();
    }

    /** How many requests had which status, by endpoint. */
    public SortedMap<String, SortedMap<Integer, Long>> counts() {
        SortedMap<String, SortedMap<Integer, Long>> copy = new TreeMap<>();
        counts.forEach((endpoint, statuses) -> {
            SortedMap<Integer, Long> sums = new TreeMap<>();
            statuses.forEach((status, count) -> sums.put(status, count.sum()));
            copy.put(endpoint, sums);
        });
        return copy;
    }

    public long total() {
        return counts.values().stream()
                .flatMap(statuses -> statuses.values().stream())
                .mapToLong(LongAdder::sum)
                .sum();
    }
}
