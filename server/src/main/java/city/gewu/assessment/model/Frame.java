package city.gewu.assessment.model;

import city.gewu.engine.indicator.Period.Window;
import java.time.Instant;
import java.time.ZoneId;

/// What a figure is about in time.
///
/// @param now what happened later is not known
/// @param replayed whether that moment is a past one, so that cases are read from what happened to
///   them until then instead of from how they stand
/// @param zone of the city
public record Frame(Window window, Instant now, boolean replayed, ZoneId zone) {}
