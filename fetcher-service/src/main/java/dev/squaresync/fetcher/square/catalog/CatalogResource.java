package dev.squaresync.fetcher.square.catalog;

import dev.squaresync.fetcher.square.PartitionPlan;
import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.fetcher.square.SquareResource;
import dev.squaresync.fetcher.square.Window;
import dev.squaresync.message.DataType;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Items and item variations, each on their own: a deleted item comes without its variations. */
@Component
class CatalogResource implements SquareResource {

    private static final DataType CATALOG = DataType.of("catalog");

    private final CatalogSearch search;

    CatalogResource(CatalogSearch search) {
        this.search = search;
    }

    @Override
    public DataType dataType() {
        return CATALOG;
    }

    @Override
    public List<Partition> plan(Window window) {
        return new PartitionPlan(CATALOG)
                .add("items", new Slice(List.of(), List.of("ITEM"), window.from(), null))
                .add("item variations", new Slice(List.of(), List.of("ITEM_VARIATION"), window.from(), null))
                .partitions();
    }

    @Override
    public SquarePage read(Slice slice, @Nullable String cursor) {
        return search.read(slice, cursor);
    }

    @Override
    public List<SquarePage> lookUp(List<String> ids) {
        return search.lookUp(ids);
    }
}
