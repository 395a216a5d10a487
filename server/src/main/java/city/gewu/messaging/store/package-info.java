/// Notices and what became of them.
@NullMarked
package city.gewu.messaging.store;

import org.jspecify.annotations.NullMarked;
