package city.gewu.evidence.web;

import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.model.PhotoSigns;
import city.gewu.evidence.usecase.CaseEvidence;
import city.gewu.evidence.usecase.CaseEvidence.Account;
import city.gewu.evidence.usecase.CaseEvidence.Found;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What photos say beside their case, and which look alike.
@RestController
class CaseEvidenceController {

    private final CaseEvidence evidence;

    CaseEvidenceController(CaseEvidence evidence) {
        this.evidence = evidence;
    }

    record Lookalikes(List<FoundBody> items) {}

    record FoundBody(String id, int distance, long caseId, String caseNo) {
        static FoundBody of(Found found) {
            return new FoundBody(
                    found.photo().value(), found.distance(), found.caseId(), found.caseNo());
        }
    }

    record Accounts(List<AccountBody> items) {}

    /// @param secondsAfterReport negative before the report
    record AccountBody(
            String id,
            boolean known,
            @Nullable Long secondsAfterReport,
            @Nullable Long metres,
            List<String> signs,
            List<FoundBody> repeats) {

        static AccountBody of(Account account) {
            var signs = account.signs();
            return new AccountBody(
                    account.photo().value(),
                    signs.isPresent(),
                    signs.flatMap(PhotoSigns::secondsAfterReport).orElse(null),
                    signs.flatMap(PhotoSigns::metres).orElse(null),
                    signs.map(PhotoSigns::signs).orElse(List.of()).stream()
                            .map(Enum::name)
                            .toList(),
                    account.repeats().stream().map(FoundBody::of).toList());
        }
    }

    @Needs(Right.READ_PHOTO_FACTS)
    @GetMapping("/api/cases/{caseId}/photos")
    Accounts accounts(@PathVariable long caseId, @SignedIn Actor actor) {
        return new Accounts(
                evidence.listAccounts(caseId, actor).stream().map(AccountBody::of).toList());
    }

    @Needs(Right.READ_CASES)
    @GetMapping("/api/photos/{id}/lookalikes")
    Lookalikes lookalikes(
            @PathVariable String id,
            @RequestParam(defaultValue = "" + Evidence.COPY_LIKENESS) int distance,
            @SignedIn Actor actor) {
        return new Lookalikes(
                evidence.listLookalikes(new PhotoId(id), distance, actor).stream()
                        .map(FoundBody::of)
                        .toList());
    }
}
