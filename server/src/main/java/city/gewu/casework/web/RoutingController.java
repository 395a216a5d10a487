package city.gewu.casework.web;

import city.gewu.casework.CaseId;
import city.gewu.casework.usecase.CityDutyList;
import city.gewu.casework.usecase.DepartmentLoads;
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

    /// Puts the list that is sent in force from now on.
    @Needs(Right.MANAGE_ROUTING)
    @PostMapping("/api/routing")
    InForceBody putInForce(@RequestBody @Valid NewListRequest request, @SignedIn Actor actor) {
        duties.putInForce(
                request.list().toRouting(), request.basedOn(), request.reason().strip(), actor);
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
