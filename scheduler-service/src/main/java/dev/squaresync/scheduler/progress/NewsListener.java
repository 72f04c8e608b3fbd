package dev.squaresync.scheduler.progress;

import dev.squaresync.message.DeliveryRetried;
import dev.squaresync.message.NoticeSent;
import dev.squaresync.message.WorkerSeen;
import dev.squaresync.scheduler.notice.Notices;
import dev.squaresync.scheduler.run.Retries;
import dev.squaresync.scheduler.worker.Workers;
import org.springframework.amqp.rabbit.annotation.RabbitHandler;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/** Hears what the services tell for people to see. */
@Component
@RabbitListener(queues = "#{T(dev.squaresync.messaging.Topology).NEWS.name()}", containerFactory = "newsReaders")
class NewsListener {

    private final Workers workers;
    private final Retries retries;
    private final Notices notices;

    NewsListener(Workers workers, Retries retries, Notices notices) {
        this.workers = workers;
        this.retries = retries;
        this.notices = notices;
    }

    @RabbitHandler
    void seen(WorkerSeen worker) {
        workers.seen(worker);
    }

    @RabbitHandler
    void retried(DeliveryRetried retry) {
        retries.retried(retry);
    }

    @RabbitHandler
    void told(NoticeSent notice) {
        notices.told(notice);
    }
}
