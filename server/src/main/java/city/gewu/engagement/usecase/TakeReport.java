package city.gewu.engagement.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.CaseStory;
import city.gewu.casework.CaseStory.Step;
import city.gewu.casework.Casework;
import city.gewu.casework.Position;
import city.gewu.casework.Problem;
import city.gewu.casework.ReportSource;
import city.gewu.casework.ReporterContact;
import city.gewu.casework.StoryOutcome.Rejected;
import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SentReport.Kind;
import city.gewu.engagement.model.SentReport.Spot;
import city.gewu.engagement.model.SentReport.State;
import city.gewu.engagement.model.SentReport.Words;
import city.gewu.engagement.model.SpamScore;
import city.gewu.engagement.store.ReportStore;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.platform.RefusedException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes in what somebody reports without an account: once for each id the phone gives, however
/// often it is sent and wherever the server was killed.
@Component
public class TakeReport {

    static final String ORIGIN = Casework.LIVE + "citizen";

    private static final int LOCKS = 64;

    private final ReportStore reports;
    private final ReportPlaces places;
    private final Challenges challenges;
    private final UploadTray tray;
    private final SpamWatch watch;
    private final CategoryChoice categories;
    private final FollowerContacts contacts;
    private final Marks marks;
    private final Casework casework;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    TakeReport(
            ReportStore reports,
            ReportPlaces places,
            Challenges challenges,
            UploadTray tray,
            SpamWatch watch,
            CategoryChoice categories,
            FollowerContacts contacts,
            Marks marks,
            Casework casework,
            TransactionTemplate transaction,
            Clock clock) {
        this.reports = reports;
        this.places = places;
        this.challenges = challenges;
        this.tray = tray;
        this.watch = watch;
        this.categories = categories;
        this.contacts = contacts;
        this.marks = marks;
        this.casework = casework;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A report as it was sent.
    ///
    /// @param words without a category when the person chose none
    /// @param photos as [UploadTray] named them
    public record NewReport(
            UUID clientId,
            UUID challenge,
            String nonce,
            ReportSource source,
            Words words,
            Spot position,
            List<UUID> photos,
            FollowerContact contact,
            boolean wantsAnswer,
            String language) {

        public NewReport {
            photos = List.copyOf(photos);
        }
    }

    /// Takes it in; refused with the codes of the challenge, of the photos, with
    /// `engagement.bad-phone` and `engagement.unknown-category`.
    public SentReport take(NewReport fresh) {
        return take(
                fresh,
                clock.instant(),
                live(fresh.clientId(), fresh.contact().person(), citizen(fresh.source())));
    }

    /// Takes in one of some time ago, whose case has come further since: refused as [#take] is, and
    /// as a step is.
    SentReport takeTold(NewReport fresh, Instant sentAt, List<Step> steps) {
        var actor = citizen(fresh.source());
        var found = live(fresh.clientId(), fresh.contact().person(), actor);
        return take(
                fresh,
                sentAt,
                problem -> {
                    var id = fresh.clientId().toString();
                    var story =
                            new CaseStory(
                                    ORIGIN, id, "report " + id, problem, actor, sentAt, steps);
                    if (casework.append(List.of(story)).getFirst() instanceof Rejected(var why)) {
                        throw new RefusedException(why);
                    }
                    return found.apply(problem);
                });
    }

    /// @param opening opens the case, or finds the one that it opened before
    private SentReport take(NewReport fresh, Instant sentAt, Function<Problem, CaseId> opening) {
        FollowerContacts.check(fresh.contact());
        return inTurn(fresh.clientId(), () -> takeInTurn(fresh, sentAt, opening));
    }

    private Function<Problem, CaseId> live(UUID clientId, ReporterContact contact, Actor actor) {
        return problem ->
                casework.reportOnce(
                        ORIGIN,
                        clientId.toString(),
                        problem,
                        Optional.of(contact).filter(given -> !given.isEmpty()),
                        actor);
    }

    /// Two of one id never at the same time.
    <T> T inTurn(UUID clientId, Supplier<T> work) {
        var lock = locks.get(Math.floorMod(clientId.hashCode(), LOCKS));
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private SentReport takeInTurn(
            NewReport fresh, Instant sentAt, Function<Problem, CaseId> opening) {
        var known = reports.findByClient(fresh.clientId());
        if (known.isPresent() && known.get().state() != State.ARRIVING) {
            return known.get();
        }
        var actor = citizen(fresh.source());
        var sent = known.orElseGet(() -> arrive(fresh, sentAt));
        return settle(sent, fresh.contact(), actor, opening);
    }

    private SentReport arrive(NewReport fresh, Instant sentAt) {
        var who = challenges.require(fresh.challenge(), fresh.nonce());
        var words = categories.choose(fresh.words());
        var photos = tray.name(fresh.challenge(), fresh.photos());
        var sent =
                new SentReport(
                        0,
                        fresh.clientId(),
                        reports.codeOf(fresh.clientId()),
                        Kind.REPORT,
                        State.ARRIVING,
                        OptionalLong.empty(),
                        fresh.source().name(),
                        words.words(),
                        Optional.of(fresh.position()),
                        photos.stream().map(PhotoId::value).toList(),
                        words.flags(),
                        fresh.wantsAnswer(),
                        fresh.language(),
                        new SpamScore(0, List.of()),
                        sentAt.truncatedTo(ChronoUnit.MICROS),
                        "");
        var keep =
                new ReportStore.Marks(
                        who.device(), who.network(), marks.words(words.words().description()));
        transaction.executeWithoutResult(_ -> {
            challenges.spend(fresh.challenge());
            var id = reports.add(sent, keep, places.of(sent));
            id.ifPresent(report -> tray.give(report, fresh.challenge(), fresh.photos()));
        });
        return reports.findByClient(fresh.clientId()).orElseThrow();
    }

    /// A report that arrived becomes a case, or waits for a look.
    private SentReport settle(
            SentReport sent,
            FollowerContact contact,
            Actor actor,
            Function<Problem, CaseId> opening) {
        contacts.keep(sent.id(), contact);
        boolean withoutPuzzle = sent.source().equals(ReportSource.WEB.name());
        var score = watch.score(sent, reports.getMarks(sent.id()), withoutPuzzle);
        if (withoutPuzzle || watch.holds(score)) {
            reports.hold(sent.id(), score);
        } else {
            open(sent, score, actor, opening);
        }
        return reports.find(sent.id()).orElseThrow();
    }

    /// Opens the case of a report, whose photos become evidence with it; again, it finds the one it
    /// opened before.
    void open(SentReport sent, ReporterContact contact, SpamScore score, Actor actor) {
        open(sent, score, actor, live(sent.clientId(), contact, actor));
    }

    private void open(
            SentReport sent, SpamScore score, Actor actor, Function<Problem, CaseId> opening) {
        tray.keep(sent.id(), actor);
        var id = opening.apply(problem(sent));
        reports.take(sent.id(), id.value(), score);
        tray.drop(sent.id());
    }

    private Problem problem(SentReport sent) {
        return new Problem(
                ReportSource.valueOf(sent.source()),
                sent.words().category(),
                Optional.empty(),
                sent.words().description(),
                sent.words().address(),
                sent.position().map(spot -> new Position(spot.longitude(), spot.latitude())),
                Optional.empty(),
                sent.photos().stream().map(PhotoId::new).toList(),
                sent.flags(),
                Optional.of(sent.words().answers())
                        .filter(given -> stillFit(sent.words().category(), given)));
    }

    /// The scheme may have changed while the report waited; then it comes in without answers, since
    /// a report is not lost to a question.
    private boolean stillFit(String category, Map<String, String> answers) {
        try {
            casework.checkAnswers(category, answers);
            return !answers.isEmpty();
        } catch (RefusedException changed) {
            return false;
        }
    }

    /// Somebody without an account.
    static Actor citizen(ReportSource source) {
        var id = source == ReportSource.WECHAT ? "citizen:wechat" : "citizen:app";
        return new Actor(id, "市民", Set.of(Post.CITIZEN), "");
    }
}
