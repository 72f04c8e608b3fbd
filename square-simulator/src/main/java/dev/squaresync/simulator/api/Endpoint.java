package dev.squaresync.simulator.api;

import dev.squaresync.simulator.cursor.Page;

/** Answers one kind of request with a page; a single object is a page too. */
@FunctionalInterface
interface Endpoint {
    /** @throws dev.squaresync.simulator.wire.SquareError if Square would refuse the request */
    Page answer(ApiRequest request);
}
