package dev.squaresync.fetcher.square;

import dev.squaresync.message.DataType;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The data types that can be read. */
@Component
public class SquareResources {

    private final SortedMap<DataType, SquareResource> resources = new TreeMap<>();

    SquareResources(List<SquareResource> all) {
        for (SquareResource resource : all) {
            if (resources.put(resource.dataType(), resource) != null) {
                throw new IllegalStateException("Two resources read " + resource.dataType() + ".");
            }
        }
    }

    /** The same data types, as {@link SquareResource#sightings()}. */
    public SquareResources sightings() {
        return new SquareResources(
                resources.values().stream().map(SquareResource::sightings).toList());
    }

    /**
     * The reader of a data type.
     *
     * @throws UnknownDataType if there is none
     */
    public SquareResource of(DataType dataType) {
        SquareResource resource = resources.get(dataType);
        if (resource == null) {
            throw new UnknownDataType(dataType, List.copyOf(resources.keySet()));
        }
        return resource;
    }
}
