package city.gewu.points.model;

import city.gewu.points.model.Due.EntryKey;
import city.gewu.points.model.Due.Note;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the deeds of one day come to. The same deeds give the same, in whatever order they became
/// known: caps are filled in the order of the deeds themselves.
public final class DayScore {

    private final Rulings rulings;
    private final Map<Filled, Integer> filled = new HashMap<>();

    private record Filled(String person, String rule, String minor) {}

    /// What people decided.
    ///
    /// @param waived entries an objection to was granted
    /// @param falsified persons and cases, `person/case`
    public record Rulings(Set<EntryKey> waived, Set<String> falsified) {

        public static final Rulings NONE = new Rulings(Set.of(), Set.of());

        public Rulings {
            waived = Set.copyOf(waived);
            falsified = Set.copyOf(falsified);
        }

        /// How a proven falsification is named.
        public static String falsified(String person, long caseId) {
            return person + "/" + caseId;
        }
    }

    private DayScore(Rulings rulings) {
        this.rulings = rulings;
    }

    public static List<Due> score(RuleBook book, Collection<Deed> deeds, Rulings rulings) {
        var score = new DayScore(rulings);
        var dues = new ArrayList<Due>();
        for (var deed : deeds.stream().sorted(Deed.IN_ORDER).toList()) {
            for (var rule : book.rules()) {
                if (rule.rewards(deed)) {
                    dues.add(score.due(rule, deed));
                }
            }
        }
        return dues;
    }

    private Due due(Rule rule, Deed deed) {
        var key = new EntryKey(deed.person(), rule.code(), deed.cause());
        if (rulings.waived().contains(key)) {
            return due(rule, deed, key, 0, Note.OBJECTION);
        }
        boolean falsified =
                deed.about()
                        .map(about -> Rulings.falsified(deed.person(), about.caseId()))
                        .filter(rulings.falsified()::contains)
                        .isPresent();
        if (falsified && rule.amount() > 0) {
            return due(rule, deed, key, 0, Note.FALSIFIED);
        }
        return capped(rule, deed, key);
    }

    private Due capped(Rule rule, Deed deed, EntryKey key) {
        var ofDay = new Filled(deed.person(), rule.code(), "");
        var ofMinor = new Filled(deed.person(), rule.code(), "/" + deed.category());
        int left = left(rule.cap().day(), ofDay);
        int leftOfMinor = left(rule.cap().minor(), ofMinor);
        int amount = within(rule.amount(), Math.min(left, leftOfMinor));
        filled.merge(ofDay, Math.abs(amount), Integer::sum);
        filled.merge(ofMinor, Math.abs(amount), Integer::sum);
        var note =
                amount == rule.amount()
                        ? Note.NONE
                        : leftOfMinor < left ? Note.MINOR_CAP : Note.DAY_CAP;
        return due(rule, deed, key, amount, note);
    }

    private int left(int cap, Filled of) {
        return cap == 0 ? Integer.MAX_VALUE : cap - filled.getOrDefault(of, 0);
    }

    private static int within(int amount, int left) {
        return amount < 0 ? -Math.min(-amount, left) : Math.min(amount, left);
    }

    private static Due due(Rule rule, Deed deed, EntryKey key, int amount, Note note) {
        return new Due(key, deed.at(), amount, note, deed.about(), rule.words());
    }
}
