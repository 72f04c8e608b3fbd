package dev.squaresync.localstack.command;

import dev.squaresync.localstack.process.FreePorts;
import dev.squaresync.localstack.process.PortHolder;
import dev.squaresync.localstack.stack.Port;
import dev.squaresync.localstack.stack.StackSettings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks, before anything is started, whether what would stop the start half-way is in order. */
final class Preflight {

    private final StackSettings settings;

    Preflight(StackSettings settings) {
        this.settings = settings;
    }

    /** @throws UserMistake with a line for each port that is wanted twice or taken */
    void check() {
        wantedTwice();
        List<Port> taken = Arrays.stream(Port.values())
                .filter(port -> port != Port.SIMULATOR || settings.square().isEmpty())
                .filter(port -> !FreePorts.isFree(number(port)))
                .toList();
        if (!taken.isEmpty()) {
            throw new UserMistake(taken.stream().map(this::takenSentence).collect(Collectors.joining("\n")));
        }
    }

    private void wantedTwice() {
        Map<Integer, Port> owners = new HashMap<>();
        for (Port port : Port.values()) {
            Port other = owners.put(number(port), port);
            if (other != null) {
                throw new UserMistake("Port %d is wanted for %s and for %s: set %s or %s to another port."
                        .formatted(number(port), other.owner(), port.owner(), other.variable(), port.variable()));
            }
        }
    }

    private String takenSentence(Port port) {
        String holder = PortHolder.of(number(port))
                .map(process -> " by process " + process.pid()
                        + process.info()
                                .command()
                                .map(command -> " (" + command + ")")
                                .orElse(""))
                .orElse("");
        return "Port %d, wanted for %s, is taken%s: stop that, or set %s to another port."
                .formatted(number(port), port.owner(), holder, port.variable());
    }

    private int number(Port port) {
        return settings.ports().of(port);
    }
}
