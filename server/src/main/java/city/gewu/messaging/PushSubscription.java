package city.gewu.messaging;

/// A browser that wants to be woken (推送订阅), as its push service described it.
///
/// @param endpoint address of the push service, https
/// @param p256dh public key of the browser: 65 bytes, base64url
/// @param auth secret of the browser: 16 bytes, base64url
public record PushSubscription(String endpoint, String p256dh, String auth) {}
