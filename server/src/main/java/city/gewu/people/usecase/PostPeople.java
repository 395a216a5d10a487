package city.gewu.people.usecase;

import city.gewu.people.People;
import city.gewu.people.Staff.NewDeputy;
import city.gewu.people.Staff.NewPosting;
import city.gewu.people.Staff.Posting;
import city.gewu.people.model.Roster;
import city.gewu.people.model.Span;
import city.gewu.people.store.PersonStore;
import city.gewu.people.store.PostingStore;
import city.gewu.platform.RefusedException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives posts and takes them back. Whoever is posted is locked first, so that of two postings that
/// do not go together only one passes.
@Component
class PostPeople {

    private final PersonStore persons;
    private final PostingStore postings;
    private final RosterDesk rosters;
    private final People people;
    private final CityDay day;
    private final TransactionTemplate transaction;

    PostPeople(
            PersonStore persons,
            PostingStore postings,
            RosterDesk rosters,
            People people,
            CityDay day,
            TransactionTemplate transaction) {
        this.persons = persons;
        this.postings = postings;
        this.rosters = rosters;
        this.people = people;
        this.day = day;
        this.transaction = transaction;
    }

    List<Posting> postAll(Collection<NewPosting> wanted) {
        return transaction.execute(_ -> {
            var known = lock(wanted.stream().map(NewPosting::staffNo).toList());
            return add(wanted.stream().map(one -> toPosting(one, known)).toList(), known);
        });
    }

    private KnownPeople lock(List<String> staffNos) {
        return new KnownPeople(persons.lockByStaffNo(staffNos));
    }

    private List<Posting> add(List<Posting> wanted, KnownPeople known) {
        var roster = rosters.open(known.list());
        var all = new ArrayList<Posting>();
        var fresh = new ArrayList<Posting>();
        for (var posting : wanted) {
            var same = roster.findSame(posting);
            if (same.isPresent()) {
                all.add(same.get());
                continue;
            }
            requireNoRefusal(roster, posting);
            roster.add(posting);
            fresh.add(posting);
        }
        if (!fresh.isEmpty()) {
            all.addAll(postings.insertAll(fresh));
        }
        return all.stream().map(day::placed).toList();
    }

    private static void requireNoRefusal(Roster roster, Posting posting) {
        roster.findRefusal(posting)
                .ifPresent(why -> {
                    throw new RefusedException(why);
                });
    }

    private Posting toPosting(NewPosting wanted, KnownPeople known) {
        var person = known.get(wanted.staffNo());
        Departments.require(people, wanted.department());
        return new Posting(
                0,
                person.id(),
                wanted.post(),
                wanted.department(),
                day.area(wanted.level(), wanted.unit()),
                wanted.firstDay(),
                wanted.lastDay(),
                Optional.empty());
    }

    Posting nameDeputy(long id, NewDeputy deputy) {
        return transaction.execute(_ -> {
            var known = lock(List.of(deputy.staffNo()));
            var person = known.get(deputy.staffNo());
            var principal = get(postings.lock(id), id);
            var wanted =
                    new Posting(
                            0,
                            person.id(),
                            principal.post(),
                            principal.department(),
                            day.placed(principal).area(),
                            deputy.firstDay(),
                            Optional.of(deputy.lastDay()),
                            Optional.of(id));
            requireDeputy(principal, wanted);
            return add(List.of(wanted), known).getFirst();
        });
    }

    static void requireDeputy(Posting principal, Posting deputy) {
        if (principal.deputyOf().isPresent()) {
            throw new RefusedException(
                    "people.deputy-of-deputy",
                    "The posting (%d) is itself held by a deputy.".formatted(principal.id()),
                    "Name a deputy for the posting that is stood in for.");
        }
        if (principal.personId().equals(deputy.personId())) {
            throw new RefusedException(
                    "people.own-deputy",
                    "Nobody is the deputy of the own posting (%d).".formatted(principal.id()),
                    "Name somebody else.");
        }
        if (!Span.of(principal).holds(Span.of(deputy))) {
            throw new RefusedException(
                    "people.bad-deputy-span",
                    "The days of the deputy (%s) are not within those of the posting (%s)."
                            .formatted(Span.of(deputy), Span.of(principal)),
                    "Choose days on which the posting stands.");
        }
    }

    Posting end(long id, LocalDate lastDay, String reason) {
        return transaction.execute(_ -> {
            var posting = get(postings.lock(id), id);
            if (reason.isBlank()) {
                throw new RefusedException(
                        "people.missing-reason",
                        "The posting (%d) is ended without a reason.".formatted(id),
                        "Say why it ends.");
            }
            requireEnd(posting, lastDay);
            postings.end(id, lastDay, reason);
            return day.placed(get(postings.find(id), id));
        });
    }

    static void requireEnd(Posting posting, LocalDate lastDay) {
        if (lastDay.isBefore(posting.firstDay().minusDays(1))) {
            throw new RefusedException(
                    "people.bad-span",
                    "The posting begins on (%s) and cannot end on (%s)."
                            .formatted(posting.firstDay(), lastDay),
                    "Choose a later day; the day before the first withdraws the posting.");
        }
        if (posting.lastDay().filter(last -> last.isBefore(lastDay)).isPresent()) {
            throw new RefusedException(
                    "people.posting-ended",
                    "The posting ends on (%s) and is not prolonged to (%s)."
                            .formatted(posting.lastDay().orElseThrow(), lastDay),
                    "Post the person anew from the day after.");
        }
    }

    private static Posting get(Optional<Posting> posting, long id) {
        return posting.orElseThrow(() ->
                new RefusedException(
                        "people.unknown-posting",
                        "There is no posting (%d).".formatted(id),
                        "Look the posting up again."));
    }
}
