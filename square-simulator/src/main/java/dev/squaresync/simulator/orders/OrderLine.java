package dev.squaresync.simulator.orders;

/**
 * One line of an order, in the smallest unit of the order's currency.
 *
 * @param uid unique inside the order only
 * @param variation which of the shop's first variations was sold; -1 for a custom amount
 * @param quantity in thousandths
 * @param price of one, without modifier
 * @param modifier price of the modifier for one; 0 for none
 */
record OrderLine(String uid, int variation, long quantity, long price, long modifier, Rates rates) {
    private static final long THOUSANDTHS = 1000;

    /** @param discountPercent off the gross, @param taxPerMille on what is left */
    record Rates(int discountPercent, int taxPerMille) {}

    long gross() {
        return Math.round((price + modifier) * quantity / (double) THOUSANDTHS);
    }

    long discount() {
        return gross() * rates.discountPercent() / 100;
    }

    long tax() {
        return (gross() - discount()) * rates.taxPerMille() / THOUSANDTHS;
    }

    long total() {
        return gross() - discount() + tax();
    }

    /** As Square writes quantities: {@code 2}, {@code 1.70000}. */
    String quantityText() {
        if (quantity % THOUSANDTHS == 0) {
            return Long.toString(quantity / THOUSANDTHS);
        }
        return quantity / THOUSANDTHS + "." + "%03d".formatted(quantity % THOUSANDTHS) + "00";
    }
}
