package city.gewu.assessment.model;

import city.gewu.engine.indicator.Subject;
import city.gewu.territory.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A kind of subject as this city names it (考评对象).
///
/// @param code `department`, `source`, `category`, or the code of a territory level
/// @param depth of the level; 0 when it is none
public record SubjectKind(String code, Subject subject, int depth) {

    /// Departments first, then the levels from the whole city down, then the rest.
    public static List<SubjectKind> of(List<Level> levels) {
        var kinds = new ArrayList<SubjectKind>();
        kinds.add(plain(Subject.DEPARTMENT));
        for (var level : levels) {
            kinds.add(new SubjectKind(level.code(), Subject.LEVEL, level.depth()));
        }
        kinds.add(plain(Subject.SOURCE));
        kinds.add(plain(Subject.CATEGORY));
        return List.copyOf(kinds);
    }

    private static SubjectKind plain(Subject subject) {
        return new SubjectKind(subject.name().toLowerCase(Locale.ROOT), subject, 0);
    }
}
