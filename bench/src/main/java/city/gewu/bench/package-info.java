/// What is fast, measured beside its peer and its limit in one run.
@NullMarked
package city.gewu.bench;

import org.jspecify.annotations.NullMarked;
