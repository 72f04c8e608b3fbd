package dev.squaresync.fetcher.square;

import com.squareup.square.SquareClient;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request to Square.
 *
 * @param listName the field of the reply that holds the objects
 * @param cursor the cursor that the request carries; null: none
 * @param onePage whether Square's answer has no further page, so that one with a cursor is cut short
 * @param call makes the request with Square's client; what the client answers is empty and to be ignored
 */
public record Question(String listName, @Nullable String cursor, boolean onePage, Consumer<SquareClient> call) {

    /** One of which the answer may go on with a further page. */
    public Question(String listName, @Nullable String cursor, Consumer<SquareClient> call) {
        this(listName, cursor, false, call);
    }

    /** One that is answered as a whole. */
    public static Question whole(String listName, Consumer<SquareClient> call) {
        return new Question(listName, null, true, call);
    }
}
