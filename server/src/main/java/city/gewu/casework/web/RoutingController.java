package city.gewu.casework.web;

import city.gewu.casework.CaseId;
import city.gewu.casework.model.DutyFile;
import city.gewu.casework.usecase.CityDutyList;
import city.gewu.casework.usecase.CityDutyList.Start;
import city.gewu.casework.usecase.DepartmentLoads;
import city.gewu.casework.web.RoutingBody.FileRequest;
import city.gewu.casework.web.RoutingBody.InForceBody;
import city.gewu.casework.web.RoutingBody.ListBody;
import city.gewu.casework.web.RoutingBody.NewListRequest;
import city.gewu.casework.web.RoutingBody.RouteBody;
import city.gewu.casework.web.RoutingBody.SimulationBody;
import city.gewu.casework.web.RoutingBody.SimulationRequest;
import city.gewu.casework.web.RoutingBody.VersionBody;
import city.gewu.catalogue.Catalogue;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.territory.Territory;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Who is to handle what (处置责任清单): read, tried out, changed, and why for one case.
@RestController
class RoutingController {

    private final CityDutyList duties;
    private final DepartmentLoads loads;
    private final Catalogue catalogue;
    private final People people;
    private final Territory territory;

    RoutingController(
            CityDutyList duties,
            DepartmentLoads loads,
            Catalogue catalogue,
            People people,
            Territory territory) {
        this.duties = duties;
        this.loads = loads;
        this.catalogue = catalogue;
        this.people = people;
        this.territory = territory;
    }

    /// The list in force, with those before it by number.
    @Needs(Right.MANAGE_ROUTING)
    @GetMapping("/api/routing")
    InForceBody getInForce() {
        var names = names();
        var versions =
                duties.listVersions().stream()
                        .map(version -> VersionBody.of(version, names))
                        .toList();
        return new InForceBody(
                duties.getNumberInForce(),
                versions.isEmpty() ? 0 : versions.getFirst().number(),
                ListBody.of(duties.getRouting()),
                versions);
    }

    /// Runs the cases filed in a month through the list in force and the one that is sent. Nothing
    /// is changed.
    @Needs(Right.MANAGE_ROUTING)
    @PostMapping("/api/routing/simulations")
    SimulationBody simulate(@RequestBody @Valid SimulationRequest request, @SignedIn Actor actor) {
        return SimulationBody.of(
                duties.simulate(request.list().toRouting(), request.month(), actor), names());
    }

    /// Any of the versions, also one that begins on a later day.
    @Needs(Right.MANAGE_ROUTING)
    @GetMapping("/api/routing/{number}")
    ListBody getVersion(@PathVariable int number) {
        return ListBody.of(duties.getVersion(number));
    }

    /// A version as a file for a spreadsheet.
    @Needs(Right.MANAGE_ROUTING)
    @GetMapping(value = "/api/routing/{number}/list.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> exportVersion(@PathVariable int number) {
        return ResponseEntity.ok()
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"duty-list-%d.csv\"".formatted(number))
                .body("\uFEFF" + DutyFile.write(duties.getVersion(number)));
    }

    /// Reads such a file. Nothing is changed: the page shows it, to be tried out.
    @Needs(Right.MANAGE_ROUTING)
    @PostMapping("/api/routing/files")
    ListBody readFile(@RequestBody @Valid FileRequest request) {
        return ListBody.of(DutyFile.read(request.csv()));
    }

    /// Puts the list that is sent in force, at once or from the beginning of a later day.
    @Needs(Right.MANAGE_ROUTING)
    @PostMapping("/api/routing")
    InForceBody putInForce(@RequestBody @Valid NewListRequest request, @SignedIn Actor actor) {
        duties.putInForce(
                request.list().toRouting(),
                new Start(request.basedOn(), Optional.ofNullable(request.day())),
                request.reason().strip(),
                actor);
        return getInForce();
    }

    /// Who the list in force proposes for the case, by which rule, and how much that department has
    /// on its hands.
    @Needs(Right.ACT_ON_CASES)
    @GetMapping("/api/cases/{id}/route")
    RouteBody explain(@PathVariable long id, @SignedIn Actor actor) {
        var route = duties.routeCase(new CaseId(id), actor);
        return RouteBody.of(route, loads.find(route.department(), actor), names());
    }

    private Names names() {
        return new Names(catalogue, people, territory);
    }
}
