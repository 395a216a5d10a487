package city.gewu.messaging.channel;

import city.gewu.messaging.Channel;
import city.gewu.messaging.Recipient;
import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PhoneNumber;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// SMS through any gateway that takes a request: the setting gives its address and the body it
/// wants, with `{phone}`, `{text}` and `{topic}` as JSON texts.
@Component
public class SmsChannel implements Channel {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Vaulted vault;
    private final Post post = new Post();
    private final String url;
    private final String token;
    private final String body;

    SmsChannel(
            Vaulted vault,
            @Value("${gewu.sms.url:}") String url,
            @Value("${gewu.sms.token:}") String token,
            @Value("${gewu.sms.body:}") String body) {
        this.vault = vault;
        this.url = url;
        this.token = token;
        this.body = body.isBlank() ? "{\"phone\":{phone},\"text\":{text}}" : body;
    }

    @Override
    public String code() {
        return "sms";
    }

    @Override
    public boolean isOn() {
        return !url.isBlank();
    }

    @Override
    public boolean isLoud() {
        return true;
    }

    @Override
    public boolean reaches(Recipient recipient) {
        return vault.has(recipient, PersonalData.PHONE);
    }

    @Override
    public Outcome send(Recipient recipient, Letter letter) {
        return vault.open(recipient, PersonalData.PHONE, letter.id())
                .flatMap(PhoneNumber::find)
                .map(phone -> send(phone, letter))
                .orElseGet(() -> new Outcome.Never("no-phone"));
    }

    public Outcome send(PhoneNumber phone, Letter letter) {
        String json =
                body.replace("{phone}", JSON.writeValueAsString(phone.digits()))
                        .replace("{topic}", JSON.writeValueAsString(letter.topic()))
                        .replace("{text}", JSON.writeValueAsString(letter.body()));
        var request =
                Post.to(url)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofString(json));
        if (!token.isBlank()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return Post.outcome(post.send(request).statusCode());
        } catch (IOException e) {
            return new Outcome.Later("gateway-silent");
        }
    }
}
