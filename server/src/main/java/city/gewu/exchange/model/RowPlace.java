package city.gewu.exchange.model;

import city.gewu.casework.Position;
import city.gewu.engine.spatial.Gcj02;
import city.gewu.exchange.model.CaseMapping.Coordinates;
import city.gewu.exchange.model.CaseMapping.Datum;
import city.gewu.exchange.model.Verdict.Comparison;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Where a row says it is, twice over: by the units it names and by its position. Neither corrects
/// the other; doubts become flags.
///
/// @param declared the units the row names; empty when the mapping reads none
record RowPlace(
        Optional<Position> position,
        Optional<Place> declared,
        List<Comparison> comparisons,
        List<String> flags) {

    static RowPlace read(ExportRow row, CaseMapping mapping, Reference reference) {
        var flags = new ArrayList<String>();
        var position =
                mapping.coordinates()
                        .flatMap(columns -> position(row, columns))
                        .filter(point -> !placeholder(point, mapping, flags))
                        .map(point -> toWgs84(point, mapping));
        var declared = declared(row, mapping.places(), reference, flags);
        var comparisons = new ArrayList<Comparison>();
        if (position.isPresent() && reference.hasAreas()) {
            var found = reference.findPlace(position.get());
            if (found.isEmpty()) {
                flags.add("position.outside-city");
            }
            declared.ifPresent(named ->
                    comparisons.addAll(compare(named, found, mapping.places(), reference)));
            if (found.isPresent() && !comparisons.stream().allMatch(Comparison::agrees)) {
                flags.add("place.differs-from-position");
            }
        }
        return new RowPlace(position, declared, comparisons, flags);
    }

    private static Optional<Position> position(ExportRow row, Coordinates columns) {
        var longitude = row.value(columns.longitude());
        var latitude = row.value(columns.latitude());
        if (longitude.isEmpty() && latitude.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Position(
                            new BigDecimal(longitude).doubleValue(),
                            new BigDecimal(latitude).doubleValue()));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    "exchange.bad-position",
                    "The columns (%s, %s) say (%s, %s), which is no point on the globe."
                            .formatted(
                                    columns.longitude(), columns.latitude(), longitude, latitude),
                    "Give both in decimal degrees, or leave both blank.");
        }
    }

    private static boolean placeholder(Position point, CaseMapping mapping, List<String> flags) {
        boolean stands = mapping.coordinates().orElseThrow().placeholders().contains(point);
        if (stands) {
            flags.add("position.placeholder");
        }
        return stands;
    }

    private static Position toWgs84(Position point, CaseMapping mapping) {
        if (mapping.coordinates().orElseThrow().datum() == Datum.WGS84) {
            return point;
        }
        double[] degrees = Gcj02.toWgs84(point.longitude(), point.latitude());
        return new Position(degrees[0], degrees[1]);
    }

    private static Optional<Place> declared(
            ExportRow row, List<PlaceColumn> columns, Reference reference, List<String> flags) {
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        var units = new ArrayList<>(Collections.nCopies(reference.depth(), ""));
        units.set(0, reference.wholeCity());
        for (var column : columns) {
            units.set(column.depth() - 1, unit(row, column, reference, flags));
        }
        fillFromBelow(units, columns, reference);
        return Optional.of(new Place(units));
    }

    private static String unit(
            ExportRow row, PlaceColumn column, Reference reference, List<String> flags) {
        var text = row.value(column.column());
        if (text.isEmpty()) {
            return "";
        }
        var code = column.findCode(text);
        if (code.isPresent() && !reference.hasUnits(column.level())) {
            addOnce(flags, "place.unchecked");
            return code.get();
        }
        if (code.filter(known -> reference.hasUnit(column.level(), known)).isEmpty()) {
            addOnce(flags, "place.unknown");
            return "";
        }
        return code.get();
    }

    /// A level that no column names is known from the finest unit that one does name.
    private static void fillFromBelow(
            List<String> units, List<PlaceColumn> columns, Reference reference) {
        for (var column : columns.reversed()) {
            var place = reference.findPlaceOf(column.level(), units.get(column.depth() - 1));
            for (int depth = 1; place.isPresent() && depth < column.depth(); depth++) {
                int level = depth;
                if (columns.stream().noneMatch(named -> named.depth() == level)) {
                    units.set(depth - 1, place.get().unit(depth));
                }
            }
            if (place.isPresent()) {
                return;
            }
        }
    }

    private static List<Comparison> compare(
            Place named, Optional<Place> found, List<PlaceColumn> columns, Reference reference) {
        return columns.stream()
                .filter(column -> !named.unit(column.depth()).isEmpty())
                .filter(column -> reference.hasUnits(column.level()))
                .map(column -> compare(named, found, column))
                .toList();
    }

    private static Comparison compare(Place named, Optional<Place> found, PlaceColumn column) {
        var there = found.map(place -> place.unit(column.depth())).orElse("");
        return new Comparison(column.level(), there.equals(named.unit(column.depth())));
    }

    private static void addOnce(List<String> flags, String flag) {
        if (!flags.contains(flag)) {
            flags.add(flag);
        }
    }
}
