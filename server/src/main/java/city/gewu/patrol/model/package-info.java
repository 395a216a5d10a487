/// Duty, tracks and draws as pure rules.
@NullMarked
package city.gewu.patrol.model;

import org.jspecify.annotations.NullMarked;
