/// Notices over HTTP.
@NullMarked
package city.gewu.messaging.web;

import org.jspecify.annotations.NullMarked;
