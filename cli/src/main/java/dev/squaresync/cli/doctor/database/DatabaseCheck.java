package dev.squaresync.cli.doctor.database;

import dev.squaresync.cli.connection.Surroundings;
import dev.squaresync.cli.doctor.Check;
import dev.squaresync.cli.doctor.Finding;
import dev.squaresync.invariants.Invariants;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether PostgreSQL is well, and whether what must always hold does hold. The connection is a read-only one. */
public final class DatabaseCheck implements Check {

    private static final String POSTGRES = "PostgreSQL";

    private final Surroundings surroundings;
    private final Clock clock;

    public DatabaseCheck(Surroundings surroundings, Clock clock) {
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @Override
    public void examine(Consumer<Finding> findings) {
        Optional<String> setting = surroundings.value("DATABASE_URL");
        if (setting.isEmpty()) {
            findings.accept(Finding.notChecked(
                    POSTGRES,
                    "Its address is not known, so the invariants were not asked either.",
                    "Set DATABASE_URL, such as postgresql://user:password@localhost:5432/square_sync."));
            return;
        }
        DatabaseAddress.parse(setting.get())
                .ifPresentOrElse(
                        address -> ask(address, findings),
                        () -> findings.accept(Finding.problem(
                                POSTGRES,
                                "DATABASE_URL is no address of a PostgreSQL database.",
                                "Give one such as postgresql://user:password@localhost:5432/square_sync.")));
    }

    private void ask(DatabaseAddress address, Consumer<Finding> findings) {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.properties())) {
            connection.setReadOnly(true);
            probes(address).forEach(probe -> findings.accept(look(probe, connection)));
        } catch (SQLException e) {
            findings.accept(Finding.problem(
                    POSTGRES,
                    "Cannot connect to " + address + ": " + inOneLine(e),
                    "Start it, or set DATABASE_URL right. Until it is back the services wait and nothing is lost."));
        }
    }

    private static Finding look(DatabaseProbe probe, Connection connection) {
        try {
            return probe.look(connection);
        } catch (SQLException e) {
            return Finding.problem(
                    probe.name(),
                    "Could not be asked: " + inOneLine(e),
                    "Use a DATABASE_URL whose user may read the schemas scheduler, square and notifier, and run this"
                            + " again after every service has started once.");
        }
    }

    private List<DatabaseProbe> probes(DatabaseAddress address) {
        List<DatabaseProbe> probes = new ArrayList<>(List.of(
                new ServerProbe(address.toString()),
                new SchemaProbe("scheduler", "scheduler"),
                new SchemaProbe("square", "writer"),
                new SchemaProbe("notifier", "notifier"),
                new ClockProbe(clock),
                new DiskProbe(address.isOnThisMachine()),
                new ConnectionsProbe()));
        Invariants.all().stream().map(InvariantProbe::new).forEach(probes::add);
        return probes;
    }

    private static String inOneLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
