/// Draws the plan of the demo city: outline, roads, blocks, unit grids and what lies on them.
@NullMarked
package city.gewu.demo.plan;

import org.jspecify.annotations.NullMarked;
