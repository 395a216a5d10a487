package city.gewu.territory.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.territory.geojson.Feature;
import city.gewu.territory.geojson.GeoJsonReader;
import city.gewu.territory.geojson.ReferenceSystem;
import city.gewu.territory.geojson.ShapeReader;
import city.gewu.territory.model.BaseFeature;
import city.gewu.territory.store.BaseFeatureStore;
import city.gewu.territory.store.CityStore;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Replaces the base map.
@Component
class ImportBaseMap {

    private static final Set<String> LAYERS = Set.of("water", "green", "building", "road", "label");

    private final CityStore cities;
    private final BaseFeatureStore baseFeatures;
    private final TerritoryMemory memory;
    private final TransactionOperations transaction;

    ImportBaseMap(
            CityStore cities,
            BaseFeatureStore baseFeatures,
            TerritoryMemory memory,
            TransactionOperations transaction) {
        this.cities = cities;
        this.baseFeatures = baseFeatures;
        this.memory = memory;
        this.transaction = transaction;
    }

    void importBaseMap(String file, InputStream geoJson) {
        memory.getSnapshot();
        var read = GeoJsonReader.read(file, geoJson);
        var shapes = new ShapeReader(ReferenceSystem.of("", read.crs()));
        List<BaseFeature> features =
                read.features().stream().map(feature -> feature(feature, shapes)).toList();
        transaction.executeWithoutResult(_ -> {
            cities.advanceRevision();
            baseFeatures.replaceAll(features);
        });
        memory.refresh();
    }

    private static BaseFeature feature(Feature feature, ShapeReader shapes) {
        String layer = feature.property("layer");
        if (!LAYERS.contains(layer)) {
            throw new RefusedException(
                    "territory.bad-layer",
                    "%s is in the layer (%s), which the base map does not have."
                            .formatted(feature.where(), layer),
                    "Use one of the layers water, green, building, road, label.");
        }
        return new BaseFeature(
                layer,
                feature.property("class", "kind"),
                feature.property("name"),
                shapes.shape(feature, feature.where()));
    }
}
