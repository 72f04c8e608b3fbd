package dev.squaresync.cli.command;

/** Where a command gets a password from. Never from its arguments, which every process of the machine can read. */
final class Passwords {

    private Passwords() {}

    /** Throws {@link NotFound} if there is none, or if it was not typed the same twice. */
    static String ask(Session session, String question) {
        String password = session.prompt()
                .secret(question + ": ")
                .orElseThrow(() -> new NotFound("There is no password: type it, or give it as the standard input."));
        if (session.prompt().isPossible()) {
            String again = session.prompt().secret("Once more: ").orElse("");
            if (!again.equals(password)) {
                throw new NotFound("The passwords are not the same. Nothing has changed.");
            }
        }
        return password;
    }
}
