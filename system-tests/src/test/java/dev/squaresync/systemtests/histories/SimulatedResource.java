package dev.squaresync.systemtests.histories;

import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.fetcher.square.SquareResource;
import dev.squaresync.fetcher.square.Window;
import dev.squaresync.message.DataType;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the fetcher reads one data type from the simulated Square. */
final class SimulatedResource implements SquareResource {

    private final Kind kind;
    private final Stage stage;

    SimulatedResource(Kind kind, Stage stage) {
        this.kind = kind;
        this.stage = stage;
    }

    @Override
    public DataType dataType() {
        return kind.dataType();
    }

    @Override
    public List<Partition> plan(Window window) {
        return stage.scene().square().plan(kind, window);
    }

    @Override
    public SquarePage read(Slice slice, @Nullable String cursor) {
        SquarePage page = stage.scene().square().read(kind, slice, cursor);
        if (stage.world().bug() != PlantedBug.PAGE_2_DROPPED || cursor != null || page.nextCursor() == null) {
            return page;
        }
        SquarePage dropped = stage.scene().square().read(kind, slice, page.nextCursor());
        return new SquarePage(page.body(), page.listName(), dropped.nextCursor(), page.fetchedAt());
    }

    @Override
    public List<SquarePage> lookUp(List<String> ids) {
        throw new UnsupportedOperationException("Histories look nothing up.");
    }
}
