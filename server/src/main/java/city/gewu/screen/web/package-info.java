/// The screen over HTTP.
@NullMarked
package city.gewu.screen.web;

import org.jspecify.annotations.NullMarked;
