package dev.squaresync.fetcher.square;

/** Square lists no location at all; a shop has some, so this is no reason to believe that it has no data. */
public final class NoLocations extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    public NoLocations() {
        super(
                "Square lists no locations for this access token: check that it is the shop's own and has MERCHANT_PROFILE_READ.");
    }

    @Override
    public String code() {
        return "no-locations";
    }

    @Override
    public boolean mayHeal() {
        return false;
    }
}
