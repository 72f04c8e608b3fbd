package dev.squaresync.simulator.wire;

import org.jspecify.annotations.Nullable;

/** A refusal in Square's words. */
public final class SquareError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String category;
    private final String code;
    private final @Nullable String field;

    /** @param field the part of the request that is wrong, null if none is */
    public SquareError(int status, String category, String code, String detail, @Nullable String field) {
        super(detail, null, false, false);
        this.status = status;
        this.category = category;
        this.code = code;
        this.field = field;
    }

    /** The client asked for something that Square does not take. */
    public static SquareError badRequest(String code, String detail, @Nullable String field) {
        return new SquareError(400, "INVALID_REQUEST_ERROR", code, detail, field);
    }

    public static SquareError notFound(String detail) {
        return new SquareError(404, "INVALID_REQUEST_ERROR", "NOT_FOUND", detail, null);
    }

    public static SquareError invalidCursor(String detail) {
        return badRequest("INVALID_CURSOR", detail, "cursor");
    }

    public static SquareError unauthorized() {
        String detail = "This request could not be authorized.";
        return new SquareError(401, "AUTHENTICATION_ERROR", "UNAUTHORIZED", detail, null);
    }

    public static SquareError revoked() {
        String detail = "The provided access token has been revoked by the seller.";
        return new SquareError(401, "AUTHENTICATION_ERROR", "ACCESS_TOKEN_REVOKED", detail, null);
    }

    public static SquareError insufficientScopes() {
        String detail = "The merchant has not given your application sufficient permissions to do that.";
        return new SquareError(403, "AUTHENTICATION_ERROR", "INSUFFICIENT_SCOPES", detail, null);
    }

    public static SquareError rateLimited() {
        String detail = "This request was rate limited. Please retry later.";
        return new SquareError(429, "RATE_LIMIT_ERROR", "RATE_LIMITED", detail, null);
    }

    public int status() {
        return status;
    }

    public Reply reply() {
        return Reply.json(status, json -> {
            json.object().array("errors").object();
            json.text("category", category).text("code", code).text("detail", String.valueOf(getMessage()));
            if (field != null) {
                json.text("field", field);
            }
            json.endObject().endArray().endObject();
        });
    }
}
