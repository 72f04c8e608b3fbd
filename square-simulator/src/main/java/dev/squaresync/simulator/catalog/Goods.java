package dev.squaresync.simulator.catalog;

import dev.squaresync.simulator.seed.Dice;
import java.util.List;

/** What the shop sells: names and prices as functions of the seed and the number of an item or variation. */
public final class Goods {
    private static final long ITEM_TOPIC = 41;
    private static final long VARIATION_TOPIC = 42;
    private static final List<String> MATERIALS =
            List.of("Linen", "Cotton", "Bamboo", "Copper", "Oak", "Ceramic", "Glass", "Wool", "Recycled", "Enamel");
    private static final List<String> THINGS = List.of(
            "Towel", "Mug", "Parasol", "Sandals", "Lantern", "Basket", "Picnic Blanket", "Bottle", "Hat", "Tote Bag");
    private static final List<String> VARIATIONS =
            List.of("Small", "Medium", "Large", "Regular", "Blue", "Sand", "12\" wide", "Größe M");
    private static final List<String> TRAPS = List.of(
            " \"Limited\" Edition",
            " ☀️🏖️",
            " <img src=x onerror=alert(1)>",
            " </script><script>alert('x')</script>",
            " O'Neill & Söhne",
            " \\ back\\slash",
            " =HYPERLINK(\"http://example.invalid\")",
            " line\nbreak\ttab");

    private final long seed;

    public Goods(long seed) {
        this.seed = seed;
    }

    public String itemName(int item) {
        Dice dice = Dice.of(seed, ITEM_TOPIC, item);
        String name = dice.pick(MATERIALS) + " " + dice.pick(THINGS);
        return item % 12 == 7 ? name + TRAPS.get(item / 12 % TRAPS.size()) : name + " No. " + (item + 1);
    }

    public String variationName(int variation) {
        return Dice.of(seed, VARIATION_TOPIC, variation).pick(VARIATIONS);
    }

    /** One to four, two and a half on average. */
    public int variationsOf(int item) {
        return 1 + Dice.of(seed, ITEM_TOPIC + 2, item).below(4);
    }

    /** In the smallest unit of the currency. One variation in 400 costs more than fits 32 bits. */
    public long price(int variation, int revision, String currency) {
        Dice dice = Dice.of(seed, VARIATION_TOPIC + 2, variation);
        long dollars = 2 + dice.below(78) + revision;
        if (variation % 400 == 211) {
            return 3_000_000_000L + dollars;
        }
        return currency.equals("JPY") ? dollars * 150 : dollars * 100 - dice.pick(List.of(1, 5, 50, 100));
    }
}
