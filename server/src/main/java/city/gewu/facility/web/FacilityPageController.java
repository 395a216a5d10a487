package city.gewu.facility.web;

import city.gewu.facility.Facilities;
import city.gewu.facility.Facilities.NearFacility;
import city.gewu.facility.FacilityKind;
import city.gewu.facility.model.FacilityCheck;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.PlainPage;
import city.gewu.platform.PlainPage.Field;
import city.gewu.platform.PlainPage.Option;
import city.gewu.territory.Territory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Toilets, markets and car parks as a list, without a script and without a map.
@RestController
class FacilityPageController {

    private static final Named TITLE = new Named("便民设施", "Facilities");
    private static final double WHOLE_CITY_M = 20_000;

    private final Facilities facilities;
    private final Territory territory;

    FacilityPageController(Facilities facilities, Territory territory) {
        this.facilities = facilities;
        this.territory = territory;
    }

    @OpenToAll("A list of facilities works without a script and without a map.")
    @GetMapping(value = "/open/pages/facilities", produces = "text/html;charset=UTF-8")
    String list(
            @RequestParam(required = false) @Nullable Double lon,
            @RequestParam(required = false) @Nullable Double lat,
            @RequestParam(defaultValue = "TOILET") String kind,
            @RequestParam(defaultValue = "zh") String lang) {
        var city = territory.getCity();
        var wanted = FacilityCheck.findKind(kind);
        var found =
                facilities.listNear(
                        lon == null ? city.centreLongitude() : lon,
                        lat == null ? city.centreLatitude() : lat,
                        WHOLE_CITY_M,
                        wanted,
                        false);
        var page = new PlainPage(lang, TITLE);
        page.link(
                page.address("/open/pages/places"),
                page.word("换一个地点", "Look around another place"));
        var choices = new ArrayList<Option>();
        Arrays.stream(FacilityKind.values())
                .map(one -> new Option(one.name(), page.word(one.words())))
                .forEach(choices::add);
        page.form(
                "/open/pages/facilities",
                around(lon, lat),
                List.of(new Field("kind", page.word("类别", "Kind"), kind, choices)),
                page.word("查看", "Show"));
        page.table(
                wanted.map(FacilityKind::words).map(page::word).orElse(""),
                List.of(
                        page.word("名称", "Name"),
                        page.word("距离", "Distance"),
                        page.word("地址", "Address"),
                        page.word("开放时间", "Hours"),
                        page.word("现在", "Now"),
                        page.word("无障碍", "Accessible")),
                found.stream().map(near -> row(near, page)).toList());
        return page.html();
    }

    /// The place that was chosen stays chosen; without one it is the middle of the city.
    private static Map<String, String> around(@Nullable Double lon, @Nullable Double lat) {
        return lon == null || lat == null
                ? Map.of()
                : Map.of("lon", lon.toString(), "lat", lat.toString());
    }

    private static List<String> row(NearFacility near, PlainPage page) {
        var one = near.facility();
        var now =
                near.openNow()
                        .map(open -> open ? page.word("开放", "Open") : page.word("未开放", "Closed"))
                        .orElse("-");
        return List.of(
                page.word(one.name()),
                Math.round(near.metres()) + " m",
                one.address(),
                one.hours().text(),
                now,
                one.accessible() ? page.word("是", "Yes") : page.word("否", "No"));
    }
}
