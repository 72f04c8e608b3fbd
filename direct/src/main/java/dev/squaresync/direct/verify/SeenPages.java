package dev.squaresync.direct.verify;

import dev.squaresync.direct.read.Destination;
import dev.squaresync.direct.read.ReadPage;
import dev.squaresync.direct.read.Stretch;
import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCounts;
import dev.squaresync.writer.mirror.MirrorProof;
import java.util.Map;
import java.util.function.Function;

/** Takes pages only to note what they show, one at a time: what is noted belongs to one connection. */
public final class SeenPages implements Destination {

    private final Function<DataType, MirrorProof> proofs;

    public SeenPages(Map<DataType, MirrorProof> proofs) {
        this.proofs = proofs::get;
    }

    @Override
    public synchronized PageCounts take(ReadPage read) {
        DataType dataType = read.page().page().dataType();
        int seen = proofs.apply(dataType).see(dataType, read.page().body());
        return new PageCounts(0, 0, seen, 0, 0);
    }

    @Override
    public void whole(Stretch stretch) {
        // What was seen is compared when all of it was.
    }
}
