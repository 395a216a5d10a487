/// Indicators and figures over HTTP.
@NullMarked
package city.gewu.assessment.web;

import org.jspecify.annotations.NullMarked;
