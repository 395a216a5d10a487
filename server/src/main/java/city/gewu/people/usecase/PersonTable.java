package city.gewu.people.usecase;

import city.gewu.people.People;
import city.gewu.people.Staff.NewPerson;
import city.gewu.people.Staff.Person;
import city.gewu.people.model.PersonRules;
import city.gewu.people.store.PersonStore;
import city.gewu.people.store.TableState;
import city.gewu.people.table.FieldList;
import city.gewu.people.table.TableChange;
import city.gewu.people.table.TableKind;
import city.gewu.people.table.TableRow;
import city.gewu.platform.RefusedException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// People as a table.
@Component
class PersonTable implements TableDesk {

    private final PersonStore persons;
    private final People people;
    private final TableState tables;

    PersonTable(PersonStore persons, People people, TableState tables) {
        this.persons = persons;
        this.people = people;
        this.tables = tables;
    }

    @Override
    public TableKind kind() {
        return TableKind.PEOPLE;
    }

    @Override
    public String state() {
        return tables.people();
    }

    @Override
    public Draft plan(List<TableRow> rows) {
        var kept =
                new KnownPeople(
                        persons.listByStaffNo(
                                rows.stream().map(row -> row.text("staff_no")).toList()));
        var wanted = new LinkedHashMap<String, TableRow>();
        var changes = new ArrayList<TableChange>();
        var changed = new ArrayList<Person>();
        for (var row : rows) {
            var before = kept.find(row.text("staff_no"));
            var person = person(row, before);
            check(row, person);
            if (Rows.isFirst(row, person.staffNo(), wanted)) {
                var change = change(row, before, person);
                changes.add(change);
                if (change.what() != TableChange.What.UNCHANGED) {
                    changed.add(person);
                }
            }
        }
        return new Draft(changes, () -> persons.saveAll(changed));
    }

    private static Person person(TableRow row, Optional<Person> before) {
        return new Person(
                before.map(Person::id).orElseGet(() -> UUID.randomUUID().toString()),
                row.text("staff_no"),
                row.text("name"),
                row.text("department"),
                day(row, "joined_on", before, Person::joinedOn),
                day(row, "left_on", before, Person::leftOn));
    }

    private static Optional<LocalDate> day(
            TableRow row,
            String column,
            Optional<Person> before,
            Function<Person, Optional<LocalDate>> kept) {
        return row.has(column) ? row.findDay(column) : before.flatMap(kept);
    }

    private void check(TableRow row, Person person) {
        var asked =
                new NewPerson(
                        person.staffNo(),
                        person.name(),
                        person.department(),
                        person.joinedOn(),
                        person.leftOn());
        PersonRules.findRefusal(asked)
                .ifPresent(why ->
                        row.reject(
                                why.code().equals("people.bad-span") ? "left_on" : "staff_no",
                                why));
        try {
            Departments.require(people, person.department());
        } catch (RefusedException e) {
            row.reject("department", e.refusal());
        }
    }

    private static TableChange change(TableRow row, Optional<Person> before, Person now) {
        var old = before.orElse(now);
        return new FieldList(before.isEmpty())
                .with("name", old.name(), now.name())
                .with("department", old.department(), now.department())
                .with("joined_on", old.joinedOn(), now.joinedOn())
                .with("left_on", old.leftOn(), now.leftOn())
                .change(row.line(), now.staffNo());
    }

    @Override
    public List<List<String>> list(boolean chinese) {
        return persons.list().stream()
                .map(one ->
                        List.of(
                                one.staffNo(),
                                one.name(),
                                one.department(),
                                one.joinedOn().map(LocalDate::toString).orElse(""),
                                one.leftOn().map(LocalDate::toString).orElse("")))
                .toList();
    }
}
