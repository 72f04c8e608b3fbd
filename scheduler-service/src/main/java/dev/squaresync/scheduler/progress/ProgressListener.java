package dev.squaresync.scheduler.progress;

import dev.squaresync.message.DependencyReported;
import dev.squaresync.message.PageCommitted;
import dev.squaresync.message.RolledBack;
import dev.squaresync.message.StreamCompared;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.message.StreamSwept;
import dev.squaresync.message.StreamVerified;
import dev.squaresync.scheduler.dependency.DependencyReports;
import dev.squaresync.scheduler.run.RollbackProgress;
import dev.squaresync.scheduler.run.StreamProgress;
import dev.squaresync.scheduler.run.SweepProgress;
import dev.squaresync.scheduler.run.VerificationProgress;
import org.springframework.amqp.rabbit.annotation.RabbitHandler;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/** Hears what the fetcher and the writer have done for the runs. */
@Component
@RabbitListener(queues = "#{T(dev.squaresync.messaging.Topology).PROGRESS.name()}", containerFactory = "progress")
class ProgressListener {

    private final StreamProgress progress;
    private final RollbackProgress rollbacks;
    private final SweepProgress sweeps;
    private final VerificationProgress verifications;
    private final DependencyReports dependencies;

    ProgressListener(
            StreamProgress progress,
            RollbackProgress rollbacks,
            SweepProgress sweeps,
            VerificationProgress verifications,
            DependencyReports dependencies) {
        this.progress = progress;
        this.rollbacks = rollbacks;
        this.sweeps = sweeps;
        this.verifications = verifications;
        this.dependencies = dependencies;
    }

    @RabbitHandler
    void planned(StreamPlanned plan) {
        progress.planned(plan);
    }

    @RabbitHandler
    void committed(PageCommitted page) {
        progress.committed(page);
    }

    @RabbitHandler
    void rolledBack(RolledBack answer) {
        rollbacks.rolledBack(answer);
    }

    @RabbitHandler
    void swept(StreamSwept answer) {
        sweeps.swept(answer);
    }

    @RabbitHandler
    void compared(StreamCompared answer) {
        verifications.compared(answer);
    }

    @RabbitHandler
    void judged(StreamVerified answer) {
        verifications.judged(answer);
    }

    @RabbitHandler
    void reported(DependencyReported report) {
        dependencies.record(report);
    }
}
