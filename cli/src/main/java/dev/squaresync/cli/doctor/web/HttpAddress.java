package dev.squaresync.cli.doctor.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address of an HTTP API.
 *
 * @param uri without credentials
 * @param userInfo the credentials that stood in it, still percent-encoded; null: none
 */
public record HttpAddress(URI uri, @Nullable String userInfo) {

    /** Empty if it is no http or https address with a host. */
    public static Optional<HttpAddress> parse(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!http || uri.getHost() == null) {
                return Optional.empty();
            }
            URI bare = new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), null, null);
            return Optional.of(new HttpAddress(bare, uri.getRawUserInfo()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
