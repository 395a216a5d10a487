/// The tables of people that files bring in and take out: their columns, rows and words.
@NullMarked
package city.gewu.people.table;

import org.jspecify.annotations.NullMarked;
