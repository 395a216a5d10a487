/// Writing, sealing, checking and clearing the audit log.
@NullMarked
package city.gewu.audit.usecase;

import org.jspecify.annotations.NullMarked;
