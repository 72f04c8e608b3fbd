package dev.squaresync.scheduler.desk.runs;

import dev.squaresync.message.StreamVerified;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a verification compared, days downwards and locations across.
 *
 * @param locations the names of the locations
 * @param rows the newest day first
 */
public record ProofGrid(List<String> locations, List<Row> rows) {

    private static final int MOST_DAYS = 31;

    /** @param cells one for each location */
    public record Row(LocalDate day, List<Cell> cells) {}

    /**
     * @param objects as Square has them
     * @param found so many of them the mirror did not hold as Square has them
     * @param money so much more, in the smallest unit, Square says was charged than the mirror did
     */
    public record Cell(int objects, int found, long money) {

        private static final Cell NOTHING = new Cell(0, 0, 0);
    }

    /** The latest days, and before these only those on which something was found. */
    static ProofGrid of(List<StreamVerified.Day> days) {
        SortedMap<String, String> names = new TreeMap<>();
        days.forEach(day -> names.put(day.locationId(), day.locationName()));
        List<String> locations = names.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        SortedMap<LocalDate, Map<String, Cell>> byDay = new TreeMap<>(Comparator.reverseOrder());
        days.forEach(day -> byDay.computeIfAbsent(day.day(), key -> new TreeMap<>())
                .put(day.locationId(), new Cell(day.objects(), day.found(), day.squareMoney() - day.mirrorMoney())));
        List<Row> rows = byDay.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), cells(entry.getValue(), locations)))
                .toList();
        return new ProofGrid(locations.stream().map(names::get).toList(), latest(rows));
    }

    private static List<Row> latest(List<Row> rows) {
        List<Row> older = rows.stream()
                .skip(MOST_DAYS)
                .filter(row -> row.cells().stream().anyMatch(cell -> cell.found() > 0))
                .toList();
        return Stream.concat(rows.stream().limit(MOST_DAYS), older.stream()).toList();
    }

    private static List<Cell> cells(Map<String, Cell> ofDay, List<String> locations) {
        return locations.stream()
                .map(location -> ofDay.getOrDefault(location, Cell.NOTHING))
                .toList();
    }
}
