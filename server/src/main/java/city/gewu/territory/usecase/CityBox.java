package city.gewu.territory.usecase;

import city.gewu.territory.CityExtent;
import city.gewu.territory.Level;
import city.gewu.territory.model.CitySnapshot;
import city.gewu.territory.model.UnitShape;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/// The box around the city, from the snapshot in memory.
@Component
class CityBox implements CityExtent {

    private final TerritoryMemory memory;

    CityBox(TerritoryMemory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Box> findBox() {
        return memory.findSnapshot()
                .map(CityBox::around)
                .filter(box -> !box.isNull())
                .map(box -> new Box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
    }

    private static Envelope around(CitySnapshot city) {
        var box = new Envelope();
        for (Level level : city.city().levels()) {
            for (UnitShape unit : city.level(level.code()).units()) {
                box.expandToInclude(unit.shape().getEnvelopeInternal());
            }
        }
        return box;
    }
}
