package city.gewu.patrol.web;

import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.Question;
import city.gewu.patrol.store.GroundStore.ComponentPoint;
import city.gewu.patrol.usecase.FieldPackages;
import city.gewu.patrol.usecase.FieldPackages.MadeOf;
import city.gewu.patrol.usecase.FieldSettings;
import city.gewu.patrol.web.PackageBody.CategoryBody;
import city.gewu.patrol.web.PackageBody.Collection;
import city.gewu.patrol.web.PackageBody.PersonBody;
import city.gewu.patrol.web.PackageBody.SettingsBody;
import city.gewu.people.Actor;
import city.gewu.people.Area;
import city.gewu.people.SignedIn;
import city.gewu.platform.Named;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.time.Clock;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// What a phone stores, to work without a network. Asked again with its `ETag`, it answers 304
/// while nothing has changed: the tag is known from what the package is made of, so nothing is read
/// or written out to find that it is the same.
@RestController
@Needs(Right.WORK_IN_FIELD)
class FieldPackageController {

    /// A program that writes these otherwise has other tags.
    private static final String PACKAGE =
            Revision.shape(PackageBody.class, MinorCategory.class, Question.class, Named.class);

    private static final String COMPONENTS = Revision.shape(ComponentsBody.class);

    private final FieldPackages packages;
    private final FieldSettings settings;
    private final Clock clock;

    FieldPackageController(FieldPackages packages, FieldSettings settings, Clock clock) {
        this.packages = packages;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param items each as code, category, name, longitude, latitude
    record ComponentsBody(String revision, List<List<Object>> items) {

        static List<Object> item(ComponentPoint one) {
            return List.of(one.code(), one.category(), one.name(), one.longitude(), one.latitude());
        }
    }

    /// What makes two packages the same.
    private record PackageKey(
            String shape, PersonBody person, MadeOf madeOf, SettingsBody settings) {}

    private record ComponentsKey(String shape, List<Area> reach, long territory, long components) {}

    @GetMapping("/api/field/package")
    ResponseEntity<PackageBody> stored(@SignedIn Actor actor, WebRequest request) {
        var person = PersonBody.of(actor);
        var made = packages.madeOf(actor);
        String revision =
                Revision.of(new PackageKey(PACKAGE, person, made, SettingsBody.of(settings)));
        if (request.checkNotModified(tag(revision))) {
            return notModified(revision);
        }
        return tagged(revision)
                .body(
                        new PackageBody(
                                revision,
                                clock.instant(),
                                person,
                                packages.listCategories().stream().map(CategoryBody::of).toList(),
                                Collection.of(packages.listGrids(actor)),
                                SettingsBody.of(settings)));
    }

    @GetMapping("/api/field/components")
    ResponseEntity<ComponentsBody> components(@SignedIn Actor actor, WebRequest request) {
        var made = packages.madeOf(actor);
        String revision =
                Revision.of(
                        new ComponentsKey(
                                COMPONENTS, made.reach(), made.territory(), made.components()));
        if (request.checkNotModified(tag(revision))) {
            return notModified(revision);
        }
        var items = packages.listComponents(actor).stream().map(ComponentsBody::item).toList();
        return tagged(revision).body(new ComponentsBody(revision, items));
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
}
