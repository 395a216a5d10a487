package city.gewu.engagement.web;

import city.gewu.engagement.usecase.FollowReport;
import city.gewu.engagement.usecase.LookUp;
import city.gewu.engagement.usecase.LookUp.Asked;
import city.gewu.engagement.web.OpenReportRequest.Solved;
import city.gewu.messaging.Notices;
import city.gewu.messaging.PushSubscription;
import city.gewu.messaging.Recipient;
import city.gewu.platform.OpenToAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Finding one's reports by phone, and being woken about one of them.
@RestController
class LookupController {

    private final LookUp lookup;
    private final FollowReport following;
    private final Notices notices;

    LookupController(LookUp lookup, FollowReport following, Notices notices) {
        this.lookup = lookup;
        this.following = following;
        this.notices = notices;
    }

    record LookupRequest(
            @NotBlank @Size(max = 40) String phone,
            @NotNull @Valid Solved challenge,
            @Nullable @Pattern(regexp = "zh|en") String language) {

        @Override
        public String toString() {
            return "LookupRequest[***]";
        }
    }

    record CodeRequest(
            @NotBlank @Size(max = 40) String phone, @NotBlank @Size(max = 12) String code) {

        @Override
        public String toString() {
            return "CodeRequest[***]";
        }
    }

    record WakeRequest(
            @NotBlank @Size(max = 1000) String endpoint,
            @NotNull @Size(max = 200) String p256dh,
            @NotNull @Size(max = 100) String auth) {}

    @OpenToAll("Who lost the follow code finds their reports by phone.")
    @PostMapping("/open/reports/lookup")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked ask(@RequestBody @Valid LookupRequest request) {
        return lookup.ask(
                request.phone(),
                request.challenge().id(),
                request.challenge().nonce(),
                request.language() == null ? "zh" : request.language());
    }

    @OpenToAll("Who has the code that was sent sees their reports.")
    @PostMapping("/open/reports/lookup/{id}")
    ResponseEntity<List<FollowedBody>> answer(
            @PathVariable UUID id, @RequestBody @Valid CodeRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        lookup.answer(id, request.phone(), request.code()).stream()
                                .map(FollowedBody::of)
                                .toList());
    }

    @OpenToAll("Whoever has the code may be woken about the report.")
    @PostMapping("/open/reports/{code}/push-subscriptions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void wake(@PathVariable String code, @RequestBody @Valid WakeRequest request) {
        notices.subscribe(
                new Recipient(Recipient.Kind.FOLLOWER, following.getReport(code).subject()),
                new PushSubscription(request.endpoint(), request.p256dh(), request.auth()));
    }
}
