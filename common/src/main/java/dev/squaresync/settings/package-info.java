/** How every service refuses to start with a wrong setting: in a sentence. */
@NullMarked
package dev.squaresync.settings;

import org.jspecify.annotations.NullMarked;
