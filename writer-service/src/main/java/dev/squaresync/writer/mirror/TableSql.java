package dev.squaresync.writer.mirror;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the words in braces of an SQL file for one table. */
final class TableSql {

    private static final Pattern WORD = Pattern.compile("\\{(\\w[\\w ]*)(?:\\.(\\w[\\w ]*))?}");
    /** Columns that are more than what their own raw says. */
    private static final Set<String> NOT_PLAIN = Set.of("raw", "digest", "deleted_at");

    private static final Pattern RANKING = Pattern.compile("\\$\\.(\\w+)");
    private static final Pattern COLUMN = Pattern.compile(" as (\\w+),?$", Pattern.MULTILINE);

    private final Table table;
    private final String select;
    private final List<String> columns;

    TableSql(Table table) {
        this.table = table;
        this.select = SqlFile.read(table.select());
        this.columns =
                COLUMN.matcher(select).results().map(column -> column.group(1)).toList();
    }

    String of(String file) {
        return WORD.matcher(SqlFile.read(file)).replaceAll(word -> Matcher.quoteReplacement(meaning(word)));
    }

    private String meaning(MatchResult word) {
        return switch (word.group(1)) {
            case "objects" -> select;
            case "table" -> table.name();
            case "key" -> list(table.key());
            case "key arrays" ->
                list(table.key().stream()
                        .map(column -> "cast(:" + column + " as text[])")
                        .toList());
            case "object id" -> "concat_ws(':', " + list(table.key()) + ")";
            case "columns" -> list(columns);
            case "assignments" ->
                list(columns.stream()
                        .map(column -> column + " = excluded." + column)
                        .toList());
            case "restored columns" ->
                list(columns.stream()
                        .map(column -> (column.equals("deleted_at") ? "state." : "object.") + column)
                        .toList());
            case "rank columns" ->
                RANKING.matcher(String.join(" ", table.rank()))
                        .results()
                        .map(column -> column.group(1) + " = null,")
                        .collect(joining(" "));
            case "rank descending" ->
                list(rankOf("object").stream().map(rank -> rank + " desc").toList());
            default -> ofRow(word.group(1), word.group(2));
        };
    }

    private String ofRow(String row, String what) {
        return switch (what) {
            case "key" ->
                list(table.key().stream().map(column -> row + "." + column).toList());
            case "rank" -> list(rankOf(row));
            case "plain columns" ->
                list(columns.stream()
                        .filter(column -> !NOT_PLAIN.contains(column))
                        .map(column -> row + "." + column)
                        .toList());
            default -> throw new IllegalStateException("There is no word for " + what + " of a row");
        };
    }

    private List<String> rankOf(String row) {
        return table.rank().stream().map(rank -> rank.replace("$", row)).toList();
    }

    private static String list(List<String> parts) {
        return parts.stream().collect(joining(", "));
    }
}
