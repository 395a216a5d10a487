package city.gewu.engagement.web;

import city.gewu.casework.ReporterContact;
import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SentReport.Spot;
import city.gewu.engagement.model.SentReport.Words;
import city.gewu.engagement.usecase.CityGuide;
import city.gewu.engagement.usecase.FollowReport;
import city.gewu.engagement.usecase.FollowerContact;
import city.gewu.engagement.usecase.TakePlainReport;
import city.gewu.engagement.usecase.TakePlainReport.Form;
import city.gewu.engagement.usecase.TakePlainReport.Photo;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.PlainPage;
import city.gewu.platform.PlainPage.Option;
import city.gewu.platform.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Reporting without a script and without a map: the place is searched for by its name.
@RestController
class PlainReportController {

    private static final String HERE = "/open/pages/report";
    private static final Named TITLE = new Named("上报问题", "Report a problem");

    private final TakePlainReport intake;
    private final FollowReport following;
    private final CityGuide guide;

    PlainReportController(TakePlainReport intake, FollowReport following, CityGuide guide) {
        this.intake = intake;
        this.following = following;
        this.guide = guide;
    }

    /// The fields of the form. What is not filled in comes as empty text.
    ///
    /// @param clientId made with the form
    record ReportForm(
            @Nullable UUID clientId,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable @Size(max = 500) String address,
            @Nullable @Size(max = 100) String category,
            @Nullable @Size(max = 2000) String description,
            @Nullable @Size(max = 100) String name,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 5) String lang) {

        Form toForm() {
            return new Form(
                    clientId == null ? UUID.randomUUID() : clientId,
                    new Words(text(category), text(description), text(address)),
                    lon == null || lat == null ? Optional.empty() : Optional.of(new Spot(lon, lat)),
                    new FollowerContact(new ReporterContact(text(name), text(phone)), "", ""),
                    language());
        }

        String language() {
            return text(lang).startsWith("en") ? "en" : "zh";
        }

        static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @OpenToAll("Reporting works without a script.")
    @GetMapping(value = HERE, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> write(@Valid @ModelAttribute ReportForm form) {
        return answer(HttpStatus.OK, form(form, new PlainPage(form.language(), TITLE)));
    }

    @OpenToAll("Reporting works without a script; a person looks at the report first.")
    @PostMapping(
            value = HERE,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> report(
            @Valid @ModelAttribute ReportForm form,
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> photos,
            HttpServletRequest http)
            throws IOException {
        var page = new PlainPage(form.language(), TITLE);
        try {
            return answer(
                    HttpStatus.OK,
                    taken(intake.take(form.toForm(), given(photos), http.getRemoteAddr()), page));
        } catch (RefusedException refused) {
            var why = refused.refusal();
            page.warning(page.word("没有收下，请改正后再交一次。", "Not taken; mend it and send it again."));
            page.warning(page.word(words(why.code()), why.detail() + " " + why.advice()));
            return answer(HttpStatus.UNPROCESSABLE_CONTENT, form(form, page));
        }
    }

    /// A browser sends an empty part for a field that was left alone.
    private static List<Photo> given(@Nullable List<MultipartFile> photos) {
        return photos == null
                ? List.of()
                : photos.stream()
                        .filter(photo -> !photo.isEmpty())
                        .map(photo -> (Photo) photo::getInputStream)
                        .toList();
    }

    private PlainPage taken(SentReport sent, PlainPage page) {
        var followed = following.follow(sent);
        page.heading(page.word("已收到", "Received"));
        page.paragraph(
                page.word(
                        "工作人员看过之后受理。用下面的查询码可以查看进度，请记下来。",
                        "Somebody looks at it first. With the code below you see how it goes on;"
                                + " write it down."));
        page.heading(followed.code());
        return page.link(
                "/open/pages/reports/" + followed.code() + "?lang=" + page.word("zh", "en"),
                page.word("查看进度", "See how it stands"));
    }

    private PlainPage form(ReportForm form, PlainPage page) {
        boolean placed = form.lon() != null && form.lat() != null;
        page.paragraph(
                page.word(
                        "不需要脚本和地图，也不需要账号。紧急情况请拨打 110、119 或 120。",
                        "Needs no script, no map and no account. In an emergency call 110, 119 or"
                                + " 120."));
        page.heading(page.word("一、地点", "1. The place"));
        page.paragraph(
                placed
                        ? page.word("已选：", "Chosen: ") + ReportForm.text(form.address())
                        : page.word("先查找并选定地点。", "Search for the place and choose it first."));
        page.link(
                "/open/pages/places?lang=" + page.word("zh", "en"),
                placed
                        ? page.word("换一个地点", "Choose another place")
                        : page.word("查找地点", "Search for the place"));
        if (placed) {
            page.heading(page.word("二、问题", "2. The problem"));
            page.post(HERE, inputs(form, page), page.word("提交", "Send"));
        }
        return page;
    }

    private List<PlainPage.Input> inputs(ReportForm form, PlainPage page) {
        var id = form.clientId() == null ? UUID.randomUUID() : form.clientId();
        return List.of(
                PlainPage.Input.hidden("clientId", id.toString()),
                PlainPage.Input.hidden("lon", String.valueOf(form.lon())),
                PlainPage.Input.hidden("lat", String.valueOf(form.lat())),
                PlainPage.Input.line(
                        "address",
                        page.word("地址", "Address"),
                        ReportForm.text(form.address()),
                        false),
                PlainPage.Input.area(
                        "description",
                        page.word("哪里不对？", "What is wrong?"),
                        ReportForm.text(form.description())),
                PlainPage.Input.choice(
                        "category",
                        page.word("类别（选填）", "Kind (optional)"),
                        ReportForm.text(form.category()),
                        categories(page)),
                PlainPage.Input.photo("photo", page.word("照片一（选填）", "First photo (optional)")),
                PlainPage.Input.photo("photo", page.word("照片二（选填）", "Second photo (optional)")),
                PlainPage.Input.line(
                        "phone",
                        page.word("手机号（选填，只用于告知进度）", "Telephone (optional, to tell you)"),
                        ReportForm.text(form.phone()),
                        false),
                PlainPage.Input.line(
                        "name",
                        page.word("称呼（选填）", "Name (optional)"),
                        ReportForm.text(form.name()),
                        false));
    }

    private List<Option> categories(PlainPage page) {
        var options = new ArrayList<Option>();
        options.add(new Option("", page.word("不清楚", "Not sure")));
        for (var group : guide.listChoices()) {
            for (var one : group.categories()) {
                options.add(
                        new Option(
                                one.code(),
                                page.word(group.name()) + " · " + page.word(one.name())));
            }
        }
        return options;
    }

    private static String words(String code) {
        return switch (code) {
            case "engagement.missing-place" -> "没有选定地点。";
            case "engagement.missing-words" -> "没有写明问题。";
            case "engagement.bad-phone" -> "手机号不对。";
            case "engagement.too-many-photos" -> "照片太多。";
            default -> code.startsWith("evidence.") ? "照片不能用：请选 JPEG、PNG 或 WebP，10 MB 以内。" : code;
        };
    }

    private static ResponseEntity<String> answer(HttpStatus status, PlainPage page) {
        return ResponseEntity.status(status)
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(page.html());
    }
}
