/// What a citizen's report is and what speaks against it. Pure.
@NullMarked
package city.gewu.engagement.model;

import org.jspecify.annotations.NullMarked;
