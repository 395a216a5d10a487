package city.gewu.facility.web;

import city.gewu.audit.Audit;
import city.gewu.facility.Facilities;
import city.gewu.facility.Facilities.ImportedFacilities;
import city.gewu.facility.Facility;
import city.gewu.facility.FacilityKind;
import city.gewu.facility.FacilityState;
import city.gewu.facility.OpeningHours;
import city.gewu.facility.model.FacilityCheck;
import city.gewu.facility.usecase.FacilityPhotos;
import city.gewu.facility.web.FacilityBody.PointBody;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Named;
import city.gewu.platform.Needs;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import city.gewu.territory.PointFile.Format;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Places people look for: near a point for everybody, the register for who keeps it.
@RestController
class FacilityController {

    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Facilities facilities;
    private final FacilityPhotos photos;

    FacilityController(Facilities facilities, FacilityPhotos photos) {
        this.facilities = facilities;
        this.photos = photos;
    }

    record FacilityRequest(
            @NotNull FacilityKind kind,
            @NotBlank @Size(max = 100) String name,
            @NotNull @Size(max = 100) String nameEn,
            @NotNull @Size(max = 300) String address,
            @NotNull PointBody position,
            @NotNull @Size(max = 500) String hours,
            boolean accessible,
            @NotNull @Size(max = 100) String fee,
            @NotNull @Size(max = 40) String phone,
            @NotNull FacilityState state) {}

    /// @param radius metres, at most 20000
    /// @param open leaves out what is closed now
    @OpenToAll("Anybody may look for a toilet.")
    @GetMapping("/open/facilities")
    List<FacilityBody> listNear(
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "5000") double radius) {
        return withPhotos(
                facilities.listNear(lon, lat, radius, kind(kind), open).stream()
                        .map(FacilityBody::of)
                        .toList(),
                false);
    }

    private static Optional<FacilityKind> kind(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                FacilityCheck.findKind(text.strip())
                        .orElseThrow(() ->
                                new RefusedException(
                                        "facility.unknown-kind",
                                        "There is no kind (%s) of facilities.".formatted(text),
                                        "Ask for TOILET, MARKET, PARKING, RELIEF_POINT or"
                                                + " SERVICE_POINT.")));
    }

    /// A point of the layer.
    record Feature(String type, Map<String, Object> geometry, Map<String, Object> properties) {}

    record Layer(String type, List<Feature> features) {}

    @OpenToAll("The map shows them.")
    @GetMapping("/open/facilities/layer")
    ResponseEntity<Layer> layer(@RequestParam(defaultValue = "") String kind) {
        var wanted = kind(kind);
        var features =
                facilities.listAll().stream()
                        .filter(one -> one.state() != FacilityState.REMOVED)
                        .filter(one -> wanted.isEmpty() || wanted.get() == one.kind())
                        .map(FacilityController::feature)
                        .toList();
        return ResponseEntity.ok()
                .cacheControl(A_WHILE)
                .body(new Layer("FeatureCollection", features));
    }

    private static Feature feature(Facility one) {
        return new Feature(
                "Feature",
                Map.of("type", "Point", "coordinates", List.of(one.longitude(), one.latitude())),
                Map.of(
                        "code", one.code(),
                        "kind", one.kind().name(),
                        "zh", one.name().zh(),
                        "en", one.name().en(),
                        "state", one.state().name()));
    }

    @Needs(Right.BASICS)
    @GetMapping("/api/facilities")
    List<FacilityBody> listAll() {
        return withPhotos(
                facilities.listAll().stream()
                        .map(one -> FacilityBody.of(one, facilities.isOpenNow(one), null))
                        .toList(),
                true);
    }

    private List<FacilityBody> withPhotos(List<FacilityBody> all, boolean keeper) {
        var shown = photos.list(all.stream().map(FacilityBody::code).toList());
        return all.stream()
                .map(one -> one.with(shown.getOrDefault(one.code(), List.of()), keeper))
                .toList();
    }

    /// Puts one facility in place of what was known of its code.
    @Needs(Right.MANAGE_FACILITIES)
    @PutMapping("/api/facilities/{code}")
    FacilityBody save(
            @PathVariable @Size(max = 40) String code,
            @RequestBody @Valid FacilityRequest wanted,
            @SignedIn Actor actor) {
        var hours =
                OpeningHours.find(wanted.hours())
                        .orElseThrow(() ->
                                new RefusedException(
                                        "facility.bad-hours",
                                        "The hours (%s) cannot be read.".formatted(wanted.hours()),
                                        "Write rules such as: Mo-Fr 08:00-18:00; Sa off; 24/7."));
        var facility =
                new Facility(
                        code,
                        wanted.kind(),
                        new Named(
                                wanted.name().strip(),
                                wanted.nameEn().isBlank() ? wanted.name() : wanted.nameEn()),
                        wanted.address().strip(),
                        hours,
                        wanted.accessible(),
                        wanted.fee().strip(),
                        wanted.phone().strip(),
                        wanted.state(),
                        wanted.position().lon(),
                        wanted.position().lat());
        facilities.save(facility, actor.id());
        return FacilityBody.of(facility, facilities.isOpenNow(facility), null);
    }

    /// Takes the file in the body in. What was not taken comes back with its reason and stays with
    /// the run.
    @Needs(Right.MANAGE_FACILITIES)
    @PostMapping("/api/facilities/imports")
    ImportedFacilities importFacilities(
            @RequestParam String file,
            @RequestParam Format format,
            @SignedIn Actor actor,
            HttpServletRequest http)
            throws IOException {
        Audit.detail(http, "file", file);
        return facilities.importFacilities(file, format, http.getInputStream(), actor.id());
    }
}
