package dev.squaresync.notifier.slack;

import dev.squaresync.notifier.alert.Severity;
import dev.squaresync.notifier.delivery.Channel;
import dev.squaresync.notifier.delivery.NotDelivered;
import dev.squaresync.notifier.report.OneLine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/**
 * Alerts by an incoming webhook of Slack (docs.slack.dev, "Sending messages using incoming webhooks"). A webhook takes one message
 * a second and says 429 with Retry-After beyond.
 */
@Component
@ConditionalOnExpression("!'${notifier.slack.webhook:}'.isBlank()")
final class Slack implements Channel {

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;
    private static final int LONGEST_REASON = 200;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final SlackSettings settings;
    private final SlackMessage message;

    // A redirect would take the message, and with it the shop's affairs, to somebody else.
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Slack(SlackSettings settings, SlackMessage message) {
        this.settings = settings;
        this.message = message;
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Set<Severity> severities() {
        return settings.alerts();
    }

    @Override
    public void send(Telling telling) {
        HttpResponse<String> answer = answer(HttpRequest.newBuilder(URI.create(settings.webhook()))
                .timeout(settings.timeout())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(message.json(telling)))
                .build());
        if (answer.statusCode() / 100 == 2) {
            return;
        }
        boolean later = answer.statusCode() == TOO_MANY || answer.statusCode() >= SERVER_ERRORS;
        throw new NotDelivered(
                "Slack answered " + answer.statusCode() + " (" + cut(answer.body()) + ").",
                later,
                retryAfter(answer),
                null);
    }

    /** The client's own time-out ends with the head of the answer, so the whole has one, too. */
    private HttpResponse<String> answer(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> future = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return future.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new NotDelivered(
                    "Slack did not answer within " + settings.timeout().toSeconds() + " s.", true, null, e);
        } catch (ExecutionException e) {
            // Neither the exception's text nor its cause may name the webhook's address.
            String kind =
                    e.getCause() instanceof IOException cause ? cause.getClass().getSimpleName() : "an error";
            throw new NotDelivered("Slack could not be reached (" + kind + ").", true, null, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDelivered("This service is being stopped.", true, null, e);
        }
    }

    private static @Nullable Duration retryAfter(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                .orElse(null);
    }

    private static String cut(String reason) {
        String line = OneLine.of(reason, LONGEST_REASON);
        return line.isEmpty() ? "without a reason" : line;
    }
}
