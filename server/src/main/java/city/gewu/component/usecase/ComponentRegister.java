package city.gewu.component.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.CategoryKind;
import city.gewu.component.CityComponent;
import city.gewu.component.Components;
import city.gewu.component.model.RowCheck;
import city.gewu.component.model.RowCheck.Verdict;
import city.gewu.component.store.ComponentStore;
import city.gewu.component.store.ComponentStore.Around;
import city.gewu.engine.spatial.GroundDistance;
import city.gewu.people.People;
import city.gewu.platform.RefusedException;
import city.gewu.territory.PointFile;
import city.gewu.territory.PointFile.Format;
import city.gewu.territory.PointFile.Row;
import city.gewu.territory.Territory;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The register, as one database keeps it.
@Component
class ComponentRegister implements Components {

    private static final int MOST = 200;
    private static final double FARTHEST_M = 5_000;

    private final ComponentStore register;
    private final Territory territory;
    private final Catalogue catalogue;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ComponentRegister(
            ComponentStore register,
            Territory territory,
            Catalogue catalogue,
            People people,
            TransactionTemplate transaction,
            Clock clock) {
        this.register = register;
        this.territory = territory;
        this.catalogue = catalogue;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public ImportedComponents importComponents(String file, Format format, InputStream in) {
        var rows = read(file, format, in);
        var check = new RowCheck(new CityKnows());
        var taken = new ArrayList<CityComponent>();
        var rejected = new ArrayList<RejectedComponent>();
        for (var row : rows) {
            switch (check.check(row)) {
                case Verdict.Taken(var component) -> taken.add(component);
                case Verdict.Refused(var why) -> rejected.add(why);
            }
        }
        var now = clock.instant();
        var done =
                transaction.execute(_ -> {
                    var saved = register.save(taken, now);
                    int same = taken.size() - saved.added() - saved.changed();
                    var result =
                            new ImportedComponents(
                                    rows.size(), saved.added(), saved.changed(), same, rejected);
                    register.saveRun(file, result, now);
                    return result;
                });
        return done;
    }

    private static List<Row> read(String file, Format format, InputStream in) {
        try {
            return PointFile.read(format, in);
        } catch (PointFile.Unreadable e) {
            throw new RefusedException(
                    "component.unreadable-file",
                    "The file (%s) cannot be read as components: %s".formatted(file, e.why()),
                    "Export the components again as GeoJSON points or as CSV in UTF-8.");
        }
    }

    @Override
    public List<NearComponent> listNear(
            double longitude, double latitude, double radiusM, String category) {
        double radius = Math.clamp(radiusM, 1, FARTHEST_M);
        double up = GroundDistance.degreesUp(radius);
        double across = GroundDistance.degreesAcross(radius, latitude);
        return register.listIn(new Around(longitude, latitude, across, up), category, MOST).stream()
                .map(one -> new NearComponent(one, metres(one, longitude, latitude)))
                .filter(near -> near.metres() <= radius)
                .sorted(Comparator.comparingDouble(NearComponent::metres))
                .toList();
    }

    private static double metres(CityComponent one, double longitude, double latitude) {
        return GroundDistance.metres(longitude, latitude, one.longitude(), one.latitude());
    }

    @Override
    public Optional<CityComponent> findComponent(String code) {
        return register.find(code);
    }

    @Override
    public List<String> listOwners(List<Spot> spots) {
        return register.listOwners(
                spots,
                spot -> GroundDistance.degreesAcross(OWNED_WITHIN_M, spot.latitude()),
                GroundDistance.degreesUp(OWNED_WITHIN_M));
    }

    private final class CityKnows implements RowCheck.Known {

        @Override
        public boolean hasComponentCategory(String code) {
            return catalogue
                    .findCategory(code)
                    .filter(one -> one.kind() == CategoryKind.COMPONENT)
                    .isPresent();
        }

        @Override
        public boolean hasDepartment(String code) {
            return people.findDepartment(code).isPresent();
        }

        @Override
        public boolean holds(double longitude, double latitude) {
            return territory.findPlace(longitude, latitude).isPresent();
        }
    }
}
