package city.gewu.catalogue.usecase;

import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.model.SchemeCheck;
import city.gewu.catalogue.model.SchemeFinding;
import city.gewu.catalogue.model.SchemeReader;
import city.gewu.catalogue.store.InForceStore;
import city.gewu.catalogue.store.SchemeDraftStore;
import city.gewu.catalogue.store.SchemeStore;
import city.gewu.catalogue.store.SchemeStore.Scheme;
import city.gewu.platform.LaidDown;
import city.gewu.platform.Moments;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Puts schemes in force, from now or from a later moment on. Cases keep the limits of the scheme
/// they were filed under.
@Component
public class LayDownScheme {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Stores stores;
    private final SchemeMemory memory;
    private final TransactionTemplate transaction;

    /// What is read and written.
    @Component
    record Stores(SchemeStore schemes, InForceStore inForce, SchemeDraftStore drafts) {}

    LayDownScheme(Stores stores, SchemeMemory memory, TransactionTemplate transaction) {
        this.stores = stores;
        this.memory = memory;
        this.transaction = transaction;
    }

    /// What is laid down, on what was looked at, from when, and why.
    ///
    /// @param edition of the person's draft
    /// @param basedOn number of the last one laid down that they have seen
    /// @param since empty for now
    public record Act(
            int edition, long basedOn, Optional<Instant> since, String reason, String author) {}

    void importFile(String version, String file, byte[] csv) {
        var scheme = new Scheme(version, Sha256.hex(csv), file, SchemeReader.read(file, csv));
        transaction.executeWithoutResult(_ -> putInForce(scheme));
        memory.refresh();
    }

    private void putInForce(Scheme scheme) {
        stores.inForce().lock();
        var known = stores.schemes().findHash(scheme.version());
        if (known.isPresent() && !known.get().equals(scheme.hash())) {
            throw new RefusedException(
                    "catalogue.version-taken",
                    "The scheme version (%s) of the file (%s) is already known with other content."
                            .formatted(scheme.version(), scheme.file()),
                    "Give the changed scheme a version of its own.");
        }
        var now = now();
        if (known.isEmpty()) {
            stores.schemes().insert(scheme, now);
        }
        var inForce = LaidDown.findInForce(stores.inForce().listLaidDown(), now);
        if (!inForce.map(LaidDown::version).equals(Optional.of(scheme.version()))) {
            stores.inForce().layDown(scheme.version(), now, now, "", scheme.file());
        }
    }

    /// Lays the person's draft down under a version made from its content, and ends the draft.
    /// Refused with `catalogue.no-draft`, `catalogue.draft-changed`, `catalogue.bad-draft`,
    /// `catalogue.stale-draft`, `catalogue.bad-moment`, `catalogue.nothing-changed` or
    /// `catalogue.missing-reason`.
    public void layDown(Act act) {
        requireReason(act.reason());
        transaction.executeWithoutResult(_ -> insert(act));
        memory.refresh();
    }

    private void insert(Act act) {
        stores.inForce().lock();
        var categories = draft(act);
        var now = now();
        var all = stores.inForce().listLaidDown();
        long last = LaidDown.lastNumber(all);
        if (last != act.basedOn()) {
            throw new RefusedException(
                    "catalogue.stale-draft",
                    "The scheme (%d) was laid down since you looked at (%d)."
                            .formatted(last, act.basedOn()),
                    "Load the page again and look at what your draft changes now.");
        }
        var since = act.since().map(Moments::micros).orElse(now);
        if (since.isBefore(now)) {
            throw new RefusedException(
                    "catalogue.bad-moment",
                    "The moment (%s) has passed.".formatted(since),
                    "Choose now or a later moment; cases filed keep what they were filed under.");
        }
        var version = store(categories, now);
        var then = LaidDown.findInForce(all, since).map(LaidDown::version);
        if (then.map(known -> known.equals(version) || memory.get(known).all().equals(categories))
                .orElse(false)) {
            throw new RefusedException(
                    "catalogue.nothing-changed",
                    "The scheme (%s) holds then anyway.".formatted(then.orElse(version)),
                    "Change something first.");
        }
        stores.inForce().layDown(version, since, now, act.author(), act.reason());
        stores.drafts().delete(act.author());
    }

    private List<MinorCategory> draft(Act act) {
        var draft =
                stores.drafts()
                        .find(act.author())
                        .orElseThrow(() ->
                                new RefusedException(
                                        "catalogue.no-draft",
                                        "You have no draft (%d).".formatted(act.edition()),
                                        "Change something first."));
        if (draft.edition() != act.edition()) {
            throw SchemeDrafts.changedElsewhere(act.edition());
        }
        var faults =
                SchemeCheck.check(draft.categories()).stream()
                        .filter(SchemeFinding::blocking)
                        .toList();
        if (!faults.isEmpty()) {
            throw new RefusedException(
                    "catalogue.bad-draft",
                    "The draft has (%d) faults: %s."
                            .formatted(
                                    faults.size(),
                                    faults.stream()
                                            .limit(5)
                                            .map(one ->
                                                    "%s %s (%s)"
                                                            .formatted(
                                                                    one.category(),
                                                                    one.code(),
                                                                    one.value()))
                                            .collect(Collectors.joining(", "))),
                    "Mend these categories first.");
        }
        return draft.categories();
    }

    /// The same content has the same version, whenever it is laid down.
    private String store(List<MinorCategory> categories, Instant now) {
        var hash = Sha256.hex(JSON.writeValueAsString(categories));
        var version = "desk-" + hash.substring(0, 12);
        if (stores.schemes().findHash(version).isEmpty()) {
            stores.schemes().insert(new Scheme(version, hash, version, categories), now);
        }
        return version;
    }

    /// Takes back one that does not count yet.
    public void withdraw(long number, String reason, String author) {
        requireReason(reason);
        transaction.executeWithoutResult(_ -> {
            stores.inForce().lock();
            var all = stores.inForce().listLaidDown();
            var now = now();
            if (!LaidDown.isComing(all, number, now)) {
                throw new RefusedException(
                        "catalogue.not-coming",
                        "The scheme (%d) does not wait for its day.".formatted(number),
                        "Only one that does not count yet can be withdrawn.");
            }
            stores.inForce().withdraw(number, now, author, reason);
        });
        memory.refresh();
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new RefusedException(
                    "catalogue.missing-reason",
                    "The scheme needs a reason.",
                    "Say in a sentence why it changes.");
        }
    }

    /// As the database keeps it.
    private Instant now() {
        return Moments.micros(memory.now());
    }
}
