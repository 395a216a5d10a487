package city.gewu.demo.plan;

import java.util.ArrayList;
import java.util.List;

/// One straight line of the plan from where it begins to where it ends, such as one stretch of a
/// road.
final class Course {

    private final Rank rank;
    private final Edge edge;

    Course(Rank rank, Vertex from, Vertex to) {
        this.rank = rank;
        this.edge = new Edge(from, to, this);
    }

    Rank rank() {
        return rank;
    }

    Edge edge() {
        return edge;
    }

    Vertex from() {
        return edge.from();
    }

    Vertex to() {
        return edge.to();
    }

    /// All corners on it, in order.
    List<Vertex> listVertices() {
        var pieces = new ArrayList<Edge>();
        edge.collectPieces(pieces);
        var vertices = new ArrayList<Vertex>();
        vertices.add(from());
        pieces.forEach(piece -> vertices.add(piece.to()));
        return vertices;
    }

    /// Whether the other stretch goes on where this one ends at the corner, within some 25 degrees.
    boolean continuesIn(Course other, Vertex corner) {
        var here = awayFrom(corner);
        var there = other.awayFrom(corner);
        return other != this
                && other.rank == rank
                && here.dot(there) < -0.9 * here.length() * there.length();
    }

    private Vertex awayFrom(Vertex corner) {
        return (corner.equals(from()) ? to() : from()).minus(corner);
    }
}
