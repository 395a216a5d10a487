/// Words of a text, and cases with like words: Lucene.
@NullMarked
package city.gewu.suggestion.text;

import org.jspecify.annotations.NullMarked;
