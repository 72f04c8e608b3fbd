package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.access.IssuedToken;
import dev.squaresync.scheduler.access.Token;
import dev.squaresync.scheduler.access.Tokens;
import dev.squaresync.scheduler.api.problem.NotThere;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tokens of programs, beside the one of the settings. */
@RestController
@RequestMapping("/api/tokens")
class TokenController {

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    record TokenBody(
            UUID id,
            String name,
            String role,
            Instant createdAt,
            String createdBy,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy) {

        static TokenBody of(Token token) {
            return new TokenBody(
                    token.id(),
                    token.name(),
                    token.role().word(),
                    token.createdAt(),
                    token.createdBy(),
                    token.lastUsedAt(),
                    token.revokedAt(),
                    token.revokedBy());
        }
    }

    record TokensBody(List<TokenBody> tokens) {}

    /** @param token what the program must send; not to be had again */
    record IssuedBody(UUID id, String name, String role, Instant createdAt, String createdBy, String token) {

        static IssuedBody of(IssuedToken issued) {
            TokenBody known = TokenBody.of(issued.token());
            return new IssuedBody(
                    known.id(), known.name(), known.role(), known.createdAt(), known.createdBy(), issued.secret());
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "IssuedBody[id=" + id + "]";
        }
    }

    record NewToken(@Nullable String name, @Nullable String role) {}

    @GetMapping
    TokensBody all() {
        return new TokensBody(tokens.all().stream().map(TokenBody::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssuedBody create(@RequestBody NewToken asked, Principal principal) {
        return IssuedBody.of(tokens.create(asked.name(), asked.role(), principal.getName()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, Principal principal) {
        if (!tokens.revoke(id(id), principal.getName())) {
            throw noSuchToken(id);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw noSuchToken(text);
        }
    }

    private static NotThere noSuchToken(String id) {
        return new NotThere("There is no token " + id + " in force.");
    }
}
