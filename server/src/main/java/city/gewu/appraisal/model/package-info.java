/// What a scheme says and how marks come out of figures.
@NullMarked
package city.gewu.appraisal.model;

import org.jspecify.annotations.NullMarked;
