package dev.squaresync.dependency;

/** Something outside that a service cannot work without, such as its database. A service has one bean for each. */
public interface Dependency {

    /** As people call it, such as {@code PostgreSQL}. */
    String name();

    /** Whether a delivery that failed in this way failed because this is down, so that any other would fail as well. */
    boolean explains(Throwable failure);

    /** Whether nothing can be done while it is down. False: what needs it waits by itself, and the rest goes on. */
    default boolean pausesConsumers() {
        return true;
    }

    /** Returns if it works again. Only asked while it is down; must end within seconds. */
    void probe() throws Exception;
}
