/// Calendars kept by version.
@NullMarked
package city.gewu.worktime.store;

import org.jspecify.annotations.NullMarked;
