package dev.squaresync.systemtests.histories;

import dev.squaresync.message.FetchPage;
import dev.squaresync.message.PageCommitted;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageId;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.messaging.WireMessageConverter;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.support.converter.MessageConversionException;
import tools.jackson.databind.json.JsonMapper;

/** Messages in the words of a trace: without ids that differ each time. */
final class Words {

    private static final WireMessageConverter CONVERTER =
            new WireMessageConverter(JsonMapper.builder().build());

    private Words() {}

    static Object read(Message message) {
        return CONVERTER.fromMessage(message);
    }

    static String of(Message message) {
        try {
            return ofMessage(read(message));
        } catch (MessageConversionException e) {
            return "unreadable " + message.getMessageProperties().getType();
        }
    }

    private static String ofMessage(Object message) {
        if (message instanceof SyncRequested request) {
            return "sync-requested " + request.dataType();
        }
        if (message instanceof StreamPlanned plan) {
            return "stream-planned " + plan.dataType() + " in "
                    + plan.partitions().size();
        }
        if (message instanceof FetchPage fetch) {
            return "fetch-page " + place(fetch.page()) + " at " + fetch.cursor();
        }
        if (message instanceof PageFetched page) {
            return "page-fetched " + place(page.page()) + " " + page.body().text();
        }
        if (message instanceof PageCommitted page) {
            return "page-committed " + place(page.page()) + " " + page.counts();
        }
        if (message instanceof SyncEnded ended) {
            return "sync-ended " + ended.state();
        }
        return message.getClass().getSimpleName();
    }

    private static String place(PageId page) {
        return page.dataType() + "/" + page.partitionId() + " scan " + page.scan() + " page " + page.number();
    }
}
