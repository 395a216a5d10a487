/// Names of places, and how alike two of them are.
@NullMarked
package city.gewu.gazetteer.model;

import org.jspecify.annotations.NullMarked;
