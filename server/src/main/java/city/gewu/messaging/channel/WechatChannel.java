package city.gewu.messaging.channel;

import city.gewu.messaging.Channel;
import city.gewu.messaging.Recipient;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Template messages of WeChat (模板消息): one template with the fields `thing1` (title) and `thing2`
/// (text), each of 20 characters at most.
@Component
class WechatChannel implements Channel {

    /// Field of the vault.
    private static final String WECHAT = "wechat";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int THING = 20;
    private static final int BUSY = -1;
    private static final int TOO_OFTEN = 45009;

    private final Wechat wechat;
    private final Vaulted vault;
    private final String template;

    WechatChannel(
            Wechat wechat, Vaulted vault, @Value("${gewu.wechat.template:}") String template) {
        this.wechat = wechat;
        this.vault = vault;
        this.template = template;
    }

    @Override
    public String code() {
        return "wechat";
    }

    @Override
    public boolean isOn() {
        return wechat.isOn() && !template.isBlank();
    }

    @Override
    public boolean isLoud() {
        return true;
    }

    @Override
    public boolean reaches(Recipient recipient) {
        return vault.has(recipient, WECHAT);
    }

    @Override
    public Outcome send(Recipient recipient, Letter letter) {
        var openId = vault.open(recipient, WECHAT, letter.id());
        if (openId.isEmpty()) {
            return new Outcome.Never("no-wechat");
        }
        var message = JSON.createObjectNode();
        message.put("touser", openId.get());
        message.put("template_id", template);
        message.put("client_msg_id", "notice-" + letter.id());
        var data = message.putObject("data");
        data.putObject("thing1").put("value", cut(letter.title()));
        data.putObject("thing2").put("value", cut(letter.body()));
        try {
            int code = wechat.sendTemplate(message);
            return switch (code) {
                case 0 -> new Outcome.Sent();
                case BUSY, TOO_OFTEN -> new Outcome.Later("wechat-" + code);
                default -> new Outcome.Never("wechat-" + code);
            };
        } catch (IOException | JacksonException e) {
            return new Outcome.Later("wechat-silent");
        }
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= THING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, THING - 1)) + "…";
    }
}
