package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.InvalidField;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Paging: {@code before} is the id of the last row of the page before, so that rows which come in meanwhile shift nothing. */
final class Cursor {

    private static final String BEFORE = "before";

    private Cursor() {}

    /** Throws {@link InvalidField}. */
    static @Nullable UUID uuid(@Nullable String before) {
        try {
            return before == null ? null : UUID.fromString(before);
        } catch (IllegalArgumentException e) {
            throw InvalidField.parameter(BEFORE, "'" + before + "' is no id, which is a UUID.");
        }
    }

    /** Throws {@link InvalidField}. */
    static @Nullable Long number(@Nullable String before) {
        try {
            return before == null ? null : Long.valueOf(before);
        } catch (NumberFormatException e) {
            throw InvalidField.parameter(BEFORE, "'" + before + "' is no id of an audit entry, which is a number.");
        }
    }

    /**
     * The address of the next page as RFC 8288 has it: the same request with another {@code before}.
     *
     * @param next null: this is the last page
     */
    static HttpHeaders next(HttpServletRequest request, @Nullable Object next) {
        HttpHeaders headers = new HttpHeaders();
        if (next == null) {
            return headers;
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getRequestURI());
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(BEFORE)) {
                address.queryParam(encoded(name), (Object[]) encoded(values));
            }
        });
        String uri = address.queryParam(BEFORE, next).build(true).toUriString();
        headers.add(HttpHeaders.LINK, "<" + uri + ">; rel=\"next\"");
        return headers;
    }

    private static String[] encoded(String[] values) {
        String[] encoded = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            encoded[i] = encoded(values[i]);
        }
        return encoded;
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
