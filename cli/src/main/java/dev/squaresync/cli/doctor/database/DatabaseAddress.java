package dev.squaresync.cli.doctor.database;

import dev.squaresync.cli.doctor.web.UserInfo;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Properties;

/**
 * An address of PostgreSQL as psql takes it: {@code postgresql://user:password@host:port/database?sslmode=require}.
 *
 * @param jdbcUrl without credentials
 */
record DatabaseAddress(String host, String jdbcUrl, Optional<UserInfo> login) {

    private static final int USUAL_PORT = 5432;

    /** Empty if it is none. */
    static Optional<DatabaseAddress> parse(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (!postgres || uri.getHost() == null) {
                return Optional.empty();
            }
            int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return Optional.of(new DatabaseAddress(
                    uri.getHost(),
                    "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query,
                    UserInfo.parse(uri.getRawUserInfo())));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** For the driver; nothing waits for longer than a person would. */
    Properties properties() {
        Properties properties = new Properties();
        login.ifPresent(found -> {
            properties.setProperty("user", found.user());
            properties.setProperty("password", found.password());
        });
        properties.setProperty("ApplicationName", "square-sync doctor");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "120");
        properties.setProperty("options", "-c statement_timeout=60s -c lock_timeout=5s");
        return properties;
    }

    /** The server runs on this machine, or seems to: a container's port looks the same. */
    boolean isOnThisMachine() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Without the login. */
    @Override
    public String toString() {
        return jdbcUrl.substring("jdbc:".length()).replaceFirst("\\?.*", "");
    }
}
