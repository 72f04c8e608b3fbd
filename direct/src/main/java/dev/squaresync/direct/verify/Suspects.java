package dev.squaresync.direct.verify;

import dev.squaresync.direct.read.Patience;
import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.fetcher.square.SquareResource;
import dev.squaresync.message.DataType;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageId;
import dev.squaresync.message.PageLink;
import dev.squaresync.message.Slice;
import dev.squaresync.writer.mirror.Finding;
import dev.squaresync.writer.mirror.MirrorProof;
import dev.squaresync.writer.mirror.MirrorRepair;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Asks Square once more for what differed at first sight, and repairs what is wrong with exactly these answers. */
public final class Suspects {

    private final DataType dataType;
    private final SquareResource square;
    private final MirrorProof proof;
    private final Patience patience;
    private final List<SquarePage> answers = new ArrayList<>();

    public Suspects(DataType dataType, SquareResource square, MirrorProof proof, Patience patience) {
        this.dataType = dataType;
        this.square = square;
        this.proof = proof;
        this.patience = patience;
    }

    /** @return how many were looked up */
    public int lookUp() {
        List<String> suspects = proof.suspects(dataType);
        List<String> ids =
                suspects.stream().map(key -> key.split(":", 2)[0]).distinct().toList();
        for (int from = 0; from < ids.size(); from += Slice.MOST_LOOKED_UP) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + Slice.MOST_LOOKED_UP));
            List<SquarePage> pages = patience.until(() -> square.lookUp(some));
            pages.forEach(page -> proof.answer(dataType, page.body()));
            answers.addAll(pages);
        }
        return suspects.size();
    }

    public List<Finding> findings() {
        return proof.findings(dataType);
    }

    public void repair(UUID runId, List<Finding> findings, MirrorRepair repair) {
        answers.forEach(page -> repair.replace(runId, fetched(runId, page), findings));
        repair.remove(runId, dataType, findings);
    }

    private PageFetched fetched(UUID runId, SquarePage page) {
        return new PageFetched(
                UUID.randomUUID(),
                new PageId(runId, dataType, "repair", 1, answers.indexOf(page) + 1),
                new PageLink(PageLink.START, null),
                page.fetchedAt(),
                page.body());
    }
}
