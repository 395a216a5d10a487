/// Closed cases to learn from.
@NullMarked
package city.gewu.suggestion.store;

import org.jspecify.annotations.NullMarked;
