/// Open addresses, and the desk's few.
@NullMarked
package city.gewu.engagement.web;

import org.jspecify.annotations.NullMarked;
