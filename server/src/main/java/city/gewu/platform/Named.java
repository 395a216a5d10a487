package city.gewu.platform;

/// A name in both languages of the interface.
public record Named(String zh, String en) {}
