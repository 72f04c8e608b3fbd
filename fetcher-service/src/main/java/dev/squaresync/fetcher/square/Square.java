package dev.squaresync.fetcher.square;

import com.squareup.square.SquareClient;
import com.squareup.square.core.SquareException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Square. Square's own client makes the requests; the replies are read here (see {@link ReplyKeeper}). */
public class Square {

    /** Decides the shape of the replies, so it changes only together with the writer that reads them. */
    private static final String API_VERSION = "2026-08-19";

    private static final Question ANYTHING =
            new Question("locations", null, client -> client.locations().list());

    private static final Question TOKEN =
            new Question("scopes", null, client -> client.oAuth().retrieveTokenStatus());

    private static final Logger LOG = LoggerFactory.getLogger(Square.class);

    private final SquareSettings settings;
    private final AccessToken accessToken;
    private final BaseUrl baseUrl;
    private final OkHttpClient http;
    private final Clock clock;
    private final Pacing pacing;
    private final ReplyJudge judge;
    private final CallMeters meters;

    Square(SquareSettings settings, CircuitSettings circuit, CallMeters meters, Clock clock) {
        this.meters = meters;
        this.settings = settings;
        this.accessToken = AccessToken.of(settings.accessToken());
        this.baseUrl = BaseUrl.of(settings.baseUrl(), settings.environment());
        this.clock = clock;
        this.pacing =
                new Pacing(settings.requestsPerSecond(), settings.patience().retry(), new Circuit(circuit));
        this.judge = new ReplyJudge(new ReplyScan(), new RetryAfter(clock), settings.largestReply());
        this.http = new OkHttpClient.Builder()
                .connectTimeout(settings.patience().connect())
                .readTimeout(settings.patience().read())
                .callTimeout(settings.patience().deadline())
                // The access token must not go to another host.
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .build();
    }

    /**
     * Asks, some times if need be.
     *
     * @throws SquareUnavailable if there was no usable answer
     * @throws SquareDown if there has been none for some time, to nobody
     * @throws SquareRefused if the answer is no
     * @throws CursorExpired if the question has a cursor that Square no longer knows
     */
    public SquarePage read(Question question) {
        return pacing.paced(() -> readOnce(question));
    }

    /**
     * Asks something cheap, once, and returns if Square answers, whatever it says.
     *
     * @throws SquareUnavailable if it does not
     * @throws SquareDown if it does not, or it is too early to ask
     */
    public void probe() {
        try {
            pacing.once(() -> readOnce(ANYTHING));
        } catch (SquareRefused answered) {
            LOG.info("Square works, but: {}", answered.getMessage());
        } catch (SquareUnavailable e) {
            if (!e.isBusy()) {
                throw e;
            }
        }
    }

    /**
     * Asks once what the access token may do.
     *
     * @throws SquareUnavailable if there was no usable answer
     * @throws SquareDown if it is too early to ask
     * @throws SquareRefused if the answer is no, with the code {@code square-unauthorized} if the token is refused
     */
    public TokenStatus tokenStatus() {
        return TokenStatus.read(pacing.once(() -> readOnce(TOKEN)).body());
    }

    private SquarePage readOnce(Question question) {
        ReplyKeeper keeper = new ReplyKeeper(settings.largestReply().toBytes(), clock);
        long start = System.nanoTime();
        try {
            question.call().accept(client(keeper));
        } catch (SquareException e) {
            meters.unanswered(System.nanoTime() - start);
            throw unreachable(e);
        }
        RawReply reply = keeper.reply();
        meters.answered(reply.status(), System.nanoTime() - start);
        return judge.page(question, reply);
    }

    /** A client for one call; connections and threads are those of {@link #http}. */
    private SquareClient client(ReplyKeeper keeper) {
        return SquareClient.builder()
                .token(accessToken.secret())
                .url(baseUrl.url())
                .version(API_VERSION)
                // The client's retry budget is for its whole life (square-java-sdk 47.1), so it must not retry at all.
                .maxRetries(0)
                .httpClient(http.newBuilder().addInterceptor(keeper).build())
                .build();
    }

    private RuntimeException unreachable(SquareException failure) {
        if (!(failure.getCause() instanceof IOException cause)) {
            return failure;
        }
        if (cause instanceof InterruptedIOException) {
            return new SquareUnavailable("Square did not answer in time (at most "
                    + settings.patience().deadline().toMillis() + " ms for one request).");
        }
        return new SquareUnavailable("Square could not be reached or broke off: "
                + cause.getClass().getSimpleName() + ", " + cause.getMessage() + ".");
    }
}
