/// The ways a notice can go.
@NullMarked
package city.gewu.messaging.channel;

import org.jspecify.annotations.NullMarked;
