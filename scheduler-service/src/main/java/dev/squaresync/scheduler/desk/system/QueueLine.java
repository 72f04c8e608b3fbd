package dev.squaresync.scheduler.desk.system;

import dev.squaresync.scheduler.broker.QueueState;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A queue as people read it.
 *
 * @param purpose what it is for
 */
public record QueueLine(QueueState queue, Purpose purpose) {

    /** In the order in which they are shown. */
    public enum Purpose {
        WORK("work"),
        WAIT("waits for another try"),
        GIVEN_UP("given up, on the way to the dead letters");

        private final String words;

        Purpose(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * Work queues first, and of the others those that are not empty, because there are many and they mostly are.
     *
     * @param queues by name
     */
    static List<QueueLine> of(List<QueueState> queues) {
        return queues.stream()
                .map(queue -> new QueueLine(queue, purpose(queue.name())))
                .filter(line -> line.purpose == Purpose.WORK || line.queue.depth() > 0)
                .sorted(Comparator.comparing(QueueLine::purpose))
                .toList();
    }

    private static Purpose purpose(String name) {
        if (name.contains(".wait.")) {
            return Purpose.WAIT;
        }
        return name.endsWith(".dead") ? Purpose.GIVEN_UP : Purpose.WORK;
    }

    /** Whether there is work that nobody does. */
    public boolean isUnread() {
        return purpose == Purpose.WORK && queue.depth() > 0 && queue.consumers() == 0;
    }

    /** Such as {@code 0.4}. */
    private static String rate(double messagesASecond) {
        return String.format(Locale.ENGLISH, "%,.1f", messagesASecond);
    }

    public String arriving() {
        return rate(queue.arriving());
    }

    public String leaving() {
        return rate(queue.leaving());
    }
}
