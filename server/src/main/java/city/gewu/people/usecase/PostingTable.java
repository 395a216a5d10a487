package city.gewu.people.usecase;

import city.gewu.people.People;
import city.gewu.people.Staff.Person;
import city.gewu.people.Staff.Posting;
import city.gewu.people.model.Span;
import city.gewu.people.store.PersonStore;
import city.gewu.people.store.PostingStore;
import city.gewu.people.store.TableState;
import city.gewu.people.table.TableKind;
import city.gewu.people.table.TableRow;
import city.gewu.people.table.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Postings as a table. A row that stands with a later last day ends the posting; a posting that no
/// row names stays as it is.
@Component
class PostingTable implements TableDesk {

    private final PostingStore postings;
    private final PersonStore persons;
    private final RosterDesk rosters;
    private final People people;
    private final CityDay day;
    private final TableState tables;

    PostingTable(
            PostingStore postings,
            PersonStore persons,
            RosterDesk rosters,
            People people,
            CityDay day,
            TableState tables) {
        this.postings = postings;
        this.persons = persons;
        this.rosters = rosters;
        this.people = people;
        this.day = day;
        this.tables = tables;
    }

    @Override
    public TableKind kind() {
        return TableKind.POSTINGS;
    }

    @Override
    public String state() {
        return tables.postings();
    }

    @Override
    public Draft plan(List<TableRow> rows) {
        var known =
                new KnownPeople(
                        persons.listByStaffNo(
                                rows.stream()
                                        .flatMap(row ->
                                                Stream.of(
                                                        row.text("staff_no"),
                                                        row.text("deputy_for")))
                                        .distinct()
                                        .toList()));
        var reader = new PostingRows(known, people, day);
        var draft = new PostingDraft(rosters.open(known.list()));
        draft.take(reader.read(rows));
        return new Draft(draft.changes(), () -> draft.apply(postings));
    }

    @Override
    public List<List<String>> list(boolean chinese) {
        var all = postings.list().stream().filter(one -> !Span.of(one).isReversed()).toList();
        var staffNos =
                persons.list().stream().collect(Collectors.toMap(Person::id, Person::staffNo));
        Map<Long, Posting> byId =
                all.stream().collect(Collectors.toMap(Posting::id, Function.identity()));
        return all.stream()
                .map(one ->
                        List.of(
                                staffNos.getOrDefault(one.personId(), ""),
                                Words.post(one.post(), chinese),
                                one.department(),
                                one.area().level(),
                                one.area().unit(),
                                one.firstDay().toString(),
                                one.lastDay().map(LocalDate::toString).orElse(""),
                                one.deputyOf()
                                        .map(byId::get)
                                        .map(Posting::personId)
                                        .map(staffNos::get)
                                        .orElse("")))
                .toList();
    }
}
