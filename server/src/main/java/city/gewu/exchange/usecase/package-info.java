/// Setting a city up and bringing its territory and its cases in.
@NullMarked
package city.gewu.exchange.usecase;

import org.jspecify.annotations.NullMarked;
