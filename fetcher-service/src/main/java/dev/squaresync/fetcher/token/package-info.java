/** Watches the access token: whether Square takes it, what it may read, and when it expires. */
@NullMarked
package dev.squaresync.fetcher.token;

import org.jspecify.annotations.NullMarked;
