/// The working calendar over HTTP.
@NullMarked
package city.gewu.worktime.web;

import org.jspecify.annotations.NullMarked;
