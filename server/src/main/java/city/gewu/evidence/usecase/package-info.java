@NullMarked
package city.gewu.evidence.usecase;

import org.jspecify.annotations.NullMarked;
