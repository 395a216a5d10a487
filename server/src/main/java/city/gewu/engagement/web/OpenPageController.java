package city.gewu.engagement.web;

import city.gewu.engagement.model.SentReport.Spot;
import city.gewu.engagement.usecase.FollowReport;
import city.gewu.engagement.usecase.NearReports;
import city.gewu.platform.Moments;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.PlainPage;
import city.gewu.platform.PlainPage.Field;
import city.gewu.territory.Territory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Following a report and looking around, without a script and without a map.
@RestController
class OpenPageController {

    private static final Named FOLLOW = new Named("查询上报", "Follow a report");
    private static final Named NEARBY = new Named("附近问题", "Reported nearby");

    private final FollowReport following;
    private final NearReports reports;
    private final Territory territory;

    OpenPageController(FollowReport following, NearReports reports, Territory territory) {
        this.following = following;
        this.reports = reports;
        this.territory = territory;
    }

    @OpenToAll("Following works without a script.")
    @GetMapping(value = "/open/pages/reports", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> ask(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "zh") String lang) {
        if (!code.isBlank()) {
            return follow(code, lang);
        }
        return answer(codeForm(new PlainPage(lang, FOLLOW)));
    }

    private static PlainPage codeForm(PlainPage page) {
        var field = new Field("code", page.word("查询码", "Follow code"), "", List.of());
        return page.form("/open/pages/reports", List.of(field), page.word("查询", "Look up"));
    }

    @OpenToAll("Following works without a script.")
    @GetMapping(value = "/open/pages/reports/{code}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> follow(
            @PathVariable String code, @RequestParam(defaultValue = "zh") String lang) {
        var followed = following.follow(code);
        var zone = zone();
        var page = new PlainPage(lang, FOLLOW);
        page.heading(page.word(followed.state().words()));
        page.paragraph(
                page.word("查询码 ", "Follow code ")
                        + followed.code()
                        + page.word("　编号 ", " · No. ")
                        + (followed.number().isEmpty() ? "-" : followed.number()));
        page.paragraph(page.word(followed.category()));
        page.list(
                followed.steps().stream()
                        .map(step ->
                                Moments.minute(step.at(), zone) + "  " + page.word(step.words()))
                        .toList());
        if (!followed.answer().isEmpty()) {
            page.heading(page.word("答复", "Answer")).paragraph(followed.answer());
        }
        followed.before()
                .forEach(photo ->
                        page.picture(FollowedBody.address(photo), page.word("处理前", "Before")));
        followed.after()
                .forEach(photo ->
                        page.picture(FollowedBody.address(photo), page.word("处理后", "After")));
        return answer(page);
    }

    /// Around a point, or around the middle of the city.
    @OpenToAll("Looking around works without a script and without a map.")
    @GetMapping(value = "/open/pages/nearby", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> nearby(
            @RequestParam(required = false) @Nullable Double lon,
            @RequestParam(required = false) @Nullable Double lat,
            @RequestParam(defaultValue = "2000") double radius,
            @RequestParam(defaultValue = "zh") String lang) {
        var city = territory.getCity();
        var middle =
                new Spot(
                        lon == null ? city.centreLongitude() : lon,
                        lat == null ? city.centreLatitude() : lat);
        var page = new PlainPage(lang, NEARBY);
        var rows =
                reports.list(middle, radius).stream()
                        .map(near ->
                                List.of(
                                        page.word(near.category()),
                                        page.word(near.state().words()),
                                        LocalDate.ofInstant(near.reportedAt(), zone()).toString(),
                                        Math.round(near.metres()) + " m",
                                        near.number()))
                        .toList();
        page.table(
                page.word("市中心或所给位置周围", "Around the middle of the city, or the place given"),
                List.of(
                        page.word("类别", "Category"),
                        page.word("进度", "State"),
                        page.word("上报日", "Day"),
                        page.word("距离", "Distance"),
                        page.word("编号", "Number")),
                rows);
        page.form(
                "/open/pages/nearby",
                List.of(
                        new Field(
                                "lon",
                                page.word("经度", "Longitude"),
                                number(middle.longitude()),
                                List.of()),
                        new Field(
                                "lat",
                                page.word("纬度", "Latitude"),
                                number(middle.latitude()),
                                List.of())),
                page.word("查看", "Show"));
        return answer(page);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    private ZoneId zone() {
        return territory.getCity().zone();
    }

    private static ResponseEntity<String> answer(PlainPage page) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(page.html());
    }
}
