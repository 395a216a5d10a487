package city.gewu.assessment.store.archive;

import city.gewu.assessment.model.SubjectKind;
import city.gewu.engine.indicator.ManyKinds;
import city.gewu.engine.indicator.Source;
import city.gewu.engine.indicator.Subject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The rows of the archive as a statement over them sees them. The text is the same for every
/// engine; each makes the view of a source in its own way, with `city` and `month` from the names
/// of the folders.
public final class FactsSql {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private FactsSql() {}

    /// A moment in UTC, which is how the archive holds it.
    public static String moment(Instant moment) {
        return "timestamp '" + MOMENT.format(moment) + "'";
    }

    public static String view(Source source) {
        return "facts_" + source.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    /// A row that several months of the period hold counts as the newest of them tells it.
    public static String rows(Source source, boolean severalMonths) {
        String all = "select * from " + view(source);
        if (!severalMonths) {
            return all;
        }
        String newest = "row_number() over (partition by city, row_key order by month desc)";
        return "select * from (\n  select *, %s as newest\n  from (%s) kept\n) kept\nwhere newest = 1"
                .formatted(newest, all);
    }

    /// The column that names the subject. Codes of departments, units and people are a city's own,
    /// so they bear its code when several are counted together; sources and categories are common.
    public static ManyKinds.Kind kind(SubjectKind kind, boolean severalCities) {
        String column = column(kind);
        boolean common = kind.subject() == Subject.SOURCE || kind.subject() == Subject.CATEGORY;
        return new ManyKinds.Kind(
                kind.subject(),
                severalCities && !common
                        ? "case when %1$s <> '' then concat(city, '/', %1$s) end".formatted(column)
                        : column);
    }

    /// The column of the files that holds the subject.
    public static String column(SubjectKind kind) {
        return switch (kind.subject()) {
            case LEVEL -> ArchivedColumn.unit(kind.code());
            case DEPARTMENT -> "department";
            case CONTRACTOR -> "contractor";
            case TEAM -> "team";
            case SOURCE -> "source";
            case CATEGORY -> "category";
            case SUPERVISOR, INTAKE_CLERK, SHIFT_LEAD, DISPATCHER, CHECKER -> "person";
        };
    }
}
