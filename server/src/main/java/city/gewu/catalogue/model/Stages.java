package city.gewu.catalogue.model;

import city.gewu.catalogue.FilingCondition;
import city.gewu.catalogue.model.SchemeFinding.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks through what follows what among the conditions of one category (后续条件).
final class Stages {

    private final Map<String, FilingCondition> byCode = new HashMap<>();

    private Stages(List<FilingCondition> conditions) {
        conditions.forEach(one -> byCode.putIfAbsent(one.code(), one));
    }

    /// A condition whose next one cannot be.
    record Fault(FilingCondition condition, Code code) {}

    /// In the order of the conditions.
    static List<Fault> check(List<FilingCondition> conditions) {
        var stages = new Stages(conditions);
        var faults = new ArrayList<Fault>();
        conditions.forEach(
                one -> stages.findFault(one).ifPresent(code -> faults.add(new Fault(one, code))));
        return List.copyOf(faults);
    }

    private Optional<Code> findFault(FilingCondition condition) {
        if (condition.then().isEmpty()) {
            return Optional.empty();
        }
        String then = condition.then().get();
        if (then.equals(condition.code())) {
            return Optional.of(Code.NEXT_IS_ITSELF);
        }
        if (!byCode.containsKey(then)) {
            return Optional.of(Code.NO_SUCH_NEXT);
        }
        return comesBack(condition) ? Optional.of(Code.NEXT_IN_A_CIRCLE) : Optional.empty();
    }

    private boolean comesBack(FilingCondition from) {
        var seen = new HashSet<String>();
        var next = findNext(from);
        while (next.isPresent() && seen.add(next.get().code())) {
            if (next.get().code().equals(from.code())) {
                return true;
            }
            next = findNext(next.get());
        }
        return false;
    }

    private Optional<FilingCondition> findNext(FilingCondition condition) {
        return condition.then().map(byCode::get);
    }
}
