package dev.squaresync.fetcher.square.categories;

import dev.squaresync.fetcher.square.PartitionPlan;
import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.fetcher.square.SquareResource;
import dev.squaresync.fetcher.square.Window;
import dev.squaresync.fetcher.square.catalog.CatalogSearch;
import dev.squaresync.message.DataType;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Categories, which are catalog objects on a schedule of their own. */
@Component
class CategoriesResource implements SquareResource {

    private static final DataType CATEGORIES = DataType.of("categories");

    private final CatalogSearch search;

    CategoriesResource(CatalogSearch search) {
        this.search = search;
    }

    @Override
    public DataType dataType() {
        return CATEGORIES;
    }

    @Override
    public List<Partition> plan(Window window) {
        return new PartitionPlan(CATEGORIES)
                .add("categories", new Slice(List.of(), List.of("CATEGORY"), window.from(), null))
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
