/// What makes a ledger provable: canonical bytes, hash chains, Merkle trees. Pure, so that anybody
/// can recompute a chain or a seal without the application.
@NullMarked
package city.gewu.engine.ledger;

import org.jspecify.annotations.NullMarked;
