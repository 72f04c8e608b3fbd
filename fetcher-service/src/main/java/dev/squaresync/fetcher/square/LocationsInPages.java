package dev.squaresync.fetcher.square;

/**
 * Square's list of locations came with a cursor. It is documented to come whole; going on with the locations of the first page
 * would lose the orders of all others in silence.
 */
public final class LocationsInPages extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    public LocationsInPages() {
        super("Square lists the locations in several pages, which this version cannot read: nothing was planned,"
                + " so that no location is left out.");
    }

    @Override
    public String code() {
        return "locations-in-pages";
    }

    @Override
    public boolean mayHeal() {
        return true;
    }
}
