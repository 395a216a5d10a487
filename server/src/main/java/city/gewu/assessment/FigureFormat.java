package city.gewu.assessment;

/// How figures are written down.
public enum FigureFormat {
    /// For the eye: a row for each subject, a column for each indicator.
    TABLE,
    /// One line for each figure, under the header
    /// `period,subject_kind,subject,indicator,numerator,denominator,value`.
    CSV,
    /// An array with an object for each figure, named like the columns of the CSV.
    JSON
}
