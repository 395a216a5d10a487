/// Subject kinds of this city and the indicators in force.
@NullMarked
package city.gewu.assessment.model;

import org.jspecify.annotations.NullMarked;
