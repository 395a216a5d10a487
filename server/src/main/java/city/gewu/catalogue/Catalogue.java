package city.gewu.catalogue;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The category scheme in force.
public interface Catalogue {

    /// Version of the scheme in force; a scheme that was laid down never changes. Empty before the
    /// first.
    Optional<String> findVersion();

    List<MinorCategory> listCategories();

    Optional<MinorCategory> findCategory(String code);

    /// The category as the scheme that was in force then has it; before the first scheme, as the
    /// first one has it. A case keeps the conditions and limits it was filed under.
    Optional<MinorCategory> findCategory(String code, Instant at);

    /// The category in force, or one that has ended, as the last scheme has it that knows it.
    Optional<MinorCategory> findKnown(String code);

    /// Reads a scheme from CSV, all or nothing, under the version given; the same file again
    /// changes nothing. Columns:
    /// `kind,major_code,major_zh,major_en,minor_code,minor_zh,minor_en,confidence,
    /// condition,filing_zh,filing_en,closing_zh,closing_en,limit_amount,limit_unit`; a row without
    /// a condition gives the minor category alone. A last column `then` may name the condition that
    /// follows; a file without that column is as good.
    void importScheme(String version, String file, InputStream csv);

    /// Lays down, for now, the scheme in force with these questions asked of whoever reports one of
    /// these categories; what asks them already is left as it is. Refused as a draft is.
    ///
    /// @param questions by code of the category
    void ask(Map<String, List<Question>> questions, String reason, String author);
}
