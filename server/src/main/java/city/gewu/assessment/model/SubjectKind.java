package city.gewu.assessment.model;

import city.gewu.engine.indicator.Subject;
import city.gewu.territory.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A kind of subject as this city names it (考评对象).
///
/// @param code `department`, `contractor`, `team`, `source`, `category`, the code of a territory
///   level, or a post: `supervisor`, `intake_clerk`, `shift_lead`, `dispatcher`, `checker`
/// @param depth of the level; 0 when it is none
public record SubjectKind(String code, Subject subject, int depth) {

    /// Organisations first, then the levels from the whole city down, then the rest.
    public static List<SubjectKind> of(List<Level> levels) {
        var kinds = new ArrayList<SubjectKind>();
        for (var subject : Subject.values()) {
            if (subject == Subject.LEVEL) {
                for (var level : levels) {
                    kinds.add(new SubjectKind(level.code(), Subject.LEVEL, level.depth()));
                }
            } else {
                kinds.add(new SubjectKind(code(subject), subject, 0));
            }
        }
        return List.copyOf(kinds);
    }

    /// Whether a kind of this code gathers by people.
    public static boolean isPerson(String code) {
        for (var subject : Subject.values()) {
            if (subject.isPerson() && code(subject).equals(code)) {
                return true;
            }
        }
        return false;
    }

    private static String code(Subject subject) {
        return subject.name().toLowerCase(Locale.ROOT);
    }
}
