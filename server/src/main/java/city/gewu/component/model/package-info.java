/// What makes a row of a file a component.
@NullMarked
package city.gewu.component.model;

import org.jspecify.annotations.NullMarked;
