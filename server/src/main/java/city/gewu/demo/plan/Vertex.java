package city.gewu.demo.plan;

/// A corner on the drawing board, in metres east and north of the centre, where all lines are still
/// straight. [Ground] bends them.
record Vertex(double x, double y) {

    double distance(Vertex other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    Vertex minus(Vertex other) {
        return new Vertex(x - other.x, y - other.y);
    }

    Vertex towards(Vertex other, double share) {
        return new Vertex(x + (other.x - x) * share, y + (other.y - y) * share);
    }

    double dot(Vertex other) {
        return x * other.x + y * other.y;
    }

    double cross(Vertex other) {
        return x * other.y - y * other.x;
    }

    double length() {
        return Math.hypot(x, y);
    }
}
