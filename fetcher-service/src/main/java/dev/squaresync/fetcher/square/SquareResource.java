package dev.squaresync.fetcher.square;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one data type is read from Square. A data type is added by a package with one Spring bean of this type.
 *
 * <p>All methods may ask Square and so throw {@link SquareUnavailable} and {@link SquareRefused}.
 */
public interface SquareResource {

    DataType dataType();

    /**
     * Cuts the window into partitions that can be read side by side and together hold every object that changed in it.
     *
     * @throws NoLocations if the data type is read by location and Square lists none
     */
    List<Partition> plan(Window window);

    /**
     * Reads one page of a partition.
     *
     * @param cursor Square's cursor in the page before; null for the first page
     * @throws CursorExpired if Square no longer knows the cursor
     */
    SquarePage read(Slice slice, @Nullable String cursor);

    /**
     * The same data type, read only to see which objects there are, and in which version: cheaper, where Square has something for
     * it. Its pages may hold less of an object than others do.
     */
    default SquareResource sightings() {
        return this;
    }

    /**
     * Looks some objects up. What Square does not know is in none of the pages.
     *
     * @param ids the first part of the objects' keys; at most {@link Slice#MOST_LOOKED_UP}
     */
    List<SquarePage> lookUp(List<String> ids);
}
