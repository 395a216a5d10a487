/// Rankings and schemes over HTTP.
@NullMarked
package city.gewu.appraisal.web;

import org.jspecify.annotations.NullMarked;
