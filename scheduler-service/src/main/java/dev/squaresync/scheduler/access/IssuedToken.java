package dev.squaresync.scheduler.access;

/**
 * A token that has just been made.
 *
 * @param secret what the program must send; shown this once
 */
public record IssuedToken(Token token, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "IssuedToken[token=" + token + "]";
    }
}
