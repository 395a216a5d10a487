/// Indicators as data (考评指标): the written definition, the arithmetic of periods, and one statement
/// that evaluates many indicators in one pass.
@NullMarked
package city.gewu.engine.indicator;

import org.jspecify.annotations.NullMarked;
