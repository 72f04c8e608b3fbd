package dev.squaresync.direct.command;

import dev.squaresync.fetcher.square.Window;
import dev.squaresync.message.DataType;
import java.util.SortedMap;

/**
 * What is to be read.
 *
 * @param asked what was asked for, in one form, whenever it is asked
 */
record Request(String asked, SortedMap<DataType, Window> windows) {}
