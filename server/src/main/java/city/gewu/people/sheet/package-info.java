/// Tables in files, read and written: CSV and XLSX.
@NullMarked
package city.gewu.people.sheet;

import org.jspecify.annotations.NullMarked;
