package city.gewu.component.web;

import city.gewu.audit.Audit;
import city.gewu.component.CityComponent;
import city.gewu.component.Components;
import city.gewu.component.Components.ImportedComponents;
import city.gewu.platform.Needs;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import city.gewu.territory.PointFile.Format;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What stands in the streets around a point.
@RestController
@Needs(Right.BASICS)
class ComponentController {

    private final Components components;

    ComponentController(Components components) {
        this.components = components;
    }

    /// @param position longitude, latitude
    record ComponentBody(
            String code,
            String category,
            String name,
            String department,
            List<Double> position,
            String state,
            long metres) {

        static ComponentBody of(CityComponent one, double metres) {
            return new ComponentBody(
                    one.code(),
                    one.category(),
                    one.name(),
                    one.department(),
                    List.of(one.longitude(), one.latitude()),
                    one.state().name(),
                    Math.round(metres));
        }
    }

    /// @param near longitude and latitude
    /// @param radius metres, at most 5000
    @GetMapping("/api/components")
    List<ComponentBody> listNear(
            @RequestParam List<Double> near,
            @RequestParam(defaultValue = "200") double radius,
            @RequestParam(defaultValue = "") String category) {
        if (near.size() != 2) {
            throw new IllegalArgumentException("near is longitude and latitude");
        }
        return components.listNear(near.get(0), near.get(1), radius, category.strip()).stream()
                .map(found -> ComponentBody.of(found.component(), found.metres()))
                .toList();
    }

    @GetMapping("/api/components/{code}")
    ComponentBody getComponent(@PathVariable String code) {
        return components
                .findComponent(code)
                .map(one -> ComponentBody.of(one, 0))
                .orElseThrow(() ->
                        new RefusedException(
                                "component.not-found",
                                "No component has the code (%s).".formatted(code),
                                "Type the sixteen digits of its plate."));
    }

    /// Takes the file in the body in. What was not taken comes back with its reason and stays with
    /// the run.
    @Needs(Right.MANAGE_COMPONENTS)
    @PostMapping("/api/components/imports")
    ImportedComponents importComponents(
            @RequestParam String file, @RequestParam Format format, HttpServletRequest http)
            throws IOException {
        Audit.detail(http, "file", file);
        return components.importComponents(file, format, http.getInputStream());
    }
}
