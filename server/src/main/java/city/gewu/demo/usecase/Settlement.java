package city.gewu.demo.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.component.Components;
import city.gewu.demo.DemoProgress;
import city.gewu.demo.DemoProgress.Stage;
import city.gewu.demo.basemap.BaseMap;
import city.gewu.demo.basemap.PublicPlaces;
import city.gewu.demo.basemap.StreetFurniture;
import city.gewu.demo.basemap.UnitLayers;
import city.gewu.demo.book.Table;
import city.gewu.demo.picture.StreetScene;
import city.gewu.demo.plan.CityPlan;
import city.gewu.demo.plan.Landmark;
import city.gewu.demo.story.PhotoAlbum;
import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.facility.Facilities;
import city.gewu.people.Actor;
import city.gewu.points.Points;
import city.gewu.territory.Level;
import city.gewu.territory.PointFile.Format;
import city.gewu.territory.Territory;
import city.gewu.territory.Territory.UnitImport;
import city.gewu.worktime.Worktime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Everything a city needs before its first case. Each part may be made again and changes nothing.
@Component
class Settlement {

    private static final List<String> LEVELS =
            List.of("district", "street", "community", "unit_grid", "duty_grid");
    static final String FOUNDED = "2024-01-01";
    private static final String SOURCE = "examples/jingmen/";
    private static final List<String> SCENES =
            List.of(
                    "waste", "stall", "car", "bike", "poster", "green", "road", "site", "lamp",
                    "water", "cover");
    private static final int PHOTOS_OF_A_SCENE = 3;

    private final Territory territory;
    private final Worktime worktime;
    private final Catalogue catalogue;
    private final Evidence evidence;
    private final Components components;
    private final Facilities facilities;
    private final Points points;

    Settlement(
            Territory territory,
            Worktime worktime,
            Catalogue catalogue,
            Evidence evidence,
            Components components,
            Facilities facilities,
            Points points) {
        this.territory = territory;
        this.worktime = worktime;
        this.catalogue = catalogue;
        this.evidence = evidence;
        this.components = components;
        this.facilities = facilities;
        this.points = points;
    }

    void survey(
            CityFile file,
            CityPlan plan,
            List<Landmark> landmarks,
            Consumer<DemoProgress> progress) {
        territory.defineCity(file.city());
        int done = 0;
        for (var level : LEVELS) {
            var request =
                    new UnitImport(
                            level,
                            "demo " + level,
                            "",
                            "{code}",
                            "{zh}",
                            "{en}",
                            level.equals("district") ? "" : "{parent}",
                            FOUNDED);
            territory.importUnits(
                    request,
                    UnitLayers.draw(plan, level),
                    warning -> {
                        throw new IllegalStateException("The plan is not whole: " + warning);
                    });
            done++;
            progress.accept(new DemoProgress(Stage.TERRITORY, done, LEVELS.size() + 1));
        }
        territory.importBaseMap("demo base map", BaseMap.draw(plan, landmarks));
        progress.accept(new DemoProgress(Stage.TERRITORY, done + 1, LEVELS.size() + 1));
    }

    void rules(CityFile file) throws IOException {
        try (var calendar = Table.open("calendar.yaml")) {
            worktime.importCalendar(SOURCE + "calendar.yaml", calendar);
        }
        if (catalogue.listCategories().isEmpty()) {
            try (var scheme = Table.open("catalogue.csv")) {
                catalogue.importScheme(file.schemeVersion(), SOURCE + "catalogue.csv", scheme);
            }
        }
        catalogue.ask(DemoQuestions.read(), "部分小类上报时补问现场情况", "system:demo");
        try (var rules = Table.open("points.yaml")) {
            points.putInForce(SOURCE + "points.yaml", rules, Actor.system("demo").id());
        }
    }

    /// What stands along the roads; it needs the categories and the departments that own it.
    void furnish(CityFile file, CityPlan plan, List<Landmark> landmarks) {
        int district =
                file.city().levels().stream()
                        .filter(level -> level.code().equals("district"))
                        .mapToInt(Level::depth)
                        .findFirst()
                        .orElseThrow();
        var furniture =
                new StreetFurniture(spot ->
                        territory
                                .findPlace(spot.longitude(), spot.latitude())
                                .map(place -> place.unit(district)));
        var done =
                components.importComponents(
                        "demo components", Format.GEOJSON, furniture.draw(plan.roads()));
        if (!done.rejected().isEmpty()) {
            throw new IllegalStateException("A component is none: " + done.rejected().getFirst());
        }
        var places =
                new PublicPlaces(
                        spot -> territory.findPlace(spot.longitude(), spot.latitude()).isPresent());
        var found =
                facilities.importFacilities(
                        "demo facilities",
                        Format.GEOJSON,
                        places.draw(plan.roads(), landmarks),
                        "system:demo");
        if (!found.rejected().isEmpty()) {
            throw new IllegalStateException("A facility is none: " + found.rejected().getFirst());
        }
    }

    PhotoAlbum album(Consumer<DemoProgress> progress) throws IOException {
        var before = new HashMap<String, List<PhotoId>>();
        var after = new HashMap<String, List<PhotoId>>();
        for (var scene : SCENES) {
            before.put(scene, photos(scene, true));
            after.put(scene, photos(scene, false));
            progress.accept(new DemoProgress(Stage.PHOTOS, before.size(), SCENES.size()));
        }
        return new PhotoAlbum(before, after);
    }

    private List<PhotoId> photos(String scene, boolean wrong) throws IOException {
        var photos = new ArrayList<PhotoId>();
        for (int i = 1; i <= PHOTOS_OF_A_SCENE; i++) {
            int number = 2 * (SCENES.indexOf(scene) * PHOTOS_OF_A_SCENE + i) - (wrong ? 1 : 0);
            var jpeg = new ByteArrayInputStream(StreetScene.draw(scene, number, wrong));
            photos.add(evidence.keep(jpeg, Actor.system("demo")));
        }
        return photos;
    }
}
