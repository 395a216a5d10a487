/// Evaluating a period and opening a figure onto its cases.
@NullMarked
package city.gewu.assessment.usecase;

import org.jspecify.annotations.NullMarked;
