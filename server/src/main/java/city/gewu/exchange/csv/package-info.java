/// Text files of rows: encodings, broken rows, and the rows given back.
@NullMarked
package city.gewu.exchange.csv;

import org.jspecify.annotations.NullMarked;
