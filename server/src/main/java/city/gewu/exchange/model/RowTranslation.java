package city.gewu.exchange.model;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseStory;
import city.gewu.casework.CaseStory.Step;
import city.gewu.casework.Problem;
import city.gewu.casework.ReportSource;
import city.gewu.exchange.model.CaseMapping.Status;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.platform.RefusedException;
import city.gewu.worktime.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Turns a row into the story of a case: the steps that must have happened, each at the time the
/// source gives. Acceptance, filing and dispatch stand at the opening; handling, check and closing
/// at the end, since an export knows no other moments.
public final class RowTranslation {

    private final CaseMapping mapping;
    private final Reference reference;
    private final Actor actor;

    public RowTranslation(CaseMapping mapping, Reference reference) {
        this.mapping = mapping;
        this.reference = reference;
        this.actor =
                new Actor(
                        "import:" + mapping.origin(), mapping.origin(), Set.of(Post.values()), "");
    }

    /// The row's own id; refused when it has none.
    public String id(ExportRow row) {
        var id = row.value(mapping.id());
        if (id.isEmpty()) {
            throw new RefusedException(
                    "exchange.missing-id",
                    "The column (%s) is blank.".formatted(mapping.id()),
                    "Give the case the id it has at its source.");
        }
        return id;
    }

    public Verdict translate(ExportRow row) {
        try {
            return tell(row);
        } catch (RefusedException e) {
            return new Verdict.Rejected(e.refusal());
        }
    }

    private Verdict tell(ExportRow row) {
        var id = id(row);
        var status =
                known(
                        row,
                        mapping.statuses().column(),
                        mapping.statuses().values(),
                        RowTranslation::unknownStatus);
        var source =
                known(
                        row,
                        mapping.sources().column(),
                        mapping.sources().values(),
                        RowTranslation::unknownSource);
        var times = RowTimes.read(row, mapping.times(), status);
        var category = category(row);
        var department = department(row);
        var place = RowPlace.read(row, mapping, reference);
        var problem = problem(row, source, category, place, times);
        var steps = new ArrayList<>(opening(times, category, department));
        times.ended().ifPresent(at -> steps.addAll(ending(at, status, note(row))));
        return new Verdict.Told(
                new CaseStory(
                        mapping.origin(), id, row.where(), problem, actor, times.opened(), steps),
                place.comparisons());
    }

    private Problem problem(
            ExportRow row, ReportSource source, String category, RowPlace place, RowTimes times) {
        var flags = new ArrayList<String>();
        if (times.dueBeforeOpen()) {
            flags.add("due.before-open");
        }
        flags.addAll(place.flags());
        return new Problem(
                source,
                category,
                Optional.empty(),
                mapping.description().fill(row::value),
                mapping.address().fill(row::value),
                place.position(),
                place.declared(),
                List.of(),
                flags);
    }

    private List<Step> opening(RowTimes times, String category, String department) {
        var deadline = times.due().map(due -> Deadline.given(times.opened(), due));
        return List.of(
                step(times.opened(), new CaseCommand.Accept()),
                step(times.opened(), new CaseCommand.File(category, Optional.empty())),
                step(times.opened(), new CaseCommand.Dispatch(department, List.of(), deadline)));
    }

    private List<Step> ending(Instant at, Status status, String note) {
        if (status == Status.CANCELLED) {
            return List.of(step(at, new CaseCommand.Cancel(note)));
        }
        return List.of(
                step(at, new CaseCommand.TakeUp()),
                step(at, new CaseCommand.ReportHandled(note, List.of())),
                step(at, new CaseCommand.RequestCheck()),
                step(at, new CaseCommand.PassCheck("", List.of())),
                step(at, new CaseCommand.Close(note)));
    }

    private Step step(Instant at, CaseCommand command) {
        return new Step(at, actor, command);
    }

    /// What the source says of the end; its status when it says nothing.
    private String note(ExportRow row) {
        var note = mapping.closingNote().fill(row::value);
        return note.isEmpty() ? row.value(mapping.statuses().column()) : note;
    }

    private String category(ExportRow row) {
        var names = mapping.categories().columns().stream().map(row::value).toList();
        var joined = String.join(" / ", names);
        return Optional.ofNullable(mapping.categories().values().get(joined))
                .filter(reference::hasCategory)
                .or(() -> reference.findCategory(names))
                .orElseThrow(() ->
                        new RefusedException(
                                "exchange.unknown-category",
                                "No category of the catalogue is called (%s).".formatted(joined),
                                "Add it to the catalogue, or say under"
                                        + " cases.category.values which one it is."));
    }

    private String department(ExportRow row) {
        var text = row.value(mapping.departments().column());
        var code = mapping.departments().values().getOrDefault(text, text);
        if (!reference.hasDepartment(code)) {
            throw new RefusedException(
                    "exchange.unknown-department",
                    "No department has the code (%s).".formatted(text),
                    "Add it under departments, or say under cases.department.values which one it"
                            + " is.");
        }
        return code;
    }

    private static <T> T known(
            ExportRow row,
            String column,
            Map<String, T> values,
            Function<String, RefusedException> unknown) {
        var text = row.value(column);
        var value = values.get(text);
        if (value == null) {
            throw unknown.apply(
                    "The column (%s) says (%s), which the city file does not explain."
                            .formatted(column, text));
        }
        return value;
    }

    private static RefusedException unknownStatus(String detail) {
        return new RefusedException(
                "exchange.unknown-status", detail, "Say under cases.status.values what it means.");
    }

    private static RefusedException unknownSource(String detail) {
        return new RefusedException(
                "exchange.unknown-source", detail, "Say under cases.source.values what it means.");
    }
}
