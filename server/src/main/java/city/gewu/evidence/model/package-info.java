@NullMarked
package city.gewu.evidence.model;

import org.jspecify.annotations.NullMarked;
