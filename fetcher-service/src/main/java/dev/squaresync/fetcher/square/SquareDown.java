package dev.squaresync.fetcher.square;

/** Square has failed so often that it is not asked for now: whatever was to be read would fail as well. */
public final class SquareDown extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    /** @param lastFailure a sentence: how the last request failed */
    SquareDown(String lastFailure, RuntimeException cause) {
        super("Square is down. " + lastFailure, cause);
    }

    @Override
    public String code() {
        return "square-down";
    }

    @Override
    public boolean mayHeal() {
        return true;
    }
}
