package dev.squaresync.writer.mirror.inventory;

import dev.squaresync.message.DataType;
import dev.squaresync.writer.mirror.MirroredType;
import dev.squaresync.writer.mirror.Table;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class InventoryCounts implements MirroredType {

    private static final Table TABLE = new Table(
            "inventory_counts",
            List.of("catalog_object_id", "location_id", "state"),
            List.of("coalesce($.calculated_at, '-infinity')"),
            "inventory/counts.sql");

    @Override
    public DataType dataType() {
        return DataType.of("inventory");
    }

    @Override
    public String arrayName() {
        return "counts";
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }
}
