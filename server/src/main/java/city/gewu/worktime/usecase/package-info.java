/// Due times over the calendar in force.
@NullMarked
package city.gewu.worktime.usecase;

import org.jspecify.annotations.NullMarked;
