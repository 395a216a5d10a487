package city.gewu.people.web;

import city.gewu.people.table.TableChange;
import city.gewu.people.table.TableRow.Reject;
import city.gewu.people.usecase.ImportTable.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file would do, or did.
///
/// @param rows of the file, without the one of column names
/// @param digest to be sent back with the same file to carry it out
record ImportReportBody(
        String kind,
        int rows,
        List<ChangeBody> changes,
        List<RejectBody> rejects,
        String digest,
        boolean applied) {

    /// @param what `added`, `changed`, `ended`, `unchanged`
    record ChangeBody(int line, String what, String key, List<FieldBody> fields) {

        static ChangeBody of(TableChange change) {
            return new ChangeBody(
                    change.line(),
                    change.what().code(),
                    change.key(),
                    change.fields().stream()
                            .map(one ->
                                    new FieldBody(
                                            one.field(), one.before().orElse(null), one.after()))
                            .toList());
        }
    }

    /// @param before absent for what is added
    record FieldBody(String field, @Nullable String before, String after) {}

    /// @param column absent for the row as a whole
    record RejectBody(
            int line,
            @Nullable String column,
            @Nullable String value,
            String code,
            String detail,
            String advice) {

        static RejectBody of(Reject reject) {
            boolean whole = reject.column().isEmpty();
            return new RejectBody(
                    reject.line(),
                    whole ? null : reject.column(),
                    whole ? null : reject.value(),
                    reject.why().code(),
                    reject.why().detail(),
                    reject.why().advice());
        }
    }

    static ImportReportBody of(Report report) {
        return new ImportReportBody(
                report.kind().code(),
                report.rows(),
                report.changes().stream().map(ChangeBody::of).toList(),
                report.rejects().stream().map(RejectBody::of).toList(),
                report.digest(),
                report.applied());
    }
}
