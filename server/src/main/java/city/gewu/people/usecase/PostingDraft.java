package city.gewu.people.usecase;

import city.gewu.people.Staff.Person;
import city.gewu.people.Staff.Posting;
import city.gewu.people.model.Roster;
import city.gewu.people.model.Span;
import city.gewu.people.store.PostingStore;
import city.gewu.people.table.FieldList;
import city.gewu.people.table.TableChange;
import city.gewu.people.table.TableChange.Field;
import city.gewu.people.table.TableChange.What;
import city.gewu.people.table.TableRow;
import city.gewu.people.usecase.PostingRows.Wanted;
import city.gewu.platform.Refusal;
import city.gewu.platform.RefusedException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a file of postings does to a roster: first it ends, then it posts, then it names deputies,
/// so that the order of the rows does not matter.
final class PostingDraft {

    /// What is kept of why a posting ended.
    private static final String REASON = "import";

    private final Roster roster;
    private final List<TableChange> changes = new ArrayList<>();
    private final Map<Posting, LocalDate> ended = new LinkedHashMap<>();
    private final List<Posting> added = new ArrayList<>();
    private final List<Posting> deputies = new ArrayList<>();

    PostingDraft(Roster roster) {
        this.roster = roster;
    }

    void take(List<Wanted> all) {
        var fresh = new ArrayList<Wanted>();
        for (var wanted : all) {
            find(wanted)
                    .ifPresentOrElse(
                            standing -> compare(wanted, standing), () -> fresh.add(wanted));
        }
        fresh.stream().filter(one -> one.principal().isEmpty()).forEach(this::post);
        fresh.stream().filter(one -> one.principal().isPresent()).forEach(this::nameDeputy);
        changes.sort(Comparator.comparingInt(TableChange::line));
    }

    List<TableChange> changes() {
        return changes;
    }

    private Optional<Posting> find(Wanted wanted) {
        return roster.list(wanted.posting().personId()).stream()
                .filter(one -> Roster.isSamePlace(one, wanted.posting()))
                .filter(one -> one.firstDay().equals(wanted.posting().firstDay()))
                .filter(one -> isFor(one, wanted.principal()))
                .findFirst();
    }

    /// Whether a posting stands in for this person, or for nobody.
    private boolean isFor(Posting posting, Optional<Person> principal) {
        return posting.deputyOf()
                .map(id ->
                        principal
                                .filter(person ->
                                        roster.list(person.id()).stream()
                                                .anyMatch(one -> one.id() == id))
                                .isPresent())
                .orElse(principal.isEmpty());
    }

    private void compare(Wanted wanted, Posting standing) {
        var last = wanted.posting().lastDay();
        if (last.equals(standing.lastDay())) {
            changes.add(
                    new TableChange(wanted.row().line(), What.UNCHANGED, wanted.key(), List.of()));
            return;
        }
        try {
            PostPeople.requireEnd(standing, last.orElse(LocalDate.MAX));
        } catch (RefusedException e) {
            wanted.row().reject("last_day", e.refusal());
            return;
        }
        var day = last.orElseThrow();
        ended.put(standing, day);
        roster.end(standing, day);
        changes.add(
                new TableChange(
                        wanted.row().line(),
                        What.ENDED,
                        wanted.key(),
                        List.of(
                                new Field(
                                        "last_day",
                                        Optional.of(text(standing.lastDay())),
                                        day.toString()))));
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private void post(Wanted wanted) {
        add(wanted, with(wanted.posting(), -1 - added.size(), Optional.empty()), added);
    }

    private void nameDeputy(Wanted wanted) {
        var person = wanted.principal().orElseThrow();
        var principal =
                roster.list(person.id()).stream()
                        .filter(one -> Roster.isSamePlace(one, wanted.posting()))
                        .filter(one -> one.deputyOf().isEmpty())
                        .filter(one -> Span.of(one).holds(Span.of(wanted.posting())))
                        .findFirst();
        if (principal.isEmpty()) {
            wanted.row()
                    .reject(
                            "deputy_for",
                            new Refusal(
                                    "people.unknown-posting",
                                    "The person (%s %s) does not hold this posting on all of these days."
                                            .formatted(person.name(), person.staffNo()),
                                    "Correct the posting or its days, or who is stood in for."));
            return;
        }
        var deputy = with(wanted.posting(), 0, Optional.of(principal.get().id()));
        try {
            PostPeople.requireDeputy(principal.get(), deputy);
        } catch (RefusedException e) {
            wanted.row().reject("deputy_for", e.refusal());
            return;
        }
        add(wanted, deputy, deputies);
    }

    private void add(Wanted wanted, Posting posting, List<Posting> into) {
        var refusal =
                wanted.badGround()
                        .map(RefusedException::refusal)
                        .or(() -> roster.findRefusal(posting));
        if (refusal.isPresent()) {
            wanted.row().reject(column(refusal.get().code()), refusal.get());
            return;
        }
        roster.add(posting);
        into.add(posting);
        changes.add(change(wanted.row(), wanted.key(), posting));
    }

    private static String column(String code) {
        return switch (code) {
            case "people.unknown-level" -> "level";
            case "people.unknown-unit" -> "unit";
            case "people.bad-span" -> "last_day";
            case "people.exclusive-posts",
                    "people.no-certificate",
                    "people.certificate-out-of-date" ->
                    "post";
            default -> "";
        };
    }

    private static TableChange change(TableRow row, String key, Posting posting) {
        return new FieldList(true)
                .with("post", "", posting.post().name())
                .with("department", "", posting.department())
                .with("level", "", posting.area().level())
                .with("unit", "", posting.area().unit())
                .with("first_day", "", posting.firstDay().toString())
                .with("last_day", "", text(posting.lastDay()))
                .with("deputy_for", "", row.text("deputy_for"))
                .change(row.line(), key);
    }

    private static Posting with(Posting posting, long id, Optional<Long> deputyOf) {
        return new Posting(
                id,
                posting.personId(),
                posting.post(),
                posting.department(),
                posting.area(),
                posting.firstDay(),
                posting.lastDay(),
                deputyOf);
    }

    /// In the transaction of the caller.
    void apply(PostingStore postings) {
        ended.forEach((posting, day) -> postings.end(posting.id(), day, REASON));
        var ids = new HashMap<String, Long>();
        postings.insertAll(added).forEach(one -> ids.put(place(one), one.id()));
        Map<Long, Long> kept = new HashMap<>();
        added.forEach(one -> kept.put(one.id(), ids.get(place(one))));
        postings.insertAll(
                deputies.stream()
                        .map(one ->
                                with(one, 0, one.deputyOf().map(id -> kept.getOrDefault(id, id))))
                        .toList());
    }

    /// What no two postings of one file share.
    private static String place(Posting posting) {
        return String.join(
                " ",
                posting.personId(),
                posting.post().name(),
                posting.department(),
                posting.area().level(),
                posting.area().unit(),
                posting.firstDay().toString());
    }
}
