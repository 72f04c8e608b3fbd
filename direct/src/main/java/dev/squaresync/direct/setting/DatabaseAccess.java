package dev.squaresync.direct.setting;

import dev.squaresync.settings.InvalidSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * How the mirror's database is reached, as the writer's role.
 *
 * @param url for JDBC
 * @param password a secret
 */
public record DatabaseAccess(String url, String user, String password) {

    /**
     * The variables of the writer service, else what {@code ./square-sync up} wrote.
     *
     * @throws InvalidSetting if neither says where the database is
     */
    public static DatabaseAccess of(Surroundings surroundings) {
        Optional<String> url = surroundings.ofEnvironment("SPRING_DATASOURCE_URL");
        if (url.isPresent()) {
            return new DatabaseAccess(
                    url.get(),
                    surroundings.ofEnvironment("SPRING_DATASOURCE_USERNAME").orElse("writer"),
                    surroundings.ofEnvironment("SPRING_DATASOURCE_PASSWORD").orElse(""));
        }
        return surroundings
                .value("WRITER_DATABASE_URL")
                .map(DatabaseAccess::parse)
                .orElseThrow(() -> new InvalidSetting("Nothing says where the database is: set SPRING_DATASOURCE_URL,"
                        + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to those of the writer"
                        + " (on the desk, ./square-sync up makes one)."));
    }

    /** What every connection is told; nothing waits for ever. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("currentSchema", "square");
        properties.setProperty("ApplicationName", "square-sync direct");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "120");
        properties.setProperty("tcpKeepAlive", "true");
        // The server's details quote rows.
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    private static DatabaseAccess parse(String text) {
        try {
            URI uri = new URI(text.strip());
            String login = uri.getRawUserInfo();
            if (uri.getHost() != null && login != null && login.contains(":")) {
                int port = uri.getPort() < 0 ? 5432 : uri.getPort();
                return new DatabaseAccess(
                        "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath(),
                        decoded(login.substring(0, login.indexOf(':'))),
                        decoded(login.substring(login.indexOf(':') + 1)));
            }
        } catch (URISyntaxException e) {
            // Said below, without the text: it holds a password.
        }
        throw new InvalidSetting(
                "WRITER_DATABASE_URL is no address such as postgresql://user:password@host:5432/square_sync.");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }
}
