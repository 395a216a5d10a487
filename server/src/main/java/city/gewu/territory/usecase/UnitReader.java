package city.gewu.territory.usecase;

import city.gewu.engine.spatial.Coverage;
import city.gewu.engine.spatial.GroundArea;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory.UnitImport;
import city.gewu.territory.TerritoryUnit;
import city.gewu.territory.geojson.Feature;
import city.gewu.territory.geojson.GeoFile;
import city.gewu.territory.geojson.ReferenceSystem;
import city.gewu.territory.geojson.ShapeReader;
import city.gewu.territory.model.CodeTemplate;
import city.gewu.territory.model.UnitShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/// Turns the features of a file into units, through the templates of the level.
final class UnitReader {

    private final UnitImport request;
    private final CodeTemplate codes;
    private final CodeTemplate namesZh;
    private final CodeTemplate namesEn;
    private final CodeTemplate parents;
    private final Consumer<String> warnings;

    private record Read(String where, UnitShape unit) {}

    UnitReader(UnitImport request, Consumer<String> warnings) {
        this.request = request;
        this.codes = new CodeTemplate(request.codeTemplate());
        this.namesZh = new CodeTemplate(request.nameTemplateZh());
        this.namesEn = new CodeTemplate(request.nameTemplateEn());
        this.parents = new CodeTemplate(request.parentTemplate());
        this.warnings = warnings;
    }

    /// The units in the order of the file; a parent's code only where the request has a template.
    List<UnitShape> read(GeoFile file) {
        var shapes = new ShapeReader(ReferenceSystem.of(request.crs(), file.crs()));
        Map<String, Read> units = new LinkedHashMap<>();
        for (Feature feature : file.features()) {
            UnitShape unit = unit(feature, shapes);
            Read first = units.putIfAbsent(unit.code(), new Read(feature.where(), unit));
            if (first != null) {
                requireRepetition(first, feature, unit);
            }
        }
        var all = new ArrayList<UnitShape>();
        units.values().forEach(read -> all.add(read.unit()));
        return all;
    }

    private UnitShape unit(Feature feature, ShapeReader shapes) {
        String code = codes.fill(feature.properties(), feature.where());
        if (code.isBlank()) {
            throw new RefusedException(
                    "territory.bad-code",
                    "%s has no code: the template (%s) gives empty text."
                            .formatted(feature.where(), request.codeTemplate()),
                    "Fill in the property, or take another one for the code of this level.");
        }
        String label = "%s, code (%s),".formatted(feature.where(), code);
        Geometry shape = Coverage.partedAtTouches(shapes.shape(feature, label));
        if (!(shape instanceof Polygonal)) {
            throw badGeometry(label, "is no area but a (%s)".formatted(feature.type()));
        }
        Coverage.findFlaw(shape)
                .ifPresent(flaw -> {
                    throw badGeometry(
                            label,
                            "has a broken ring (%s) at (%.7f, %.7f)"
                                    .formatted(flaw.reason(), flaw.longitude(), flaw.latitude()));
                });
        var unit =
                new TerritoryUnit(
                        request.level(),
                        code,
                        new Named(
                                namesZh.fill(feature.properties(), feature.where()),
                                namesEn.fill(feature.properties(), feature.where())),
                        parents.fill(feature.properties(), feature.where()),
                        GroundArea.squareMetres(shape));
        return new UnitShape(unit, shape);
    }

    /// A row doubled in the export is harmless; two shapes under one code are not.
    private void requireRepetition(Read first, Feature feature, UnitShape unit) {
        if (!first.unit().shape().equalsExact(unit.shape())) {
            throw new RefusedException(
                    "territory.duplicate-code",
                    "%s and %s have the same code (%s) and different shapes."
                            .formatted(first.where(), feature.where(), unit.code()),
                    "Give each unit its own code; join the parts of one unit to a MultiPolygon.");
        }
        warnings.accept(
                "%s repeats %s, code (%s); it counts once."
                        .formatted(feature.where(), first.where(), unit.code()));
    }

    private static RefusedException badGeometry(String label, String why) {
        return new RefusedException(
                "territory.bad-geometry",
                "%s %s.".formatted(label, why),
                "Repair the feature in your GIS and export the layer again.");
    }
}
