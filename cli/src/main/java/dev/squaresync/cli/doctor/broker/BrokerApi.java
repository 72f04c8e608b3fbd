package dev.squaresync.cli.doctor.broker;

import dev.squaresync.cli.connection.Surroundings;
import dev.squaresync.cli.doctor.web.HttpAddress;
import dev.squaresync.cli.doctor.web.JsonApi;
import dev.squaresync.cli.doctor.web.NoAnswer;
import dev.squaresync.cli.doctor.web.Reply;
import dev.squaresync.cli.doctor.web.UserInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** RabbitMQ's management API, with the credentials and the virtual host that the services use. */
final class BrokerApi {

    private static final String MANAGEMENT = "RABBITMQ_MANAGEMENT_URL";

    private final JsonApi api;
    private final String virtualHost;

    private BrokerApi(JsonApi api, String virtualHost) {
        this.api = api;
        this.virtualHost = virtualHost;
    }

    /** Empty if its address or the credentials are not known. */
    static Optional<BrokerApi> find(Surroundings surroundings) {
        Optional<URI> broker = surroundings.beside(MANAGEMENT, "RABBITMQ_URL").flatMap(BrokerApi::uri);
        return surroundings
                .value(MANAGEMENT)
                .flatMap(HttpAddress::parse)
                .flatMap(address -> UserInfo.parse(address.userInfo())
                        .or(() -> broker.flatMap(uri -> UserInfo.parse(uri.getRawUserInfo())))
                        .map(login -> new BrokerApi(
                                JsonApi.withPassword(address.uri(), login.user(), login.password()),
                                broker.map(BrokerApi::virtualHost).orElse("/"))));
    }

    URI address() {
        return api.base();
    }

    Reply overview() throws NoAnswer {
        return api.get("api/overview");
    }

    Reply nodes() throws NoAnswer {
        return api.get("api/nodes");
    }

    Reply queues() throws NoAnswer {
        return api.get("api/queues/" + URLEncoder.encode(virtualHost, StandardCharsets.UTF_8));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text.strip()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** RabbitMQ's own rule: the path without its slash, decoded; without a path the default one. */
    private static String virtualHost(URI broker) {
        String path = broker.getRawPath();
        return path == null || path.length() < 2 ? "/" : UserInfo.decoded(path.substring(1));
    }
}
