package city.gewu.town;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.Question;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A catalogue of one list of categories, in force at all times.
public interface BareCatalogue extends Catalogue {

    @Override
    default Optional<String> findVersion() {
        return Optional.of("1");
    }

    @Override
    default Optional<MinorCategory> findCategory(String code) {
        return listCategories().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    @Override
    default Optional<MinorCategory> findCategory(String code, Instant at) {
        return findCategory(code);
    }

    @Override
    default Optional<MinorCategory> findKnown(String code) {
        return findCategory(code);
    }

    @Override
    default void importScheme(String version, String file, InputStream csv) {
        throw new TownLacks("a scheme that can be replaced");
    }

    @Override
    default void ask(Map<String, List<Question>> questions, String reason, String author) {
        throw new TownLacks("a scheme that can be given questions");
    }
}
