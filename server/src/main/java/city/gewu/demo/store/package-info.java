/// Remembers how far the demo city has been built.
@NullMarked
package city.gewu.demo.store;

import org.jspecify.annotations.NullMarked;
