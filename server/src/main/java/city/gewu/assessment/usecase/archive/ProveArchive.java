package city.gewu.assessment.usecase.archive;

import city.gewu.assessment.MonthArchive.Proved;
import city.gewu.assessment.store.archive.ArchiveFolder;
import city.gewu.assessment.store.archive.ArchiveFolder.Kept;
import city.gewu.assessment.store.archive.KeptMonths;
import city.gewu.assessment.store.archive.Manifest.KeptFile;
import city.gewu.casework.LedgerProof;
import city.gewu.casework.LedgerProof.SealedDay;
import city.gewu.territory.City;
import city.gewu.territory.Territory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Compares an archive with its manifests, and the manifests of this city with what it has written
/// and with the seals of its ledger.
@Component
class ProveArchive {

    private final Territory territory;
    private final LedgerProof ledger;
    private final KeptMonths keptMonths;

    ProveArchive(Territory territory, LedgerProof ledger, KeptMonths keptMonths) {
        this.territory = territory;
        this.ledger = ledger;
        this.keptMonths = keptMonths;
    }

    Proved verify(Path root, Consumer<String> findings) {
        var run = new Run(territory.findCity().map(City::code), findings);
        new ArchiveFolder(root).list().forEach(run::check);
        return new Proved(run.months, run.foreign, run.rows, run.seals, run.broken);
    }

    private final class Run {

        private final Optional<String> own;
        private final Consumer<String> findings;
        private int months;
        private int foreign;
        private long rows;
        private int seals;
        private long broken;

        Run(Optional<String> own, Consumer<String> findings) {
            this.own = own;
            this.findings = findings;
        }

        void check(Kept kept) {
            months++;
            rows += kept.manifest().rows();
            kept.manifest().files().forEach(file -> check(kept, file));
            if (own.filter(kept.manifest().city()::equals).isEmpty()) {
                foreign++;
                return;
            }
            String digest = ArchiveFolder.sha256(kept.folder().resolve(ArchiveFolder.MANIFEST));
            if (!keptMonths.knows(kept.manifest().month(), digest)) {
                fault(kept, "its manifest is not one that this city has written");
            }
            kept.manifest().ledger().seals().forEach(seal -> check(kept, seal));
        }

        private void check(Kept kept, KeptFile file) {
            var path = kept.file(file);
            if (!Files.isRegularFile(path)) {
                fault(kept, "the file (%s) is missing".formatted(file.file()));
            } else if (!ArchiveFolder.sha256(path).equals(file.sha256())) {
                fault(kept, "the file (%s) is not what was written".formatted(file.file()));
            }
        }

        private void check(Kept kept, SealedDay seal) {
            seals++;
            var now = ledger.findSeal(seal.day());
            if (now.filter(seal::equals).isEmpty()) {
                fault(
                        kept,
                        "the seal of %s covered %d events with root %s, and the ledger has %s"
                                .formatted(
                                        seal.day(),
                                        seal.events(),
                                        seal.root(),
                                        now.map(it ->
                                                        "%d with %s"
                                                                .formatted(it.events(), it.root()))
                                                .orElse("none")));
            }
        }

        private void fault(Kept kept, String what) {
            broken++;
            findings.accept(
                    "%s %s: %s.".formatted(kept.manifest().city(), kept.manifest().month(), what));
        }
    }
}
