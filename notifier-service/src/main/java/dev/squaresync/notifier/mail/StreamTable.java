package dev.squaresync.notifier.mail;

import dev.squaresync.notifier.report.RunReport.StreamReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The figures of all data types as lines of equal columns, for readers with a fixed-width font. */
final class StreamTable {

    private static final List<String> TITLES = List.of(
            "data type", "state", "inserted", "updated", "unchanged", "deleted", "parked", "duration", "rows/s");

    /** The first columns hold words and start at the left, the others hold figures and end at the right. */
    private static final int WORDS = 2;

    private StreamTable() {}

    static List<String> of(List<StreamReport> streams) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(TITLES);
        streams.forEach(stream -> rows.add(cells(stream)));
        int[] widths = IntStream.range(0, TITLES.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> cells(StreamReport stream) {
        return List.of(
                stream.dataType(),
                stream.state(),
                stream.inserted(),
                stream.updated(),
                stream.unchanged(),
                stream.deleted(),
                stream.parked(),
                stream.duration(),
                stream.rowsPerSecond());
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> aligned(row.get(column), widths[column], column < WORDS))
                .collect(Collectors.joining("  "));
    }

    private static String aligned(String cell, int width, boolean left) {
        String gap = " ".repeat(width - cell.length());
        return left ? cell + gap : gap + cell;
    }
}
