package city.gewu.demo.plan;

/// What a line of the plan is on the ground.
///
/// @implNote `tilt` is how far in radians a line of this rank strays from square; `reach` is how
///   far in metres its end moves to meet a line that ends on the other side.
enum Rank {
    OUTLINE(0, 0),
    RIVER(0, 0),
    PRIMARY(0.03, 120),
    SECONDARY(0.06, 90),
    TERTIARY(0.07, 60),
    WALL(0.05, 30);

    final double tilt;
    final double reach;

    Rank(double tilt, double reach) {
        this.tilt = tilt;
        this.reach = reach;
    }

    boolean road() {
        return this != RIVER && this != WALL;
    }
}
