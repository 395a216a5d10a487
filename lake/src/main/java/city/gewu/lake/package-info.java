/// The indicators on Apache Spark (数据湖): a process of its own that runs one statement over the
/// archive and hands the rows on. What is counted is said by the server, which composes the
/// statement from the definitions.
@NullMarked
package city.gewu.lake;

import org.jspecify.annotations.NullMarked;
