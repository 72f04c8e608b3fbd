package dev.squaresync.scheduler.progress;

import dev.squaresync.message.PageCommitted;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.scheduler.run.StreamProgress;
import org.springframework.amqp.rabbit.annotation.RabbitHandler;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/** Hears what the fetcher and the writer have done for the runs. */
@Component
@RabbitListener(queues = "#{T(dev.squaresync.messaging.Topology).PROGRESS.name()}", containerFactory = "progress")
class ProgressListener {

    private final StreamProgress progress;

    ProgressListener(StreamProgress progress) {
        this.progress = progress;
    }

    @RabbitHandler
    void planned(StreamPlanned plan) {
        progress.planned(plan);
    }

    @RabbitHandler
    void committed(PageCommitted page) {
        progress.committed(page);
    }
}
