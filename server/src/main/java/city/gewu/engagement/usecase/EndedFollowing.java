package city.gewu.engagement.usecase;

import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.store.FollowedCaseStore;
import city.gewu.engagement.store.FollowedCaseStore.FollowedCase;
import city.gewu.engagement.store.ReportStore;
import city.gewu.privacy.DataKind;
import city.gewu.privacy.EndedSubjects;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Tells which followers can be forgotten: those whose case ended long ago, and those whose report
/// was refused.
@Component
class EndedFollowing implements EndedSubjects {

    private final ReportStore reports;
    private final FollowedCaseStore cases;

    EndedFollowing(ReportStore reports, FollowedCaseStore cases) {
        this.reports = reports;
        this.cases = cases;
    }

    @Override
    public DataKind kind() {
        return DataKind.FOLLOWER;
    }

    @Override
    public Set<String> listEnded(Collection<String> subjects, Instant before) {
        var ended = new HashSet<>(subjects);
        var sent = reports.list(subjects.stream().map(Long::valueOf).toList());
        var known =
                cases
                        .list(sent.stream().flatMap(one -> one.caseId().stream().boxed()).toList())
                        .stream()
                        .collect(Collectors.toMap(FollowedCase::id, Function.identity()));
        sent.stream()
                .filter(one -> !isEnded(one, known, before))
                .forEach(one -> ended.remove(one.subject()));
        return ended;
    }

    private static boolean isEnded(SentReport sent, Map<Long, FollowedCase> known, Instant before) {
        var followed = sent.caseId().stream().mapToObj(known::get).findFirst();
        return switch (sent.state()) {
            case ARRIVING, HELD -> false;
            case REFUSED -> sent.sentAt().isBefore(before);
            case TAKEN ->
                    followed.flatMap(FollowedCase::endedAt)
                            .filter(end -> end.isBefore(before))
                            .isPresent();
        };
    }
}
