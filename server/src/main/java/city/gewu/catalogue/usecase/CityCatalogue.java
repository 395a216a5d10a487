package city.gewu.catalogue.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.model.SchemeReader;
import city.gewu.catalogue.store.SchemeStore;
import city.gewu.catalogue.store.SchemeStore.Scheme;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The scheme in force, which is kept in memory.
@Component
class CityCatalogue implements Catalogue {

    private final SchemeStore schemes;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable List<InForce> known;

    /// A scheme and since when it counts.
    private record InForce(
            Instant since, List<MinorCategory> all, Map<String, MinorCategory> byCode) {

        static InForce of(Instant since, List<MinorCategory> all) {
            return new InForce(
                    since,
                    all,
                    all.stream()
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            MinorCategory::code, Function.identity())));
        }

        Optional<MinorCategory> find(String code) {
            return Optional.ofNullable(byCode.get(code));
        }
    }

    CityCatalogue(SchemeStore schemes, TransactionTemplate transaction, Clock clock) {
        this.schemes = schemes;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<MinorCategory> listCategories() {
        var schemes = inForce();
        return schemes.isEmpty() ? List.of() : schemes.getLast().all();
    }

    @Override
    public Optional<MinorCategory> findCategory(String code) {
        var schemes = inForce();
        return schemes.isEmpty() ? Optional.empty() : schemes.getLast().find(code);
    }

    @Override
    public Optional<MinorCategory> findCategory(String code, Instant at) {
        var schemes = inForce();
        return schemes.reversed().stream()
                .filter(scheme -> !scheme.since().isAfter(at))
                .findFirst()
                .or(() -> schemes.stream().findFirst())
                .flatMap(scheme -> scheme.find(code));
    }

    @Override
    public Optional<MinorCategory> findKnown(String code) {
        return inForce().reversed().stream()
                .flatMap(scheme -> scheme.find(code).stream())
                .findFirst();
    }

    /// Oldest first.
    private List<InForce> inForce() {
        var read = known;
        return read == null ? readAgain() : read;
    }

    /// What was read before a scheme was put in force is never remembered after.
    private synchronized List<InForce> readAgain() {
        var read =
                schemes.listInForce().stream()
                        .map(one -> InForce.of(one.at(), schemes.listCategories(one.version())))
                        .toList();
        known = read;
        return read;
    }

    private synchronized void forget() {
        known = null;
    }

    @Override
    public void importScheme(String version, String file, InputStream csv) {
        byte[] bytes = readAll(csv);
        var scheme = new Scheme(version, sha256(bytes), file, SchemeReader.read(file, bytes));
        transaction.executeWithoutResult(_ -> putInForce(scheme));
        forget();
    }

    private void putInForce(Scheme scheme) {
        var known = schemes.findHash(scheme.version());
        if (known.isPresent() && !known.get().equals(scheme.hash())) {
            throw new RefusedException(
                    "catalogue.version-taken",
                    "The scheme version (%s) of the file (%s) is already known with other content."
                            .formatted(scheme.version(), scheme.file()),
                    "Give the changed scheme a version of its own.");
        }
        if (known.isEmpty()) {
            schemes.insert(scheme, clock.instant());
        }
        if (!schemes.findInForce().equals(Optional.of(scheme.version()))) {
            schemes.putInForce(scheme.version(), clock.instant());
        }
    }

    private static byte[] readAll(InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
