package city.gewu.territory.model;

import java.time.LocalDate;
import java.util.Optional;

/// One version of one unit.
///
/// @param validFrom first day in force
/// @param validTo first day no longer in force; empty while nothing ends it
public record UnitVersion(UnitShape unit, LocalDate validFrom, Optional<LocalDate> validTo) {}
