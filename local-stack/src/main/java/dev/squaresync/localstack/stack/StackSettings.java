package dev.squaresync.localstack.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a stack shall be.
 *
 * @param checkout the folder of the built repository
 * @param home where the stack keeps its state, logs and data
 * @param ports on which its parts listen
 * @param square Square itself; empty for the simulator
 * @param simulatorArguments added to the simulator's command line, for instance {@code --orders=1000}
 * @param serviceEnvironment variables for all services, and over them those of one service
 */
public record StackSettings(
        Path checkout,
        Path home,
        Ports ports,
        Optional<SquareAccess> square,
        List<String> simulatorArguments,
        ServiceEnvironment serviceEnvironment) {

    public StackSettings {
        simulatorArguments = List.copyOf(simulatorArguments);
    }

    /** A stack with the simulator, beside whatever else runs on this machine. */
    public static StackSettings inFolder(Path checkout, Path home) {
        return new StackSettings(
                checkout, home, Ports.free(), Optional.empty(), List.of(), ServiceEnvironment.nothing());
    }

    /** The size of the simulator's shop. */
    public StackSettings withOrders(int orders) {
        return withSimulatorArgument("--orders=" + orders);
    }

    public StackSettings withSimulatorArgument(String argument) {
        List<String> arguments = new ArrayList<>(simulatorArguments);
        arguments.add(argument);
        return new StackSettings(checkout, home, ports, square, arguments, serviceEnvironment);
    }

    /** The waits between a service's attempts at a message, for instance {@code 1s,2s}. */
    public StackSettings withRetryWaits(String waits) {
        return with(serviceEnvironment.and("SQUARE_SYNC_RETRY_WAITS", waits));
    }

    /** The shop's time zone, an IANA name. */
    public StackSettings withTimeZone(String timeZone) {
        return with(serviceEnvironment.and("SHOP_TIME_ZONE", timeZone));
    }

    /** A variable for all services. */
    public StackSettings withVariable(String name, String value) {
        return with(serviceEnvironment.and(name, value));
    }

    /** A variable for one service. */
    public StackSettings withVariable(Service service, String name, String value) {
        return with(serviceEnvironment.and(service, name, value));
    }

    private StackSettings with(ServiceEnvironment environment) {
        return new StackSettings(checkout, home, ports, square, simulatorArguments, environment);
    }

    /** Variables for all services, and over them those of one service. */
    public record ServiceEnvironment(Map<String, String> all, Map<Service, Map<String, String>> one) {

        public ServiceEnvironment {
            all = Map.copyOf(all);
            one = Map.copyOf(one);
        }

        public static ServiceEnvironment nothing() {
            return new ServiceEnvironment(Map.of(), Map.of());
        }

        public ServiceEnvironment and(String name, String value) {
            return new ServiceEnvironment(plus(all, name, value), one);
        }

        public ServiceEnvironment and(Service service, String name, String value) {
            Map<Service, Map<String, String>> changed = new HashMap<>(one);
            changed.put(service, plus(one.getOrDefault(service, Map.of()), name, value));
            return new ServiceEnvironment(all, changed);
        }

        Map<String, String> of(Service service) {
            Map<String, String> variables = new HashMap<>(all);
            variables.putAll(one.getOrDefault(service, Map.of()));
            return variables;
        }

        private static Map<String, String> plus(Map<String, String> map, String name, String value) {
            Map<String, String> changed = new HashMap<>(map);
            changed.put(name, value);
            return changed;
        }
    }
}
