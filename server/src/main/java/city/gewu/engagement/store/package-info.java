/// Reports, challenges, uploads and ratings in the database.
@NullMarked
package city.gewu.engagement.store;

import org.jspecify.annotations.NullMarked;
