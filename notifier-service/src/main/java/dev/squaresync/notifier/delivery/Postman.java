package dev.squaresync.notifier.delivery;

import dev.squaresync.dependency.Dependencies;
import dev.squaresync.message.NoticeSent;
import dev.squaresync.messaging.News;
import dev.squaresync.messaging.Topology;
import dev.squaresync.notifier.delivery.Channel.Telling;
import dev.squaresync.notifier.delivery.DeliveryTable.Waiting;
import dev.squaresync.notifier.report.ShopSettings;
import dev.squaresync.notifier.report.ShopTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers what is stored for a channel. A delivery is marked as sent in a transaction that commits after the other side has taken
 * it: a crash in between sends it a second time, with the same id, and never not at all.
 */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final DeliveryTable table;
    private final List<Channel> channels;
    private final DeliverySettings settings;
    private final ShopTime time;
    private final TransactionTemplate transaction;
    private final News news;
    private final Dependencies dependencies;
    private final Clock clock;

    Postman(
            DeliveryTable table,
            List<Channel> channels,
            DeliverySettings settings,
            ShopSettings shop,
            TransactionTemplate transaction,
            News news,
            Dependencies dependencies,
            Clock clock) {
        this.table = table;
        this.channels = channels;
        this.settings = settings;
        this.time = new ShopTime(shop.timeZone());
        this.transaction = transaction;
        this.news = news;
        this.dependencies = dependencies;
        this.clock = clock;
    }

    /** Delivers all that is due on the channel. */
    void deliver(Channel channel) {
        while (Boolean.TRUE.equals(transaction.execute(status -> deliverNext(channel)))) {
            LOG.trace("There may be more for {}.", channel.name());
        }
    }

    private boolean deliverNext(Channel channel) {
        Waiting waiting = table.lockNext(channel.name(), clock.instant()).orElse(null);
        if (waiting == null) {
            return false;
        }
        try {
            channel.send(new Telling(
                    waiting.thread(), waiting.number(), waiting.alert(), waiting.raisedAt(), late(channel, waiting)));
            table.sent(waiting.id(), clock.instant());
            notice(channel, waiting, NoticeSent.State.SENT, null);
            return true;
        } catch (NotDelivered e) {
            failed(channel, waiting, e);
            return !e.isOutage();
        }
    }

    private void failed(Channel channel, Waiting waiting, NotDelivered failure) {
        Instant now = clock.instant();
        String sentence = String.valueOf(failure.getMessage());
        Duration wait = failure.waitAskedFor();
        Instant next = now.plus(wait == null ? settings.wait(waiting.attempts() + 1) : wait);
        boolean givenUp = waiting.raisedAt().plus(settings.giveUpAfter()).isBefore(now);
        LOG.warn(
                "{}: \"{}\" {}",
                sentence,
                waiting.alert().headline(),
                givenUp ? "is given up." : "waits until " + next + ".");
        table.failed(waiting.id(), sentence, now, next, givenUp ? now : null);
        if (failure.isOutage()) {
            dependencies.explain(failure);
            table.holdBack(channel.name(), next);
        }
        if (firstFailure(waiting, now).plus(settings.fallbackAfter()).compareTo(now) <= 0) {
            askOthers(channel, waiting, now);
        }
        notice(channel, waiting, NoticeSent.State.FAILED, sentence);
    }

    private void askOthers(Channel failed, Waiting waiting, Instant now) {
        channels.stream()
                .filter(channel -> !channel.name().equals(failed.name()))
                .forEach(channel ->
                        table.insert(waiting.thread(), waiting.number(), channel.name(), waiting.alert(), now));
    }

    private static Instant firstFailure(Waiting waiting, Instant now) {
        return waiting.firstFailedAt() == null ? now : waiting.firstFailedAt();
    }

    private @Nullable String late(Channel channel, Waiting waiting) {
        Instant now = clock.instant();
        if (waiting.raisedAt().plus(settings.lateAfter()).isAfter(now)) {
            return null;
        }
        String to = time.at(now);
        return waiting.firstFailedAt() == null
                ? "Late: this came up at " + time.at(waiting.raisedAt()) + " and could not be told before " + to + "."
                : "Late: this came up at " + time.at(waiting.raisedAt()) + "; " + channel.name()
                        + " could not be delivered from " + time.at(waiting.firstFailedAt()) + " to " + to + ".";
    }

    private void notice(Channel channel, Waiting waiting, NoticeSent.State state, @Nullable String detail) {
        news.tell(
                Topology.NOTICE_SENT_KEY,
                new NoticeSent(
                        channel.name(),
                        waiting.alert().kind(),
                        waiting.alert().headline(),
                        waiting.alert().run() == null ? null : waiting.thread(),
                        state,
                        detail,
                        clock.instant()));
    }
}
