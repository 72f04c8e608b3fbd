package dev.squaresync.cli.output;

import dev.squaresync.cli.api.DeadLetter;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Shows the beginning of a message, which may be a page of a thousand orders. */
final class PayloadView {

    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 200;

    private final Screen screen;
    private final JsonMapper json = JsonMapper.builder().build();

    PayloadView(Screen screen) {
        this.screen = screen;
    }

    void show(DeadLetter letter) {
        String payload = letter.payload();
        if (payload == null) {
            return;
        }
        List<String> lines = indented(payload).lines().toList();
        screen.line("");
        screen.line(
                letter.payloadBytes() == null ? "Payload:" : "Payload, " + Figures.bytes(letter.payloadBytes()) + ":");
        lines.stream().limit(MOST_LINES).map(PayloadView::cut).forEach(screen::line);
        if (lines.size() > MOST_LINES || lines.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
            screen.line("… this is the beginning; more with --json.");
        } else if (Boolean.TRUE.equals(letter.truncated())) {
            screen.line("… the scheduler shows no more; the whole is in scheduler.dead_letters.body.");
        }
    }

    private String indented(String payload) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(payload));
        } catch (JacksonException e) {
            return payload;
        }
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
