package dev.squaresync.fetcher.square;

import dev.squaresync.message.RawJson;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;

/** Makes of a reply the page that it is, or the exception that it means. */
final class ReplyJudge {

    private final ReplyScan scan;
    private final RetryAfter retryAfter;
    private final DataSize largestReply;

    ReplyJudge(ReplyScan scan, RetryAfter retryAfter, DataSize largestReply) {
        this.scan = scan;
        this.retryAfter = retryAfter;
        this.largestReply = largestReply;
    }

    SquarePage page(Question question, RawReply reply) {
        byte[] body = reply.body();
        if (body == null) {
            throw new SquareRefused(
                    "square-reply-too-large",
                    "Square's reply is larger than " + largestReply.toMegabytes()
                            + " MB, the most that square.largest-reply allows.");
        }
        if (!reply.isSuccess()) {
            throw failure(question, reply, scan.errors(body));
        }
        ReplyScan.Top top = scan.scan(body, question.listName());
        if (!top.errors().isEmpty()) {
            throw failure(question, reply, top.errors());
        }
        if (question.onePage() && top.cursor() != null) {
            throw SquareUnavailable.down(
                    "Square's answer is cut short: it has a cursor where there is no further page.", null);
        }
        return new SquarePage(RawJson.of(body), question.listName(), top.cursor(), reply.arrivedAt());
    }

    private RuntimeException failure(Question question, RawReply reply, List<SquareError> errors) {
        String answer = inWords(reply, errors);
        if (reply.isRedirect()) {
            return new SquareRefused(
                    "square-redirected",
                    answer
                            + " A redirect is not followed, because the access token would go with it: check SQUARE_BASE_URL.");
        }
        Meaning meaning = reply.isSuccess() ? meaning(errors.get(0)) : meaning(reply.status());
        return switch (meaning) {
            case BUSY -> SquareUnavailable.busy(answer, retryAfter.read(reply.retryAfter()));
            case DOWN -> SquareUnavailable.down(answer, retryAfter.read(reply.retryAfter()));
            case UNAUTHORIZED ->
                new SquareRefused(
                        "square-unauthorized", answer + " The access token is not valid: renew SQUARE_ACCESS_TOKEN.");
            case FORBIDDEN ->
                new SquareRefused(
                        "square-forbidden",
                        answer + " The access token may not read this: give it the permission at Square.");
            case REJECTED ->
                isExpiredCursor(question, errors) ? new CursorExpired() : new SquareRefused("square-rejected", answer);
        };
    }

    private enum Meaning {
        BUSY,
        DOWN,
        UNAUTHORIZED,
        FORBIDDEN,
        REJECTED
    }

    private static Meaning meaning(int status) {
        if (status >= 500) {
            return Meaning.DOWN;
        }
        return switch (status) {
            case 408 -> Meaning.DOWN;
            case 429 -> Meaning.BUSY;
            case 401 -> Meaning.UNAUTHORIZED;
            case 403 -> Meaning.FORBIDDEN;
            default -> Meaning.REJECTED;
        };
    }

    /** For errors inside a reply whose status says success. */
    private static Meaning meaning(SquareError error) {
        return switch (error.category()) {
            case "RATE_LIMIT_ERROR" -> Meaning.BUSY;
            case "API_ERROR" -> Meaning.DOWN;
            case "AUTHENTICATION_ERROR" ->
                switch (error.code()) {
                    case "FORBIDDEN", "INSUFFICIENT_SCOPES", "APPLICATION_DISABLED" -> Meaning.FORBIDDEN;
                    default -> Meaning.UNAUTHORIZED;
                };
            default -> Meaning.REJECTED;
        };
    }

    private static boolean isExpiredCursor(Question question, List<SquareError> errors) {
        return question.cursor() != null
                && errors.stream().anyMatch(error -> error.code().equals("INVALID_CURSOR"));
    }

    private static String inWords(RawReply reply, List<SquareError> errors) {
        String what = errors.stream().limit(3).map(SquareError::inWords).collect(Collectors.joining("; "));
        String answer = "Square answered " + reply.status();
        return what.isEmpty() ? answer + "." : answer + " (" + what + ").";
    }
}
