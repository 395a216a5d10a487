package city.gewu.casework.web;

import city.gewu.casework.model.Work;
import city.gewu.casework.store.CaseLine;
import city.gewu.casework.store.Kept;
import city.gewu.casework.web.CaseBody.LimitBody;
import city.gewu.catalogue.FilingCondition;
import city.gewu.platform.Named;
import city.gewu.worktime.Deadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The case of the stage before or after (前一阶段、后一阶段), as far as one reads it beside another.
///
/// @param condition what makes it a case
/// @param dueAt absent while no clock runs
record StageBody(
        long id,
        String caseNo,
        @Nullable Named condition,
        String state,
        @Nullable LimitBody limit,
        @Nullable Instant dueAt) {

    static StageBody of(Kept kept, Names names, Instant now) {
        var file = kept.file();
        var work = file.findWork();
        var filedAt = work.map(one -> one.milestones().filedAt()).orElse(now);
        var clock = work.map(Work::clock).flatMap(one -> one.deadline());
        return new StageBody(
                file.id().value(),
                file.caseNo(),
                names.findCondition(file.facts().category(), file.facts().condition(), filedAt)
                        .map(FilingCondition::filing)
                        .orElse(null),
                CaseLine.of(kept).state(),
                clock.flatMap(Deadline::limit)
                        .map(one -> new LimitBody(one.amount(), one.unit().name()))
                        .orElse(null),
                clock.map(Deadline::dueAt).orElse(null));
    }
}
