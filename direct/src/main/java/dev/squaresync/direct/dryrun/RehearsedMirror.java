package dev.squaresync.direct.dryrun;

import dev.squaresync.direct.read.Destination;
import dev.squaresync.direct.read.ReadPage;
import dev.squaresync.direct.read.Stretch;
import dev.squaresync.message.PageCounts;
import dev.squaresync.writer.mirror.Mirror;
import dev.squaresync.writer.mirror.MirrorShadow;

/** A mirror that writes into its shadow: one page at a time, because a shadow belongs to one connection. */
public final class RehearsedMirror implements Destination {

    private final MirrorShadow shadow;
    private final Mirror mirror;

    /** @param mirror works on the connection of the shadow */
    public RehearsedMirror(MirrorShadow shadow, Mirror mirror) {
        this.shadow = shadow;
        this.mirror = mirror;
    }

    @Override
    public synchronized PageCounts take(ReadPage read) {
        shadow.copyIn(read.page());
        return mirror.write(read.page()).counts();
    }

    @Override
    public void whole(Stretch stretch) {
        // Nothing is gone on with.
    }
}
