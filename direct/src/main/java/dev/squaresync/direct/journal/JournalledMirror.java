package dev.squaresync.direct.journal;

import dev.squaresync.direct.read.Destination;
import dev.squaresync.direct.read.ReadPage;
import dev.squaresync.direct.read.Stretch;
import dev.squaresync.message.PageCounts;
import dev.squaresync.writer.mirror.Mirror;
import dev.squaresync.writer.mirror.PageNotWritten;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The mirror, with every page noted before it is written. */
public final class JournalledMirror implements Destination {

    private final UUID runId;
    private final Journal journal;
    private final Mirror mirror;

    public JournalledMirror(UUID runId, Journal journal, Mirror mirror) {
        this.runId = runId;
        this.journal = journal;
        this.mirror = mirror;
    }

    @Override
    public PageCounts take(ReadPage read) {
        noting(() -> journal.note(read));
        return mirror.write(read.page()).counts();
    }

    @Override
    public void whole(Stretch stretch) {
        noting(() -> journal.whole(runId, stretch));
    }

    private static void noting(Runnable note) {
        try {
            note.run();
        } catch (DataAccessException | TransactionException e) {
            throw new PageNotWritten(e);
        }
    }
}
