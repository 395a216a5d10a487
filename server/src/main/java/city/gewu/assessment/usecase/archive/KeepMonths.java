package city.gewu.assessment.usecase.archive;

import city.gewu.assessment.MonthArchive.KeptMonth;
import city.gewu.assessment.MonthArchive.Told;
import city.gewu.assessment.model.Frame;
import city.gewu.assessment.store.archive.ArchiveFolder;
import city.gewu.assessment.store.archive.ArchiveFolder.Kept;
import city.gewu.assessment.store.archive.KeptMonths;
import city.gewu.assessment.store.archive.Manifest;
import city.gewu.assessment.store.archive.Manifest.KeptFile;
import city.gewu.assessment.store.archive.MonthWriter;
import city.gewu.casework.Casework;
import city.gewu.casework.LedgerProof;
import city.gewu.engine.indicator.Period;
import city.gewu.engine.indicator.Source;
import city.gewu.platform.RefusedException;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.Territory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes months into an archive. What is proved of the ledger and what is written are read in one
/// snapshot of the database.
@Component
class KeepMonths {

    /// A command given in the last second of a month is written within this time.
    private static final Duration GRACE = Duration.ofMinutes(5);

    private static final int FAULTS_NAMED = 3;

    private final Territory territory;
    private final Casework casework;
    private final LedgerProof ledger;
    private final MonthWriter writer;
    private final KeptMonths keptMonths;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    KeepMonths(
            Territory territory,
            Casework casework,
            LedgerProof ledger,
            MonthWriter writer,
            KeptMonths keptMonths,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.territory = territory;
        this.casework = casework;
        this.ledger = ledger;
        this.writer = writer;
        this.keptMonths = keptMonths;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    void keep(Path root, Optional<String> month, Told told) {
        var city = territory.getCity();
        var folder = new ArchiveFolder(root);
        var months = month.map(it -> List.of(closed(it, city))).orElseGet(() -> allClosed(city));
        try (var _ = folder.hold()) {
            casework.sealFinishedDays();
            for (var each : months) {
                var before = folder.find(city.code(), each);
                told.kept(toKept(before.orElseGet(() -> keep(folder, city, each, told)), before));
            }
        }
    }

    private Kept keep(ArchiveFolder folder, City city, YearMonth month, Told told) {
        var half = folder.begin(city.code(), month);
        try {
            var manifest =
                    Objects.requireNonNull(snapshot.execute(_ -> write(city, month, half, told)));
            String digest = folder.describe(half, manifest);
            // Known before it is there: a month in its place is always one that is known.
            keptMonths.add(month, digest, manifest.rows(), manifest.asOf());
            return folder.finish(half, manifest);
        } catch (RefusedException refused) {
            folder.abandon(half);
            throw refused;
        }
    }

    private Manifest write(City city, YearMonth month, Path half, Told told) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var frame = new Frame(window(month, city), now, false, city.zone());
        var proof = prove(month, frame);
        var levels = levels(city);
        var files = new ArrayList<KeptFile>();
        for (var source : Source.ALL) {
            long before = files.stream().mapToLong(KeptFile::rows).sum();
            files.add(
                    writer.write(
                            source,
                            levels,
                            frame,
                            half,
                            rows -> told.working(month, before + rows)));
        }
        return new Manifest(
                Manifest.FORMAT,
                city.code(),
                city.zone().getId(),
                month,
                levels,
                now,
                files,
                proof);
    }

    private Manifest.Proof prove(YearMonth month, Frame frame) {
        var faults = new ArrayList<String>();
        var verified = ledger.verify(frame.window().from(), frame.window().to(), faults::add);
        if (verified.broken() > 0) {
            throw new RefusedException(
                    "archive.seal-broken",
                    "The ledger does not prove the month (%s): %s"
                            .formatted(
                                    month,
                                    String.join(
                                            " ",
                                            faults.subList(
                                                    0, Math.min(FAULTS_NAMED, faults.size())))),
                    "Run `gewu verify` for all that was changed, and bring the database back from a backup before it.");
        }
        return new Manifest.Proof(
                verified.cases(), verified.events(), verified.unsealed(), verified.seals());
    }

    private static List<String> levels(City city) {
        return city.levels().stream().map(Level::code).toList();
    }

    private static KeptMonth toKept(Kept kept, Optional<Kept> before) {
        var manifest = kept.manifest();
        return new KeptMonth(
                manifest.month(),
                before.isEmpty(),
                manifest.rows(),
                manifest.ledger().seals().size(),
                manifest.ledger().unsealed());
    }

    private List<YearMonth> allClosed(City city) {
        var months = new ArrayList<YearMonth>();
        var first = writer.findFirst();
        if (first.isPresent()) {
            var month = YearMonth.from(first.get().atZone(city.zone()));
            while (isOver(month, city)) {
                months.add(month);
                month = month.plusMonths(1);
            }
        }
        return months;
    }

    private YearMonth closed(String text, City city) {
        YearMonth month;
        try {
            month = YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new RefusedException(
                    "archive.bad-month",
                    "The month (%s) is none.".formatted(text),
                    "Write it like 2026-09.");
        }
        if (!isOver(month, city)) {
            throw new RefusedException(
                    "archive.month-open",
                    "The month (%s) is not over.".formatted(month),
                    "Archive it once it has ended where the city is.");
        }
        return month;
    }

    private boolean isOver(YearMonth month, City city) {
        Instant end = window(month, city).to();
        return !clock.instant().minus(GRACE).isBefore(end);
    }

    private static Period.Window window(YearMonth month, City city) {
        return Period.parse(month.toString()).orElseThrow().in(city.zone());
    }
}
