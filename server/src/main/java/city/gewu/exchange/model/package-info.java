/// What a city file and a row of an export mean: pure rules.
@NullMarked
package city.gewu.exchange.model;

import org.jspecify.annotations.NullMarked;
