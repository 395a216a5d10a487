package city.gewu.demo.plan;

import java.util.List;

/// A straight piece of a line. When another line ends on it, it falls into two halves, and both
/// areas beside it see the new corner: that keeps the plan without gaps.
final class Edge {

    private final Vertex from;
    private final Vertex to;
    private final Course course;
    private List<Edge> halves = List.of();

    Edge(Vertex from, Vertex to, Course course) {
        this.from = from;
        this.to = to;
        this.course = course;
    }

    Vertex from() {
        return from;
    }

    Vertex to() {
        return to;
    }

    Course course() {
        return course;
    }

    void splitAt(Vertex corner) {
        halves = List.of(new Edge(from, corner, course), new Edge(corner, to, course));
    }

    /// The whole pieces of this edge, from its first corner to its last.
    void collectPieces(List<Edge> into) {
        if (halves.isEmpty()) {
            into.add(this);
        } else {
            halves.forEach(half -> half.collectPieces(into));
        }
    }

    /// An edge as an area passes along it.
    record Side(Edge edge, boolean forward) {

        Vertex start() {
            return forward ? edge.from : edge.to;
        }

        Vertex end() {
            return forward ? edge.to : edge.from;
        }
    }
}
