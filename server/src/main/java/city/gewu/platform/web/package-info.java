@NullMarked
package city.gewu.platform.web;

import org.jspecify.annotations.NullMarked;
