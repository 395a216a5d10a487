package city.gewu.people.web;

import city.gewu.people.Actor;
import city.gewu.people.Separation;
import city.gewu.people.SignedIn;
import city.gewu.people.usecase.CitySeparations;
import city.gewu.platform.Named;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Rules that keep powers apart.
@RestController
@RequestMapping("/api/separations")
class SeparationController {

    private final CitySeparations separations;

    SeparationController(CitySeparations separations) {
        this.separations = separations;
    }

    /// @param kind `posts` or `parts`
    /// @param source the clause that asks for it; absent when none does
    /// @param switchable whether the city may set it on or off
    record SeparationBody(
            String code,
            String kind,
            List<String> first,
            List<String> second,
            Named words,
            @Nullable String source,
            boolean switchable,
            boolean enforced) {

        static SeparationBody of(Separation rule) {
            return new SeparationBody(
                    rule.code(),
                    rule.kind().name().toLowerCase(Locale.ROOT),
                    rule.first(),
                    rule.second(),
                    rule.words(),
                    rule.source().isEmpty() ? null : rule.source(),
                    rule.switchable(),
                    rule.enforced());
        }
    }

    record SwitchRequest(@NotNull Boolean enforced, @NotBlank String reason) {}

    @GetMapping
    @Needs(Right.READ_PEOPLE)
    List<SeparationBody> listSeparations() {
        return separations.listSeparations().stream().map(SeparationBody::of).toList();
    }

    @PutMapping("/{code}")
    @Needs(Right.MANAGE_AUTHORITY)
    SeparationBody setSeparation(
            @PathVariable String code,
            @Valid @RequestBody SwitchRequest wanted,
            @SignedIn Actor actor) {
        return SeparationBody.of(
                separations.set(code, wanted.enforced(), wanted.reason().strip(), actor.id()));
    }
}
