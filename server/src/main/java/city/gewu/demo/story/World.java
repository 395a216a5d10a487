package city.gewu.demo.story;

import city.gewu.worktime.Worktime;
import java.time.ZoneId;
import java.util.Map;

/// What all stories share: people, rules, places, words.
record World(
        Crew crew,
        Duties duties,
        Map<String, Punctuality> punctualities,
        Phrases phrases,
        PhotoAlbum album,
        Worktime worktime,
        Rota rota,
        ZoneId zone) {

    private static final Punctuality ORDINARY = new Punctuality(0.08, 0.04, 0.03);

    World {
        punctualities = Map.copyOf(punctualities);
    }

    static World of(Crew crew, PhotoAlbum album, Worktime worktime, ZoneId zone) {
        return new World(
                crew,
                new Duties(),
                Punctuality.byDepartment(),
                new Phrases(),
                album,
                worktime,
                new Rota(worktime, zone),
                zone);
    }

    Punctuality punctuality(String department) {
        return punctualities.getOrDefault(department, ORDINARY);
    }
}
