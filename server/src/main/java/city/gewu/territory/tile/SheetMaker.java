package city.gewu.territory.tile;

import city.gewu.engine.spatial.MapShape;
import city.gewu.territory.model.BaseFeature;
import city.gewu.territory.model.CitySnapshot;
import city.gewu.territory.model.LevelSnapshot;
import city.gewu.territory.model.UnitShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/// Says what the map shows of a city, and from which zoom.
final class SheetMaker {

    /// Units smaller than this, in tile units, would only be noise: three pixels.
    private static final double SPECK = 48;

    private static final double NO_SPECK = 0;

    /// How many levels stand in for a base map where there is none.
    private static final int OUTLINED_LEVELS = 2;

    private SheetMaker() {}

    static TileSheet units(LevelSnapshot level) {
        return new TileSheet(level.units().stream().map(SheetMaker::unit).toList());
    }

    private static TileFeature unit(UnitShape unit) {
        var name = unit.unit().name();
        return new TileFeature(
                "unit",
                0,
                SPECK,
                MapShape.of(unit.shape()),
                Map.of("code", unit.code(), "name", name.zh(), "nameEn", name.en()));
    }

    /// The base map; the outlines and names of the coarsest levels where the city has none.
    static TileSheet base(CitySnapshot city) {
        return new TileSheet(
                city.baseMap().isEmpty()
                        ? outlines(city)
                        : city.baseMap().stream().map(SheetMaker::baseFeature).toList());
    }

    private static TileFeature baseFeature(BaseFeature feature) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (!feature.kind().isEmpty()) {
            properties.put(feature.layer().equals("label") ? "kind" : "class", feature.kind());
        }
        if (!feature.name().isEmpty()) {
            properties.put("name", feature.name());
        }
        boolean label = feature.layer().equals("label");
        return new TileFeature(
                feature.layer(),
                label ? labelZoom(feature.kind()) : zoom(feature.layer(), feature.kind()),
                feature.layer().equals("building") ? 16 : NO_SPECK,
                MapShape.of(feature.shape()),
                properties);
    }

    private static int zoom(String layer, String kind) {
        return switch (layer) {
            case "water" -> 0;
            case "building" -> 14;
            case "road" ->
                    switch (kind) {
                        case "primary" -> 8;
                        case "secondary" -> 10;
                        case "tertiary" -> 12;
                        default -> 13;
                    };
            default -> 9;
        };
    }

    private static int labelZoom(String kind) {
        return switch (kind) {
            case "city", "district" -> 8;
            case "water", "street" -> 10;
            case "community" -> 12;
            default -> 13;
        };
    }

    private static List<TileFeature> outlines(CitySnapshot city) {
        var features = new ArrayList<TileFeature>();
        var levels =
                city.levels().stream()
                        .filter(level -> !level.units().isEmpty())
                        .limit(OUTLINED_LEVELS)
                        .toList();
        for (int i = 0; i < levels.size(); i++) {
            for (UnitShape unit : levels.get(i).units()) {
                addOutline(unit, levels.get(i).level().code(), i == 0 ? 0 : 12, features);
            }
        }
        return features;
    }

    private static void addOutline(
            UnitShape unit, String level, int fromZoom, List<TileFeature> to) {
        Geometry shape = unit.shape();
        var name = unit.unit().name();
        to.add(
                new TileFeature(
                        "boundary",
                        fromZoom,
                        SPECK,
                        MapShape.outline(shape),
                        Map.of("class", level, "code", unit.code())));
        to.add(
                new TileFeature(
                        "label",
                        fromZoom + 2,
                        NO_SPECK,
                        MapShape.of(shape.getInteriorPoint()),
                        Map.of("kind", level, "name", name.zh(), "nameEn", name.en())));
    }
}
