package dev.squaresync.writer.mirror;

import dev.squaresync.writer.mirror.HeldObjects.Recognised;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.SavepointManager;

/** Writes what of a page the mirror does not hold yet. */
@Component
class PageWriter {

    private final PageCutter cutter;
    private final HeldObjects heldObjects;
    private final PageSalvage salvage;

    PageWriter(PageCutter cutter, HeldObjects heldObjects, PageSalvage salvage) {
        this.cutter = cutter;
        this.heldObjects = heldObjects;
        this.salvage = salvage;
    }

    /** @throws UnreadablePage if the page has no array of objects and isn't an empty page either */
    Outcome write(Batch batch, SavepointManager transaction) {
        List<PageObject> objects = cutter.cut(batch.page().body(), batch.type());
        Recognised recognised = heldObjects.recognise(batch, objects);
        return recognised
                .outcome()
                .plus(salvage.write(batch, recognised.others(), transaction))
                .havingSeen(ids(objects));
    }

    private static List<String> ids(List<PageObject> objects) {
        return objects.stream()
                .flatMap(object -> object.key().stream())
                .map(key -> String.join(":", key))
                .toList();
    }
}
