package dev.squaresync.cli.command;

import dev.squaresync.cli.api.AccessApi;
import dev.squaresync.cli.api.Tokens;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "revoke", description = "Let a program in no more.")
final class TokensRevokeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TOKEN", description = "The token's name or id.")
    private String nameOrId = "";

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    TokensRevokeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        AccessApi access = session.scheduler(options).access();
        Tokens.Token token = access.tokens().value().tokens().stream()
                .filter(known -> known.revokedAt() == null)
                .filter(known ->
                        known.name().equalsIgnoreCase(nameOrId) || known.id().equals(nameOrId))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no token " + nameOrId + " in force. See: tokens list"));
        access.revoke(token.id());
        session.done(options, "The token of " + token.name() + " is revoked.");
        return ExitCode.DONE;
    }
}
