/// Working calendars and time limits: pure arithmetic.
@NullMarked
package city.gewu.engine.worktime;

import org.jspecify.annotations.NullMarked;
