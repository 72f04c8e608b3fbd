package dev.squaresync.scheduler.access;

/**
 * What is needed to let somebody in.
 *
 * @param name as it is stored, whatever case was typed
 */
public record StoredPassword(String name, Role role, String hash) {

    /** Without the hash. */
    @Override
    public String toString() {
        return "StoredPassword[name=" + name + "]";
    }
}
