/// The calendar file and what it must say.
@NullMarked
package city.gewu.worktime.model;

import org.jspecify.annotations.NullMarked;
