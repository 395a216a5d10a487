package city.gewu.engagement.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
import city.gewu.platform.Named;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a citizen chooses from: the categories in force under plain words. A category goes to the
/// group that names the longest beginning of its code, else to its major category.
@Component
public class CityGuide {

    private static final String FILE = "/engagement/groups.csv";

    private final Catalogue catalogue;
    private final List<Group> groups = read();

    CityGuide(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    private record Group(String code, Named name, List<String> beginnings) {}

    /// A group and what is in it, in the order of the scheme.
    public record Choice(String code, Named name, List<MinorCategory> categories) {}

    public List<Choice> listChoices() {
        Map<String, Choice> choices = new LinkedHashMap<>();
        groups.forEach(group ->
                choices.put(
                        group.code(), new Choice(group.code(), group.name(), new ArrayList<>())));
        for (var category : catalogue.listCategories()) {
            var choice =
                    findGroup(category.code())
                            .map(group -> choices.get(group.code()))
                            .orElseGet(() ->
                                    choices.computeIfAbsent(
                                            category.majorCode(),
                                            code ->
                                                    new Choice(
                                                            code,
                                                            category.major(),
                                                            new ArrayList<>())));
            choice.categories().add(category);
        }
        return choices.values().stream().filter(one -> !one.categories().isEmpty()).toList();
    }

    private Optional<Group> findGroup(String code) {
        for (int length = code.length(); length > 0; length--) {
            var beginning = code.substring(0, length);
            var found =
                    groups.stream()
                            .filter(group -> group.beginnings().contains(beginning))
                            .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Group> read() {
        try (InputStream file = CityGuide.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its file " + FILE);
            }
            try (CsvReader<NamedCsvRecord> csv =
                    CsvReader.builder()
                            .ofNamedCsvRecord(
                                    new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return csv.stream()
                        .map(row ->
                                new Group(
                                        row.getField("code"),
                                        new Named(row.getField("zh"), row.getField("en")),
                                        List.of(row.getField("beginnings").split(" ", -1))))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
