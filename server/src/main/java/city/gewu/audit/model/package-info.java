/// What an entry of the audit log is called.
@NullMarked
package city.gewu.audit.model;

import org.jspecify.annotations.NullMarked;
