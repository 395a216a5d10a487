package city.gewu.casework.usecase;

import city.gewu.casework.store.OpenCaseStore;
import city.gewu.privacy.DataKind;
import city.gewu.privacy.EndedSubjects;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Tells which cases ended so long ago that their reporter is to be forgotten.
@Component
class EndedCases implements EndedSubjects {

    private final OpenCaseStore cases;

    EndedCases(OpenCaseStore cases) {
        this.cases = cases;
    }

    @Override
    public DataKind kind() {
        return DataKind.REPORTER;
    }

    @Override
    public Set<String> listEnded(Collection<String> subjects, Instant before) {
        var ended = new HashSet<>(subjects);
        var ids = subjects.stream().map(Long::valueOf).collect(Collectors.toSet());
        cases.listNotEnded(ids, before).forEach(id -> ended.remove(Long.toString(id)));
        return ended;
    }
}
