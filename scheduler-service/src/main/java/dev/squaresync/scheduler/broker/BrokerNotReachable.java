package dev.squaresync.scheduler.broker;

/** The management API did not answer, or not as it should. Its message is a sentence for people. */
final class BrokerNotReachable extends Exception {

    private static final long serialVersionUID = 1L;

    BrokerNotReachable(String sentence) {
        super(sentence);
    }

    BrokerNotReachable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
