package dev.squaresync.localstack.bench;

import dev.squaresync.localstack.bench.Rounds.Result;
import dev.squaresync.localstack.bench.Rounds.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The table that a benchmark ends with, in Markdown. */
final class BenchReport {

    private static final double MOST_TIMES_COPY = 4;
    private static final double MOST_OF_HISTORY_WHEN_UNCHANGED = 0.5;
    private static final double MOST_TIMES_FOR_THREE_HISTORIES = 3.3;

    private final Result one;
    private final Result three;

    BenchReport(Result one, Result three) {
        this.one = one;
        this.three = three;
    }

    List<String> lines(List<BenchStack.Peak> peaksOfOne, List<BenchStack.Peak> peaksOfThree) {
        List<String> lines = new ArrayList<>();
        lines.add("| what | median (least to most) | aim | |");
        lines.add("|---|---|---|---|");
        lines.add(row(
                "COPY of the same rows, one connection", times(one, Round::copy).in(" s"), "", ""));
        lines.add(row(
                "(a) whole history, request to COMPLETED",
                times(one, Round::history).in(" s"),
                "",
                ""));
        lines.add(row("first sync of freshly started services", Seconds.of(one.cold()), "", ""));
        lines.add(limited("(a) in times of COPY", ratios(one, Round::history, Round::copy), MOST_TIMES_COPY));
        lines.add(row("(b) nothing changed", times(one, Round::unchanged).in(" s"), "", ""));
        lines.add(limited(
                "(b) as a share of (a)",
                ratios(one, Round::unchanged, Round::history),
                MOST_OF_HISTORY_WHEN_UNCHANGED));
        lines.add(row("(b) rows rewritten", Long.toString(one.rewritten()), "0", met(one.rewritten() == 0)));
        lines.add(
                row("(c) three times the history", times(three, Round::history).in(" s"), "", ""));
        lines.add(limited("(c) in times of (a)", threeToOne(), MOST_TIMES_FOR_THREE_HISTORIES));
        for (int i = 0; i < peaksOfOne.size(); i++) {
            BenchStack.Peak peak = peaksOfOne.get(i);
            lines.add(row(
                    "peak memory of the " + peak.service().name().toLowerCase(Locale.ROOT) + ", (a) and (c)",
                    peak.mebibytes() + " MiB, " + peaksOfThree.get(i).mebibytes() + " MiB",
                    "256 MiB of heap",
                    ""));
        }
        return lines;
    }

    /** The two stacks are measured one after the other, so only their medians can be compared. */
    private Spread threeToOne() {
        double ratio = times(three, Round::history).median()
                / times(one, Round::history).median();
        return new Spread(ratio, ratio, ratio);
    }

    private static Spread times(Result result, Function<Round, Duration> time) {
        return Spread.of(result.rounds().stream()
                .map(time)
                .map(duration -> duration.toMillis() / 1000.0)
                .toList());
    }

    private static Spread ratios(Result result, Function<Round, Duration> of, Function<Round, Duration> to) {
        return Spread.of(result.rounds().stream()
                .map(round -> Seconds.ratio(of.apply(round), to.apply(round)))
                .toList());
    }

    private static String limited(String what, Spread ratio, double most) {
        return row(what, ratio.in(""), "at most " + most, met(ratio.median() <= most));
    }

    private static String met(boolean met) {
        return met ? "met" : "missed";
    }

    private static String row(String what, String figure, String aim, String verdict) {
        return "| " + what + " | " + figure + " | " + aim + " | " + verdict + " |";
    }
}
