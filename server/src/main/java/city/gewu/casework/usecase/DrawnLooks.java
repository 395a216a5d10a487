package city.gewu.casework.usecase;

import city.gewu.casework.EntrustedCases;
import city.gewu.casework.model.By;
import city.gewu.casework.model.CaseFile;
import city.gewu.platform.RefusedException;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// While somebody is drawn to look at a case, only that person answers, in the street or at the
/// desk. Otherwise whoever asked for a look could have it answered by a friend before the one who
/// was drawn has come there.
@Component
class DrawnLooks {

    private static final Set<String> ANSWERS =
            Set.of("report-verification", "pass-check", "fail-check");

    private final ObjectProvider<EntrustedCases> entrusted;

    DrawnLooks(ObjectProvider<EntrustedCases> entrusted) {
        this.entrusted = entrusted;
    }

    /// Whether somebody else was drawn to give this answer.
    boolean isSomebodyElses(String command, CaseFile file, By by) {
        return ANSWERS.contains(command)
                && !by.machine()
                && entrusted.stream()
                        .flatMap(tasks -> tasks.findDrawn(file.id()).stream())
                        .anyMatch(drawn -> !drawn.equals(by.actor().id()));
    }

    /// Refused with `casework.drawn-for-another`; it does not say for whom.
    void check(String command, CaseFile file, By by) {
        if (isSomebodyElses(command, file, by)) {
            throw new RefusedException(
                    "casework.drawn-for-another",
                    "Somebody else was drawn to look at the case (%s).".formatted(file.caseNo()),
                    "Leave it to that person; when the time given is over, another is drawn.");
        }
    }
}
