package city.gewu.exchange.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import city.gewu.territory.Territory.ImportedUnits;
import city.gewu.territory.Territory.UnitImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Reads the units of one level the way the city file says.
@Component
class ImportTerritory {

    private final PrepareCity city;
    private final Territory territory;

    ImportTerritory(PrepareCity city, Territory territory) {
        this.city = city;
        this.territory = territory;
    }

    ImportedUnits importTerritory(
            Path cityFile, Path geoJson, String level, Consumer<String> warnings) {
        var settings = city.prepare(cityFile);
        var read = settings.territory().get(level);
        if (read == null) {
            throw new RefusedException(
                    "exchange.unknown-level",
                    "The city file (%s) does not say how the level (%s) is read."
                            .formatted(cityFile, level),
                    "Choose one of %s, or describe it under levels with geojson."
                            .formatted(settings.territory().keySet().stream().sorted().toList()));
        }
        try (var input = Files.newInputStream(geoJson)) {
            return territory.importUnits(from(read, geoJson), input, warnings);
        } catch (NoSuchFileException e) {
            throw new RefusedException(
                    "exchange.missing-file",
                    "There is no file (%s).".formatted(geoJson),
                    "Check the path.");
        } catch (IOException e) {
            throw new RefusedException(
                    "exchange.bad-file",
                    "The file (%s) cannot be read: %s.".formatted(geoJson, e.getMessage()),
                    "Check that it is a file this user may read.");
        }
    }

    private static UnitImport from(UnitImport read, Path geoJson) {
        return new UnitImport(
                read.level(),
                geoJson.toString(),
                read.crs(),
                read.codeTemplate(),
                read.nameTemplateZh(),
                read.nameTemplateEn(),
                read.parentTemplate(),
                read.effectiveOn());
    }
}
