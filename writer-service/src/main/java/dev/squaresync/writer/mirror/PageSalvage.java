package dev.squaresync.writer.mirror;

import dev.squaresync.message.RawJson;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.SavepointManager;

/**
 * Writes objects all at once; if PostgreSQL cannot hold something in them, finds the objects that it is by halving, and
 * parks them. The rest is written.
 */
@Component
class PageSalvage {

    private final ObjectWriter writer;
    private final PageCutter cutter;

    PageSalvage(ObjectWriter writer, PageCutter cutter) {
        this.writer = writer;
        this.cutter = cutter;
    }

    Outcome write(Batch batch, List<PageObject> objects, SavepointManager transaction) {
        return new Attempt(batch, transaction).of(objects);
    }

    private final class Attempt {

        private final Batch batch;
        private final SavepointManager transaction;

        Attempt(Batch batch, SavepointManager transaction) {
            this.batch = batch;
            this.transaction = transaction;
        }

        Outcome of(List<PageObject> objects) {
            try {
                return written(objects);
            } catch (Refused e) {
                return objects.size() == 1 ? alone(objects.get(0), e) : halves(objects);
            }
        }

        private Outcome halves(List<PageObject> objects) {
            int half = objects.size() / 2;
            return of(objects.subList(0, half)).plus(of(objects.subList(half, objects.size())));
        }

        private Outcome alone(PageObject object, Refused refusal) {
            String text = object.json().text();
            RawJson cleaned = RawJson.of(UnstorableCharacters.replacedIn(text));
            // As it is in the mirror, if the object gets there.
            Optional<List<String>> key = cutter.keyOf(cleaned, batch.type().keyFields());
            if (cleaned.equals(object.json())) {
                return Outcome.parked(parked(text, key, refusal, false));
            }
            try {
                return written(List.of(PageObject.of(cleaned, key))).flagging(parked(text, key, refusal, true));
            } catch (Refused e) {
                return Outcome.parked(parked(text, key, e, false));
            }
        }

        private ParkedObject parked(String object, Optional<List<String>> key, Refused refusal, boolean cleaned) {
            return new ParkedObject(key.map(parts -> String.join(":", parts)), object, refusal.reason(), cleaned);
        }

        private Outcome written(List<PageObject> objects) throws Refused {
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
