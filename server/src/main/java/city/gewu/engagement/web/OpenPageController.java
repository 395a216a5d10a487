package city.gewu.engagement.web;

import city.gewu.engagement.model.SentReport.Spot;
import city.gewu.engagement.usecase.FollowReport;
import city.gewu.engagement.usecase.FollowReport.Followed;
import city.gewu.engagement.usecase.NearReports;
import city.gewu.engagement.usecase.RateReport;
import city.gewu.platform.Moments;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.PlainPage;
import city.gewu.platform.PlainPage.Field;
import city.gewu.platform.PlainPage.Input;
import city.gewu.platform.PlainPage.Option;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Following a report, rating it and looking around, without a script and without a map.
@RestController
class OpenPageController {

    private static final Named FOLLOW = new Named("查询上报", "Follow a report");
    private static final Named NEARBY = new Named("附近问题", "Reported nearby");

    private final FollowReport following;
    private final RateReport ratings;
    private final NearReports reports;
    private final Territory territory;

    OpenPageController(
            FollowReport following, RateReport ratings, NearReports reports, Territory territory) {
        this.following = following;
        this.ratings = ratings;
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
        var page = new PlainPage(lang, FOLLOW);
        show(following.follow(code), page);
        return answer(page);
    }

    /// @param stars 1 to 5
    record RatingForm(
            boolean solved,
            @Min(1) @Max(5) int stars,
            @Nullable @Size(max = 1000) String words,
            @Nullable @Size(max = 5) String lang) {}

    @OpenToAll("Whoever has the code says whether it is solved, also without a script.")
    @PostMapping(
            value = "/open/pages/reports/{code}/rating",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> rate(@PathVariable String code, @Valid @ModelAttribute RatingForm form) {
        var page = new PlainPage(form.lang() == null ? "" : form.lang(), FOLLOW);
        try {
            var words = form.words() == null ? "" : form.words();
            ratings.rate(code, form.solved(), form.stars(), words);
        } catch (RefusedException refused) {
            var why = refused.refusal();
            page.warning(page.word("评价没有收下：已经评价过，或者还没有办结。", why.detail() + " " + why.advice()));
        }
        show(following.follow(code), page);
        return answer(page);
    }

    private void show(Followed followed, PlainPage page) {
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
                                Moments.minute(step.at(), zone()) + "  " + page.word(step.words()))
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
        if (followed.mayRate()) {
            ask(followed, page);
        }
        followed.rating()
                .ifPresent(rating ->
                        page.paragraph(
                                rating.solved()
                                        ? page.word("您已评价：解决了。", "You said: solved.")
                                        : page.word(
                                                "您已评价：没有解决，已重新交办复核。",
                                                "You said: not solved. It is looked at again.")));
    }

    private static void ask(Followed followed, PlainPage page) {
        page.heading(page.word("问题解决了吗？", "Is it solved?"));
        page.post(
                "/open/pages/reports/%s/rating".formatted(followed.code()),
                List.of(
                        Input.choice(
                                "solved",
                                page.word("解决了吗", "Solved"),
                                "true",
                                List.of(
                                        new Option("true", page.word("解决了", "Yes, solved")),
                                        new Option(
                                                "false",
                                                page.word("没有解决，再看一次", "No, look at it again")))),
                        Input.choice(
                                "stars",
                                page.word("满意吗（5 分最满意）", "How satisfied are you (5 is best)"),
                                "5",
                                Stream.of("5", "4", "3", "2", "1")
                                        .map(stars -> new Option(stars, stars))
                                        .toList()),
                        Input.line(
                                "words",
                                page.word("想说的话（选填）", "Anything to add (optional)"),
                                "",
                                false)),
                page.word("提交", "Send"));
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
        page.link(
                page.address("/open/pages/places"),
                page.word("换一个地点", "Look around another place"));
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
        return answer(page);
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
