package city.gewu.messaging;

/// One way a notice can go (通知渠道): SMS, WeChat, push, e-mail.
public interface Channel {

    /// As it stands in records: `sms`.
    String code();

    /// Whether the city has set it up.
    boolean isOn();

    /// Whether it makes a noise, and so waits out the quiet hours.
    boolean isLoud();

    /// Whether there is an address of this channel; asks without opening anything.
    boolean reaches(Recipient recipient);

    /// Sends; says what became of it.
    Outcome send(Recipient recipient, Letter letter);

    /// A notice in one language (通知文本).
    ///
    /// @param id of the notice
    record Letter(long id, String topic, String title, String body) {}

    /// What a try came to (投递结果).
    sealed interface Outcome {

        /// The next system took it.
        record Sent() implements Outcome {}

        /// It may work later.
        record Later(String reason) implements Outcome {}

        /// It never will.
        record Never(String reason) implements Outcome {}
    }
}
