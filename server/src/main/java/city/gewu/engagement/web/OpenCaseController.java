package city.gewu.engagement.web;

import city.gewu.engagement.usecase.FollowReport.Step;
import city.gewu.engagement.usecase.ShowCase;
import city.gewu.engagement.usecase.ShowCase.Shown;
import city.gewu.engagement.web.FollowedBody.PhotosBody;
import city.gewu.engagement.web.FollowedBody.StateBody;
import city.gewu.platform.Moments;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.PlainPage;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One case behind a published figure, as anybody may look at it.
@RestController
class OpenCaseController {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Named TITLE = new Named("案件公开", "A case");

    private final ShowCase cases;
    private final Territory territory;
    private final Clock clock;

    OpenCaseController(ShowCase cases, Territory territory, Clock clock) {
        this.cases = cases;
        this.territory = territory;
        this.clock = clock;
    }

    /// @param dueAt the due time that judges; absent before the case is dispatched
    /// @param late closed after it, or open beyond it
    record ShownCaseBody(
            String number,
            Named category,
            StateBody state,
            Optional<SpotBody> position,
            Instant reportedAt,
            Optional<Instant> dispatchedAt,
            Optional<Instant> dueAt,
            Optional<Instant> closedAt,
            boolean late,
            List<Step> steps,
            PhotosBody photos) {}

    @OpenToAll(
            "A case that counts in a published figure can be looked at, without anything about people.")
    @GetMapping("/open/cases/{number}")
    ResponseEntity<ShownCaseBody> get(@PathVariable String number) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(body(cases.show(number)));
    }

    private ShownCaseBody body(Shown shown) {
        var state = shown.state();
        return new ShownCaseBody(
                shown.number(),
                shown.category(),
                new StateBody(state.code(), state.words(), state.isOver()),
                shown.position().map(SpotBody::of),
                shown.reportedAt(),
                shown.dispatchedAt(),
                shown.dueAt(),
                shown.closedAt(),
                shown.dueAt().filter(shown.closedAt().orElse(clock.instant())::isAfter).isPresent(),
                shown.steps(),
                new PhotosBody(
                        shown.before().stream().map(FollowedBody::address).toList(),
                        shown.after().stream().map(FollowedBody::address).toList()));
    }

    @OpenToAll("A case that counts in a published figure can be looked at, also without a script.")
    @GetMapping(value = "/open/pages/cases/{number}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(
            @PathVariable String number, @RequestParam(defaultValue = "zh") String lang) {
        var shown = body(cases.show(number));
        var page = new PlainPage(lang, TITLE);
        page.heading(page.word(shown.category()) + " · " + page.word(shown.state().words()));
        page.paragraph(page.word("编号 ", "No. ") + shown.number());
        page.table(
                page.word("时钟", "Clock"),
                List.of(page.word("什么", "What"), page.word("时间", "When")),
                List.of(
                        List.of(page.word("上报", "Reported"), minute(shown.reportedAt())),
                        List.of(page.word("派遣", "Dispatched"), minute(shown.dispatchedAt())),
                        List.of(page.word("时限", "Due"), minute(shown.dueAt())),
                        List.of(page.word("结案", "Closed"), minute(shown.closedAt())),
                        List.of(
                                page.word("评判", "Judged"),
                                shown.dueAt().isEmpty()
                                        ? "-"
                                        : shown.late()
                                                ? page.word("超期", "Late")
                                                : page.word("未超期", "Not late"))));
        page.list(
                shown.steps().stream()
                        .map(step -> minute(step.at()) + "  " + page.word(step.words()))
                        .toList());
        shown.photos().before().forEach(it -> page.picture(it, page.word("处理前", "Before")));
        shown.photos().after().forEach(it -> page.picture(it, page.word("处理后", "After")));
        page.paragraph(
                page.word(
                        "公开页面不显示上报人、工作人员、地址和描述。",
                        "This page shows no reporter, no staff, no address and no description."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(page.html());
    }

    private String minute(Optional<Instant> moment) {
        return moment.map(this::minute).orElse("-");
    }

    private String minute(Instant moment) {
        return Moments.minute(moment, territory.getCity().zone());
    }
}
