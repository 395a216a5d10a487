package city.gewu.engagement.usecase;

import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SpamScore;
import city.gewu.engagement.model.SpamScore.Signs;
import city.gewu.engagement.store.ReportStore.Marks;
import city.gewu.engagement.store.SentPhotoStore;
import city.gewu.engagement.store.SpamSignStore;
import city.gewu.engagement.store.SpamSignStore.BlockedWord;
import city.gewu.evidence.Evidence;
import city.gewu.territory.Territory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Gathers what speaks against a report.
@Component
class SpamWatch {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final SpamSignStore signs;
    private final SentPhotoStore photos;
    private final Evidence evidence;
    private final Territory territory;
    private final int holdAt;

    SpamWatch(
            SpamSignStore signs,
            SentPhotoStore photos,
            Evidence evidence,
            Territory territory,
            @Value("${gewu.engagement.hold-at:60}") int holdAt) {
        this.signs = signs;
        this.photos = photos;
        this.evidence = evidence;
        this.territory = territory;
        this.holdAt = holdAt;
    }

    boolean holds(SpamScore score) {
        return score.points() >= holdAt;
    }

    SpamScore score(SentReport sent, Marks marks, boolean withoutPuzzle) {
        var position = sent.position();
        var lately =
                signs.countLately(
                        marks.device(),
                        marks.network(),
                        SpamSignStore.around(
                                position, Challenges.across(position), Challenges.up()),
                        sent.sentAt().minus(HOUR),
                        sent.id());
        var words = sent.words();
        return SpamScore.of(
                new Signs(
                        words.description(),
                        blocked(words.description() + " " + words.address()),
                        signs.countWords(marks.words(), sent.sentAt().minus(DAY), sent.id()),
                        lately.fromDevice(),
                        lately.fromNetwork(),
                        lately.fromPlace(),
                        copied(sent),
                        isOutside(sent),
                        withoutPuzzle));
    }

    private List<String> blocked(String text) {
        var plain = SpamScore.plain(text);
        return signs.listWords().stream()
                .map(BlockedWord::word)
                .filter(word -> plain.contains(SpamScore.plain(word)))
                .toList();
    }

    private int copied(SentReport sent) {
        int copied = 0;
        for (var photo : photos.list(sent.id())) {
            var alike = new ArrayList<String>();
            alike.add(photo.id());
            evidence.lookalikes(photo.likeness(), Evidence.COPY_LIKENESS)
                    .forEach(other -> alike.add(other.photo().value()));
            alike.addAll(photos.listAlike(sent.id(), photo.likeness(), Evidence.COPY_LIKENESS));
            copied += signs.carriesAny(alike, sent.id()) ? 1 : 0;
        }
        return copied;
    }

    private boolean isOutside(SentReport sent) {
        return sent.position()
                .map(spot -> territory.findPlace(spot.longitude(), spot.latitude()).isEmpty())
                .orElse(true);
    }
}
