/// Learns categories from words, and measures how well.
@NullMarked
package city.gewu.suggestion.model;

import org.jspecify.annotations.NullMarked;
