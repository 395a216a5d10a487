package city.gewu.messaging.channel;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The official account of the city at WeChat (微信公众号), as its documents describe the server's side:
/// `cgi-bin/token`, `cgi-bin/ticket/getticket`, `cgi-bin/message/template/send`,
/// `sns/oauth2/access_token`. Tokens are kept until shortly before they run out.
@Component
public class Wechat {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long EARLY_S = 300;

    private final Post post = new Post();
    private final Clock clock;
    private final String base;
    private final String appId;
    private final String secret;
    private Kept token = new Kept("", Instant.EPOCH);
    private Kept ticket = new Kept("", Instant.EPOCH);

    private record Kept(String value, Instant until) {}

    Wechat(
            Clock clock,
            @Value("${gewu.wechat.url:https://api.weixin.qq.com}") String base,
            @Value("${gewu.wechat.app-id:}") String appId,
            @Value("${gewu.wechat.secret:}") String secret) {
        this.clock = clock;
        this.base = base;
        this.appId = appId;
        this.secret = secret;
    }

    public boolean isOn() {
        return !appId.isBlank() && !secret.isBlank();
    }

    /// What a page hands to `wx.config` (JS-SDK 权限签名).
    public record Signature(String appId, long timestamp, String nonceStr, String signature) {}

    /// Signs the address of a page, without what stands behind `#`.
    ///
    /// @param nonce any text that was not used before
    public Signature sign(String url, String nonce) throws IOException {
        long timestamp = clock.instant().getEpochSecond();
        var page = url.split("#", -1)[0];
        var text =
                "jsapi_ticket=%s&noncestr=%s&timestamp=%d&url=%s"
                        .formatted(ticket(), nonce, timestamp, page);
        return new Signature(appId, timestamp, nonce, sha1(text));
    }

    /// Who the code of a page's visit stands for (openid); empty when the code is none.
    public Optional<String> findOpenId(String code) throws IOException {
        var answer =
                get(
                        "/sns/oauth2/access_token?appid=%s&secret=%s&code=%s&grant_type=authorization_code"
                                .formatted(escaped(appId), escaped(secret), escaped(code)));
        return Optional.of(answer.path("openid").asString("")).filter(id -> !id.isEmpty());
    }

    /// Sends a template message; answers its `errcode`. A token that WeChat no longer takes is
    /// fetched anew, once.
    int sendTemplate(JsonNode message) throws IOException {
        int code = tryTemplate(message);
        if (code == 40001 || code == 42001 || code == 40014) {
            forgetToken();
            code = tryTemplate(message);
        }
        return code;
    }

    private int tryTemplate(JsonNode message) throws IOException {
        var answer =
                post.send(
                        Post.to(base + "/cgi-bin/message/template/send?access_token=" + token())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(JSON.writeValueAsString(message))));
        return JSON.readTree(answer.body()).path("errcode").asInt(-1);
    }

    private synchronized void forgetToken() {
        token = new Kept("", Instant.EPOCH);
    }

    private synchronized String token() throws IOException {
        if (!token.until().isAfter(clock.instant())) {
            token =
                    fetch(
                            "/cgi-bin/token?grant_type=client_credential&appid=%s&secret=%s"
                                    .formatted(escaped(appId), escaped(secret)),
                            "access_token");
        }
        return token.value();
    }

    private synchronized String ticket() throws IOException {
        if (!ticket.until().isAfter(clock.instant())) {
            ticket =
                    fetch("/cgi-bin/ticket/getticket?type=jsapi&access_token=" + token(), "ticket");
        }
        return ticket.value();
    }

    private Kept fetch(String path, String field) throws IOException {
        var answer = get(path);
        var value = answer.path(field).asString("");
        if (value.isEmpty()) {
            throw new IOException(
                    "WeChat gives no " + field + ": " + answer.path("errcode").asInt());
        }
        long seconds = Math.max(60, answer.path("expires_in").asLong(7200) - EARLY_S);
        return new Kept(value, clock.instant().plusSeconds(seconds));
    }

    private JsonNode get(String path) throws IOException {
        return JSON.readTree(post.send(Post.to(base + path).GET()).body());
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-1")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1.", e);
        }
    }
}
