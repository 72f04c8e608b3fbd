package dev.squaresync.fetcher.square;

import java.io.IOException;
import java.time.Clock;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the reply to one call and hands Square's client an empty one instead. The client would parse the page into its own
 * types, which lose unknown objects, fail on one bad field, and forget the status of a reply that is not JSON.
 */
final class ReplyKeeper implements Interceptor {

    private static final long ENOUGH_OF_AN_ERROR = 64 * 1024;
    private static final MediaType JSON = MediaType.get("application/json");

    private final long largestReply;
    private final Clock clock;
    private @Nullable RawReply kept;

    /**
     * @param largestReply in bytes after decompression, so that a small reply cannot grow without end
     */
    ReplyKeeper(long largestReply, Clock clock) {
        this.largestReply = largestReply;
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try (Response response = chain.proceed(chain.request())) {
            byte[] body = response.isSuccessful() ? whole(response) : beginning(response);
            kept = new RawReply(response.code(), body, response.header("Retry-After"), clock.instant());
            return response.newBuilder()
                    .code(200)
                    .body(ResponseBody.create("{}", JSON))
                    .build();
        }
    }

    /** The reply to the call that has returned. */
    RawReply reply() {
        if (kept == null) {
            throw new IllegalStateException("Square's client returned without a reply.");
        }
        return kept;
    }

    private byte @Nullable [] whole(Response response) throws IOException {
        BufferedSource source = response.body().source();
        return source.request(largestReply + 1) ? null : source.readByteArray();
    }

    private static byte[] beginning(Response response) throws IOException {
        BufferedSource source = response.body().source();
        boolean more = source.request(ENOUGH_OF_AN_ERROR);
        return more ? source.readByteArray(ENOUGH_OF_AN_ERROR) : source.readByteArray();
    }
}
