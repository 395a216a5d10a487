/// Organisations and people over HTTP.
@NullMarked
package city.gewu.people.web;

import org.jspecify.annotations.NullMarked;
