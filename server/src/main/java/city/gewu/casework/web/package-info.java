@NullMarked
package city.gewu.casework.web;

import org.jspecify.annotations.NullMarked;
