package city.gewu.people.usecase;

import city.gewu.people.sheet.Sheet.Line;
import city.gewu.people.store.TableState;
import city.gewu.people.table.TableChange;
import city.gewu.people.table.TableFile;
import city.gewu.people.table.TableKind;
import city.gewu.people.table.TableRow.Reject;
import city.gewu.platform.RefusedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings tables in from files, and takes them out. A file is read first without changing anything;
/// what it would do is carried out only while neither the file nor what is kept has changed since.
@Component
public class ImportTable {

    private final Map<TableKind, TableDesk> desks;
    private final TableState tables;
    private final CityPeople people;
    private final TransactionTemplate transaction;

    ImportTable(
            List<TableDesk> desks,
            TableState tables,
            CityPeople people,
            TransactionTemplate transaction) {
        this.desks = desks.stream().collect(Collectors.toMap(TableDesk::kind, Function.identity()));
        this.tables = tables;
        this.people = people;
        this.transaction = transaction;
    }

    /// What somebody agrees to.
    ///
    /// @param apply whether to carry it out
    /// @param digest what the dry run answered
    /// @param skipRejects whether to carry out the rest when rows are rejected
    public record Consent(boolean apply, String digest, boolean skipRejects) {

        public static final Consent DRY_RUN = new Consent(false, "", false);
    }

    /// @param digest stands for the file and everything that is kept
    public record Report(
            TableKind kind,
            int rows,
            List<TableChange> changes,
            List<Reject> rejects,
            String digest,
            boolean applied) {}

    public Report run(TableKind kind, byte[] file, Consent consent) {
        var table = TableFile.read(kind, file);
        var report = transaction.execute(_ -> run(table, file, consent));
        if (consent.apply()) {
            people.forget();
        }
        return report;
    }

    private Report run(TableFile table, byte[] file, Consent consent) {
        var desk = desk(table.kind());
        if (consent.apply()) {
            tables.lock();
        }
        String digest = digest(table.kind(), file, desk.state());
        if (consent.apply() && !digest.equals(consent.digest())) {
            throw new RefusedException(
                    "people.stale-digest",
                    "The file (%s), or what is kept, is not what it was at the dry run."
                            .formatted(table.kind().code()),
                    "Read the file again without carrying it out, and look at the changes.");
        }
        var good = table.rows().stream().filter(row -> !row.isRejected()).toList();
        var draft = desk.plan(good);
        var rejects = table.rows().stream().flatMap(row -> row.rejects().stream()).toList();
        if (consent.apply()) {
            requireConsent(rejects, consent);
            draft.apply().run();
        }
        return new Report(
                table.kind(),
                table.rows().size(),
                draft.changes(),
                rejects,
                digest,
                consent.apply());
    }

    private static void requireConsent(List<Reject> rejects, Consent consent) {
        if (!rejects.isEmpty() && !consent.skipRejects()) {
            throw new RefusedException(
                    "people.rejected-rows",
                    "Rows of the file (%d) are rejected, the first in line (%d): %s"
                            .formatted(
                                    rejects.stream().map(Reject::line).distinct().count(),
                                    rejects.getFirst().line(),
                                    rejects.getFirst().why().detail()),
                    "Correct them, or agree to leave them out.");
        }
    }

    private TableDesk desk(TableKind kind) {
        var desk = desks.get(kind);
        if (desk == null) {
            throw new IllegalStateException("Nobody knows the table " + kind);
        }
        return desk;
    }

    private static String digest(TableKind kind, byte[] file, String state) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((kind.code() + "\n" + state + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The rows of a file that are rejected, as they came, each with why.
    public Table listRejected(TableKind kind, byte[] file) {
        var table = TableFile.read(kind, file);
        var rejects = new TreeMap<Integer, Reject>();
        for (var reject : run(kind, file, Consent.DRY_RUN).rejects()) {
            rejects.putIfAbsent(reject.line(), reject);
        }
        var header = new ArrayList<>(table.sheet().header());
        header.addAll(List.of("line", "code", "detail", "advice"));
        return new Table(
                header,
                table.sheet().lines().stream()
                        .flatMap(line ->
                                Optional.ofNullable(rejects.get(line.number())).stream()
                                        .map(reject -> withWhy(line, reject)))
                        .toList());
    }

    private static List<String> withWhy(Line line, Reject reject) {
        var cells = new ArrayList<>(line.cells());
        cells.addAll(
                List.of(
                        Integer.toString(reject.line()),
                        reject.why().code(),
                        reject.why().detail(),
                        reject.why().advice()));
        return cells;
    }

    /// Everything that is kept, under the names of the columns.
    ///
    /// @param chinese whether names of columns, posts and kinds are in Chinese
    public Table export(TableKind kind, boolean chinese) {
        return new Table(
                kind.columns().stream().map(column -> column.title(chinese)).toList(),
                desk(kind).list(chinese));
    }

    /// Rows under the names of their columns.
    public record Table(List<String> header, List<List<String>> rows) {}
}
