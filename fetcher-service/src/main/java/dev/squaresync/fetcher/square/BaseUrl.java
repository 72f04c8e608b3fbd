package dev.squaresync.fetcher.square;

import dev.squaresync.settings.InvalidSetting;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the requests go, and the access token with them: so only to addresses that can be meant. */
record BaseUrl(String url) {

    /** Where clouds hand out credentials to whoever asks from inside; 169.254.0.0/16 is refused as a whole. */
    private static final Set<String> METADATA_HOSTS =
            Set.of("metadata", "metadata.google.internal", "100.100.100.200", "[fd00:ec2::254]", "[fd20:ce::254]");

    /**
     * @param setting null or empty: the environment's own address
     * @throws InvalidSetting if it is no address for Square
     */
    static BaseUrl of(@Nullable String setting, SquareEnvironment environment) {
        if (setting == null || setting.isBlank()) {
            return new BaseUrl(environment.url());
        }
        URI uri = parsed(setting.strip());
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        InetAddress address = literal(host);
        requireNoMetadata(host, address);
        requireEncryption(uri, host, address);
        return new BaseUrl(uri.toString());
    }

    private static URI parsed(String setting) {
        URI uri;
        try {
            uri = new URI(setting);
        } catch (URISyntaxException e) {
            throw refused("it is no URL");
        }
        if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw refused("it must start with https://");
        }
        if (uri.getHost() == null) {
            throw refused("it names no host");
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw refused("it may hold a host, a port and a path, but no user, query or fragment");
        }
        return uri;
    }

    private static void requireNoMetadata(String host, @Nullable InetAddress address) {
        boolean linkLocal = address != null && address.isLinkLocalAddress();
        if (linkLocal || METADATA_HOSTS.contains(host)) {
            throw refused("a cloud's metadata service or another link-local address is not Square");
        }
    }

    private static void requireEncryption(URI uri, String host, @Nullable InetAddress address) {
        boolean loopback = host.equals("localhost") || (address != null && address.isLoopbackAddress());
        if ("http".equalsIgnoreCase(uri.getScheme()) && !loopback) {
            throw refused("the access token would travel unencrypted; plain http:// is for this machine only");
        }
    }

    /** The address that the host spells out; null if it is a name. */
    private static @Nullable InetAddress literal(String host) {
        String lastLabel = host.substring(host.lastIndexOf('.') + 1);
        boolean name = !host.startsWith("[") && !lastLabel.matches("\\d+|0x[0-9a-f]*");
        if (name) {
            return null;
        }
        if (!host.startsWith("[") && !host.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            throw refused("write the IP address as four decimal numbers");
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw refused("it holds no valid IP address");
        }
    }

    private static InvalidSetting refused(String why) {
        return new InvalidSetting("SQUARE_BASE_URL is refused: " + why + ". Leave it empty to use Square itself.");
    }
}
