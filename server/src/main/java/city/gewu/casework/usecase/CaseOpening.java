package city.gewu.casework.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.Problem;
import city.gewu.casework.ReportSource;
import city.gewu.casework.model.Authority;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseFile.Origin;
import city.gewu.casework.model.CaseState.Reported;
import city.gewu.casework.model.Facts;
import city.gewu.casework.model.Facts.Photos;
import city.gewu.casework.model.Happening;
import city.gewu.casework.usecase.Placement.Placed;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import city.gewu.territory.City;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/// Makes the first state of a case from what was reported.
final class CaseOpening {

    private final City city;

    CaseOpening(City city) {
        this.city = city;
    }

    static void checkMayReport(Actor actor, ReportSource source) {
        Authority.findReportRefusal(actor, source)
                .ifPresent(refusal -> {
                    throw new RefusedException(refusal);
                });
    }

    CaseFile open(CaseId id, Origin origin, Facts facts) {
        return new CaseFile(id, number(id, facts.reportedAt()), origin, facts, new Reported());
    }

    static Facts facts(Problem problem, Placed placed, String reporter, Instant reportedAt) {
        return new Facts(
                problem.source(),
                problem.category(),
                problem.condition().orElse(""),
                problem.description(),
                problem.address(),
                problem.position(),
                placed.units(),
                placed.flags(),
                new Photos(problem.photos(), List.of(), List.of()),
                reporter,
                reportedAt);
    }

    static Happening reported(CaseFile file) {
        return Happening.of("reported")
                .with("source", file.facts().source().name())
                .with("category", file.facts().category())
                .with("origin", file.origin().system())
                .with("origin_id", file.origin().id());
    }

    /// With the answers to what the category asks, so that the chain holds them too.
    static Happening reported(CaseFile file, Map<String, String> answers) {
        var happening = reported(file);
        for (var answer : answers.entrySet()) {
            happening = happening.with(Problem.ANSWER + answer.getKey(), answer.getValue());
        }
        return happening;
    }

    /// City, day of the report where the city is, and the id: unique, and it can be read out.
    private String number(CaseId id, Instant reportedAt) {
        var day = LocalDate.ofInstant(reportedAt, city.zone());
        return "%s%s%06d"
                .formatted(city.code(), DateTimeFormatter.BASIC_ISO_DATE.format(day), id.value());
    }
}
