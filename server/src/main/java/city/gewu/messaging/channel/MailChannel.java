package city.gewu.messaging.channel;

import city.gewu.messaging.Channel;
import city.gewu.messaging.Recipient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/// E-mail, where the city has set a mail server (`spring.mail.host`).
@Component
class MailChannel implements Channel {

    /// Field of the vault.
    private static final String EMAIL = "email";

    private final Vaulted vault;
    private final ObjectProvider<JavaMailSender> sender;
    private final String from;

    MailChannel(
            Vaulted vault,
            ObjectProvider<JavaMailSender> sender,
            @Value("${gewu.mail.from:}") String from) {
        this.vault = vault;
        this.sender = sender;
        this.from = from;
    }

    @Override
    public String code() {
        return "email";
    }

    @Override
    public boolean isOn() {
        return !from.isBlank() && sender.getIfAvailable() != null;
    }

    @Override
    public boolean isLoud() {
        return false;
    }

    @Override
    public boolean reaches(Recipient recipient) {
        return vault.has(recipient, EMAIL);
    }

    @Override
    public Outcome send(Recipient recipient, Letter letter) {
        var address = vault.open(recipient, EMAIL, letter.id());
        if (address.isEmpty()) {
            return new Outcome.Never("no-email");
        }
        var mail = new SimpleMailMessage();
        mail.setFrom(from);
        mail.setTo(address.get());
        mail.setSubject(letter.title());
        mail.setText(letter.body());
        try {
            sender.getObject().send(mail);
            return new Outcome.Sent();
        } catch (MailParseException e) {
            return new Outcome.Never("bad-email");
        } catch (MailException e) {
            return new Outcome.Later("mail-server");
        }
    }
}
