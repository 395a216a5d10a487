package city.gewu.engagement.web;

import city.gewu.audit.Audit;
import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.store.SpamSignStore.BlockedWord;
import city.gewu.engagement.usecase.FollowReport;
import city.gewu.engagement.usecase.HeldReports;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Named;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Reports that wait for a look, and the words that make them wait.
@RestController
@Needs(Right.REVIEW_REPORTS)
class HeldController {

    private final HeldReports held;
    private final FollowReport following;

    HeldController(HeldReports held, FollowReport following) {
        this.held = held;
        this.following = following;
    }

    /// @param grounds what speaks against it, each with its points: `blocked-word:60`
    /// @param state `held`, `refused` or `taken`
    record HeldBody(
            long id,
            String state,
            Instant sentAt,
            String source,
            Named category,
            String description,
            String address,
            @Nullable SpotBody position,
            int photos,
            int score,
            List<String> grounds,
            @Nullable Long caseId) {}

    record AnswerRequest(@NotNull @Size(max = 500) String answer) {}

    record WordBody(@NotNull @Size(max = 50) String word, @NotNull @Size(max = 20) String kind) {}

    record WordsBody(@NotNull @Size(max = 3000) List<@NotNull @Valid WordBody> words) {

        static WordsBody of(List<BlockedWord> words) {
            return new WordsBody(
                    words.stream().map(one -> new WordBody(one.word(), one.kind())).toList());
        }
    }

    @GetMapping("/api/held-reports")
    List<HeldBody> list(@SignedIn Actor actor) {
        return held.list(actor).stream().map(this::body).toList();
    }

    @GetMapping("/api/held-reports/{id}")
    HeldBody get(@PathVariable long id, @SignedIn Actor actor) {
        return body(held.get(id, actor));
    }

    /// The report becomes a case.
    @PostMapping("/api/held-reports/{id}/release")
    HeldBody release(@PathVariable long id, @SignedIn Actor actor) {
        return body(held.release(id, actor));
    }

    /// The report stays one; its sender is told the answer.
    @PostMapping("/api/held-reports/{id}/refusal")
    HeldBody refuse(
            @PathVariable long id,
            @RequestBody @Valid AnswerRequest request,
            @SignedIn Actor actor) {
        return body(held.refuse(id, request.answer(), actor));
    }

    @GetMapping("/api/blocked-words")
    WordsBody words() {
        return WordsBody.of(held.listWords());
    }

    @PutMapping("/api/blocked-words")
    WordsBody replaceWords(@RequestBody @Valid WordsBody wanted, HttpServletRequest http) {
        Audit.detail(http, "words", Integer.toString(wanted.words().size()));
        return WordsBody.of(
                held.replaceWords(
                        wanted.words().stream()
                                .map(one -> new BlockedWord(one.word(), one.kind()))
                                .toList()));
    }

    private HeldBody body(SentReport sent) {
        return new HeldBody(
                sent.id(),
                sent.state().name().toLowerCase(Locale.ROOT),
                sent.sentAt(),
                sent.source(),
                following.name(sent.words().category()),
                sent.words().description(),
                sent.words().address(),
                sent.position().map(SpotBody::of).orElse(null),
                sent.photos().size(),
                sent.spam().points(),
                sent.spam().grounds(),
                sent.caseId().isPresent() ? sent.caseId().getAsLong() : null);
    }
}
