package dev.squaresync.scheduler.broker;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** RabbitMQ's HTTP API, as much of it as people are shown. */
class ManagementApi {

    private static final Logger LOG = LoggerFactory.getLogger(ManagementApi.class);

    /** A page waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String QUEUES = "/api/queues/{virtualHost}?columns=name,messages_ready,"
            + "messages_unacknowledged,consumers,message_stats.publish_details.rate,"
            + "message_stats.deliver_get_details.rate";

    private final BrokerSettings settings;
    private final String virtualHost;
    private final RestClient http;
    private final JsonMapper json = JsonMapper.builder().build();

    ManagementApi(BrokerSettings settings, String virtualHost) {
        this.settings = settings;
        this.virtualHost = virtualHost;
        this.http = client(settings);
    }

    private static RestClient client(BrokerSettings settings) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(PATIENCE);
        String url = settings.managementUrl();
        return RestClient.builder()
                .requestFactory(requests)
                .baseUrl(url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .defaultHeaders(
                        headers -> headers.setBasicAuth(settings.managementUsername(), settings.managementPassword()))
                .build();
    }

    /** By name. */
    List<QueueState> queues() throws BrokerNotReachable {
        if (settings.managementUrl().isEmpty()) {
            throw new BrokerNotReachable("The broker's queues are not shown: set SCHEDULER_RABBITMQ_MANAGEMENT_URL.");
        }
        try {
            return read(http.get().uri(QUEUES, virtualHost).retrieve().body(byte[].class));
        } catch (RestClientResponseException e) {
            throw new BrokerNotReachable(
                    "The broker's management API answered " + e.getStatusCode().value() + ".", e);
        } catch (RestClientException e) {
            LOG.debug("The broker's management API did not answer.", e);
            throw new BrokerNotReachable("The broker's management API does not answer.", e);
        } catch (JacksonException e) {
            throw new BrokerNotReachable("The broker's management API answered something that is not readable.", e);
        }
    }

    private List<QueueState> read(byte @Nullable [] body) throws BrokerNotReachable {
        JsonNode answer = json.readTree(body == null ? new byte[0] : body);
        if (!answer.isArray()) {
            throw new BrokerNotReachable("The broker's management API answered something that is not readable.");
        }
        List<QueueState> queues = new ArrayList<>();
        answer.forEach(queue -> queues.add(state(queue)));
        queues.sort(Comparator.comparing(QueueState::name));
        return List.copyOf(queues);
    }

    private static QueueState state(JsonNode queue) {
        JsonNode rates = queue.path("message_stats");
        return new QueueState(
                queue.path("name").asString(""),
                queue.path("messages_ready").asLong(0),
                queue.path("messages_unacknowledged").asLong(0),
                queue.path("consumers").asInt(0),
                rates.at("/publish_details/rate").asDouble(0),
                rates.at("/deliver_get_details/rate").asDouble(0));
    }
}
