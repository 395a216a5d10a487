/// Tracks of people: cleaned without losing a point, measured, thinned, and held against roads.
@NullMarked
package city.gewu.engine.track;

import org.jspecify.annotations.NullMarked;
