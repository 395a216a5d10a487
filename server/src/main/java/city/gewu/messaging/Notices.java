package city.gewu.messaging;

import city.gewu.privacy.PhoneNumber;
import java.util.List;
import java.util.Optional;

/// Tells people things (通知), by every way that reaches them.
public interface Notices {

    /// Queues the notices whose key is new; answers how many. It takes part in the caller's
    /// transaction.
    int send(List<NewNotice> notices);

    /// Whether codes can be sent by SMS at all.
    boolean sendsCodes();

    /// Sends a one-time code by SMS at once, whatever the hour; neither the number nor the code is
    /// kept. Refused with `messaging.sms-unavailable` when there is no gateway or it does not
    /// answer.
    void sendCode(PhoneNumber phone, String code, int minutes, String language);

    /// Who the code of a visit from inside WeChat stands for, to keep beside a phone number; empty
    /// when WeChat is not set up or the code is none.
    Optional<String> findWechatId(String code);

    /// Lets a browser be woken for somebody. Refused with `messaging.bad-subscription`.
    void subscribe(Recipient owner, PushSubscription subscription);
}
