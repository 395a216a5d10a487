package city.gewu.points.model;

import city.gewu.points.model.Due.EntryKey;
import city.gewu.points.model.Due.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has to be booked so that the ledger says what is due. Nothing that was booked is changed:
/// what is no longer due is countered.
public final class Booking {

    private Booking() {}

    /// What the ledger has for one key.
    ///
    /// @param turns entries so far
    /// @param standing the last entry that counts and was not countered
    public record Booked(Due last, int net, int turns, Optional<Long> standing) {}

    /// One entry to append.
    ///
    /// @param turn from 1, for the key
    /// @param reverses the entry that it counters
    public record NewEntry(Due due, int turn, Optional<Long> reverses) {}

    public static List<NewEntry> plan(List<Due> dues, Map<EntryKey, Booked> booked) {
        var entries = new ArrayList<NewEntry>();
        var seen = new HashSet<EntryKey>();
        for (var due : dues) {
            seen.add(due.key());
            var known = booked.get(due.key());
            if (known == null) {
                entries.add(new NewEntry(due, 1, Optional.empty()));
            } else if (known.net() != due.amount()) {
                correct(due, known, entries);
            }
        }
        new HashMap<>(booked)
                .forEach((key, known) -> {
                    if (!seen.contains(key) && known.net() != 0) {
                        entries.add(counter(known, Note.NO_LONGER));
                    }
                });
        return entries;
    }

    private static void correct(Due due, Booked known, List<NewEntry> entries) {
        int turn = known.turns();
        if (known.net() != 0) {
            entries.add(counter(known, due.amount() == 0 ? due.note() : Note.NO_LONGER));
            turn++;
        }
        if (due.amount() != 0) {
            entries.add(new NewEntry(due, turn + 1, Optional.empty()));
        }
    }

    private static NewEntry counter(Booked known, Note note) {
        var last = known.last();
        var against =
                new Due(last.key(), last.at(), -known.net(), note, last.about(), last.words());
        return new NewEntry(against, known.turns() + 1, known.standing());
    }
}
