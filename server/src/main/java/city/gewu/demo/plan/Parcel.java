package city.gewu.demo.plan;

import java.util.List;
import java.util.stream.Stream;

/// An area and the two it was cut into, down to the pieces that stay whole.
record Parcel(Region region, List<Parcel> halves) {

    Parcel {
        halves = List.copyOf(halves);
    }

    Stream<Region> pieces() {
        return halves.isEmpty() ? Stream.of(region) : halves.stream().flatMap(Parcel::pieces);
    }
}
