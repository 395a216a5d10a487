package city.gewu.exchange.cityfile;

import city.gewu.casework.FollowOn;
import city.gewu.casework.Position;
import city.gewu.casework.ReportSource;
import city.gewu.exchange.cityfile.WrittenCity.PlaceOf;
import city.gewu.exchange.cityfile.WrittenCity.WrittenCases;
import city.gewu.exchange.model.CaseMapping;
import city.gewu.exchange.model.CaseMapping.Categories;
import city.gewu.exchange.model.CaseMapping.Coordinates;
import city.gewu.exchange.model.CaseMapping.Datum;
import city.gewu.exchange.model.CaseMapping.Departments;
import city.gewu.exchange.model.CaseMapping.Sources;
import city.gewu.exchange.model.CaseMapping.Status;
import city.gewu.exchange.model.CaseMapping.Statuses;
import city.gewu.exchange.model.CaseMapping.Times;
import city.gewu.exchange.model.MomentReader;
import city.gewu.exchange.model.PlaceColumn;
import city.gewu.exchange.model.Template;
import city.gewu.territory.Level;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns the `cases` part of a city file into a mapping.
final class CaseResolution {

    private final CityResolution city;
    private final List<Level> levels;

    CaseResolution(CityResolution city, List<Level> levels) {
        this.city = city;
        this.levels = levels;
    }

    CaseMapping resolve(WrittenCases written) {
        return new CaseMapping(
                origin(written.origin()),
                delimiter(written.delimiter()),
                times(written),
                written.id(),
                statuses(written.status()),
                sources(written.source()),
                categories(written.category()),
                new Departments(
                        written.department().column(),
                        written.department().values().orElse(Map.of())),
                new Template(written.description()),
                new Template(written.address()),
                new Template(written.closingNote()),
                written.position().map(this::coordinates),
                places(written.places().orElse(Map.of())));
    }

    private String origin(String text) {
        if (!text.matches("[a-z0-9][a-z0-9-]*")) {
            throw city.bad(
                    "cases.origin", text, "Use lower case letters, digits and hyphens: city-311.");
        }
        if (text.equals(FollowOn.ORIGIN)) {
            throw city.bad(
                    "cases.origin",
                    text,
                    "The platform keeps this name for cases that follow others; name the system the"
                            + " export comes from: city-311.");
        }
        return text;
    }

    private char delimiter(String text) {
        if (text.length() != 1 || text.equals("\"")) {
            throw city.bad(
                    "cases.delimiter", text, "Write one character: \",\", \";\" or \"\\t\".");
        }
        return text.charAt(0);
    }

    private Times times(WrittenCases written) {
        var zone = city.zone("cases.times.zone", written.times().zone());
        var formats = written.times().formats().stream().map(this::format).toList();
        return new Times(
                new MomentReader(formats, zone), written.opened(), written.due(), written.closed());
    }

    /// Strict, so that 30 February is no date; that needs `u` for the year, since `y` counts within
    /// an era.
    private DateTimeFormatter format(String pattern) {
        try {
            if (pattern.contains("y")) {
                throw new IllegalArgumentException("y");
            }
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw city.bad(
                    "cases.times.formats",
                    pattern,
                    "Write a pattern such as uuuu-MM-dd HH:mm:ss, with u for the year.");
        }
    }

    private Statuses statuses(WrittenCity.Values written) {
        return new Statuses(
                written.column(),
                CityResolution.resolveValues(
                        written.values(),
                        value ->
                                city.constant(
                                        "cases.status.values." + value.getKey(),
                                        value.getValue(),
                                        Status.values())));
    }

    private Sources sources(WrittenCity.Values written) {
        return new Sources(
                written.column(),
                CityResolution.resolveValues(
                        written.values(),
                        value ->
                                city.constant(
                                        "cases.source.values." + value.getKey(),
                                        value.getValue(),
                                        ReportSource.values())));
    }

    private Categories categories(WrittenCity.Categories written) {
        if (written.columns().isEmpty() || written.columns().size() > 2) {
            throw city.bad(
                    "cases.category.columns",
                    written.columns().toString(),
                    "Name one column (code or name of the minor category) or two (names of the"
                            + " major and the minor).");
        }
        return new Categories(written.columns(), written.values().orElse(Map.of()));
    }

    private Coordinates coordinates(WrittenCity.Coordinates written) {
        var placeholders = new HashSet<Position>();
        for (var point : written.placeholders().orElse(List.of())) {
            placeholders.add(placeholder(point));
        }
        return new Coordinates(
                written.longitude(),
                written.latitude(),
                city.constant("cases.position.system", written.system(), Datum.values()),
                Set.copyOf(placeholders));
    }

    private Position placeholder(List<Double> point) {
        try {
            return new Position(point.get(0), point.get(1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw city.bad(
                    "cases.position.placeholders",
                    point.toString(),
                    "Write [longitude, latitude] in degrees.");
        }
    }

    private List<PlaceColumn> places(Map<String, PlaceOf> written) {
        for (var code : written.keySet()) {
            if (levels.stream().noneMatch(level -> level.code().equals(code))) {
                throw city.bad("cases.places", code, "Name a level declared under levels.");
            }
        }
        return levels.stream()
                .flatMap(level ->
                        Optional.ofNullable(written.get(level.code())).stream()
                                .map(place -> place(level, place)))
                .toList();
    }

    private PlaceColumn place(Level level, PlaceOf written) {
        try {
            return new PlaceColumn(
                    level.depth(),
                    level.code(),
                    written.column(),
                    Pattern.compile(written.pattern()),
                    written.code());
        } catch (IllegalArgumentException e) {
            throw city.bad(
                    "cases.places.%s.pattern".formatted(level.code()),
                    written.pattern(),
                    "Write a regular expression, and {1} in code for its first group.");
        }
    }
}
