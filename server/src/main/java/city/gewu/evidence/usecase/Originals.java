package city.gewu.evidence.usecase;

import city.gewu.audit.Audit;
import city.gewu.audit.AuditEntry;
import city.gewu.evidence.model.SealedFacts;
import city.gewu.evidence.store.FactStore;
import city.gewu.evidence.store.PhotoShelf;
import city.gewu.evidence.store.PublicationStore.OfCase;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Opens what is sealed, the original and its facts, for a reason that the audit log has before
/// anything is answered.
@Component
public class Originals {

    private final PhotoShelf shelf;
    private final FactStore facts;
    private final Audit audit;

    Originals(PhotoShelf shelf, FactStore facts, Audit audit) {
        this.shelf = shelf;
        this.facts = facts;
        this.audit = audit;
    }

    /// Who asks, and what for.
    public record Asking(Actor actor, String reason, String address) {}

    /// The original, proved unchanged: its bytes still have the hash that names the photo.
    public byte[] open(OfCase what, Asking asking) throws IOException {
        note("photos.original.open", what, asking);
        byte[] bytes = shelf.get(what.photo().value());
        if (!PhotoShelf.sha256(bytes).equals(what.photo().value())) {
            throw new RefusedException(
                    "evidence.original-changed",
                    "The file of the photo (%s) is not the one that was kept."
                            .formatted(what.photo().value()),
                    "Tell whoever runs the server; a copy of it lies in the backup.");
        }
        return bytes;
    }

    public Optional<SealedFacts> unseal(OfCase what, Asking asking) {
        note("photos.facts.open", what, asking);
        return Optional.ofNullable(facts.listFacts(List.of(what.photo())).get(what.photo()));
    }

    private void note(String action, OfCase what, Asking asking) {
        if (asking.reason().isBlank()) {
            throw new RefusedException(
                    "evidence.missing-reason",
                    "What is sealed in a photo is asked for without a reason.",
                    "Say what it is needed for; the reason is kept.");
        }
        audit.record(
                new AuditEntry(
                        asking.actor().id(),
                        action,
                        "cases/" + what.caseId(),
                        AuditEntry.DONE,
                        asking.address(),
                        Map.of(
                                "photo", what.photo().value(),
                                "reason", asking.reason().strip())));
    }
}
