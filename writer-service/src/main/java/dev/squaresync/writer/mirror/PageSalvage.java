package dev.squaresync.writer.mirror;

import dev.squaresync.message.RawJson;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.SavepointManager;

/**
 * Writes a page as a whole; if PostgreSQL cannot hold something in it, finds the objects that it is by halving, and parks
 * them. The rest of the page is written.
 */
@Component
class PageSalvage {

    private final ObjectWriter writer;
    private final PageCutter cutter;

    PageSalvage(ObjectWriter writer, PageCutter cutter) {
        this.writer = writer;
        this.cutter = cutter;
    }

    /** @throws UnreadablePage if the page has no array of objects and isn't an empty page either */
    Outcome write(Batch batch, SavepointManager transaction) {
        return new Attempt(batch, transaction)
                .of(cutter.cut(batch.page().body(), batch.type().arrayName()));
    }

    private final class Attempt {

        private final Batch batch;
        private final SavepointManager transaction;

        Attempt(Batch batch, SavepointManager transaction) {
            this.batch = batch;
            this.transaction = transaction;
        }

        Outcome of(List<RawJson> objects) {
            try {
                return written(objects);
            } catch (Refused e) {
                return objects.size() == 1 ? alone(objects.get(0).text(), e) : halves(objects);
            }
        }

        private Outcome halves(List<RawJson> objects) {
            int half = objects.size() / 2;
            return of(objects.subList(0, half)).plus(of(objects.subList(half, objects.size())));
        }

        private Outcome alone(String object, Refused refusal) {
            String cleaned = UnstorableCharacters.replacedIn(object);
            if (cleaned.equals(object)) {
                return Outcome.parked(parked(object, refusal, false));
            }
            try {
                return written(List.of(RawJson.of(cleaned))).flagging(parked(object, refusal, true));
            } catch (Refused e) {
                return Outcome.parked(parked(object, e, false));
            }
        }

        private ParkedObject parked(String object, Refused refusal, boolean cleaned) {
            // The key as it is in the mirror, if it gets there.
            Optional<String> id = cutter.keyOf(
                    UnstorableCharacters.replacedIn(object), batch.type().keyFields());
            return new ParkedObject(id, object, refusal.reason(), cleaned);
        }

        private Outcome written(List<RawJson> objects) throws Refused {
            Object savepoint = transaction.createSavepoint();
            try {
                Outcome outcome = writer.write(batch, objects);
                transaction.releaseSavepoint(savepoint);
                return outcome;
            } catch (DataAccessException e) {
                SqlFailure failure = SqlFailure.of(e);
                if (!failure.isAboutData()) {
                    throw e;
                }
                transaction.rollbackToSavepoint(savepoint);
                throw new Refused(failure.reason(), e);
            }
        }
    }

    /** PostgreSQL cannot hold something of what it was given. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Refused(String reason, DataAccessException cause) {
            super(reason, cause);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
