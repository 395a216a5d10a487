/// Reports, duty, positions and tasks.
@NullMarked
package city.gewu.patrol.usecase;

import org.jspecify.annotations.NullMarked;
