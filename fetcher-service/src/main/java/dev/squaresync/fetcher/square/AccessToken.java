package dev.squaresync.fetcher.square;

import dev.squaresync.settings.InvalidSetting;
import org.jspecify.annotations.Nullable;

/** The key to the shop's data. Shown nowhere. */
final class AccessToken {

    private final String secret;

    private AccessToken(String secret) {
        this.secret = secret;
    }

    /**
     * @throws InvalidSetting if there is none or it cannot be one
     */
    static AccessToken of(@Nullable String setting) {
        if (setting == null || setting.isBlank()) {
            throw new InvalidSetting("No access token for Square: set SQUARE_ACCESS_TOKEN"
                    + " (Square Developer Console, your application, Credentials).");
        }
        String secret = setting.strip();
        if (!secret.matches("[\\x21-\\x7e]+")) {
            throw new InvalidSetting("SQUARE_ACCESS_TOKEN holds spaces or unusual characters: copy it again.");
        }
        return new AccessToken(secret);
    }

    String secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "an access token";
    }
}
