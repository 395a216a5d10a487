package city.gewu.facility.usecase;

import city.gewu.engine.spatial.GroundDistance;
import city.gewu.facility.Facilities;
import city.gewu.facility.Facility;
import city.gewu.facility.FacilityKind;
import city.gewu.facility.FacilityState;
import city.gewu.facility.model.FacilityCheck;
import city.gewu.facility.model.FacilityCheck.Verdict;
import city.gewu.facility.store.FacilityStore;
import city.gewu.facility.store.FacilityStore.Around;
import city.gewu.platform.RefusedException;
import city.gewu.territory.PointFile;
import city.gewu.territory.PointFile.Format;
import city.gewu.territory.PointFile.Row;
import city.gewu.territory.Territory;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The register, as one database keeps it.
@Component
class FacilityRegister implements Facilities {

    private static final int MOST_READ = 1_000;
    private static final int MOST = 200;
    private static final double FARTHEST_M = 20_000;

    private final FacilityStore register;
    private final Territory territory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FacilityRegister(
            FacilityStore register,
            Territory territory,
            TransactionTemplate transaction,
            Clock clock) {
        this.register = register;
        this.territory = territory;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public ImportedFacilities importFacilities(
            String file, Format format, InputStream in, String by) {
        var rows = read(file, format, in);
        var check = new FacilityCheck(this::isInCity);
        var taken = new ArrayList<Facility>();
        var rejected = new ArrayList<RejectedFacility>();
        for (var row : rows) {
            switch (check.check(row)) {
                case Verdict.Taken(var facility) -> taken.add(facility);
                case Verdict.Refused(var why) -> rejected.add(why);
            }
        }
        var now = clock.instant();
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    var saved = register.save(taken, by, now);
                    int same = taken.size() - saved.added() - saved.changed();
                    var result =
                            new ImportedFacilities(
                                    rows.size(), saved.added(), saved.changed(), same, rejected);
                    register.saveRun(file, result, now);
                    return result;
                }));
    }

    private static List<Row> read(String file, Format format, InputStream in) {
        try {
            return PointFile.read(format, in);
        } catch (PointFile.Unreadable e) {
            throw new RefusedException(
                    "facility.unreadable-file",
                    "The file (%s) cannot be read as facilities: %s".formatted(file, e.why()),
                    "Export the facilities again as GeoJSON points or as CSV in UTF-8.");
        }
    }

    private boolean isInCity(double longitude, double latitude) {
        return territory.findPlace(longitude, latitude).isPresent();
    }

    @Override
    public void save(Facility facility, String by) {
        if (!FacilityCheck.isCode(facility.code())) {
            throw new RefusedException(
                    "facility.bad-code",
                    "The code (%s) is none of the register.".formatted(facility.code()),
                    "Use letters, digits, dots, dashes and underlines, 40 at most.");
        }
        if (!isInCity(facility.longitude(), facility.latitude())) {
            throw new RefusedException(
                    "facility.bad-position",
                    "The position (%s, %s) lies outside the city."
                            .formatted(facility.longitude(), facility.latitude()),
                    "Put the marker where the facility is.");
        }
        register.save(List.of(facility), by, clock.instant());
    }

    @Override
    public List<NearFacility> listNear(
            double longitude,
            double latitude,
            double radiusM,
            Optional<FacilityKind> kind,
            boolean openOnly) {
        double radius = Math.clamp(radiusM, 1, FARTHEST_M);
        double up = GroundDistance.degreesUp(radius);
        double across = GroundDistance.degreesAcross(radius, latitude);
        var around = new Around(longitude, latitude, across, up);
        return register.listIn(around, kind.map(FacilityKind::name).orElse(""), MOST_READ).stream()
                .map(one ->
                        new NearFacility(
                                one,
                                GroundDistance.metres(
                                        longitude, latitude, one.longitude(), one.latitude()),
                                isOpenNow(one)))
                .filter(near -> near.metres() <= radius)
                .filter(near -> !openOnly || near.openNow().orElse(true))
                .sorted(Comparator.comparingDouble(NearFacility::metres))
                .limit(MOST)
                .toList();
    }

    @Override
    public List<Facility> listAll() {
        return register.listAll();
    }

    @Override
    public Optional<Facility> find(String code) {
        return register.find(code);
    }

    @Override
    public Optional<Boolean> isOpenNow(Facility facility) {
        return facility.state() == FacilityState.IN_USE
                ? facility.hours()
                        .isOpen(
                                LocalDateTime.ofInstant(
                                        clock.instant(), territory.getCity().zone()))
                : Optional.of(false);
    }
}
