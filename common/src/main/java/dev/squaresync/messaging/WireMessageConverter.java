package dev.squaresync.messaging;

import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageId;
import dev.squaresync.message.PageLink;
import dev.squaresync.message.Purpose;
import dev.squaresync.message.RawJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.support.converter.MessageConversionException;
import org.springframework.amqp.support.converter.MessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages as JSON, with the wire type in AMQP's {@code type} property.
 *
 * <p>A {@link PageFetched} is different: its body is Square's reply as it came, and what we say about it stands in a header.
 * So a page is neither parsed nor escaped on its way, and a dead letter shows what Square really sent.
 */
public final class WireMessageConverter implements MessageConverter {

    static final String PAGE_HEADER = "square-sync-page";

    private final JsonMapper json;

    public WireMessageConverter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Message toMessage(Object message, MessageProperties properties) {
        properties.setType(WireTypes.nameOf(message.getClass()));
        properties.setContentType(MessageProperties.CONTENT_TYPE_JSON);
        properties.setContentEncoding(StandardCharsets.UTF_8.name());
        properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
        if (message instanceof PageFetched page) {
            properties.setHeader(PAGE_HEADER, json.writeValueAsString(PageHeader.of(page)));
            return new Message(page.body().bytes(), properties);
        }
        return new Message(json.writeValueAsBytes(message), properties);
    }

    @Override
    public Object fromMessage(Message message) {
        String wireType = message.getMessageProperties().getType();
        Class<?> type = WireTypes.classOf(wireType);
        if (type == null) {
            throw new MessageConversionException("Unknown wire type '" + wireType + "'.");
        }
        try {
            return type == PageFetched.class ? page(message) : json.readValue(message.getBody(), type);
        } catch (JacksonException e) {
            throw new MessageConversionException("Not a readable " + wireType + ": " + e.getOriginalMessage(), e);
        }
    }

    private PageFetched page(Message message) {
        Object header = message.getMessageProperties().getHeader(PAGE_HEADER);
        if (header == null) {
            throw new MessageConversionException("A page without the header " + PAGE_HEADER + ".");
        }
        return json.readValue(header.toString(), PageHeader.class).with(RawJson.of(message.getBody()));
    }

    /** {@link PageFetched} without its body. */
    private record PageHeader(UUID fetchId, PageId page, Purpose purpose, PageLink link, Instant fetchedAt) {

        static PageHeader of(PageFetched page) {
            return new PageHeader(page.fetchId(), page.page(), page.purpose(), page.link(), page.fetchedAt());
        }

        PageFetched with(RawJson body) {
            return new PageFetched(fetchId, page, purpose, link, fetchedAt, body);
        }
    }
}
