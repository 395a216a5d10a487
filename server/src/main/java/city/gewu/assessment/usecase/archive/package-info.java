/// Keeping months, proving them, and evaluating a period from them.
@NullMarked
package city.gewu.assessment.usecase.archive;

import org.jspecify.annotations.NullMarked;
