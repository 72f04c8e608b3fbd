package dev.squaresync.cli.doctor.square;

import dev.squaresync.cli.doctor.Finding;
import dev.squaresync.cli.doctor.web.Reply;
import tools.jackson.databind.JsonNode;

/**
 * To read one of Square's resources.
 *
 * @param scope Square's name for it, from its API reference, OAuth permissions
 */
record Permission(String resource, String scope) {

    Finding judge(Reply reply) {
        String check = "Square " + resource;
        JsonNode error = reply.body().path("errors").path(0);
        String code = error.path("code").asString("");
        String answered = "Square answered " + reply.status() + (code.isEmpty() ? "." : " (" + code + ").");
        if (reply.isSuccess() && error.isMissingNode() && reply.body().isObject()) {
            return Finding.ok(check, "The access token may read it.");
        }
        return switch (reply.status()) {
            case 401 ->
                Finding.problem(
                        check,
                        answered + " The access token is expired, revoked or wrong.",
                        "Make a new one at Square, set SQUARE_ACCESS_TOKEN, and restart the fetcher.");
            case 403 ->
                Finding.problem(
                        check,
                        answered + " The access token may not read it.",
                        "Give it the permission " + scope + " at Square, and restart the fetcher.");
            case 429 ->
                Finding.warning(
                        check,
                        answered + " Too many requests.",
                        "Other programs use the same account: lower SQUARE_REQUESTS_PER_SECOND if it stays so.");
            default ->
                Finding.problem(
                        check,
                        answered,
                        reply.status() >= 500
                                ? "Square has trouble: see its status page. Syncs wait and go on by themselves."
                                : "See whether SQUARE_BASE_URL is Square's, and what changed in its API.");
        };
    }
}
