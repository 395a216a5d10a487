package city.gewu.messaging.usecase;

import city.gewu.messaging.Channel;
import city.gewu.messaging.Channel.Letter;
import city.gewu.messaging.Channel.Outcome;
import city.gewu.messaging.NewNotice;
import city.gewu.messaging.Notices;
import city.gewu.messaging.PushSubscription;
import city.gewu.messaging.Recipient;
import city.gewu.messaging.UnkeptWords;
import city.gewu.messaging.channel.PushChannel;
import city.gewu.messaging.channel.SmsChannel;
import city.gewu.messaging.channel.Wechat;
import city.gewu.messaging.model.PushCipher;
import city.gewu.messaging.model.QuietHours;
import city.gewu.messaging.model.Retry;
import city.gewu.messaging.model.Texts;
import city.gewu.messaging.store.NoticeStore;
import city.gewu.messaging.store.NoticeStore.Due;
import city.gewu.messaging.store.SubscriptionStore;
import city.gewu.messaging.store.SubscriptionStore.Subscribed;
import city.gewu.platform.RefusedException;
import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PhoneNumber;
import city.gewu.territory.City;
import city.gewu.territory.Territory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Queues notices on every way that reaches somebody, and sends what is due.
@Component
public class NoticeDesk implements Notices {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDesk.class);

    private static final String IN_APP = "in-app";
    private static final int AT_ONCE = 50;
    private static final int AUTH_BYTES = 16;
    private static final Duration CLAIMED = Duration.ofMinutes(2);

    private final List<Channel> channels;
    private final List<UnkeptWords> unkept;
    private final SmsChannel sms;
    private final PushChannel push;
    private final Wechat wechat;
    private final NoticeStore notices;
    private final SubscriptionStore subscriptions;
    private final PersonalData data;
    private final Territory territory;
    private final Clock clock;
    private final QuietHours quiet;

    NoticeDesk(
            List<Channel> channels,
            List<UnkeptWords> unkept,
            SmsChannel sms,
            PushChannel push,
            Wechat wechat,
            NoticeStore notices,
            SubscriptionStore subscriptions,
            PersonalData data,
            Territory territory,
            Clock clock,
            @Value("${gewu.notices.quiet:22:00-07:00}") String quiet) {
        this.channels = List.copyOf(channels);
        this.unkept = List.copyOf(unkept);
        this.sms = sms;
        this.push = push;
        this.wechat = wechat;
        this.notices = notices;
        this.subscriptions = subscriptions;
        this.data = data;
        this.territory = territory;
        this.clock = clock;
        this.quiet = QuietHours.of(quiet);
    }

    @Override
    public int send(List<NewNotice> wanted) {
        int fresh = 0;
        for (var notice : wanted) {
            var now = clock.instant();
            var id = notices.add(notice, now);
            if (id.isPresent()) {
                queue(id.get(), notice.to(), now);
                fresh++;
            }
        }
        return fresh;
    }

    private void queue(long id, Recipient to, Instant now) {
        boolean reached = to.kind() == Recipient.Kind.STAFF;
        if (reached) {
            notices.addDelivery(id, IN_APP, "sent", now, "");
        }
        for (var channel : channels) {
            if (channel.isOn() && channel.reaches(to)) {
                var at = channel.isLoud() ? quiet.notBefore(now, zone()) : now;
                notices.addDelivery(id, channel.code(), "queued", at, "");
                reached = true;
            }
        }
        if (!reached) {
            notices.addDelivery(id, "none", "unreachable", now, "no-way-to-reach");
        }
    }

    private ZoneId zone() {
        return territory.findCity().map(City::zone).orElse(ZoneOffset.UTC);
    }

    /// Sends what is due; answers how many tries it made.
    public int sendDue() {
        var now = clock.instant();
        var due = notices.claim(now, now.plus(CLAIMED), AT_ONCE);
        due.forEach(this::deliver);
        return due.size();
    }

    private void deliver(Due due) {
        var outcome = send(due);
        var now = clock.instant();
        switch (outcome) {
            case Outcome.Sent() -> notices.settle(due.delivery(), "sent", "", null, now);
            case Outcome.Never(var reason) ->
                    notices.settle(due.delivery(), "failed", reason, null, now);
            case Outcome.Later(var reason) -> {
                var wait = Retry.after(due.attempts());
                if (wait.isPresent()) {
                    var next = now.plus(wait.get());
                    notices.settle(due.delivery(), "queued", reason, next, null);
                } else {
                    notices.settle(due.delivery(), "given-up", reason, null, now);
                }
            }
        }
    }

    /// One that breaks its channel is tried again later like any other, and holds up nobody.
    private Outcome send(Due due) {
        try {
            var values = new HashMap<>(due.values());
            unkept.forEach(words -> values.putAll(words.wordsFor(due.to())));
            var letter = letter(due.notice(), due.topic(), due.language(), values);
            return channels.stream()
                    .filter(channel -> channel.code().equals(due.channel()))
                    .filter(Channel::isOn)
                    .findFirst()
                    .map(channel -> channel.send(due.to(), letter))
                    .orElseGet(() -> new Outcome.Never("channel-off"));
        } catch (RuntimeException e) {
            LOG.warn("Notice {} failed on its way ({}).", due.notice(), due.channel(), e);
            return new Outcome.Later("error");
        }
    }

    private static Letter letter(
            long id, String topic, String language, Map<String, String> values) {
        return new Letter(
                id,
                topic,
                Texts.title(topic, language, values),
                Texts.body(topic, language, values));
    }

    @Override
    public boolean sendsCodes() {
        return sms.isOn();
    }

    @Override
    public void sendCode(PhoneNumber phone, String code, int minutes, String language) {
        var now = clock.instant();
        var values = Map.of("code", code, "minutes", Integer.toString(minutes));
        Outcome outcome =
                sms.isOn()
                        ? sms.send(phone, letter(0, "lookup-code", language, values))
                        : new Outcome.Never("channel-off");
        long id =
                notices.add(
                                "phone",
                                data.mark("phone " + phone.digits()),
                                "lookup-code",
                                Map.of(),
                                language,
                                "code/" + UUID.randomUUID(),
                                now)
                        .orElseThrow();
        boolean sent = outcome instanceof Outcome.Sent;
        notices.addDelivery(
                id,
                sms.code(),
                sent ? "sent" : "failed",
                now,
                switch (outcome) {
                    case Outcome.Sent() -> "";
                    case Outcome.Later(var reason) -> reason;
                    case Outcome.Never(var reason) -> reason;
                });
        if (!sent) {
            throw new RefusedException(
                    "messaging.sms-unavailable",
                    "No message can be sent now.",
                    "Follow the report by its code, or call the hotline.");
        }
    }

    @Override
    public Optional<String> findWechatId(String code) {
        try {
            return wechat.isOn() ? wechat.findOpenId(code) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void subscribe(Recipient owner, PushSubscription subscription) {
        try {
            byte[] browserKey = Base64.getUrlDecoder().decode(subscription.p256dh());
            byte[] auth = Base64.getUrlDecoder().decode(subscription.auth());
            PushCipher.publicKey(browserKey);
            if (auth.length == AUTH_BYTES && push.isTrusted(subscription.endpoint())) {
                subscriptions.save(
                        owner,
                        new Subscribed(
                                subscription.endpoint(),
                                subscription.p256dh(),
                                subscription.auth()),
                        clock.instant());
                return;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // What is refused below.
        }
        throw new RefusedException(
                "messaging.bad-subscription",
                "The browser's push service or its keys are none that can be used.",
                "Follow the report by its code, or leave a phone number.");
    }
}
