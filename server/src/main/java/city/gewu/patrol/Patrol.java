package city.gewu.patrol;

import city.gewu.casework.CaseId;
import city.gewu.casework.FieldCases.Finding;
import city.gewu.people.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /// Keeps looks at cases that were had without being given here: before this platform was there,
    /// or in the history of a demo city. Nobody was drawn for them. Each is kept once; answers how
    /// many were new.
    int keepLooks(List<Look> looks);

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

    /// A look at a case that somebody was sent to have (核实、核查).
    ///
    /// @param clientId made from where it comes from
    /// @param finding what the round came to; it says whether a verification or a check was wanted
    /// @param round how often a check had failed before
    /// @param spot where and when it was answered, by the server's clock; empty when the person let
    ///   it run out
    record Look(
            UUID clientId,
            CaseId about,
            Finding.Kind finding,
            int round,
            String person,
            Instant askedAt,
            Optional<Spot> spot) {}
}
