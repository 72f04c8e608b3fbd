package dev.squaresync.writer.mirror;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recognises the objects that the mirror holds already by key and text, so that they need not be sent to PostgreSQL and
 * parsed there. An object that it misses goes the long way, to the same effect.
 */
@Component
class HeldObjects {

    private final JdbcClient database;
    private final Map<Table, String> searches = new ConcurrentHashMap<>();

    HeldObjects(JdbcClient database) {
        this.database = database;
    }

    Recognised recognise(Batch batch, List<PageObject> page) {
        Recognised recognised = new Recognised(Outcome.NOTHING, page);
        for (Table table : batch.type().tables()) {
            recognised = recognised.plus(recognise(table, recognised.others()));
        }
        return recognised;
    }

    private Recognised recognise(Table table, List<PageObject> objects) {
        List<PageObject> candidates = onlyOnes(objects);
        if (candidates.isEmpty()) {
            return new Recognised(Outcome.NOTHING, objects);
        }
        List<Held> held = search(table, candidates);
        Set<Optional<List<String>>> found = held.stream()
                .map(object -> candidates.get(object.position()).key())
                .collect(toSet());
        return new Recognised(
                Outcome.recognised(held.stream().map(Held::fingerprint).toList()),
                objects.stream().filter(object -> !found.contains(object.key())).toList());
    }

    /** Two states of an object in one page must be weighed against each other, even if one of them is held. */
    private static List<PageObject> onlyOnes(List<PageObject> objects) {
        return objects.stream()
                .filter(object -> object.key().isPresent())
                .collect(groupingBy(PageObject::key))
                .values()
                .stream()
                .filter(states -> states.size() == 1)
                .flatMap(List::stream)
                .toList();
    }

    private List<Held> search(Table table, List<PageObject> objects) {
        JdbcClient.StatementSpec search = database.sql(
                        searches.computeIfAbsent(table, key -> new TableSql(key).of("recognise.sql")))
                .param("digests", objects.stream().map(PageObject::digest).toArray(UUID[]::new));
        for (int part = 0; part < table.key().size(); part++) {
            search = search.param(table.key().get(part), keyParts(objects, part));
        }
        return search.query((row, number) -> new Held(row.getInt("position") - 1, row.getLong("fingerprint")))
                .list();
    }

    private static String[] keyParts(List<PageObject> objects, int part) {
        return objects.stream()
                .flatMap(object -> object.key().stream())
                .map(key -> key.get(part))
                .toArray(String[]::new);
    }

    /**
     * @param position among the objects that were searched for, from 0
     * @param fingerprint as in {@link Outcome#confirmed()}
     */
    private record Held(int position, long fingerprint) {}

    /** @param others the objects that were not recognised, in the order of the page */
    record Recognised(Outcome outcome, List<PageObject> others) {

        private Recognised plus(Recognised further) {
            return new Recognised(outcome.plus(further.outcome), further.others);
        }
    }
}
