/// Reads the tables the demo city is made from: names, departments, what happens in a street.
@NullMarked
package city.gewu.demo.book;

import org.jspecify.annotations.NullMarked;
