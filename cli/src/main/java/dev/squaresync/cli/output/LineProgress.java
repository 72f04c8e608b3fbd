package dev.squaresync.cli.output;

import dev.squaresync.cli.api.Run;
import dev.squaresync.cli.api.Run.Stream;
import java.util.HashMap;
import java.util.Map;

/** Writes a line when something has changed, for logs. */
public final class LineProgress implements ProgressView {

    private final Screen screen;
    private final Map<String, String> last = new HashMap<>();
    private boolean waiting;

    public LineProgress(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void show(Run run) {
        waiting = false;
        for (Stream stream : run.streams()) {
            String mark = stream.state() + " " + stream.partitionsCompleted() + "/" + stream.partitions();
            if (!mark.equals(last.put(stream.dataType(), mark))) {
                screen.line(stream.dataType() + ": " + stream.state() + ", " + stream.partitionsCompleted() + " of "
                        + Figures.counted(stream.partitions(), "partition") + ", "
                        + Figures.counted(stream.pages(), "page") + ", " + Figures.counted(stream.rows(), "row"));
            }
        }
        screen.flush();
    }

    @Override
    public void waiting(String reason) {
        if (!waiting) {
            screen.error(reason + " Trying again; the run goes on meanwhile.");
        }
        waiting = true;
    }
}
