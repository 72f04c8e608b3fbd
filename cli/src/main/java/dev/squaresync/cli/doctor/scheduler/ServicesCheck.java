package dev.squaresync.cli.doctor.scheduler;

import dev.squaresync.cli.connection.Surroundings;
import dev.squaresync.cli.doctor.Check;
import dev.squaresync.cli.doctor.Finding;
import dev.squaresync.cli.doctor.web.HttpAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Whether the services besides the scheduler live: by their addresses if known, else by their processes. */
public final class ServicesCheck implements Check {

    private static final List<String> SERVICES = List.of("fetcher", "writer", "notifier");

    private final Surroundings surroundings;

    public ServicesCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void examine(Consumer<Finding> findings) {
        SERVICES.forEach(service -> findings.accept(finding(service)));
    }

    private Finding finding(String service) {
        String name = service.toUpperCase(Locale.ROOT);
        return surroundings
                .value(name + "_URL")
                .map(url -> byAddress(service, url))
                .or(() -> surroundings.ofUp(name + "_PID").map(pid -> byProcess(service, pid)))
                .orElseGet(() -> Finding.notChecked(
                        service, "Its address is not known.", "Set " + name + "_URL to have its health looked at."));
    }

    private static Finding byAddress(String service, String url) {
        return HttpAddress.parse(url)
                .map(address -> new ServiceHealth(service).at(address.uri()))
                .orElseGet(() -> Finding.notChecked(
                        service, "Its address is not usable.", "Give one such as http://localhost:8081, or none."));
    }

    private static Finding byProcess(String service, String pid) {
        boolean alive = pid.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
        return alive
                ? Finding.ok(service, "Its process " + pid + " runs.")
                : Finding.problem(
                        service,
                        "Its process " + pid + " is gone.",
                        "Its log is in .local/logs; start all again: ./square-sync down, then ./square-sync up.");
    }
}
