@NullMarked
package city.gewu.evidence.web;

import org.jspecify.annotations.NullMarked;
