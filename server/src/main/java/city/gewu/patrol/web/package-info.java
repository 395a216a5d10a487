/// The addresses of the field app, and of those who lead.
@NullMarked
package city.gewu.patrol.web;

import org.jspecify.annotations.NullMarked;
