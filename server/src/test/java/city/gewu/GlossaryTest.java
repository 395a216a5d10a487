package city.gewu;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The dictionary is complete: every public type of a contract has a row, and every row a type.
class GlossaryTest {

    private static final Path GLOSSARY = Path.of("../docs/glossary.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Za-z]+)` \\|");
    private static final Pattern CONTRACT = Pattern.compile("city\\.gewu\\.[a-z]+");
    private static final Set<String> NOT_WORDS =
            Set.of("city.gewu.platform", "city.gewu.database", "city.gewu.cli");

    @Test
    void everyPublicTypeOfAContractHasARow() throws IOException {
        assertThat(rows()).containsAll(contractTypes());
    }

    @Test
    void everyRowOfTheTypesNamesOne() throws IOException {
        assertThat(contractTypes()).containsAll(rows());
    }

    private static Set<String> rows() throws IOException {
        return ROW.matcher(Files.readString(GLOSSARY))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> contractTypes() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("city.gewu").stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> CONTRACT.matcher(type.getPackageName()).matches())
                        .filter(type -> !NOT_WORDS.contains(type.getPackageName()))
                        .filter(type ->
                                !type.isNestedClass()
                                        && !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
