/// Builds the demo city through the contracts of the other modules.
@NullMarked
package city.gewu.demo.usecase;

import org.jspecify.annotations.NullMarked;
