/// Queues notices and sends them.
@NullMarked
package city.gewu.messaging.usecase;

import org.jspecify.annotations.NullMarked;
