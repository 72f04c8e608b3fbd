package dev.squaresync.notifier.watch;

import dev.squaresync.message.WorkerSeen;
import dev.squaresync.notifier.expected.Schedulers;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

@Component
class SignsListener {

    private final Schedulers schedulers;

    SignsListener(Schedulers schedulers) {
        this.schedulers = schedulers;
    }

    @RabbitListener(
            queues = "#{T(dev.squaresync.messaging.Topology).SIGNS_OF_LIFE.name()}",
            containerFactory = "signsOfLife")
    void seen(WorkerSeen scheduler) {
        schedulers.seen();
    }
}
