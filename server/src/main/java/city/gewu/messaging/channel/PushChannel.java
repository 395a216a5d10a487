package city.gewu.messaging.channel;

import city.gewu.messaging.Channel;
import city.gewu.messaging.Recipient;
import city.gewu.messaging.model.PushCipher;
import city.gewu.messaging.store.SubscriptionStore;
import city.gewu.messaging.store.SubscriptionStore.Subscribed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Wakes browsers (RFC 8030). Only push services the city trusts are called, since the address
/// comes from strangers.
@Component
public class PushChannel implements Channel {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int GONE = 410;
    private static final int NOT_FOUND = 404;
    private static final int SALT = 16;
    private static final int HTTPS = 443;

    private final SubscriptionStore subscriptions;
    private final PushKey key;
    private final Clock clock;
    private final Post post = new Post();
    private final SecureRandom random = new SecureRandom();
    private final List<String> hosts;

    PushChannel(
            SubscriptionStore subscriptions,
            PushKey key,
            Clock clock,
            @Value(
                            "${gewu.push.hosts:fcm.googleapis.com,push.services.mozilla.com,notify.windows.com,push.apple.com}")
                    List<String> hosts) {
        this.subscriptions = subscriptions;
        this.key = key;
        this.clock = clock;
        this.hosts = List.copyOf(hosts);
    }

    /// Whether the address is one of a push service: https at its own port, at one of the hosts or
    /// under it. An entry with a scheme is a whole origin.
    public boolean isTrusted(String endpoint) {
        try {
            var address = URI.create(endpoint);
            var host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
            return hosts.stream()
                    .anyMatch(one ->
                            one.contains("://")
                                    ? origin(address).equals(one)
                                    : "https".equals(address.getScheme())
                                            && address.getUserInfo() == null
                                            && (address.getPort() == -1
                                                    || address.getPort() == HTTPS)
                                            && (host.equals(one) || host.endsWith("." + one)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    @Override
    public String code() {
        return "push";
    }

    @Override
    public boolean isOn() {
        return !hosts.isEmpty();
    }

    @Override
    public boolean isLoud() {
        return true;
    }

    @Override
    public boolean reaches(Recipient recipient) {
        return !subscriptions.list(recipient).isEmpty();
    }

    /// To every browser of the person; one that takes it is enough.
    @Override
    public Outcome send(Recipient recipient, Letter letter) {
        Outcome outcome = new Outcome.Never("no-browser");
        for (var subscribed : subscriptions.list(recipient)) {
            var one = send(subscribed, letter);
            if (!(outcome instanceof Outcome.Sent)) {
                outcome = one;
            }
        }
        return outcome;
    }

    private Outcome send(Subscribed to, Letter letter) {
        if (!isTrusted(to.endpoint())) {
            return new Outcome.Never("untrusted-host");
        }
        var text = JSON.createObjectNode();
        // A notice never takes the place of another that was not read yet.
        text.put("id", letter.id());
        text.put("title", letter.title());
        text.put("body", letter.body());
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        try {
            byte[] body =
                    PushCipher.seal(
                            JSON.writeValueAsString(text).getBytes(StandardCharsets.UTF_8),
                            Base64.getUrlDecoder().decode(to.p256dh()),
                            Base64.getUrlDecoder().decode(to.auth()),
                            PushKey.fresh(),
                            salt);
            var origin = origin(URI.create(to.endpoint()));
            int status =
                    post.send(
                                    Post.to(to.endpoint())
                                            .header("Content-Encoding", "aes128gcm")
                                            .header("Content-Type", "application/octet-stream")
                                            .header("TTL", "86400")
                                            .header(
                                                    "Authorization",
                                                    key.authorization(origin, clock.instant()))
                                            .POST(BodyPublishers.ofByteArray(body)))
                            .statusCode();
            if (status == GONE || status == NOT_FOUND) {
                subscriptions.delete(to.endpoint());
            }
            return Post.outcome(status);
        } catch (GeneralSecurityException e) {
            return new Outcome.Never("bad-key");
        } catch (IOException e) {
            return new Outcome.Later("push-silent");
        }
    }
}
