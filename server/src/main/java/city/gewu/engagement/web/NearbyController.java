package city.gewu.engagement.web;

import city.gewu.engagement.model.SentReport.Spot;
import city.gewu.engagement.usecase.NearReports;
import city.gewu.engagement.usecase.NearReports.Joining;
import city.gewu.engagement.usecase.NearReports.NearReport;
import city.gewu.engagement.web.FollowedBody.StateBody;
import city.gewu.engagement.web.OpenReportController.SentBody;
import city.gewu.engagement.web.OpenReportRequest.Solved;
import city.gewu.evidence.PublishedPhotos;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What others reported around here, joining in, and the photos that were put out.
@RestController
class NearbyController {

    private final NearReports reports;
    private final OpenReportController answers;
    private final PublishedPhotos photos;
    private final Territory territory;

    NearbyController(
            NearReports reports,
            OpenReportController answers,
            PublishedPhotos photos,
            Territory territory) {
        this.reports = reports;
        this.answers = answers;
        this.photos = photos;
        this.territory = territory;
    }

    /// @param day when it was reported, in the city
    /// @param photo address of a picture that was put out; absent when there is none
    record NearBody(
            String number,
            Named category,
            StateBody state,
            SpotBody position,
            long metres,
            LocalDate day,
            boolean mayJoin,
            @Nullable String photo) {

        static NearBody of(NearReport near, ZoneId zone) {
            var state = near.state();
            return new NearBody(
                    near.number(),
                    near.category(),
                    new StateBody(state.code(), state.words(), state.isOver()),
                    SpotBody.of(near.position()),
                    Math.round(near.metres()),
                    LocalDate.ofInstant(near.reportedAt(), zone),
                    near.open(),
                    near.photo().isEmpty() ? null : FollowedBody.address(near.photo()));
        }
    }

    record JoinRequest(
            @NotNull UUID clientId,
            @NotNull @Valid Solved challenge,
            @Nullable @Valid ContactRequest contact,
            @Nullable @Pattern(regexp = "zh|en") String language) {}

    /// @param radius metres, at most 2000
    @OpenToAll("A neighbour sees that a problem is known.")
    @GetMapping("/open/reports/nearby")
    List<NearBody> nearby(
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(defaultValue = "500") double radius) {
        var zone = territory.getCity().zone();
        return reports.list(new Spot(lon, lat), radius).stream()
                .map(near -> NearBody.of(near, zone))
                .toList();
    }

    @OpenToAll("A neighbour joins in a problem that is known.")
    @PostMapping("/open/reports/{number}/join")
    ResponseEntity<SentBody> join(
            @PathVariable String number, @RequestBody @Valid JoinRequest request) {
        return answers.answer(
                reports.join(
                        number,
                        new Joining(
                                request.clientId(),
                                request.challenge().id(),
                                request.challenge().nonce(),
                                ContactRequest.toContact(request.contact()),
                                request.language() == null ? "zh" : request.language())));
    }

    @OpenToAll("The photo was covered and put out.")
    @GetMapping("/open/photos/{name}")
    ResponseEntity<byte[]> photo(@PathVariable String name) throws IOException {
        byte[] bytes =
                photos.findBytes(name)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "engagement.no-photo",
                                        "There is no photo (%s) to be seen by all.".formatted(name),
                                        "Load the page again; it may have been replaced."));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
