package dev.squaresync.scheduler.desk.audit;

import dev.squaresync.scheduler.audit.AuditFilter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the audit an address means. What makes no sense in it is left out: the form shows what is looked at.
 *
 * @param before only entries older than this one
 */
public record AuditQuery(
        @Nullable String who,
        @Nullable String action,
        @Nullable Long before) {

    private static final String PAGE = "/audit";

    static AuditQuery of(Map<String, String> parameters) {
        return new AuditQuery(text(parameters, "who"), text(parameters, "action"), number(parameters.get("before")));
    }

    private static @Nullable String text(Map<String, String> parameters, String name) {
        String text = parameters.getOrDefault(name, "").replace("\0", "").strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Long number(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    AuditFilter filter() {
        return new AuditFilter(who, action);
    }

    /** Whether all entries are meant. */
    public boolean isAny() {
        return who == null && action == null && before == null;
    }

    /** The address of the newest of them. */
    public String newest() {
        return new AuditQuery(who, action, null).address(PAGE);
    }

    /** The address of those that are older than this one. */
    public String olderThan(long entry) {
        return new AuditQuery(who, action, entry).address(PAGE);
    }

    /** The address of what keeps the page up to date. */
    public String live() {
        return address("/live?view=" + AuditArea.NAME);
    }

    private String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(path);
        if (who != null) {
            address.queryParam("who", "{who}");
        }
        if (action != null) {
            address.queryParam("action", "{action}");
        }
        if (before != null) {
            address.queryParam("before", before);
        }
        return address.encode()
                .buildAndExpand(Map.of("who", who == null ? "" : who, "action", action == null ? "" : action))
                .toUriString();
    }
}
