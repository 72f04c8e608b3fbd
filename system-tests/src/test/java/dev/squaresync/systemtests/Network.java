package dev.squaresync.systemtests;

import dev.squaresync.localstack.stack.Port;
import dev.squaresync.localstack.stack.Service;
import dev.squaresync.localstack.stack.StackSettings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A proxy between each service and the broker, and between each service that has tables and the database. */
final class Network implements AutoCloseable {

    private static final List<Service> WITH_TABLES = List.of(Service.SCHEDULER, Service.WRITER, Service.NOTIFIER);

    private final Map<Service, TcpProxy> toBroker = new EnumMap<>(Service.class);
    private final Map<Service, TcpProxy> toDatabase = new EnumMap<>(Service.class);

    /** @param settings whose ports lead to the broker and the database */
    Network(StackSettings settings) {
        for (Service service : Service.values()) {
            toBroker.put(service, TcpProxy.to(settings.ports().of(Port.RABBITMQ)));
        }
        for (Service service : WITH_TABLES) {
            toDatabase.put(service, TcpProxy.to(settings.ports().of(Port.POSTGRES)));
        }
    }

    /** The same stack with every connection through a proxy, which notices silence within seconds instead of a minute. */
    StackSettings through(StackSettings settings) {
        StackSettings changed = settings.withVariable("SPRING_RABBITMQ_REQUESTED_HEARTBEAT", "4s");
        for (Map.Entry<Service, TcpProxy> proxy : toBroker.entrySet()) {
            String port = Integer.toString(proxy.getValue().port());
            changed = changed.withVariable(proxy.getKey(), "SPRING_RABBITMQ_PORT", port);
        }
        for (Map.Entry<Service, TcpProxy> proxy : toDatabase.entrySet()) {
            int port = proxy.getValue().port();
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/square_sync?socketTimeout=10";
            changed = changed.withVariable(proxy.getKey(), "SPRING_DATASOURCE_URL", url);
        }
        return changed;
    }

    TcpProxy toBroker(Service service) {
        return toBroker.get(service);
    }

    TcpProxy toDatabase(Service service) {
        return toDatabase.get(service);
    }

    void pass() {
        toBroker.values().forEach(TcpProxy::pass);
        toDatabase.values().forEach(TcpProxy::pass);
    }

    @Override
    public void close() {
        toBroker.values().forEach(TcpProxy::close);
        toDatabase.values().forEach(TcpProxy::close);
    }
}
