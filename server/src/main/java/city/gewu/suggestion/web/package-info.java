/// Proposals over HTTP.
@NullMarked
package city.gewu.suggestion.web;

import org.jspecify.annotations.NullMarked;
