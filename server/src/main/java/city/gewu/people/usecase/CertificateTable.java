package city.gewu.people.usecase;

import city.gewu.people.Staff.Certificate;
import city.gewu.people.Staff.NewCertificate;
import city.gewu.people.Staff.Person;
import city.gewu.people.model.PersonRules;
import city.gewu.people.store.CertificateStore;
import city.gewu.people.store.PersonStore;
import city.gewu.people.store.TableState;
import city.gewu.people.table.FieldList;
import city.gewu.people.table.TableChange;
import city.gewu.people.table.TableKind;
import city.gewu.people.table.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Certificates of enforcement officers as a table.
@Component
class CertificateTable implements TableDesk {

    private final CertificateStore certificates;
    private final PersonStore persons;
    private final TableState tables;

    CertificateTable(CertificateStore certificates, PersonStore persons, TableState tables) {
        this.certificates = certificates;
        this.persons = persons;
        this.tables = tables;
    }

    @Override
    public TableKind kind() {
        return TableKind.CERTIFICATES;
    }

    @Override
    public String state() {
        return tables.certificates();
    }

    @Override
    public Draft plan(List<TableRow> rows) {
        var people =
                new KnownPeople(
                        persons.listByStaffNo(
                                rows.stream().map(row -> row.text("staff_no")).toList()));
        var kept =
                byNumber(
                        certificates.listByNumber(
                                rows.stream().map(row -> row.text("number")).toList()));
        var wanted = new LinkedHashMap<String, TableRow>();
        var changes = new ArrayList<TableChange>();
        var changed = new ArrayList<Certificate>();
        for (var row : rows) {
            var before = Optional.ofNullable(kept.get(row.text("number")));
            var now = certificate(row, people.find(row.text("staff_no")), before);
            if (Rows.isFirst(row, now.number(), wanted)) {
                var change = change(row, before, now);
                changes.add(change);
                if (change.what() != TableChange.What.UNCHANGED) {
                    changed.add(now);
                }
            }
        }
        return new Draft(changes, () -> certificates.saveAll(changed));
    }

    private static Map<String, Certificate> byNumber(List<Certificate> certificates) {
        return certificates.stream()
                .collect(Collectors.toMap(Certificate::number, Function.identity()));
    }

    private static Certificate certificate(
            TableRow row, Optional<Person> holder, Optional<Certificate> before) {
        var wanted =
                new NewCertificate(
                        row.text("staff_no"),
                        row.text("number"),
                        row.day("issued_on"),
                        row.day("expires_on"));
        if (holder.isEmpty()) {
            row.reject("staff_no", KnownPeople.unknown(wanted.staffNo()));
        }
        if (!row.isRejected()) {
            PersonRules.findRefusal(wanted).ifPresent(why -> row.reject("expires_on", why));
        }
        String person = holder.map(Person::id).orElse("");
        before.filter(one -> !one.personId().equals(person))
                .ifPresent(one -> row.reject("number", CityStaff.numberTaken(one.number())));
        return new Certificate(0, person, wanted.number(), wanted.issuedOn(), wanted.expiresOn());
    }

    private static TableChange change(TableRow row, Optional<Certificate> before, Certificate now) {
        var old = before.orElse(now);
        return new FieldList(before.isEmpty())
                .with("staff_no", row.text("staff_no"), row.text("staff_no"))
                .with("issued_on", Optional.of(old.issuedOn()), Optional.of(now.issuedOn()))
                .with("expires_on", Optional.of(old.expiresOn()), Optional.of(now.expiresOn()))
                .change(row.line(), now.number());
    }

    @Override
    public List<List<String>> list(boolean chinese) {
        var staffNos =
                persons.list().stream().collect(Collectors.toMap(Person::id, Person::staffNo));
        return certificates.list().stream()
                .map(one ->
                        List.of(
                                staffNos.getOrDefault(one.personId(), ""),
                                one.number(),
                                one.issuedOn().toString(),
                                one.expiresOn().toString()))
                .toList();
    }
}
