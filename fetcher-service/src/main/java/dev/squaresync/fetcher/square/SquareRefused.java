package dev.squaresync.fetcher.square;

/** Square answered, and asking the same again would be answered the same. */
public final class SquareRefused extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    private final String code;

    public SquareRefused(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public boolean mayHeal() {
        return false;
    }
}
