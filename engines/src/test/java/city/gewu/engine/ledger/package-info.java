@NullMarked
package city.gewu.engine.ledger;

import org.jspecify.annotations.NullMarked;
