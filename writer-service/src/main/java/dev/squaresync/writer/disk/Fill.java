package dev.squaresync.writer.disk;

import org.springframework.util.unit.DataSize;

/**
 * How full something is.
 *
 * @param what it is, as the beginning of a sentence
 */
record Fill(String what, long usedBytes, long totalBytes) {

    int percent() {
        return (int) (100 * usedBytes / Math.max(1, totalBytes));
    }

    String inWords() {
        return what + " is " + percent() + " % full: " + size(totalBytes - usedBytes) + " of " + size(totalBytes)
                + " are left.";
    }

    private static String size(long bytes) {
        DataSize size = DataSize.ofBytes(Math.max(0, bytes));
        return size.toGigabytes() >= 10 ? size.toGigabytes() + " GB" : size.toMegabytes() + " MB";
    }
}
