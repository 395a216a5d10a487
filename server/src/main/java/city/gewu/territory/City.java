package city.gewu.territory;

import city.gewu.platform.Named;
import java.time.ZoneId;
import java.util.List;

/// The city this data directory holds.
///
/// @param code short code, prefix of case numbers: `JM`, `BOS`
/// @param zone periods and days are counted in it
/// @param demo whether its data were generated, which the interface then says
public record City(
        String code,
        Named name,
        ZoneId zone,
        List<Level> levels,
        double centreLongitude,
        double centreLatitude,
        double zoom,
        boolean demo) {

    public City {
        levels = List.copyOf(levels);
    }
}
