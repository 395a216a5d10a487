package city.gewu.engagement.web;

import city.gewu.engagement.store.RatingStore.Rating;
import city.gewu.engagement.usecase.FollowReport.Followed;
import city.gewu.engagement.usecase.FollowReport.Step;
import city.gewu.platform.Named;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a report stands. It holds nothing about people.
///
/// @param kind `report` or `join`
/// @param number of the case; absent while somebody still has to look at the report
/// @param state code such as `in-hand`, with its words
/// @param answer absent when there is none
record FollowedBody(
        String code,
        String kind,
        @Nullable String number,
        StateBody state,
        Named category,
        Instant sentAt,
        List<Step> steps,
        @Nullable String answer,
        PhotosBody photos,
        boolean mayRate,
        @Nullable RatingBody rating) {

    record StateBody(String code, Named words, boolean over) {}

    /// Addresses of pictures.
    record PhotosBody(List<String> before, List<String> after) {}

    record RatingBody(boolean solved, int stars, String words, Instant at) {

        static RatingBody of(Rating rating) {
            return new RatingBody(rating.solved(), rating.stars(), rating.words(), rating.at());
        }
    }

    static FollowedBody of(Followed followed) {
        var state = followed.state();
        return new FollowedBody(
                followed.code(),
                followed.kind().name().toLowerCase(Locale.ROOT),
                followed.number().isEmpty() ? null : followed.number(),
                new StateBody(state.code(), state.words(), state.isOver()),
                followed.category(),
                followed.sentAt(),
                followed.steps(),
                followed.answer().isEmpty() ? null : followed.answer(),
                new PhotosBody(
                        followed.before().stream().map(FollowedBody::address).toList(),
                        followed.after().stream().map(FollowedBody::address).toList()),
                followed.mayRate(),
                followed.rating().map(RatingBody::of).orElse(null));
    }

    static String address(String photo) {
        return "/open/photos/" + photo;
    }
}
