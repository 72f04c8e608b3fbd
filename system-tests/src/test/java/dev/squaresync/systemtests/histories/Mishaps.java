package dev.squaresync.systemtests.histories;

/** Decides what goes wrong, until it is told that nothing may any more. */
final class Mishaps {

    private final Dice dice;
    private final Trace trace;
    private final double rate;
    private boolean over;

    /** @param rate how likely any one thing is to go wrong, such as 0.05 */
    Mishaps(Dice dice, Trace trace, double rate) {
        this.dice = dice;
        this.trace = trace;
        this.rate = rate;
    }

    void end() {
        over = true;
        trace.add("from here on nothing goes wrong");
    }

    boolean areOver() {
        return over;
    }

    /** The process that gets here may die of it. */
    void killPoint(String where) {
        if (happens(0.5)) {
            trace.add("  dies " + where);
            throw new ProcessDied(where);
        }
    }

    /** @param weight 1: as likely as most other things */
    boolean happens(double weight) {
        return !over && dice.chance(rate * weight);
    }
}
