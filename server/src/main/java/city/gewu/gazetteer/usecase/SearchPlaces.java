package city.gewu.gazetteer.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.gazetteer.index.PlaceIndex;
import city.gewu.gazetteer.index.PlaceIndex.Near;
import city.gewu.gazetteer.model.NamedPlace;
import city.gewu.gazetteer.model.PlaceKind;
import city.gewu.gazetteer.model.RoadNet;
import city.gewu.gazetteer.store.PlaceStore;
import city.gewu.gazetteer.store.PlaceStore.NamedShape;
import city.gewu.gazetteer.store.PlaceStore.Revision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds places by what somebody typed. The index follows the data: a search after a change of the
/// base map or of the components is answered from a new one.
@Component
public class SearchPlaces {

    private static final int MOST = 10;
    private static final Set<String> SHOPS = Set.of("mall", "market", "shop");

    private final PlaceStore store;
    private final Catalogue catalogue;
    private volatile @Nullable Made made;

    private record Made(Revision revision, PlaceIndex index) {}

    SearchPlaces(PlaceStore store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    /// At most ten places, the likeliest first.
    public List<NamedPlace> search(String typed, Optional<Near> near) {
        return index().search(typed, near, MOST);
    }

    private PlaceIndex index() {
        var revision = store.findRevision();
        var known = made;
        return known != null && known.revision().equals(revision)
                ? known.index()
                : make(revision).index();
    }

    private synchronized Made make(Revision revision) {
        var known = made;
        if (known == null || !known.revision().equals(revision)) {
            known = new Made(revision, PlaceIndex.of(listPlaces()));
            made = known;
        }
        return known;
    }

    private List<NamedPlace> listPlaces() {
        var features = store.listFeatures();
        var net =
                RoadNet.of(
                        features.stream()
                                .filter(feature -> feature.layer().equals("road"))
                                .map(road -> Map.entry(road.name(), road.shape()))
                                .toList());
        var places = new ArrayList<NamedPlace>();
        places.addAll(net.listRoads());
        places.addAll(net.listCrossings());
        places.addAll(listNamed(features, net));
        places.addAll(store.listComponents(this::categoryName));
        return places;
    }

    /// A river has many labels and a lake an area and a label: the first with a name stands for
    /// all.
    private static List<NamedPlace> listNamed(List<NamedShape> features, RoadNet net) {
        var named = new LinkedHashMap<String, NamedPlace>();
        for (var feature : features) {
            if (!feature.layer().equals("road")) {
                named.putIfAbsent(feature.name(), place(feature, net));
            }
        }
        return List.copyOf(named.values());
    }

    private static NamedPlace place(NamedShape feature, RoadNet net) {
        var at = feature.shape().getInteriorPoint().getCoordinate();
        var kind = SHOPS.contains(feature.kind()) ? PlaceKind.SHOP : PlaceKind.PLACE;
        var road = net.findRoadBeside(at.x, at.y).orElse("");
        return new NamedPlace(
                kind,
                feature.name(),
                List.of(feature.name()),
                "",
                road + feature.name(),
                at.x,
                at.y);
    }

    private String categoryName(String code) {
        return catalogue.findCategory(code).map(one -> one.name().zh()).orElse(code);
    }
}
