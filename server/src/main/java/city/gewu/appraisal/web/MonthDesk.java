package city.gewu.appraisal.web;

import city.gewu.appraisal.AssessedMonths;
import city.gewu.appraisal.model.MarkLines;
import city.gewu.appraisal.model.MonthState;
import city.gewu.appraisal.store.MonthStore.Row;
import city.gewu.appraisal.store.MonthTableStore.Kept;
import city.gewu.appraisal.usecase.MonthAppeals;
import city.gewu.appraisal.usecase.MonthProcedure;
import city.gewu.appraisal.web.MonthBodies.AppealBody;
import city.gewu.appraisal.web.MonthBodies.AppealableBody;
import city.gewu.appraisal.web.MonthBodies.MadeBody;
import city.gewu.appraisal.web.MonthBodies.MonthBody;
import city.gewu.appraisal.web.MonthBodies.MonthLineBody;
import city.gewu.appraisal.web.MonthBodies.VersionBody;
import city.gewu.assessment.AssessedSubjects;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Rights;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Puts together what a page shows of a month.
@Component
class MonthDesk {

    private static final int MONTHS = 12;

    private final MonthProcedure months;
    private final MonthAppeals appeals;
    private final AssessedSubjects subjects;
    private final People people;
    private final Territory territory;
    private final Clock clock;

    MonthDesk(
            MonthProcedure months,
            MonthAppeals appeals,
            AssessedSubjects subjects,
            People people,
            Territory territory,
            Clock clock) {
        this.months = months;
        this.appeals = appeals;
        this.subjects = subjects;
        this.people = people;
        this.territory = territory;
        this.clock = clock;
    }

    List<MonthLineBody> list() {
        var today = LocalDate.ofInstant(clock.instant(), territory.getCity().zone());
        var last = YearMonth.from(today).minusMonths(1);
        var all = new TreeSet<>(((AssessedMonths) months).listMonths());
        IntStream.range(0, MONTHS).mapToObj(last::minusMonths).forEach(all::add);
        return all.descendingSet().stream()
                .map(month ->
                        new MonthLineBody(
                                month.toString(),
                                MonthBodies.lower(
                                        months.find(month)
                                                .map(Row::state)
                                                .orElse(MonthState.OPEN))))
                .toList();
    }

    MonthBody get(YearMonth month, Actor actor) {
        var row = months.find(month);
        return new MonthBody(
                month.toString(),
                MonthBodies.lower(row.map(Row::state).orElse(MonthState.OPEN)),
                row.map(one -> MadeBody.of(one.frozen(), this::name)),
                row.flatMap(Row::noticed).map(made -> MadeBody.of(made, this::name)),
                row.flatMap(Row::appealsUntil),
                row.flatMap(Row::reviewUntil),
                row.flatMap(Row::finished).map(made -> MadeBody.of(made, this::name)),
                row.flatMap(Row::published).map(made -> MadeBody.of(made, this::name)),
                may(month, actor),
                Stream.of(1, 2).flatMap(version -> version(month, version).stream()).toList(),
                appealable(month, row, actor),
                listAppeals(month, actor));
    }

    private List<String> may(YearMonth month, Actor actor) {
        return Rights.has(actor, Right.MANAGE_MONTHS)
                ? months.listAllowed(month).stream().map(MonthBodies::lower).toList()
                : List.of();
    }

    private Optional<VersionBody> version(YearMonth month, int version) {
        return months.findSheet(month, version)
                .map(sheet -> VersionBody.of(version, sheet, months.listTables(month, version)));
    }

    private List<AppealableBody> appealable(YearMonth month, Optional<Row> row, Actor actor) {
        boolean open =
                Rights.has(actor, Right.LODGE_APPEALS)
                        && row.filter(one -> one.state() == MonthState.NOTICED)
                                .flatMap(Row::appealsUntil)
                                .filter(until -> !clock.instant().isAfter(until))
                                .isPresent();
        return open
                ? months.listTables(month, 1).stream()
                        .flatMap(table -> appealable(table, actor))
                        .toList()
                : List.of();
    }

    private Stream<AppealableBody> appealable(Kept table, Actor actor) {
        var names = subjects.listNames(table.kind());
        return MarkLines.read(table.marks()).rows().stream()
                .filter(row -> appeals.isOwn(table.kind(), row.subject(), actor))
                .map(row ->
                        new AppealableBody(
                                table.kind(), row.subject(), named(names, row.subject())));
    }

    /// Everybody sees their own, reviewers and assessors all.
    private List<AppealBody> listAppeals(YearMonth month, Actor actor) {
        boolean reviews = Rights.has(actor, Right.REVIEW_APPEALS);
        var numbers = appeals.listNumbers(month);
        boolean all = reviews || Rights.has(actor, Right.MANAGE_MONTHS);
        return appeals.list(month).stream()
                .filter(appeal -> all || appeals.isOwn(appeal.kind(), appeal.subject(), actor))
                .map(appeal ->
                        AppealBody.of(
                                appeal,
                                named(subjects.listNames(appeal.kind()), appeal.subject()),
                                numbers,
                                this::name,
                                reviews && appeals.mayDecide(appeal, actor)))
                .toList();
    }

    private static Named named(Map<String, Named> names, String code) {
        return names.getOrDefault(code, new Named(code, code));
    }

    private String name(String person) {
        return people.findActor(person).map(Actor::displayName).orElse(person);
    }

    Kept getTable(YearMonth month, int version, String kind) {
        return months.listTables(month, version).stream()
                .filter(table -> table.kind().equals(kind))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedException(
                                "appraisal.unknown-table",
                                "Version (%d) of (%s) has no table of (%s)."
                                        .formatted(version, month, kind),
                                "Choose one that the month shows."));
    }
}
