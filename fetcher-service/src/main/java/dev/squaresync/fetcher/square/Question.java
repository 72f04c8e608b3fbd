package dev.squaresync.fetcher.square;

import com.squareup.square.SquareClient;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request to Square.
 *
 * @param listName the field of the reply that holds the objects
 * @param cursor the cursor that the request carries; null: none
 * @param call makes the request with Square's client; what the client answers is empty and to be ignored
 */
public record Question(String listName, @Nullable String cursor, Consumer<SquareClient> call) {}
