/// What people do with their reports, and what the city does with them.
@NullMarked
package city.gewu.engagement.usecase;

import org.jspecify.annotations.NullMarked;
