/// What a scheme's file must say.
@NullMarked
package city.gewu.catalogue.model;

import org.jspecify.annotations.NullMarked;
