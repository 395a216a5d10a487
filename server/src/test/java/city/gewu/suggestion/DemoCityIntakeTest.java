package city.gewu.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.GewuApplication;
import city.gewu.component.Components;
import city.gewu.database.TestDatabase;
import city.gewu.demo.DemoCity;
import city.gewu.gazetteer.index.PlaceIndex.Near;
import city.gewu.gazetteer.model.NamedPlace;
import city.gewu.gazetteer.model.PlaceKind;
import city.gewu.gazetteer.usecase.SearchPlaces;
import city.gewu.suggestion.usecase.Suggestions;
import city.gewu.territory.PointFile.Format;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the clerk is helped with, on the demo city as its own start makes it.
class DemoCityIntakeTest {

    private static final int DAYS = 12;

    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void build() {
        context =
                new SpringApplicationBuilder(GewuApplication.class)
                        .web(WebApplicationType.NONE)
                        .properties("spring.main.lazy-initialization=true")
                        .run(TestDatabase.freshArguments());
        assertThat(context.getBean(Suggestions.class).suggest("摆摊")).isEmpty();
        context.getBean(DemoCity.class).build(DAYS, _ -> {});
        context.getBean(Suggestions.class).refresh();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    private static List<NamedPlace> search(String typed) {
        return context.getBean(SearchPlaces.class).search(typed, Optional.empty());
    }

    private static NamedPlace first(String typed) {
        return search(typed).getFirst();
    }

    @Test
    void aRoadIsFoundByItsNameAPartOfItAndAWrongCharacter() {
        assertThat(first("象山大道").kind()).isEqualTo(PlaceKind.ROAD);
        assertThat(first("象山大道").name()).isEqualTo("象山大道");
        assertThat(search("象山")).extracting(NamedPlace::name).contains("象山大道");
        assertThat(search("象山大到")).extracting(NamedPlace::name).contains("象山大道");
        assertThat(search("象山大道 12 号农业银行门口")).extracting(NamedPlace::name).contains("象山大道");
    }

    @Test
    void aCrossingIsFoundInEitherOrderAndInManyWords() {
        var crossing =
                search("象山大道路口").stream()
                        .filter(place -> place.kind() == PlaceKind.CROSSING)
                        .findFirst()
                        .orElseThrow();
        var roads = crossing.name().replace("路口", "").split("与", -1);
        for (var typed :
                List.of(
                        "%s与%s路口".formatted(roads[0], roads[1]),
                        "%s和%s交叉口".formatted(roads[1], roads[0]),
                        "%s%s".formatted(roads[1], roads[0]))) {
            assertThat(first(typed).name()).as(typed).isEqualTo(crossing.name());
        }
        assertThat(crossing.metres(112.2, 31.03)).isLessThan(9_000);
    }

    @Test
    void placesShopsAndComponentsAreFound() {
        assertThat(first("楚韵购物中心").kind()).isEqualTo(PlaceKind.SHOP);
        assertThat(first("楚韵购物").name()).isEqualTo("楚韵购物中心");
        assertThat(first("市政务服务中心").kind()).isEqualTo(PlaceKind.PLACE);
        assertThat(first("市政务服务中心").address()).endsWith("市政务服务中心");

        var lamps =
                context.getBean(SearchPlaces.class)
                        .search("路灯", Optional.of(new Near(112.2, 31.03)));
        assertThat(lamps).hasSize(10).allMatch(lamp -> lamp.metres(112.2, 31.03) < 1_500);
        var lamp =
                lamps.stream()
                        .filter(one -> one.kind() == PlaceKind.COMPONENT)
                        .findFirst()
                        .orElseThrow();
        assertThat(first(lamp.code()).code()).isEqualTo(lamp.code());
        assertThat(search(lamp.code().substring(8)))
                .anyMatch(one -> one.code().equals(lamp.code()));
        assertThat(search("？")).isEmpty();
    }

    @Test
    void theRegisterHoldsThousandsAndKeepsWhatItRejectsWithTheReason() {
        var components = context.getBean(Components.class);
        var near = components.listNear(112.2, 31.03, 400, "C0137");
        assertThat(near).isNotEmpty().allMatch(one -> one.metres() <= 400);
        assertThat(near.getFirst().component().code()).matches("4208\\d{2}0137\\d{6}");

        var known = near.getFirst().component();
        var csv =
                """
                code,category,name,department,state,longitude,latitude
                %s,C0137,%s,%s,DAMAGED,%s,%s
                4208020137999991,C0137,新路灯,LDGL,,112.2,31.03
                42080201379,C0137,短,,,112.2,31.03
                4208020305999991,C0137,错类,,,112.2,31.03
                4208020137999992,E0110,非部件,,,112.2,31.03
                4208020137999993,C0137,城外,,,100,20
                4208020137999991,C0137,重号,,,112.2,31.03
                """
                        .formatted(
                                known.code(),
                                known.name(),
                                known.department(),
                                known.longitude(),
                                known.latitude());
        var done =
                components.importComponents(
                        "lamps.csv",
                        Format.CSV,
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(done.read()).isEqualTo(7);
        assertThat(done.added()).isEqualTo(1);
        assertThat(done.changed()).isEqualTo(1);
        assertThat(done.rejected())
                .extracting(one -> one.row() + " " + one.reason())
                .containsExactly(
                        "3 bad-code",
                        "4 code-of-another-category",
                        "5 unknown-category",
                        "6 bad-position",
                        "7 twice-in-file");
        assertThat(first("4208020137999991").name()).as("the index follows").isEqualTo("新路灯");
    }

    @Test
    void theWholeRegisterAgainChangesNothingAndIsQuick() {
        var rows =
                context.getBean(JdbcClient.class)
                        .sql(
                                """
                                select concat_ws(',', code, category, name, department, state,
                                  longitude, latitude)
                                from component.component
                                order by code
                                """)
                        .query(String.class)
                        .list();
        var csv =
                "code,category,name,department,state,longitude,latitude\n"
                        + String.join("\n", rows);
        var bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        long began = System.nanoTime();

        var done = context.getBean(Components.class).importComponents("all.csv", Format.CSV, bytes);

        long millis = (System.nanoTime() - began) / 1_000_000;
        System.out.printf("demo: %d components in %d ms%n", done.read(), millis);
        assertThat(done.unchanged()).isEqualTo(rows.size());
        assertThat(rows).hasSizeBetween(2_000, 20_000);
        assertThat(millis).isLessThan(5_000);
    }

    @Test
    void theCategoryOfACallIsProposedAndHowOftenRightlyIsMeasured() {
        var suggestions = context.getBean(Suggestions.class);
        assertThat(suggestions.suggest("人行道上有流动摊点摆摊卖菜").getFirst().category()).isEqualTo("E0406");
        assertThat(suggestions.suggest("人行道上有流动摊点摆摊卖菜").getFirst().because()).isNotEmpty();
        assertThat(suggestions.suggest("zzz")).isEmpty();

        var trained = suggestions.lesson().trained();
        trained.measured()
                .forEach(one ->
                        System.out.printf(
                                "demo: %s top-1 %.3f top-3 %.3f of %d held out (%d cases)%n",
                                one.method(),
                                one.top1(),
                                one.top3(),
                                one.cases(),
                                trained.cases()));
        assertThat(trained.measured().getFirst().cases()).isGreaterThan(200);
        assertThat(trained.measured().getFirst().top1()).isGreaterThan(0.8);
        assertThat(trained.measured().getFirst().top3()).isGreaterThan(0.9);
    }
}
