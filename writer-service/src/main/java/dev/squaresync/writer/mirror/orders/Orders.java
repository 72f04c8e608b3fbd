package dev.squaresync.writer.mirror.orders;

import dev.squaresync.message.DataType;
import dev.squaresync.writer.mirror.MirroredType;
import dev.squaresync.writer.mirror.PartTable;
import dev.squaresync.writer.mirror.Table;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class Orders implements MirroredType {

    // Version alone orders nothing: orders that were not made through Square's API have none.
    private static final Table ORDERS = new Table(
            "orders",
            List.of("id"),
            List.of("coalesce($.updated_at, '-infinity')", "coalesce($.version, -1)"),
            "orders/orders.sql");

    private static final String DELETE_PARTS = "orders/delete-parts.sql";
    private static final String INSERT_PARTS = "orders/insert-parts.sql";

    @Override
    public DataType dataType() {
        return DataType.of("orders");
    }

    @Override
    public String arrayName() {
        return "orders";
    }

    @Override
    public List<Table> tables() {
        return List.of(ORDERS);
    }

    @Override
    public List<String> followUps() {
        return List.of(DELETE_PARTS, INSERT_PARTS);
    }

    @Override
    public String held() {
        return "orders/held.sql";
    }

    @Override
    public List<PartTable> partTables() {
        return PartTable.filledBy(INSERT_PARTS);
    }

    @Override
    public List<String> lostParts() {
        return List.of("orders/lost-parts.sql");
    }

    @Override
    public Optional<String> days() {
        return Optional.of("orders/add-days.sql");
    }

    @Override
    public List<String> partRemovals() {
        return List.of(DELETE_PARTS);
    }
}
