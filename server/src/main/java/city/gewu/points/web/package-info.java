/// Points over HTTP.
@NullMarked
package city.gewu.points.web;

import org.jspecify.annotations.NullMarked;
