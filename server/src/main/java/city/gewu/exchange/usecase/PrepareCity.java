package city.gewu.exchange.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.exchange.cityfile.CityFileReader;
import city.gewu.exchange.model.CitySettings;
import city.gewu.people.People;
import city.gewu.platform.RefusedException;
import city.gewu.territory.City;
import city.gewu.territory.Territory;
import city.gewu.worktime.Worktime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Sets a city up from its file, as often as one likes.
@Component
class PrepareCity {

    private final Territory territory;
    private final Worktime worktime;
    private final Catalogue catalogue;
    private final People people;

    PrepareCity(Territory territory, Worktime worktime, Catalogue catalogue, People people) {
        this.territory = territory;
        this.worktime = worktime;
        this.catalogue = catalogue;
        this.people = people;
    }

    CitySettings prepare(Path cityFile) {
        var settings = CityFileReader.read(cityFile);
        refuseAnotherCity(settings.city());
        territory.defineCity(settings.city());
        read(
                settings.calendar(),
                yaml -> worktime.importCalendar(settings.calendar().toString(), yaml));
        var scheme = settings.scheme();
        read(
                scheme.file(),
                csv -> catalogue.importScheme(scheme.version(), scheme.file().toString(), csv));
        settings.departments().forEach(people::saveDepartment);
        return settings;
    }

    private void refuseAnotherCity(City city) {
        territory
                .findCity()
                .filter(here -> !here.code().equals(city.code()))
                .ifPresent(here -> {
                    throw new RefusedException(
                            "exchange.another-city",
                            "This data directory holds the city (%s), not (%s)."
                                    .formatted(here.code(), city.code()),
                            "Name another folder with --data, or the right city file with"
                                    + " --city.");
                });
    }

    private static void read(Path file, Consumer<InputStream> reader) {
        try (var input = Files.newInputStream(file)) {
            reader.accept(input);
        } catch (IOException e) {
            throw new RefusedException(
                    "exchange.bad-file",
                    "The file (%s) cannot be read: %s.".formatted(file, e.getMessage()),
                    "Check that it is a file this user may read.");
        }
    }
}
