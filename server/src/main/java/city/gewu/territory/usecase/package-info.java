/// Setting a city up, importing its units and its base map, finding places.
@NullMarked
package city.gewu.territory.usecase;

import org.jspecify.annotations.NullMarked;
