/// What the city's data name.
@NullMarked
package city.gewu.gazetteer.store;

import org.jspecify.annotations.NullMarked;
