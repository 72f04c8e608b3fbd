package dev.squaresync.simulator.fault;

import dev.squaresync.simulator.wire.Reply;
import dev.squaresync.simulator.wire.SquareError;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Replies that are sent instead of the right one. */
final class ReplyFaults {
    private static final String HTML =
            "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>";

    /** Null if the fault strikes elsewhere. */
    @Nullable
    Reply instead(Fault fault) {
        return switch (fault.kind()) {
            case RATE_LIMITED -> rateLimited(fault.details().retryAfterSeconds());
            case SERVER_ERROR ->
                serverError(Objects.requireNonNullElse(fault.details().status(), 500));
            case HTML_ERROR -> Reply.html(502, HTML);
            case HTML_OK -> Reply.html(200, HTML);
            case UNAUTHORIZED -> SquareError.unauthorized().reply();
            case FORBIDDEN -> SquareError.insufficientScopes().reply();
            case ERRORS_IN_200 -> Reply.json(200, serverError(500).body());
            case REDIRECT -> redirect(fault.details().location());
            case GZIP_BOMB -> Reply.json(200, GzipBomb.bytes()).withHeader("Content-Encoding", "gzip");
            case EXPIRED_CURSOR ->
                SquareError.invalidCursor("The cursor has expired.").reply();
            default -> null;
        };
    }

    static Reply rateLimited(@Nullable Integer retryAfterSeconds) {
        Reply reply = SquareError.rateLimited().reply();
        return retryAfterSeconds == null ? reply : reply.withHeader("Retry-After", retryAfterSeconds.toString());
    }

    private static Reply serverError(int status) {
        String code = switch (status) {
            case 502 -> "BAD_GATEWAY";
            case 503 -> "SERVICE_UNAVAILABLE";
            case 504 -> "GATEWAY_TIMEOUT";
            default -> "INTERNAL_SERVER_ERROR";
        };
        return new SquareError(status, "API_ERROR", code, "An internal error has occurred.", null).reply();
    }

    private static Reply redirect(@Nullable String location) {
        String target = Objects.requireNonNullElse(location, "http://169.254.169.254/latest/meta-data");
        return Reply.html(302, "").withHeader("Location", target);
    }
}
