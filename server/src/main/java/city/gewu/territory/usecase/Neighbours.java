package city.gewu.territory.usecase;

import city.gewu.engine.spatial.Coverage;
import city.gewu.territory.model.UnitShape;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Tells where the units of a level overlap or leave ground between them.
final class Neighbours {

    /// Square metres below which a difference is only the rounding of coordinates.
    private static final double TOLERANCE_M2 = 1.0;

    private static final int TOLD = 10;

    private Neighbours() {}

    static void tell(List<UnitShape> units, Consumer<String> warnings) {
        var shapes = units.stream().map(UnitShape::shape).toList();
        var overlaps = Coverage.listOverlaps(shapes, TOLERANCE_M2);
        overlaps.stream()
                .limit(TOLD)
                .map(overlap ->
                        String.format(
                                Locale.ROOT,
                                "The units (%s) and (%s) overlap by %.0f m² at (%.6f, %.6f).",
                                units.get(overlap.first()).code(),
                                units.get(overlap.second()).code(),
                                overlap.squareMetres(),
                                overlap.longitude(),
                                overlap.latitude()))
                .forEach(warnings);
        tellRest(
                "overlaps",
                overlaps.stream().mapToDouble(Coverage.Overlap::squareMetres).toArray(),
                warnings);
        var gaps = Coverage.listGaps(shapes, TOLERANCE_M2);
        gaps.stream()
                .limit(TOLD)
                .map(gap ->
                        String.format(
                                Locale.ROOT,
                                "A gap of %.0f m² between units at (%.6f, %.6f).",
                                gap.squareMetres(),
                                gap.longitude(),
                                gap.latitude()))
                .forEach(warnings);
        tellRest("gaps", gaps.stream().mapToDouble(Coverage.Gap::squareMetres).toArray(), warnings);
    }

    private static void tellRest(String what, double[] sizes, Consumer<String> warnings) {
        if (sizes.length > TOLD) {
            double sum = 0;
            for (int i = TOLD; i < sizes.length; i++) {
                sum += sizes[i];
            }
            warnings.accept(
                    String.format(
                            Locale.ROOT,
                            "And %d smaller %s, %.0f m² together.",
                            sizes.length - TOLD,
                            what,
                            sum));
        }
    }
}
