/// Facilities over HTTP.
@NullMarked
package city.gewu.facility.web;

import org.jspecify.annotations.NullMarked;
