package city.gewu.casework.web;

import city.gewu.casework.Routing;
import city.gewu.casework.Routing.Office;
import city.gewu.casework.Routing.Route;
import city.gewu.casework.Routing.Rule;
import city.gewu.casework.model.Rerouting;
import city.gewu.casework.model.Rerouting.Routed;
import city.gewu.casework.model.RoutingCheck.Finding;
import city.gewu.casework.store.DepartmentLoadStore.Load;
import city.gewu.casework.store.RoutingStore.Version;
import city.gewu.casework.usecase.CityDutyList.Simulation;
import city.gewu.casework.usecase.DepartmentLoads;
import city.gewu.platform.Named;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The duty list, and what comes of it, as JSON.
final class RoutingBody {

    private RoutingBody() {}

    /// @param category beginning of a category's code; empty text holds for all
    /// @param duty code of a department, `owner`, or name of an office
    record RuleBody(
            @NotNull @Size(max = 20) String category, @NotNull @Size(max = 60) String duty) {}

    /// @param unit code of a unit of any level that has this office
    record OfficeBody(
            @NotNull @Size(max = 60) String name,
            @NotNull @Size(max = 40) String unit,
            @NotNull @Size(max = 60) String department) {}

    record ListBody(
            @NotNull @Size(max = 2000) List<RuleBody> rules,
            @NotNull @Size(max = 5000) List<OfficeBody> offices) {

        static ListBody of(Routing routing) {
            return new ListBody(
                    routing.rules().stream()
                            .map(rule -> new RuleBody(rule.category(), rule.duty()))
                            .toList(),
                    routing.offices().stream()
                            .map(one -> new OfficeBody(one.name(), one.unit(), one.department()))
                            .toList());
        }

        Routing toRouting() {
            return new Routing(
                    IntStream.range(0, rules.size())
                            .mapToObj(i ->
                                    new Rule(
                                            i + 1,
                                            rules.get(i).category().strip(),
                                            rules.get(i).duty().strip()))
                            .toList(),
                    IntStream.range(0, offices.size())
                            .mapToObj(i ->
                                    new Office(
                                            i + 1,
                                            offices.get(i).name().strip(),
                                            offices.get(i).unit().strip(),
                                            offices.get(i).department().strip()))
                            .toList());
        }
    }

    /// @param author who put it in force
    record VersionBody(int number, Instant since, String author, String reason) {

        static VersionBody of(Version version, Names names) {
            return new VersionBody(
                    version.number(),
                    version.since(),
                    names.actor(version.author()),
                    version.reason());
        }
    }

    /// @param number of the version in force, 0 before the first
    /// @param newest number of the newest version, which is not in force before its day
    /// @param versions the newest first
    record InForceBody(int number, int newest, ListBody list, List<VersionBody> versions) {}

    /// @param csv text of the file
    record FileRequest(@NotNull @Size(max = 2_000_000) String csv) {}

    /// @param month whose filed cases are run through
    record SimulationRequest(@NotNull ListBody list, @NotNull YearMonth month) {}

    /// @param basedOn number of the newest version the author has seen
    /// @param day it begins on; absent for at once
    record NewListRequest(
            @NotNull @Valid ListBody list,
            int basedOn,
            @NotNull @Size(max = 2000) String reason,
            @Nullable LocalDate day) {}

    /// @param ground `OWNER`, `RULE`, `TERRITORY` or `NONE`
    /// @param rule the one that decided
    /// @param passed rules that held for the category but gave nobody
    /// @param burden absent where no department is proposed, and for whom it is not theirs to see
    record RouteBody(
            String department,
            @Nullable Named name,
            Routing.Ground ground,
            @Nullable RuleBody rule,
            List<RuleBody> passed,
            @Nullable BurdenBody burden) {

        static RouteBody of(Route route, Names names) {
            return of(route, Optional.empty(), names);
        }

        static RouteBody of(Route route, Optional<Load> burden, Names names) {
            return new RouteBody(
                    route.department(),
                    find(route.department(), names),
                    route.ground(),
                    route.rule()
                            .map(rule -> new RuleBody(rule.category(), rule.duty()))
                            .orElse(null),
                    route.passed().stream()
                            .map(rule -> new RuleBody(rule.category(), rule.duty()))
                            .toList(),
                    burden.map(BurdenBody::of).orElse(null));
        }
    }

    /// How much the department has on its hands.
    ///
    /// @param dispatched how often it was sent a case in the last `days`
    /// @param returned how often it gave one back in them
    record BurdenBody(
            long open, long overdue, long suspended, long dispatched, long returned, int days) {

        static BurdenBody of(Load load) {
            return new BurdenBody(
                    load.open(),
                    load.overdue(),
                    load.suspended(),
                    load.dispatched(),
                    load.returned(),
                    DepartmentLoads.DAYS);
        }
    }

    record MoveBody(
            String from, @Nullable Named fromName, String to, @Nullable Named toName, int cases) {}

    record LoadBody(String department, @Nullable Named name, int before, int after) {}

    /// @param department where people sent it
    record RoutedBody(
            long id,
            String caseNo,
            String category,
            Named categoryName,
            Named department,
            RouteBody before,
            RouteBody after) {

        static RoutedBody of(Routed one, Names names) {
            return new RoutedBody(
                    one.id(),
                    one.caseNo(),
                    one.category(),
                    names.category(one.category()),
                    names.department(one.department()),
                    RouteBody.of(one.before(), names),
                    RouteBody.of(one.after(), names));
        }
    }

    record ReroutingBody(
            int cases,
            int moved,
            int agreedBefore,
            int agreedAfter,
            List<MoveBody> moves,
            List<LoadBody> loads,
            List<RoutedBody> examples) {

        static ReroutingBody of(Rerouting found, Names names) {
            return new ReroutingBody(
                    found.cases(),
                    found.moved(),
                    found.agreedBefore(),
                    found.agreedAfter(),
                    found.moves().stream()
                            .map(move ->
                                    new MoveBody(
                                            move.from(),
                                            find(move.from(), names),
                                            move.to(),
                                            find(move.to(), names),
                                            move.cases()))
                            .toList(),
                    found.loads().stream()
                            .map(load ->
                                    new LoadBody(
                                            load.department(),
                                            find(load.department(), names),
                                            load.before(),
                                            load.after()))
                            .toList(),
                    found.examples().stream().map(one -> RoutedBody.of(one, names)).toList());
        }
    }

    /// @param findings what is wrong with the list; nothing is run through while there is any
    record SimulationBody(List<Finding> findings, @Nullable ReroutingBody rerouting) {

        static SimulationBody of(Simulation simulation, Names names) {
            return new SimulationBody(
                    simulation.findings(),
                    simulation
                            .rerouting()
                            .map(found -> ReroutingBody.of(found, names))
                            .orElse(null));
        }
    }

    private static @Nullable Named find(String department, Names names) {
        return department.isEmpty() ? null : names.department(department);
    }
}
