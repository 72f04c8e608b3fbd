package dev.squaresync.writer.mirror;

import java.util.List;

/**
 * A table that holds Square's objects, one a row.
 *
 * @param key its primary key; columns that are named as the fields of Square's that they hold
 * @param rank what orders the states of an object, highest is newest: expressions over the row {@code $}, never null; at
 *     least one
 * @param select SQL file that makes the table's columns from {@code raw} and {@code digest} of the relation {@code element}; each line of its
 *     select list ends in {@code as column}
 */
public record Table(String name, List<String> key, List<String> rank, String select) {}
