package dev.squaresync.localstack.bench;

import java.util.List;
import java.util.Locale;

/** The middle and the ends of some figures. */
record Spread(double least, double median, double most) {

    static Spread of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(sorted.size() - 1));
    }

    String in(String unit) {
        return String.format(Locale.ROOT, "%.2f%s (%.2f to %.2f)", median, unit, least, most);
    }
}
