package dev.squaresync.localstack.command;

import dev.squaresync.localstack.stack.Endpoints;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a person finds everything. */
final class AddressTable {

    private final Endpoints endpoints;
    private final Path home;

    AddressTable(Endpoints endpoints, Path home) {
        this.endpoints = endpoints;
        this.home = home;
    }

    List<String> lines() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Scheduler (API)", endpoints.get("SCHEDULER_URL"));
        rows.put("  admin", endpoints.get("ADMIN_USER") + " / " + endpoints.get("ADMIN_PASSWORD"));
        rows.put("Database", endpoints.get("DATABASE_URL"));
        rows.put("RabbitMQ", endpoints.get("RABBITMQ_URL"));
        rows.put("  management", endpoints.get("RABBITMQ_MANAGEMENT_URL"));
        rows.put("Square API", endpoints.get("SQUARE_BASE_URL"));
        rows.put("Mails", endpoints.get("MAIL_DIR"));
        rows.put("Logs", home.resolve("logs").toString());
        rows.put("All of this", home.resolve("endpoints.env").toString());
        return rows.entrySet().stream()
                .map(row -> "  %-18s %s".formatted(row.getKey(), row.getValue()))
                .toList();
    }
}
