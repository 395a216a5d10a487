/// The scheme over HTTP.
@NullMarked
package city.gewu.catalogue.web;

import org.jspecify.annotations.NullMarked;
