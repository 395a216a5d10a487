/// Ciphers and masks, without a database.
@NullMarked
package city.gewu.privacy.model;

import org.jspecify.annotations.NullMarked;
