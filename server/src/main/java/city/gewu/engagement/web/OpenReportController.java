package city.gewu.engagement.web;

import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.usecase.FollowReport;
import city.gewu.engagement.usecase.RateReport;
import city.gewu.engagement.usecase.TakeReport;
import city.gewu.engagement.web.FollowedBody.StateBody;
import city.gewu.platform.OpenToAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Reporting, following by code, and saying whether it is solved.
@RestController
class OpenReportController {

    private final TakeReport intake;
    private final FollowReport following;
    private final RateReport ratings;

    OpenReportController(TakeReport intake, FollowReport following, RateReport ratings) {
        this.intake = intake;
        this.following = following;
        this.ratings = ratings;
    }

    /// @param number of the case; absent while somebody has to look at the report first
    record SentBody(String code, @Nullable String number, StateBody status) {}

    /// @param stars 1 to 5
    record RatingRequest(
            @NotNull Boolean solved,
            @Min(1) @Max(5) int stars,
            @Nullable @Size(max = 1000) String words) {}

    @OpenToAll("Anybody may report a problem.")
    @PostMapping("/open/reports")
    ResponseEntity<SentBody> report(@RequestBody @Valid OpenReportRequest request) {
        return answer(intake.take(request.toReport()));
    }

    ResponseEntity<SentBody> answer(SentReport sent) {
        var followed = FollowedBody.of(following.follow(sent));
        return ResponseEntity.created(URI.create("/open/reports/" + followed.code()))
                .cacheControl(CacheControl.noStore())
                .body(new SentBody(followed.code(), followed.number(), followed.state()));
    }

    @OpenToAll("Whoever has the code follows the report.")
    @GetMapping("/open/reports/{code}")
    ResponseEntity<FollowedBody> follow(@PathVariable String code) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(FollowedBody.of(following.follow(code)));
    }

    @OpenToAll("Whoever has the code says whether it is solved.")
    @PostMapping("/open/reports/{code}/rating")
    ResponseEntity<FollowedBody> rate(
            @PathVariable String code, @RequestBody @Valid RatingRequest request) {
        ratings.rate(
                code,
                request.solved(),
                request.stars(),
                request.words() == null ? "" : request.words());
        return follow(code);
    }
}
