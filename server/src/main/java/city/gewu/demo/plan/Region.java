package city.gewu.demo.plan;

import city.gewu.demo.plan.Edge.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A convex area of the plan, its sides in anticlockwise order.
record Region(List<Side> ring) {

    Region {
        ring = List.copyOf(ring);
    }

    /// The sides as far as they are divided by now.
    List<Side> listSides() {
        var sides = new ArrayList<Side>();
        var pieces = new ArrayList<Edge>();
        for (Side side : ring) {
            pieces.clear();
            side.edge().collectPieces(pieces);
            if (!side.forward()) {
                Collections.reverse(pieces);
            }
            pieces.forEach(piece -> sides.add(new Side(piece, side.forward())));
        }
        return sides;
    }

    List<Vertex> listVertices() {
        return listSides().stream().map(Side::start).toList();
    }

    double area() {
        return area(listVertices());
    }

    static double area(List<Vertex> corners) {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            twice += corners.get(i).cross(corners.get((i + 1) % corners.size()));
        }
        return twice / 2;
    }
}
