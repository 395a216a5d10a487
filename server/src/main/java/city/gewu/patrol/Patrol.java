package city.gewu.patrol;

import city.gewu.people.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a phone in the street sends (外勤). Everything carries an id made where it happened: sent
/// twice it is one.
public interface Patrol {

    /// Signs on or off.
    void sign(Signing signing, Actor actor);

    /// Keeps positions noted on duty.
    void keepPositions(UUID clientId, List<Spot> spots, Actor actor);

    /// Gives every case that waits for a look to somebody drawn for it; answers how many.
    int giveTasks();

    /// Looks through the tracks of turns that are over for stretches outside of the own ground;
    /// answers how many were found.
    int findOffGround();

    /// Signing on or off (签到、签退).
    ///
    /// @param sentAt by the phone's clock
    record Signing(UUID clientId, boolean on, Spot spot, Instant sentAt) {}

    /// Where a phone was, in WGS84 degrees (定位点).
    ///
    /// @param at by the phone's clock
    record Spot(Instant at, double longitude, double latitude, double accuracyMetres) {}
}
