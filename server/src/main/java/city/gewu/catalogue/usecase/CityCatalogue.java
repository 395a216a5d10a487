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
    private volatile @Nullable InForce inForce;

    private record InForce(List<MinorCategory> all, Map<String, MinorCategory> byCode) {

        static InForce of(List<MinorCategory> all) {
            return new InForce(
                    all,
                    all.stream()
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            MinorCategory::code, Function.identity())));
        }
    }

    CityCatalogue(SchemeStore schemes, TransactionTemplate transaction, Clock clock) {
        this.schemes = schemes;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<MinorCategory> listCategories() {
        return inForce().all();
    }

    @Override
    public Optional<MinorCategory> findCategory(String code) {
        return Optional.ofNullable(inForce().byCode().get(code));
    }

    private InForce inForce() {
        var known = inForce;
        if (known == null) {
            known =
                    InForce.of(
                            schemes.findInForce().map(schemes::listCategories).orElse(List.of()));
            inForce = known;
        }
        return known;
    }

    @Override
    public void importScheme(String version, String file, InputStream csv) {
        byte[] bytes = readAll(csv);
        var scheme = new Scheme(version, sha256(bytes), file, SchemeReader.read(file, bytes));
        transaction.executeWithoutResult(_ -> putInForce(scheme));
        inForce = InForce.of(scheme.categories());
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
