/// Pure geography of one city: snapshot, templates, what an import changes.
@NullMarked
package city.gewu.territory.model;

import org.jspecify.annotations.NullMarked;
