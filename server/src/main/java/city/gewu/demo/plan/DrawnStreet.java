package city.gewu.demo.plan;

import city.gewu.demo.book.Table;
import city.gewu.platform.Named;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// A street as it is to be drawn.
///
/// @param west whether it lies west of the river
/// @param share of what is left of its side of the river, from the south
/// @param blockM2 how large its blocks are
/// @param uses how often a block is used for what, out of a hundred
record DrawnStreet(
        String code,
        String district,
        Named name,
        boolean west,
        double share,
        double blockM2,
        Map<LandUse, Double> uses) {

    static List<DrawnStreet> list() {
        return Table.read("plan/streets.csv").stream().map(DrawnStreet::of).toList();
    }

    private static DrawnStreet of(NamedCsvRecord row) {
        var uses = new EnumMap<LandUse, Double>(LandUse.class);
        for (var use : LandUse.values()) {
            uses.put(use, Table.number(row, use.name().toLowerCase(Locale.ROOT)));
        }
        return new DrawnStreet(
                row.getField("code"),
                row.getField("district"),
                new Named(row.getField("zh"), row.getField("en")),
                row.getField("side").equals("west"),
                Table.number(row, "share"),
                Table.number(row, "block_m2"),
                uses);
    }

    LandUse use(Random random) {
        double at = random.nextDouble() * 100;
        for (var use : LandUse.values()) {
            at -= uses.getOrDefault(use, 0.0);
            if (at < 0) {
                return use;
            }
        }
        return LandUse.HOUSING;
    }
}
