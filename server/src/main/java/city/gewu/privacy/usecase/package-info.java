/// Keeping, opening, rotating and erasing personal data.
@NullMarked
package city.gewu.privacy.usecase;

import org.jspecify.annotations.NullMarked;
