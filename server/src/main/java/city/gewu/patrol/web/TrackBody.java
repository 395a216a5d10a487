package city.gewu.patrol.web;

import city.gewu.engine.track.Mark;
import city.gewu.engine.track.Track;
import city.gewu.patrol.model.DayTrack;
import city.gewu.patrol.model.DayTrack.TurnTrack;
import city.gewu.patrol.web.DutyController.TurnBody;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// A day's track.
///
/// @param seconds on duty
record TrackBody(LocalDate day, long seconds, long metres, List<TurnTrackBody> turns) {

    /// @param marks why it does not count, or `after-gap`
    record TrackPointBody(Instant at, double lon, double lat, double accuracy, List<String> marks) {

        static TrackPointBody of(Track.Marked marked) {
            var point = marked.point();
            return new TrackPointBody(
                    point.at(),
                    point.longitude(),
                    point.latitude(),
                    point.accuracyMetres(),
                    marked.marks().stream().sorted().map(TrackPointBody::name).toList());
        }

        private static String name(Mark mark) {
            return mark.name().replace('_', '-').toLowerCase(Locale.ROOT);
        }
    }

    record GapBody(Instant from, Instant to) {}

    /// @param thinned whether only the line is left of it
    record TurnTrackBody(
            TurnBody turn,
            long metres,
            List<TrackPointBody> points,
            List<GapBody> gaps,
            boolean thinned) {

        static TurnTrackBody of(TurnTrack one) {
            return new TurnTrackBody(
                    TurnBody.of(one.turn()),
                    Math.round(one.track().metres()),
                    one.track().points().stream().map(TrackPointBody::of).toList(),
                    one.gaps().stream().map(gap -> new GapBody(gap.from(), gap.to())).toList(),
                    one.thinned());
        }
    }

    static TrackBody of(DayTrack track) {
        return new TrackBody(
                track.day(),
                track.onDuty().toSeconds(),
                Math.round(track.metres()),
                track.turns().stream().map(TurnTrackBody::of).toList());
    }
}
