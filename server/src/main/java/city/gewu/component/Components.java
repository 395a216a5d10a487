package city.gewu.component;

import city.gewu.territory.PointFile.Format;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// The register of components (部件台账).
public interface Components {

    /// Takes components in by their code: what is new is added, what differs is changed, what
    /// cannot be is rejected with its reason, which stays with the run.
    ///
    /// GeoJSON has points with the properties `code`, `category`, `name`, `department` and `state`;
    /// CSV has columns of these names and `longitude` and `latitude`. Refused with
    /// `component.unreadable-file` when the file is neither.
    ImportedComponents importComponents(String file, Format format, InputStream in);

    /// Components around a point, the nearest first, at most 200; removed ones are left out.
    ///
    /// @param category code of a minor category, or empty text for all
    List<NearComponent> listNear(
            double longitude, double latitude, double radiusM, String category);

    Optional<CityComponent> findComponent(String code);

    /// For each spot, in the same order, who answers for the nearest component of its category
    /// within [#OWNED_WITHIN_M]; empty text where nobody is known.
    List<String> listOwners(List<Spot> spots);

    /// A problem this close to a component is told of that component.
    double OWNED_WITHIN_M = 15;

    /// Where something of a category was found (发现点).
    ///
    /// @param longitude WGS84 degrees, as is `latitude`
    record Spot(double longitude, double latitude, String category) {}

    /// What an import did (导入结果).
    record ImportedComponents(
            int read, int added, int changed, int unchanged, List<RejectedComponent> rejected) {

        public ImportedComponents {
            rejected = List.copyOf(rejected);
        }
    }

    /// A row that was not taken (退回行).
    ///
    /// @param row its number in the file, from 1, without the header
    /// @param reason code such as `bad-code`, with the value in `detail`
    record RejectedComponent(int row, String code, String reason, String detail) {}

    /// A component and how far away it stands (附近部件).
    record NearComponent(CityComponent component, double metres) {}
}
