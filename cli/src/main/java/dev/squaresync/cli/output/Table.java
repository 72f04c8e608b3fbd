package dev.squaresync.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of equal columns, two spaces between them: words to the left, figures to the right. */
final class Table {

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /**
     * A column.
     *
     * @param kind how it is shown
     */
    record Column(String title, Kind kind) {

        static Column words(String title) {
            return new Column(title, Kind.WORDS);
        }

        static Column figures(String title) {
            return new Column(title, Kind.FIGURES);
        }

        static Column states(String title) {
            return new Column(title, Kind.STATES);
        }
    }

    enum Kind {
        WORDS,
        FIGURES,
        STATES
    }

    void row(String... cells) {
        rows.add(List.of(cells).stream().map(Screen::plain).toList());
    }

    void print(Screen screen) {
        int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        screen.readyLine(line(columns.stream().map(Column::title).toList(), widths, null));
        rows.forEach(row -> screen.readyLine(line(row, widths, screen)));
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(columns.get(column).title().length()),
                        rows.stream().mapToInt(row -> row.get(column).length()))
                .max()
                .orElseThrow();
    }

    private String line(List<String> cells, int[] widths, @Nullable Screen coloured) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> cell(cells.get(i), widths[i], columns.get(i).kind(), coloured))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String cell(String text, int width, Kind kind, @Nullable Screen coloured) {
        String gap = " ".repeat(width - text.length());
        if (kind == Kind.FIGURES) {
            return gap + text;
        }
        return (kind == Kind.STATES && coloured != null ? coloured.state(text, text) : text) + gap;
    }
}
