package dev.squaresync.localstack.command;

import dev.squaresync.localstack.stack.Ports;
import dev.squaresync.localstack.stack.SquareAccess;
import dev.squaresync.localstack.stack.StackSettings;
import dev.squaresync.localstack.stack.StackSettings.ServiceEnvironment;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts everything on this machine, runs the first sync, and stays until Ctrl-C.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything runs and the sync is complete",
            "1:something did not start; nothing is left running",
            "2:wrong usage",
            "3:some data types failed; with --detach everything still runs, to be looked at",
            "4:the sync failed; with --detach everything still runs, to be looked at"
        })
final class UpCommand implements Callable<Integer> {

    /** Variables of the shell and of .env that are meant for the services, not for this program. */
    private static final List<String> FOR_SERVICES =
            List.of("SQUARE_SYNC_RETRY_", "SQUARE_REQUESTS_", "NOTIFIER_", "SLACK_");

    @Option(names = "--detach", description = "Return after the sync, and leave everything running.")
    private boolean detach;

    @Option(names = "--no-sync", description = "Start everything, but run no sync.")
    private boolean noSync;

    @Option(names = "--orders", paramLabel = "N", description = "How many orders the simulated shop has (30391).")
    private @Nullable Integer orders;

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "The shop's, for instance Europe/Berlin.")
    private @Nullable String timeZone;

    @Override
    public Integer call() {
        StackSettings settings = settings(System.getenv());
        return new Start(settings, Screen.standard()).run(detach, !noSync);
    }

    private StackSettings settings(Map<String, String> environment) {
        try {
            Optional<SquareAccess> square = SquareAccess.from(environment);
            if (square.isPresent() && orders != null) {
                throw new UserMistake("--orders is the size of the simulated shop, but SQUARE_ACCESS_TOKEN is set.");
            }
            StackSettings settings = new StackSettings(
                    Checkout.current().folder(),
                    Checkout.current().home(),
                    Ports.usual(environment),
                    square,
                    simulatorArguments(),
                    forServices(environment));
            return settings.withTimeZone(zone(environment));
        } catch (IllegalArgumentException wrongVariable) {
            throw new UserMistake(String.valueOf(wrongVariable.getMessage()));
        }
    }

    private List<String> simulatorArguments() {
        if (orders == null) {
            return List.of();
        }
        if (orders < 0) {
            throw new UserMistake("--orders must be 0 or more.");
        }
        return List.of("--orders=" + orders);
    }

    private static ServiceEnvironment forServices(Map<String, String> environment) {
        ServiceEnvironment passed = ServiceEnvironment.nothing();
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (FOR_SERVICES.stream().anyMatch(variable.getKey()::startsWith)) {
                passed = passed.and(variable.getKey(), variable.getValue());
            }
        }
        return passed;
    }

    private String zone(Map<String, String> environment) {
        String name = timeZone == null ? environment.getOrDefault("SHOP_TIME_ZONE", "") : timeZone;
        try {
            return name.isBlank()
                    ? ZoneId.systemDefault().getId()
                    : ZoneId.of(name.strip()).getId();
        } catch (DateTimeException e) {
            throw new UserMistake("\"" + name + "\" is not a time zone; an example of one is Europe/Berlin.");
        }
    }
}
