package dev.squaresync.simulator.cursor;

import dev.squaresync.simulator.timeline.Position;
import dev.squaresync.simulator.wire.SquareError;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Gives out cursors and takes them back. All of a cursor is in its text; remembered is only when a chain of pages was last
 * used. Chains end with the process, so that a cursor of an earlier process is invalid.
 */
public final class CursorBook {
    /** How long after its last page a chain can be continued. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    private static final int TEXT_BYTES = 5 * Long.BYTES + 1 + Integer.BYTES;
    private static final int CHECK_BYTES = Long.BYTES;

    private final Clock clock;
    private final AtomicLong nextChain;
    private final Map<Long, Long> lastUse = new ConcurrentHashMap<>();

    public CursorBook(Clock clock) {
        this.clock = clock;
        this.nextChain = new AtomicLong(System.nanoTime());
    }

    /**
     * Where to read on.
     *
     * @param text the client's cursor; null or empty for the first page
     * @param query a hash of the client's query
     * @throws SquareError INVALID_CURSOR if it is not a cursor of this query, or too old
     */
    public Cursor open(@Nullable String text, long query) {
        long now = clock.millis();
        if (text == null || text.isEmpty()) {
            return new Cursor(nextChain.getAndIncrement(), query, now, null, 0);
        }
        Cursor cursor = parse(text);
        if (cursor.query() != query) {
            throw SquareError.invalidCursor("The cursor belongs to another query.");
        }
        Long used = lastUse.get(cursor.chain());
        if (used == null || now - used > LIFE.toMillis()) {
            throw SquareError.invalidCursor("The cursor has expired.");
        }
        lastUse.put(cursor.chain(), now);
        return cursor;
    }

    /** The cursor as the client sees it; its life starts anew. */
    public String text(Cursor cursor) {
        long now = clock.millis();
        if (lastUse.put(cursor.chain(), now) == null) {
            lastUse.values().removeIf(used -> now - used > LIFE.toMillis());
        }
        ByteBuffer bytes = ByteBuffer.allocate(TEXT_BYTES + CHECK_BYTES);
        Position last = cursor.last();
        bytes.putLong(cursor.chain()).putLong(cursor.query()).putLong(cursor.opened());
        bytes.put((byte) (last == null ? 0 : 1));
        bytes.putLong(last == null ? 0 : last.time()).putLong(last == null ? 0 : last.number());
        bytes.putInt(cursor.turn());
        bytes.putLong(check(bytes));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Makes every cursor given out so far invalid. */
    public void expireAll() {
        lastUse.clear();
    }

    /** A hash of a query, to bind cursors to it. */
    public static long hash(String query) {
        return hash(query.getBytes(StandardCharsets.UTF_8));
    }

    private static Cursor parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(decode(text));
        if (bytes.remaining() != TEXT_BYTES + CHECK_BYTES) {
            throw notACursor();
        }
        long chain = bytes.getLong();
        long query = bytes.getLong();
        long opened = bytes.getLong();
        boolean started = bytes.get() == 1;
        Position last = new Position(bytes.getLong(), bytes.getLong());
        int turn = bytes.getInt();
        if (bytes.getLong() != check(bytes)) {
            throw notACursor();
        }
        return new Cursor(chain, query, opened, started ? last : null, turn);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw notACursor();
        }
    }

    private static SquareError notACursor() {
        return SquareError.invalidCursor("This is not a cursor.");
    }

    private static long check(ByteBuffer bytes) {
        byte[] checked = new byte[TEXT_BYTES];
        bytes.duplicate().rewind().get(checked);
        return hash(checked);
    }

    private static long hash(byte[] bytes) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
