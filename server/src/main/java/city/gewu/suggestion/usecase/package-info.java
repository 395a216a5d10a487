/// Learns anew from time to time and proposes.
@NullMarked
package city.gewu.suggestion.usecase;

import org.jspecify.annotations.NullMarked;
