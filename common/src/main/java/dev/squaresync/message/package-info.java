/** What the services say to each other: records that read as sentences, versioned by their wire type. */
@NullMarked
package dev.squaresync.message;

import org.jspecify.annotations.NullMarked;
