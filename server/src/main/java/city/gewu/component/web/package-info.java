/// Components over HTTP.
@NullMarked
package city.gewu.component.web;

import org.jspecify.annotations.NullMarked;
