package city.gewu.appraisal.usecase;

import city.gewu.appraisal.model.Scheme;
import city.gewu.appraisal.model.SchemeCheck;
import city.gewu.appraisal.model.SchemeCheck.Fault;
import city.gewu.appraisal.store.MarkSchemeStore;
import city.gewu.appraisal.store.MarkSchemeStore.Version;
import city.gewu.appraisal.store.SchemeFiles;
import city.gewu.assessment.Assessment;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// The schemes of this city: read, checked, laid down.
@Component
public class Schemes {

    private static final String LAW =
            "行政处罚法 第七十四条 and 城市管理执法办法 第三十条 forbid it; weigh a rate, or a number that is the"
                    + " better the fewer there are.";

    private final SchemeFiles files;
    private final MarkSchemeStore store;
    private final Assessment assessment;
    private final Territory territory;
    private final Clock clock;

    Schemes(
            SchemeFiles files,
            MarkSchemeStore store,
            Assessment assessment,
            Territory territory,
            Clock clock) {
        this.files = files;
        this.store = store;
        this.assessment = assessment;
        this.territory = territory;
        this.clock = clock;
    }

    /// Kinds that can be marked: those of the city for which there is an example or a version.
    public List<String> listKinds() {
        return assessment.listSubjectKinds().stream()
                .filter(kind -> findExample(kind).isPresent() || !store.list(kind).isEmpty())
                .toList();
    }

    /// Versions of a kind, the newest first, without the example.
    public List<Version> listVersions(String kind) {
        return store.list(kind);
    }

    public int findVersion(String kind, YearMonth month) {
        var found = store.findForDay(kind, month.atDay(1));
        if (found.isPresent()) {
            return found.get();
        }
        if (findExample(kind).isEmpty()) {
            throw new RefusedException(
                    "appraisal.no-scheme",
                    "No scheme counts for (%s) in (%s).".formatted(kind, month),
                    "Lay one down, or choose another kind: %s."
                            .formatted(String.join(", ", listKinds())));
        }
        return 0;
    }

    /// @param version 0 for the example
    public Scheme get(String kind, int version) {
        return (version == 0 ? findExample(kind) : store.find(kind, version))
                .orElseThrow(() ->
                        new RefusedException(
                                "appraisal.unknown-version",
                                "The scheme of (%s) has no version (%d).".formatted(kind, version),
                                "Choose one of the versions that the list shows."));
    }

    /// Everything that is wrong with a scheme.
    public List<Fault> check(Scheme scheme) {
        return SchemeCheck.faults(scheme, assessment.listMeasured(scheme.kind()));
    }

    /// Refused with the first fault.
    public void requireGood(Scheme scheme) {
        check(scheme).stream()
                .findFirst()
                .ifPresent(fault -> {
                    throw new RefusedException(
                            fault.code(),
                            fault.values(),
                            fault.code().equals("appraisal.quota")
                                    ? LAW
                                    : "Correct the scheme; the check lists all that is wrong.");
                });
    }

    /// Lays a version down from the first day of a month that is not over, so that no month that
    /// was published changes.
    public int layDown(Scheme scheme, YearMonth since, String author, String reason) {
        requireGood(scheme);
        var now = clock.instant();
        var month = YearMonth.from(LocalDate.ofInstant(now, territory.getCity().zone()));
        if (since.isBefore(month)) {
            throw new RefusedException(
                    "appraisal.month-over",
                    "The month (%s) is over; this one is (%s).".formatted(since, month),
                    "Let it count from this month or a later one.");
        }
        if (reason.isBlank()) {
            throw new RefusedException(
                    "appraisal.missing-reason",
                    "No reason was given for the scheme of (%s).".formatted(scheme.kind()),
                    "Name the document or the decision that it follows.");
        }
        try {
            return store.layDown(scheme, since.atDay(1), now, author, reason.strip());
        } catch (DuplicateKeyException e) {
            throw new RefusedException(
                    "appraisal.laid-down-meanwhile",
                    "Somebody else laid down a scheme of (%s) at the same moment."
                            .formatted(scheme.kind()),
                    "Reload and look at it first.");
        }
    }

    private Optional<Scheme> findExample(String kind) {
        return files.list().stream().filter(scheme -> scheme.kind().equals(kind)).findFirst();
    }
}
