package city.gewu.appraisal;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/// The assessment of a month from freezing to publishing (月考评): frozen, put up for notice, appealed
/// against, final and signed, published.
///
/// Each step carries its moment, so that a city that was run elsewhere can be told; it is refused
/// with `appraisal.bad-moment` when it is to come or before the step that it follows. A step out of
/// its order is refused with `appraisal.not-in-order`.
public interface AssessedMonths {

    /// Computes the marks of every kind of subject as the facts stood then, and keeps them as
    /// version 1 with their digest and signature. Refused with `appraisal.month-not-over`.
    void freeze(YearMonth month, Actor actor, Instant at);

    /// Puts the frozen marks up; appeals may come until some working days are over: answers until
    /// when.
    Instant giveNotice(YearMonth month, Actor actor, Instant at);

    /// Appeals against one figure of one subject; answers the id. Refused with
    /// `appraisal.not-allowed-subject` for a subject that is not the own one, with
    /// `appraisal.appeal-too-late`, `appraisal.appealed-before`, `appraisal.missing-reason`,
    /// `appraisal.missing-photo`, `appraisal.case-not-counted`.
    long appeal(YearMonth month, NewAppeal appeal, Actor actor, Instant at);

    /// Decides an appeal. Granted, its cases are left out of the figure; the fact itself stays.
    /// Refused with `appraisal.scorer-decides`, `appraisal.appellant-decides`,
    /// `appraisal.own-marks`, `appraisal.decided`, `appraisal.missing-reason`.
    void decide(long appeal, boolean granted, String answer, Actor actor, Instant at);

    /// Computes the marks again with what was exempted, and keeps them as version 2, signed.
    /// Refused with `appraisal.appeals-open` while appeals may come or wait.
    void finish(YearMonth month, Actor actor, Instant at);

    /// Opens the final marks of organisations and places to everybody.
    void publish(YearMonth month, Actor actor, Instant at);

    /// Recomputes everything that was kept of a month: facts from what had happened, marks from the
    /// facts, digests and signatures. Refused with `appraisal.unknown-month`.
    List<Verified> verify(YearMonth month);

    /// Months that were frozen, the newest first.
    List<YearMonth> listMonths();

    /// @param kind of subject, as the assessment names it
    /// @param cases that should not count, at least one
    /// @param photos evidence, at least one
    record NewAppeal(
            String kind,
            String subject,
            String indicator,
            List<Long> cases,
            String reason,
            List<PhotoId> photos) {

        public NewAppeal {
            cases = List.copyOf(cases);
            photos = List.copyOf(photos);
        }
    }

    /// What a check of one table found.
    ///
    /// @param version 1 as frozen, 2 as final
    /// @param facts whether the figures computed again are the same bytes
    /// @param marks whether the marks computed again are the same bytes
    /// @param signature whether the sheet of the version is signed by its key
    /// @param sha256 of the marks as kept, lower-case hex
    /// @param recomputed of the marks as computed again
    record Verified(
            String kind,
            int version,
            boolean facts,
            boolean marks,
            boolean signature,
            String sha256,
            String recomputed) {

        public boolean whole() {
            return facts && marks && signature;
        }
    }
}
