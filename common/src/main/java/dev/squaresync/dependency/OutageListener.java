package dev.squaresync.dependency;

/** Is told what happens to the dependencies; one call at a time. */
public interface OutageListener {

    /** It has just gone down. */
    void began(Outage outage);

    /** It is still down; called from time to time. */
    void goesOn(Outage outage);

    /** It is back. */
    void ended(Outage outage);
}
