package dev.squaresync.fetcher.square.catalog;

import com.squareup.square.types.BatchGetCatalogObjectsRequest;
import com.squareup.square.types.CatalogObjectType;
import com.squareup.square.types.SearchCatalogObjectsRequest;
import dev.squaresync.fetcher.square.Question;
import dev.squaresync.fetcher.square.Square;
import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.fetcher.square.SquareTime;
import dev.squaresync.message.Slice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** SearchCatalogObjects. Not ListCatalog, which never shows what was deleted. */
@Component
public class CatalogSearch {

    /** Square's maximum; it takes it as advice, a page may hold more or fewer. */
    private static final int PAGE_SIZE = 1000;

    private final Square square;

    CatalogSearch(Square square) {
        this.square = square;
    }

    /** One page of the objects of the slice's types that changed since the slice's start, deleted ones included. */
    public SquarePage read(Slice slice, @Nullable String cursor) {
        SearchCatalogObjectsRequest request = SearchCatalogObjectsRequest.builder()
                .objectTypes(slice.objectTypes().stream()
                        .map(CatalogObjectType::valueOf)
                        .toList())
                .beginTime(Optional.ofNullable(slice.from()).map(SquareTime::after))
                .includeDeletedObjects(true)
                .limit(PAGE_SIZE)
                .cursor(Optional.ofNullable(cursor))
                .build();
        return square.read(
                new Question("objects", cursor, client -> client.catalog().search(request)));
    }

    /** These objects, deleted ones included. */
    public List<SquarePage> lookUp(List<String> ids) {
        BatchGetCatalogObjectsRequest request = BatchGetCatalogObjectsRequest.builder()
                .objectIds(ids)
                .includeDeletedObjects(true)
                .build();
        return List.of(
                square.read(Question.whole("objects", client -> client.catalog().batchGet(request))));
    }
}
