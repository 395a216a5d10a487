package city.gewu.assessment;

import city.gewu.assessment.Assessment.Figure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Indicators of a period from an archive of closed months, of one city or of many. It needs no
/// database.
public interface ArchivedAssessment {

    /// Everything an indicator is measured by.
    String ALL = "all";

    /// Answers the figures like [Assessment#evaluate], while they come. Several cities are counted
    /// together: subjects that are a city's own then bear its code, `JM/D1`. Refused with
    /// `archive.missing-month`, `archive.lacks`, `archive.zones-differ`, `archive.no-spark`,
    /// `archive.spark-failed`, and like [Assessment#evaluate].
    void evaluate(Question question, Consumer<Figure> to);

    /// Where it is computed.
    enum Engine {
        /// In this process.
        DUCKDB,
        /// In processes of its own, on this machine or on a cluster.
        SPARK
    }

    /// @param master of Spark: `local[*]` or `spark://host:7077`
    /// @param city code of the only city; empty for all in the archive
    /// @param subjectKind like in [Assessment#evaluate], or [#ALL]
    record Question(
            Path archive,
            Engine engine,
            String master,
            Optional<String> city,
            String period,
            String subjectKind,
            Optional<String> indicator) {}
}
