/// Keys and data requests over HTTP.
@NullMarked
package city.gewu.privacy.web;

import org.jspecify.annotations.NullMarked;
