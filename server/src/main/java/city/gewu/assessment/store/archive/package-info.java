/// The archive of closed months (归档): Parquet files beside the database, and the engines that count
/// over them.
@NullMarked
package city.gewu.assessment.store.archive;

import org.jspecify.annotations.NullMarked;
