package dev.squaresync.writer.mirror.categories;

import dev.squaresync.message.DataType;
import dev.squaresync.writer.mirror.MirroredType;
import dev.squaresync.writer.mirror.Table;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class Categories implements MirroredType {

    private static final Table TABLE =
            new Table("categories", List.of("id"), List.of("coalesce($.version, -1)"), "categories/categories.sql");

    @Override
    public DataType dataType() {
        return DataType.of("categories");
    }

    @Override
    public String arrayName() {
        return "objects";
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    @Override
    public boolean isListedWhole() {
        return true;
    }
}
