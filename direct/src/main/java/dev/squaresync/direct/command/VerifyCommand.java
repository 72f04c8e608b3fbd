package dev.squaresync.direct.command;

import dev.squaresync.direct.setting.Custom;
import dev.squaresync.direct.verify.LastSync;
import dev.squaresync.message.DataType;
import dev.squaresync.writer.mirror.ProofWindow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = {
            "Asks Square again and compares with the mirror: complete, or exactly which objects are missing, stale, surplus or"
                    + " altered by hand.",
            "Looks at what the mirror is said to hold: a change after the latest sync is no finding. Needs Square and"
                    + " PostgreSQL, and neither RabbitMQ nor the scheduler."
        },
        footer = {
            "",
            "Exit code 0: complete, or repaired; 3: not complete.",
            "",
            "Examples:",
            "  ./square-sync verify",
            "  ./square-sync verify --data-type orders --since 2026-06-01",
            "  ./square-sync verify --repair",
            "",
            "verify --run [--data-type TYPE]... [--repair] [--wait] lets the services do it, as a run that has a page."
        })
final class VerifyCommand implements Callable<Integer> {

    private static final int AT_ONCE = 4;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = "--data-type",
            paramLabel = "TYPE",
            description = "orders, catalog, categories, locations or inventory; can be repeated. Default: all.")
    private @Nullable List<String> dataTypes;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description =
                    "Orders that changed since a date in the shop's time zone (2026-01-31) or an instant. Default: the"
                            + " whole history.")
    private @Nullable String since;

    @Option(names = "--repair", description = "Make the mirror what Square has, object by object.")
    private boolean repair;

    @Option(names = "--json", description = "For scripts: one JSON document on standard output.")
    private boolean json;

    private final Desk desk;

    VerifyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Workshop workshop = Workshop.open(desk, true, AT_ONCE)) {
            TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(workshop.source()));
            return new Verify(desk, workshop, transaction, AT_ONCE).run(windows(workshop), repair, json);
        }
    }

    private SortedMap<DataType, ProofWindow> windows(Workshop workshop) {
        Instant now = workshop.clock().instant().truncatedTo(ChronoUnit.MICROS);
        Instant from = since == null ? null : workshop.times().read("--since", since);
        Map<String, Custom> customs = workshop.customs().find(RequestReader.ALL);
        LastSync lastSync = new LastSync(workshop.database(), workshop.clock(), workshop.overlap());
        SortedMap<DataType, ProofWindow> windows = new TreeMap<>();
        for (String type : dataTypes == null ? RequestReader.ALL : dataTypes) {
            if (!RequestReader.ALL.contains(type)) {
                throw new CommandFailed(
                        ExitCode.USAGE,
                        "There is no data type '" + type + "': it is one of " + String.join(", ", RequestReader.ALL)
                                + ".");
            }
            DataType dataType = DataType.of(type);
            Custom custom = customs.get(type);
            Instant known = custom == null ? null : custom.completeUpTo();
            Instant upTo = known == null ? lastSync.completeUpTo(dataType).orElse(now) : known;
            windows.put(
                    dataType,
                    new ProofWindow(
                            type.equals("orders") ? from : null,
                            upTo,
                            now,
                            workshop.times().zoneOrUtc()));
        }
        return windows;
    }
}
