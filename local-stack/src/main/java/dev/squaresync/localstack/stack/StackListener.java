package dev.squaresync.localstack.stack;

import dev.squaresync.localstack.process.Part;

/** Is told how the start goes on. */
public interface StackListener {

    /** A listener that does not care. */
    StackListener SILENT = new StackListener() {
        @Override
        public void starting(Part part) {}

        @Override
        public void ready(Part part) {}
    };

    void starting(Part part);

    void ready(Part part);
}
