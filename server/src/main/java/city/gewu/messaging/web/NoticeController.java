package city.gewu.messaging.web;

import city.gewu.messaging.Notices;
import city.gewu.messaging.PushSubscription;
import city.gewu.messaging.Recipient;
import city.gewu.messaging.channel.PushKey;
import city.gewu.messaging.channel.Wechat;
import city.gewu.messaging.channel.Wechat.Signature;
import city.gewu.messaging.model.Texts;
import city.gewu.messaging.store.NoticeStore;
import city.gewu.messaging.store.NoticeStore.Fate;
import city.gewu.messaging.store.NoticeStore.InApp;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Named;
import city.gewu.platform.Needs;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The bell of who is signed in, what became of notices, and what pages need to be reached.
@RestController
class NoticeController {

    private static final int MOST = 50;

    private final Notices notices;
    private final NoticeStore kept;
    private final PushKey key;
    private final Wechat wechat;
    private final Clock clock;
    private final String script;

    NoticeController(
            Notices notices,
            NoticeStore kept,
            PushKey key,
            Wechat wechat,
            Clock clock,
            @Value("${gewu.wechat.script:https://res.wx.qq.com/open/js/jweixin-1.6.0.js}")
                    String script) {
        this.notices = notices;
        this.kept = kept;
        this.key = key;
        this.wechat = wechat;
        this.clock = clock;
        this.script = script;
    }

    /// @param values what the texts speak of, such as the `number` of a case
    record NoticeBody(
            long id,
            String topic,
            Named title,
            Named body,
            Map<String, String> values,
            Instant at,
            boolean read) {

        static NoticeBody of(InApp one) {
            var values = one.values();
            return new NoticeBody(
                    one.id(),
                    one.topic(),
                    new Named(
                            Texts.title(one.topic(), "zh", values),
                            Texts.title(one.topic(), "en", values)),
                    new Named(
                            Texts.body(one.topic(), "zh", values),
                            Texts.body(one.topic(), "en", values)),
                    values,
                    one.at(),
                    one.read());
        }
    }

    record NoticesBody(int unread, List<NoticeBody> items) {}

    /// @param upTo id of the newest notice that was seen
    record ReadRequest(long upTo) {}

    record SubscriptionRequest(
            @NotBlank @Size(max = 1000) String endpoint,
            @NotNull @Size(max = 200) String p256dh,
            @NotNull @Size(max = 100) String auth) {}

    record KeyBody(String key) {}

    /// What the page hands to `wx.config`.
    ///
    /// @param script address of WeChat's JS-SDK
    record SignedPageBody(
            String appId, long timestamp, String nonceStr, String signature, String script) {

        static SignedPageBody of(Signature signed, String script) {
            return new SignedPageBody(
                    signed.appId(),
                    signed.timestamp(),
                    signed.nonceStr(),
                    signed.signature(),
                    script);
        }
    }

    record PageRequest(@NotBlank @Size(max = 1000) String url) {}

    @Needs(Right.BASICS)
    @GetMapping("/api/notices")
    NoticesBody list(@RequestParam(defaultValue = "false") boolean unread, @SignedIn Actor actor) {
        return new NoticesBody(
                kept.countUnread(actor.id()),
                kept.listOfStaff(actor.id(), unread, MOST).stream().map(NoticeBody::of).toList());
    }

    @Needs(Right.BASICS)
    @PostMapping("/api/notices/readings")
    NoticesBody read(@RequestBody ReadRequest request, @SignedIn Actor actor) {
        kept.markRead(actor.id(), request.upTo(), clock.instant());
        return list(false, actor);
    }

    @Needs(Right.BASICS)
    @PostMapping("/api/push-subscriptions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void subscribe(@RequestBody @Valid SubscriptionRequest request, @SignedIn Actor actor) {
        notices.subscribe(
                new Recipient(Recipient.Kind.STAFF, actor.id()),
                new PushSubscription(request.endpoint(), request.p256dh(), request.auth()));
    }

    /// What became of each notice on each way, the newest first; the next page is what stands
    /// before the last `delivery` of this one.
    @Needs(Right.READ_NOTICE_FATES)
    @GetMapping("/api/notice-fates")
    List<Fate> fates(@RequestParam(defaultValue = "9223372036854775807") long before) {
        return kept.listFates(before, MOST);
    }

    @OpenToAll("A browser that is to be woken needs it.")
    @GetMapping("/open/push-key")
    KeyBody pushKey() {
        return new KeyBody(key.publicKey());
    }

    @OpenToAll("A page inside WeChat asks for it before it may use the camera and the place.")
    @PostMapping("/open/wechat/signatures")
    SignedPageBody sign(@RequestBody @Valid PageRequest request) {
        try {
            if (wechat.isOn()) {
                var nonce = UUID.randomUUID().toString().substring(0, 16);
                return SignedPageBody.of(wechat.sign(request.url(), nonce), script);
            }
        } catch (IOException e) {
            // What is refused below.
        }
        throw new RefusedException(
                "messaging.wechat-unavailable",
                "WeChat is not set up here, or does not answer.",
                "Use the page as in any browser.");
    }
}
