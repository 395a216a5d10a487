package city.gewu.people.usecase;

import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Staff.Certificate;
import city.gewu.people.Staff.Person;
import city.gewu.people.Staff.Posting;
import city.gewu.people.StaffFigures;
import city.gewu.people.store.CertificateStore;
import city.gewu.people.store.PersonSearch;
import city.gewu.people.store.PersonSearch.Wanted;
import city.gewu.people.store.PersonStore;
import city.gewu.people.store.PostingStore;
import city.gewu.platform.RefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// People with their postings, to look up.
@Component
public class StaffDirectory {

    private static final int LARGEST_PAGE = 200;
    private static final List<String> FIGURES =
            List.of(StaffFigures.COMMUNITY_OFFICERS, StaffFigures.FORCE_IN_GRIDS);

    private final PersonSearch search;
    private final PersonStore persons;
    private final PostingStore postings;
    private final CertificateStore certificates;
    private final People people;
    private final CityDay day;
    private final Clock clock;

    StaffDirectory(
            PersonSearch search,
            PersonStore persons,
            PostingStore postings,
            CertificateStore certificates,
            People people,
            CityDay day,
            Clock clock) {
        this.search = search;
        this.persons = persons;
        this.postings = postings;
        this.certificates = certificates;
        this.people = people;
        this.day = day;
        this.clock = clock;
    }

    /// @param department whose people, and those of the organisations under it; empty text for all
    /// @param figure a figure that counts them on the day; empty text for any
    public record Question(
            String words,
            String department,
            String post,
            String level,
            String unit,
            String figure,
            Optional<LocalDate> on) {}

    /// Somebody with some of their postings.
    public record Entry(Person person, List<Posting> postings) {}

    /// @param next staff number after which the next page begins
    public record Page(List<Entry> entries, Optional<String> next) {}

    /// Somebody with everything there is to know: all postings ever, and certificates.
    public record File(Entry entry, List<Certificate> certificates) {}

    public LocalDate today() {
        return day.of(clock.instant());
    }

    public Page list(Question question, String after, int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        var on = question.on().orElseGet(this::today);
        var wanted =
                new Wanted(
                        question.words(),
                        departments(question.department()),
                        question.post(),
                        question.level(),
                        question.unit(),
                        requireFigure(question.figure()),
                        on);
        var found = search.list(wanted, after, size + 1);
        var shown = found.subList(0, Math.min(size, found.size()));
        Map<String, List<Posting>> held =
                postings.listAt(shown.stream().map(Person::id).toList(), on).stream()
                        .map(day::placed)
                        .collect(Collectors.groupingBy(Posting::personId));
        return new Page(
                shown.stream()
                        .map(one -> new Entry(one, held.getOrDefault(one.id(), List.of())))
                        .toList(),
                found.size() > size ? Optional.of(shown.getLast().staffNo()) : Optional.empty());
    }

    private static String requireFigure(String id) {
        if (id.isEmpty() || FIGURES.contains(id)) {
            return id;
        }
        throw new RefusedException(
                "people.unknown-figure",
                "There is no figure (%s) of the staff.".formatted(id),
                "Ask for one of (%s).".formatted(String.join(", ", FIGURES)));
    }

    private Optional<List<String>> departments(String top) {
        if (top.isEmpty()) {
            return Optional.empty();
        }
        Departments.require(people, top);
        return Optional.of(people.listUnder(top).stream().map(Department::code).toList());
    }

    public File get(String personId) {
        var person =
                persons.findById(personId)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "people.unknown-person",
                                        "There is no person (%s).".formatted(personId),
                                        "Look the person up again."));
        var ids = List.of(personId);
        return new File(
                new Entry(person, postings.listOfPeople(ids).stream().map(day::placed).toList()),
                certificates.listOfPeople(ids));
    }

    /// Who holds a posting.
    public Person holder(Posting posting) {
        return get(posting.personId()).entry().person();
    }
}
