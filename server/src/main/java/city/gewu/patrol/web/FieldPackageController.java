package city.gewu.patrol.web;

import city.gewu.patrol.store.GroundStore.ComponentPoint;
import city.gewu.patrol.usecase.FieldPackages;
import city.gewu.patrol.usecase.FieldSettings;
import city.gewu.patrol.web.PackageBody.CategoryBody;
import city.gewu.patrol.web.PackageBody.Collection;
import city.gewu.patrol.web.PackageBody.PersonBody;
import city.gewu.patrol.web.PackageBody.SettingsBody;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;

/// What a phone stores, to work without a network. Asked again with its `ETag`, it answers 304
/// while nothing has changed.
@RestController
@Needs(Right.WORK_IN_FIELD)
class FieldPackageController {

    private final FieldPackages packages;
    private final FieldSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    FieldPackageController(
            FieldPackages packages, FieldSettings settings, JsonMapper json, Clock clock) {
        this.packages = packages;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /// @param items each as code, category, name, longitude, latitude
    record ComponentsBody(String revision, List<List<Object>> items) {

        static List<Object> item(ComponentPoint one) {
            return List.of(one.code(), one.category(), one.name(), one.longitude(), one.latitude());
        }
    }

    @GetMapping("/api/field/package")
    ResponseEntity<PackageBody> stored(@SignedIn Actor actor, WebRequest request) {
        var body =
                new PackageBody(
                        "",
                        null,
                        PersonBody.of(actor),
                        packages.listCategories().stream().map(CategoryBody::of).toList(),
                        Collection.of(packages.listGrids(actor)),
                        SettingsBody.of(settings));
        String revision = checksum(json.writeValueAsBytes(body));
        return request.checkNotModified(tag(revision))
                ? notModified(revision)
                : tagged(revision).body(body.at(revision, clock.instant()));
    }

    @GetMapping("/api/field/components")
    ResponseEntity<ComponentsBody> components(@SignedIn Actor actor, WebRequest request) {
        var items = packages.listComponents(actor).stream().map(ComponentsBody::item).toList();
        String revision = checksum(json.writeValueAsBytes(items));
        return request.checkNotModified(tag(revision))
                ? notModified(revision)
                : tagged(revision).body(new ComponentsBody(revision, items));
    }

    private static <T> ResponseEntity<T> notModified(String revision) {
        return ResponseEntity.status(304).eTag(tag(revision)).build();
    }

    private static ResponseEntity.BodyBuilder tagged(String revision) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(tag(revision));
    }

    private static String tag(String revision) {
        return "\"" + revision + "\"";
    }

    private static String checksum(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return HexFormat.of().toHexDigits((int) sum.getValue()) + "-" + bytes.length;
    }
}
