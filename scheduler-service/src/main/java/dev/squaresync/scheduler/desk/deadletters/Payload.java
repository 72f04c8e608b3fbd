package dev.squaresync.scheduler.desk.deadletters;

import dev.squaresync.scheduler.deadletter.DeadLetterContent;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message's body as people read it: JSON with a line for each field. All of it is there, numbers as they were written, so
 * that what is seen is what was sent.
 *
 * @param head the first lines
 * @param rest the other lines; null: there are none
 * @param restLines how many the other lines are
 * @param bytes the size of the whole body
 * @param cut the body goes on after what is shown
 */
public record Payload(String head, @Nullable String rest, int restLines, long bytes, boolean cut) {

    /** What fits a screen. */
    private static final int HEAD_LINES = 24;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter PRETTY = JSON.writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(TWO_SPACES).withArrayIndenter(TWO_SPACES));

    static Payload of(DeadLetterContent content) {
        String text = content.truncated() ? content.payload() : pretty(content.payload());
        List<String> lines = text.lines().toList();
        // A rest of a line or two is not worth a click.
        int head = lines.size() <= HEAD_LINES + 4 ? lines.size() : HEAD_LINES;
        return new Payload(
                String.join("\n", lines.subList(0, head)),
                head == lines.size() ? null : String.join("\n", lines.subList(head, lines.size())),
                lines.size() - head,
                content.payloadBytes(),
                content.truncated());
    }

    public boolean isEmpty() {
        return bytes == 0;
    }

    private static String pretty(String text) {
        StringWriter pretty = new StringWriter(2 * text.length());
        try (JsonParser in = JSON.createParser(text);
                JsonGenerator out = PRETTY.createGenerator(pretty)) {
            while (in.nextToken() != null) {
                out.copyCurrentEventExact(in);
            }
        } catch (JacksonException e) {
            return text;
        }
        return pretty.toString();
    }
}
