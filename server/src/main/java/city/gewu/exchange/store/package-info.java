/// What is remembered of import runs.
@NullMarked
package city.gewu.exchange.store;

import org.jspecify.annotations.NullMarked;
