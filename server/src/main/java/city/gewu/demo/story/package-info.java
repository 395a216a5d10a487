/// Tells what happens in the demo city day by day, as stories of cases.
@NullMarked
package city.gewu.demo.story;

import org.jspecify.annotations.NullMarked;
