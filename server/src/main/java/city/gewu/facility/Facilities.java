package city.gewu.facility;

import city.gewu.territory.PointFile.Format;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// The register of places people look for (便民设施台账).
public interface Facilities {

    /// Takes facilities in by their code: what is new is added, what differs is changed, what
    /// cannot be is rejected with its reason, which stays with the run.
    ///
    /// GeoJSON has points with the properties `code`, `kind`, `name`, `name_en`, `address`,
    /// `hours`, `accessible`, `fee`, `phone` and `state`; CSV has columns of these names and
    /// `longitude` and `latitude`. Refused with `facility.unreadable-file` when the file is
    /// neither.
    ///
    /// @param by id of the person or machine
    ImportedFacilities importFacilities(String file, Format format, InputStream in, String by);

    /// Puts one facility in place of what was known of its code. Refused with `facility.bad-code`,
    /// and with `facility.bad-position` outside the city.
    void save(Facility facility, String by);

    /// Around a point, the nearest first, at most 200; removed ones are left out.
    ///
    /// @param kind empty for all
    /// @param openOnly leaves out what is closed now or not in use; what nobody knows stays
    List<NearFacility> listNear(
            double longitude,
            double latitude,
            double radiusM,
            Optional<FacilityKind> kind,
            boolean openOnly);

    /// All of the register, by code.
    List<Facility> listAll();

    Optional<Facility> find(String code);

    /// Whether it is open at this moment in the city; empty when nobody knows.
    Optional<Boolean> isOpenNow(Facility facility);

    /// A facility and how far away it is (附近设施).
    record NearFacility(Facility facility, double metres, Optional<Boolean> openNow) {}

    /// What an import did (导入结果).
    record ImportedFacilities(
            int read, int added, int changed, int unchanged, List<RejectedFacility> rejected) {

        public ImportedFacilities {
            rejected = List.copyOf(rejected);
        }
    }

    /// A row that was not taken (退回行).
    ///
    /// @param row its number in the file, from 1, without the header
    /// @param reason code such as `bad-hours`, with the value in `detail`
    record RejectedFacility(int row, String code, String reason, String detail) {}
}
