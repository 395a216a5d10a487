package city.gewu.engine.indicator;

/// The two integers of a figure.
public enum FigurePart {
    NUMERATOR,
    DENOMINATOR
}
