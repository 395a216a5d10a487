/// The city file as it is written, read strictly and resolved once.
@NullMarked
package city.gewu.exchange.cityfile;

import org.jspecify.annotations.NullMarked;
