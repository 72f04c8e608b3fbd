package dev.squaresync.simulator.seed;

import java.util.OptionalLong;

/**
 * Ids that look as opaque as Square's and can still be turned back into the number of their object, so that reading an
 * object by its id needs no index.
 */
public final class SquareIds {
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int NUMBER_CHARS = 13;
    private static final int ID_CHARS = 24;
    private static final int ROUNDS = 4;
    private static final long KIND_BITS = 8;

    private final long seed;

    public SquareIds(long seed) {
        this.seed = Dice.mix(seed);
    }

    /** The id, 24 capital letters and digits, of the object of this kind and number. */
    public String id(IdKind kind, long number) {
        char[] id = new char[ID_CHARS];
        long scrambled = scramble(number << KIND_BITS | kind.ordinal());
        write(scrambled, id, 0, NUMBER_CHARS);
        write(Dice.mix(scrambled ^ seed), id, NUMBER_CHARS, ID_CHARS);
        return new String(id);
    }

    /** The number of the object with this id; empty if the id is not one of this shop's ids of this kind. */
    public OptionalLong number(IdKind kind, String id) {
        if (id.length() != ID_CHARS) {
            return OptionalLong.empty();
        }
        long scrambled = 0;
        for (int at = NUMBER_CHARS - 1; at >= 0; at--) {
            scrambled = scrambled << 5 | valueOf(id.charAt(at));
        }
        long plain = unscramble(scrambled);
        long number = plain >>> KIND_BITS;
        return id(kind, number).equals(id) ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private static void write(long value, char[] target, int from, int to) {
        long rest = value;
        for (int at = from; at < to; at++) {
            target[at] = ALPHABET[(int) (rest & 31)];
            rest >>>= 5;
        }
    }

    private static int valueOf(char letter) {
        for (int value = 0; value < ALPHABET.length; value++) {
            if (ALPHABET[value] == letter) {
                return value;
            }
        }
        return 0;
    }

    /** A Feistel network: whatever the round function, running the rounds backwards gives the input again. */
    private long scramble(long plain) {
        long left = plain >>> 32;
        long right = plain & 0xFFFFFFFFL;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ roundOf(right, round);
            left = right;
            right = next;
        }
        return left << 32 | right;
    }

    private long unscramble(long scrambled) {
        long left = scrambled >>> 32;
        long right = scrambled & 0xFFFFFFFFL;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            long previous = right ^ roundOf(left, round);
            right = left;
            left = previous;
        }
        return left << 32 | right;
    }

    private long roundOf(long half, int round) {
        return Dice.mix(half + seed + round) & 0xFFFFFFFFL;
    }
}
