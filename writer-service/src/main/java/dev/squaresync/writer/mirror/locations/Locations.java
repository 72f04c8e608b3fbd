package dev.squaresync.writer.mirror.locations;

import dev.squaresync.message.DataType;
import dev.squaresync.writer.mirror.MirroredType;
import dev.squaresync.writer.mirror.Table;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class Locations implements MirroredType {

    // Square gives a location neither version nor time of change: all states rank alike, and when Square showed them
    // decides.
    private static final Table TABLE =
            new Table("locations", List.of("id"), List.of("cast(0 as bigint)"), "locations/locations.sql");

    @Override
    public DataType dataType() {
        return DataType.of("locations");
    }

    @Override
    public String arrayName() {
        return "locations";
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
