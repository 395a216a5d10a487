package city.gewu.appraisal;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// Marks and ranks of the subjects of a kind, by a scheme (考评办法).
public interface Appraisal {

    /// Kinds of subjects that a scheme is in force for or comes with the platform.
    List<String> listKinds();

    /// The number of the version that counts for a month: the one with the latest first day that is
    /// not after the first of the month; 0 names the example that comes with the platform. Refused
    /// with `appraisal.no-scheme` for a kind without one.
    int findVersion(String kind, YearMonth month);

    /// Lays the example of a kind down as a version of the city's own, and answers its number.
    /// Refused like any scheme that is laid down.
    ///
    /// @param since a month that is not over
    /// @param author id of a person
    /// @param reason the document or decision it follows
    int adoptExample(String kind, YearMonth since, String author, String reason);

    /// The table of marks of a month. The same question over the same facts gives the same bytes.
    /// Refused with `appraisal.no-scheme`, `appraisal.unknown-version`, or what the assessment
    /// refuses.
    ///
    /// @param kind of subject, as the assessment names it: `district`, `department`, `supervisor`
    /// @param version empty for the one that counts for the month
    /// @param asOf a past moment to read the figures as they stood then; empty for now
    MarkTable mark(String kind, YearMonth month, Optional<Integer> version, Optional<Instant> asOf);
}
