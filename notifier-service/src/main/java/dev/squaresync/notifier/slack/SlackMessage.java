package dev.squaresync.notifier.slack;

import dev.squaresync.notifier.alert.Alert;
import dev.squaresync.notifier.alert.Severity;
import dev.squaresync.notifier.delivery.Channel.Telling;
import dev.squaresync.notifier.report.Links;
import dev.squaresync.notifier.report.OneLine;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An alert as Slack's blocks (docs.slack.dev, "Block Kit": a header has at most 150 characters, a section's text 3,000, a message 50
 * blocks). Text from outside goes in as plain text, which Slack does not read as markup.
 */
@Component
final class SlackMessage {

    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_TEXT = 2_900;
    private static final int MOST_PARTS = 20;

    private final Links links;
    private final JsonMapper json = JsonMapper.builder().build();

    SlackMessage(Links links) {
        this.links = links;
    }

    String json(Telling telling) {
        Alert alert = telling.alert();
        ObjectNode message = json.createObjectNode();
        // What notifications and screen readers say. It is read as markup, so what means something there is escaped.
        message.put("text", escaped(cut(title(alert), LONGEST_HEADER)));
        ArrayNode blocks = message.putArray("blocks");
        blocks.addObject().put("type", "header").set("text", plain(title(alert), LONGEST_HEADER));
        if (telling.late() != null) {
            section(blocks, telling.late());
        }
        section(blocks, sentences(alert.happened()));
        section(blocks, parts(alert));
        titled(blocks, "What it means for the data", alert.meaning());
        titled(blocks, "What the system does by itself", alert.bySystem());
        titled(blocks, "What you can do", alert.byReader());
        ObjectNode button =
                blocks.addObject().put("type", "actions").putArray("elements").addObject();
        button.put("type", "button")
                .put("url", links.to(alert.page()))
                .set("text", plain("Open in square-sync", LONGEST_HEADER));
        return json.writeValueAsString(message);
    }

    private static String title(Alert alert) {
        return mark(alert.severity()) + " " + alert.headline();
    }

    private static String mark(Severity severity) {
        return switch (severity) {
            case FAILURE -> "🔴";
            case WARNING -> "🟠";
            case RECOVERY -> "🟢";
            case REPORT -> "🔵";
        };
    }

    private void titled(ArrayNode blocks, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            section(blocks, title + ":\n" + sentences(sentences));
        }
    }

    private void section(ArrayNode blocks, String text) {
        if (!text.isBlank()) {
            blocks.addObject().put("type", "section").set("text", plain(text, LONGEST_TEXT));
        }
    }

    private static String sentences(List<String> sentences) {
        return String.join("\n", sentences);
    }

    private static String parts(Alert alert) {
        String parts = alert.parts().stream()
                .limit(MOST_PARTS)
                .map(part -> part.count() + "  " + OneLine.of(part.what(), LONGEST_HEADER))
                .collect(Collectors.joining("\n"));
        int more = alert.parts().size() - MOST_PARTS;
        return more > 0 ? parts + "\nand " + more + " more" : parts;
    }

    private ObjectNode plain(String text, int longest) {
        return json.createObjectNode()
                .put("type", "plain_text")
                .put("text", cut(text, longest))
                .put("emoji", false);
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
