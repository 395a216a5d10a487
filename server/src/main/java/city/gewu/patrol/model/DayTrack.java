package city.gewu.patrol.model;

import city.gewu.engine.track.RoadCoverage;
import city.gewu.engine.track.Track;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What somebody walked on a day (一日轨迹).
///
/// @param onDuty time on duty
/// @param metres the way between points that count, gaps left out
public record DayTrack(
        String person, LocalDate day, List<TurnTrack> turns, Duration onDuty, double metres) {

    public DayTrack {
        turns = List.copyOf(turns);
    }

    /// One turn with its points, marked ones too.
    ///
    /// @param thinned whether only the line is left of it
    public record TurnTrack(Turn turn, Track track, List<Track.Gap> gaps, boolean thinned) {

        public TurnTrack {
            gaps = List.copyOf(gaps);
        }
    }

    /// Where the time of a day went.
    ///
    /// @param byGrid time by code of the finest unit
    /// @param roads of the person's own grids
    public record Use(Map<String, Duration> byGrid, RoadCoverage roads) {

        public Use {
            byGrid = Map.copyOf(byGrid);
        }
    }

    public List<Track.Step> steps() {
        return turns.stream().flatMap(turn -> turn.track().steps().stream()).toList();
    }
}
