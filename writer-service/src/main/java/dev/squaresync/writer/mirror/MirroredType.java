package dev.squaresync.writer.mirror;

import dev.squaresync.message.DataType;
import java.util.List;
import java.util.Optional;

/**
 * A data type of the mirror. Found as a bean: a new one is a package with its SQL and a migration with its tables.
 */
public interface MirroredType {

    DataType dataType();

    /** What Square calls the array of objects in a page. */
    String arrayName();

    /** The tables that hold the objects, in the order in which they are written. An object goes into one of them. */
    List<Table> tables();

    /** The fields that make an object's key: Square's names, which are those of every table's key as well. */
    default List<String> keyFields() {
        return tables().get(0).key();
    }

    /**
     * SQL files that are run after the tables have been written, with {@code :writtenIds}, the ids of all objects that were
     * inserted or updated, and {@code :changedIds}, those of the updated ones alone.
     */
    default List<String> followUps() {
        return List.of();
    }

    /** Whether a full read lists all that Square has of it, so that what is missing there is deleted. */
    default boolean isListedWhole() {
        return false;
    }

    /** SQL file that tells of each object what a sighting is compared with. */
    default String held() {
        return "proof/held.sql";
    }

    /** The tables of the parts of its objects. */
    default List<PartTable> partTables() {
        return List.of();
    }

    /** SQL files that add to the suspects those objects of which not every part is there, or one too many. */
    default List<String> lostParts() {
        return List.of();
    }

    /** SQL file that tells of each location and day what a verification compared. */
    default Optional<String> days() {
        return Optional.empty();
    }

    /** SQL files that take away the parts of {@code :changedIds}, so that they are made anew. */
    default List<String> partRemovals() {
        return List.of();
    }

    /** Whether pages must wait for each other, because writing an object looks at other objects. */
    default boolean onePageAtATime() {
        return false;
    }
}
