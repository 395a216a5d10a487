/// The audit log over HTTP, and the filter that writes into it.
@NullMarked
package city.gewu.audit.web;

import org.jspecify.annotations.NullMarked;
