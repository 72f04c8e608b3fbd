package dev.squaresync.scheduler.api.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * An error as RFC 9457 has it.
 *
 * @param name a stable name for programs, the last part of the type
 * @param title what kind of error it is, for people
 * @param detail a sentence for whoever sent the request; never the text of an exception that somebody else wrote
 * @param more further members, as they are in JSON
 * @param headers that the answer has because of the error
 */
public record Problem(
        HttpStatus status, String name, String title, String detail, Map<String, Object> more, HttpHeaders headers) {

    private static final String TYPES = "urn:square-sync:problem:";

    public static Problem of(HttpStatus status, String name, String title, String detail) {
        return new Problem(status, name, title, detail, Map.of(), new HttpHeaders());
    }

    public Problem with(String member, Object value) {
        Map<String, Object> extended = new LinkedHashMap<>(more);
        extended.put(member, value);
        return new Problem(status, name, title, detail, extended, headers);
    }

    public Problem withHeader(String header, String value) {
        HttpHeaders extended = new HttpHeaders();
        extended.addAll(headers);
        extended.add(header, value);
        return new Problem(status, name, title, detail, more, extended);
    }

    /** A field of the request's body makes no sense. */
    public static Problem ofField(String pointer, String field, String detail) {
        return ofParameter(field, detail).with("pointer", pointer);
    }

    /** A parameter or a header of the request makes no sense. */
    static Problem ofParameter(String parameter, String detail) {
        return of(HttpStatus.BAD_REQUEST, "invalid-field", "A field is not valid", detail)
                .with("field", parameter);
    }

    /** @param path the request's */
    Map<String, Object> members(String path) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPES + name);
        members.put("title", title);
        members.put("status", status.value());
        members.put("detail", detail);
        members.put("instance", path);
        members.putAll(more);
        return members;
    }
}
