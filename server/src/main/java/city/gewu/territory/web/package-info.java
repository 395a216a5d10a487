/// The city and its map over HTTP.
@NullMarked
package city.gewu.territory.web;

import org.jspecify.annotations.NullMarked;
