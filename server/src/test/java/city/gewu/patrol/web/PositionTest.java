package city.gewu.patrol.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.gewu.patrol.FieldTown;
import city.gewu.patrol.usecase.ThinOldTracks;
import city.gewu.people.Post;
import city.gewu.territory.GeoJson;
import city.gewu.territory.Territory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Positions in, tracks out, over HTTP, against the whole application.
class PositionTest {

    private static final String ROOMS =
            "select count(*) from pg_inherits where inhparent = 'patrol.position'::regclass";

    private static final ZoneId TOWN = ZoneId.of("Asia/Shanghai");
    private static FieldTown town;

    /// A turn of one hour on one day of the town: in the first hour after its midnight it is that
    /// of the evening before, which phones bring in late.
    private final Instant now = endOfAnHour(Instant.now());

    private final Instant began = now.minus(Duration.ofHours(1));

    private static Instant endOfAnHour(Instant now) {
        var midnight = now.atZone(TOWN).toLocalDate().atStartOfDay(TOWN).toInstant();
        boolean early = now.isBefore(midnight.plus(Duration.ofMinutes(61)));
        return early ? midnight.minusSeconds(60) : now;
    }

    private String thatDay() {
        return "?day=" + LocalDate.ofInstant(began, TOWN);
    }

    @BeforeAll
    static void open() throws Exception {
        town = FieldTown.open("gewu.field.keep-positions=30d");
        town.hire("li", Post.SUPERVISOR, "centre", "W1");
        town.hire("east", Post.SUPERVISOR, "parks", "W2");
        town.hire("shift", Post.SHIFT_LEAD, "centre", "");
        town.hire("west", Post.SHIFT_LEAD, "centre", "W1");
        town.bean(Territory.class)
                .importBaseMap(
                        "roads.geojson",
                        new GeoJson()
                                        .feature(
                                                "\"layer\":\"road\",\"class\":\"primary\",\"name\":\"大道\"",
                                                "{\"type\":\"LineString\",\"coordinates\":[[112.0,31.02],[112.2,31.02]]}")
                                        .stream());
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @BeforeEach
    void nothingWasWalked() {
        town.db()
                .sql(
                        """
                        truncate patrol.duty, patrol.duty_sign, patrol.position,
                          patrol.position_batch, patrol.track
                        """)
                .update();
    }

    @Test
    void positionsOnDutyAreKeptWithTheirDoubtsAndThoseOffDutyAreNot() throws Exception {
        sign("on", began);
        var batch =
                batch(
                        UUID.randomUUID(),
                        point(-600, 112.01, 5, false),
                        point(0, 112.02, 5, false),
                        point(15, 112.0201, 500, false),
                        point(30, 112.0202, 5, true),
                        point(45, 112.19, 5, false),
                        point(60, 112.0204, 5, false));
        var kept = town.posted("li", "/api/field/positions", batch);
        assertThat(kept.toString())
                .isEqualTo("{\"points\":6,\"kept\":5,\"marked\":3,\"offDuty\":1}");
        assertThat(town.posted("li", "/api/field/positions", batch)).isEqualTo(kept);
        assertThat(town.post("east", "/api/field/positions", batch).body())
                .contains("patrol.client-id-taken");

        var turn = town.got("li", "/api/field/track" + thatDay()).get("turns").get(0);
        assertThat(turn.get("points").findValues("marks").toString())
                .isEqualTo("[[], [\"inaccurate\"], [\"mocked\"], [\"jump\"], []]");
        assertThat(turn.get("metres").asInt()).isBetween(35, 41);
        assertThat(turn.get("gaps")).isNotEmpty();
        assertThat(count("select count(*) from patrol.position")).isEqualTo(5);
    }

    @Test
    void batchesThatComeOutOfOrderMakeOneTrack() throws Exception {
        sign("on", began);
        town.posted("li", "/api/field/positions", walk(100, 200));
        town.posted("li", "/api/field/positions", walk(0, 100));
        var track = town.got("li", "/api/field/track" + thatDay());
        assertThat(track.get("turns").get(0).get("points")).hasSize(200);
        assertThat(track.get("metres").asDouble()).isCloseTo(199 * 9.54, within(10.0));
    }

    @Test
    void theSameBatchFromManyThreadsIsKeptOnce() throws Exception {
        sign("on", began);
        String batch = walk(0, 100);
        try (var phones = Executors.newFixedThreadPool(8)) {
            var answers =
                    phones.invokeAll(
                            IntStream.range(0, 8)
                                    .<Callable<String>>mapToObj(_ ->
                                            () ->
                                                    town.posted("li", "/api/field/positions", batch)
                                                            .toString())
                                    .toList());
            assertThat(answers.stream().map(answer -> answer.resultNow()).distinct()).hasSize(1);
        }
        assertThat(count("select count(*) from patrol.position")).isEqualTo(100);
    }

    @Test
    void whoLeadsSeesTheWayTheGridsAndTheRoadsAndOthersDoNot() throws Exception {
        sign("on", began);
        town.posted("li", "/api/field/positions", walk(0, 200));
        String li = town.actor("li").id();
        var mine = town.got("west", "/api/patrol/tracks" + thatDay());
        assertThat(mine).hasSize(1);
        assertThat(mine.get(0).get("name").asString()).isEqualTo("li");
        var track = town.got("west", "/api/patrol/tracks/" + li + thatDay());
        assertThat(track.get("grids").get(0).get("grid").asString()).isEqualTo("W11");
        assertThat(track.get("grids").get(0).get("seconds").asInt()).isBetween(2900, 2990);
        // The road in W1 is 9.5 km, of which 1.9 km were walked.
        assertThat(track.get("roads").get("metres").asInt()).isBetween(9400, 9700);
        assertThat(track.get("roads").get("share").asDouble()).isCloseTo(0.205, within(0.01));
        assertThat(town.phone("li").get("/api/patrol/tracks").statusCode()).isEqualTo(403);
        String east = town.actor("east").id();
        assertThat(town.phone("west").get("/api/patrol/tracks/" + east).statusCode())
                .isEqualTo(404);
        assertThat(town.phone("shift").get("/api/patrol/tracks/" + east).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoLeadsSeesWhoIsOnDutyNowAndWhereTheyWereLast() throws Exception {
        sign("on", began);
        town.posted("li", "/api/field/positions", walk(0, 200));
        var present = town.got("west", "/api/patrol/on-duty");
        assertThat(present).hasSize(1);
        assertThat(present.get(0).get("name").asString()).isEqualTo("li");
        assertThat(present.get(0).get("lon").asDouble()).isCloseTo(112.0399, within(1e-6));
        assertThat(town.phone("li").get("/api/patrol/on-duty").statusCode()).isEqualTo(403);
        sign("off", now);
        assertThat(town.got("west", "/api/patrol/on-duty")).isEmpty();
    }

    @Test
    void theOwnDayTellsTheWayAndTheTimeOnDuty() throws Exception {
        var before = town.got("li", "/api/field/today");
        assertThat(before.get("seconds").asInt()).isZero();
        assertThat(before.get("turns")).isEmpty();
        sign("on", Instant.now().minusSeconds(2));
        var today = town.got("li", "/api/field/today");
        assertThat(today.get("turns")).hasSize(1);
        assertThat(today.get("reports").asInt()).isZero();
        assertThat(today.get("tasks").asInt()).isZero();
        assertThat(today.get("seconds").asInt()).isBetween(0, 600);
    }

    @Test
    void ofANightShiftEachDayCountsItsOwnPart() throws Exception {
        var zone = ZoneId.of("Asia/Shanghai");
        var midnight = LocalDate.ofInstant(now, zone).minusDays(1).atStartOfDay(zone).toInstant();
        sign("on", midnight.minusSeconds(1800));
        int gap = (int) Duration.between(began, midnight).toSeconds();
        town.posted(
                "li",
                "/api/field/positions",
                batch(
                        UUID.randomUUID(),
                        point(gap - 45, 112.02, 5, false),
                        point(gap - 30, 112.0201, 5, false),
                        point(gap + 15, 112.0202, 5, false),
                        point(gap + 30, 112.0203, 5, false),
                        point(gap + 45, 112.0204, 5, false)));
        sign("off", midnight.plusSeconds(600));
        var before = midnight.minusSeconds(1).atZone(zone).toLocalDate();
        var evening = town.got("li", "/api/field/track?day=" + before);
        var morning = town.got("li", "/api/field/track?day=" + before.plusDays(1));
        assertThat(evening.get("seconds").asInt()).isBetween(1780, 1800);
        assertThat(morning.get("seconds").asInt()).isBetween(600, 620);
        assertThat(evening.get("turns").get(0).get("points")).hasSize(2);
        assertThat(morning.get("turns").get(0).get("points")).hasSize(3);
    }

    @Test
    void pointsOfADayToComeOrLongPastAreToldAsNotKeptAndMakeNoRoom() throws Exception {
        sign("on", began);
        long rooms = count(ROOMS);
        var odd =
                town.posted(
                        "li",
                        "/api/field/positions",
                        batch(
                                UUID.randomUUID(),
                                point(60, 112.02, 5, false),
                                point(3600 + 86_400 * 3, 112.02, 5, false),
                                point(3600 + 86_400 * 400, 112.02, 5, false)));
        assertThat(odd.toString())
                .isEqualTo("{\"points\":3,\"kept\":1,\"marked\":0,\"offDuty\":2}");
        sign("off", now);
        sign("on", now.minus(Duration.ofDays(70)));
        var past = point(3600 - 70 * 86_400 + 60, 112.02, 5, false);
        assertThat(
                        town.posted("li", "/api/field/positions", batch(UUID.randomUUID(), past))
                                .get("offDuty")
                                .asInt())
                .isEqualTo(1);
        assertThat(count(ROOMS)).isBetween(rooms, rooms + 1);
    }

    @Test
    void everyTurnOfABusyDayIsThinned() throws Exception {
        var points = new ArrayList<String>();
        for (int i = 0; i < 23; i++) {
            sign("on", began.plusSeconds(i * 100L));
            sign("off", began.plusSeconds(i * 100L + 90));
            points.add(point(i * 100 + 10, 112.02, 5, false));
            points.add(point(i * 100 + 25, 112.0201, 5, false));
        }
        town.posted(
                "li",
                "/api/field/positions",
                batch(UUID.randomUUID(), points.toArray(String[]::new)));
        age();
        town.bean(ThinOldTracks.class).thin();
        assertThat(count("select count(*) from patrol.position")).isZero();
        assertThat(count("select count(*) from patrol.track")).isEqualTo(23);
        assertThat(count("select sum(points) from patrol.track")).isEqualTo(46);
    }

    @Test
    void whatIsOlderThanTheCityKeepsIsThinnedToItsLine() throws Exception {
        sign("on", began);
        town.posted("li", "/api/field/positions", walk(0, 200));
        sign("off", now);
        assertThat(town.bean(ThinOldTracks.class).thin()).isZero();
        var metres = town.got("li", "/api/field/track" + thatDay()).get("metres").asInt();
        age();
        assertThat(town.bean(ThinOldTracks.class).thin()).isEqualTo(1);
        assertThat(count("select count(*) from patrol.position")).isZero();
        assertThat(count("select points from patrol.track")).isEqualTo(200);
        assertThat(count("select cardinality(times) from patrol.track")).isLessThan(5);
        assertThat(count("select round(metres) from patrol.track")).isEqualTo(metres);
        var day =
                town.db()
                        .sql("select max(day)::text from patrol.track")
                        .query(String.class)
                        .single();
        var thinned = town.got("li", "/api/field/track?day=" + day).get("turns").get(0);
        assertThat(thinned.get("thinned").asBoolean()).isTrue();

        // A batch of that day which comes later still finds a place.
        town.posted("li", "/api/field/positions", walk(0, 10));
    }

    /// Lets forty days pass over what was walked.
    private static void age() {
        town.db()
                .sql(
                        """
                        select patrol.keep_day((select min(day) from patrol.position) - 40)::text
                        """)
                .query(String.class)
                .optional();
        town.db()
                .sql(
                        """
                        update patrol.position
                        set day = day - 40, at = at - interval '40 days'
                        """)
                .update();
        town.db()
                .sql(
                        """
                        update patrol.duty
                        set started_at = started_at - interval '40 days',
                          ended_at = ended_at - interval '40 days'
                        """)
                .update();
    }

    private static long count(String sql) {
        return town.db().sql(sql).query(Long.class).single();
    }

    private void sign(String what, Instant at) throws Exception {
        town.posted(
                "li",
                "/api/field/duty",
                """
                {"clientId":"%s","what":"%s","position":{"lon":112.02,"lat":31.02},
                 "accuracyMetres":8,"at":"%s","sentAt":"%s"}
                """
                        .formatted(UUID.randomUUID(), what, at, Instant.now()));
    }

    /// Eastwards along the road, 9.54 metres each 15 seconds.
    private String walk(int from, int to) {
        return batch(
                UUID.randomUUID(),
                IntStream.range(from, to)
                        .mapToObj(i -> point(i * 15, 112.02 + i * 0.0001, 5, false))
                        .toArray(String[]::new));
    }

    private String point(int seconds, double lon, double accuracy, boolean mock) {
        return "{\"at\":\"%s\",\"lon\":%s,\"lat\":31.02,\"accuracy\":%s,\"speed\":1.2,\"mock\":%s}"
                .formatted(began.plusSeconds(seconds), lon, accuracy, mock);
    }

    private static String batch(UUID id, String... points) {
        return "{\"clientId\":\"%s\",\"points\":[%s]}"
                .formatted(id, List.of(points).stream().collect(Collectors.joining(",")));
    }
}
