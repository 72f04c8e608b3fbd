package dev.squaresync.writer.mirror.catalog;

import dev.squaresync.message.DataType;
import dev.squaresync.writer.mirror.MirroredType;
import dev.squaresync.writer.mirror.Table;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class Catalog implements MirroredType {

    private static final List<String> RANK = List.of("coalesce($.version, -1)");

    private static final Table ITEMS = new Table("catalog_items", List.of("id"), RANK, "catalog/items.sql");
    private static final Table VARIATIONS =
            new Table("catalog_item_variations", List.of("id"), RANK, "catalog/variations.sql");

    @Override
    public DataType dataType() {
        return DataType.of("catalog");
    }

    @Override
    public String arrayName() {
        return "objects";
    }

    @Override
    public List<Table> tables() {
        return List.of(ITEMS, VARIATIONS);
    }

    @Override
    public List<String> followUps() {
        return List.of("catalog/deleted-with-item.sql");
    }

    /** A deleted item and its variation, written side by side, would not see each other. */
    @Override
    public boolean onePageAtATime() {
        return true;
    }

    @Override
    public boolean isListedWhole() {
        return true;
    }
}
