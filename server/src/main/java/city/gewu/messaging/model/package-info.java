/// Texts, quiet hours, encryption of pushes. Pure.
@NullMarked
package city.gewu.messaging.model;

import org.jspecify.annotations.NullMarked;
