/// Address search over HTTP.
@NullMarked
package city.gewu.gazetteer.web;

import org.jspecify.annotations.NullMarked;
