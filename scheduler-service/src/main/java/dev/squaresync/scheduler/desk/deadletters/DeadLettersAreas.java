package dev.squaresync.scheduler.desk.deadletters;

import dev.squaresync.scheduler.deadletter.DeadLetterFilter;
import dev.squaresync.scheduler.deadletter.DeadLetterPage;
import dev.squaresync.scheduler.deadletter.DeadLetterState;
import dev.squaresync.scheduler.deadletter.DeadLetters;
import dev.squaresync.scheduler.desk.live.LiveView;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of the list of dead letters stays up to date: counts by state, causes, and the dead letters. */
@Component
class DeadLettersAreas implements LiveView {

    static final String NAME = "dead-letters";

    private static final int LETTERS = 25;

    private final DeadLetters deadLetters;

    DeadLettersAreas(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String template() {
        return "desk/dead-letters-areas";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> model(Map<String, String> parameters) {
        DeadLettersQuery query = DeadLettersQuery.of(parameters);
        DeadLetterFilter filter = query.filter();
        DeadLetterPage page = deadLetters.newest(filter, LETTERS, query.before());
        Map<DeadLetterState, Long> counts = deadLetters.countsByState(filter);
        UUID next = page.next();
        Map<String, Object> model = new HashMap<>();
        model.put("query", query);
        model.put("groups", deadLetters.groups(filter));
        model.put("letters", page.deadLetters());
        model.put("counts", counts);
        model.put("all", counts.values().stream().mapToLong(Long::longValue).sum());
        model.put("open", counts.getOrDefault(DeadLetterState.OPEN, 0L));
        model.put("newest", query.before() == null ? null : query.newest());
        model.put("older", next == null ? null : query.olderThan(next));
        // Whoever decides has links to do so; whether they may is asked when they do.
        model.put("decide", parameters.containsKey("decide"));
        return model;
    }
}
