/// Schemes that come with the platform, and versions laid down by the city.
@NullMarked
package city.gewu.appraisal.store;

import org.jspecify.annotations.NullMarked;
