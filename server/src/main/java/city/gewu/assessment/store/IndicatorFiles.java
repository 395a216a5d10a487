package city.gewu.assessment.store;

import city.gewu.assessment.model.IndicatorBook;
import city.gewu.engine.indicator.Definition;
import city.gewu.engine.indicator.Indicator;
import city.gewu.engine.indicator.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The written indicators: one YAML file each, in the order of the file names, those that come with
/// the server and the city's own in `indicators/` of its data directory. A city's file takes the
/// place of one of the same name. A file that says anything unknown, or says it twice, stops the
/// start with its name.
@Configuration(proxyBeanMethods = false)
public class IndicatorFiles {

    private static final String FILES = "classpath*:indicators/*.yaml";
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();

    @Bean
    public static IndicatorBook indicatorBook(@Value("${gewu.data:}") String data)
            throws IOException {
        return book(data.isBlank() ? Optional.empty() : Optional.of(Path.of(data, "indicators")));
    }

    /// @param own directory of the city's own files, which need not exist
    static IndicatorBook book(Optional<Path> own) throws IOException {
        var files = new TreeMap<String, Resource>();
        for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
            files.put(name(file), file);
        }
        if (own.isPresent() && Files.isDirectory(own.get())) {
            try (var found = Files.newDirectoryStream(own.get(), "*.yaml")) {
                for (var file : found) {
                    files.put(name(new FileSystemResource(file)), new FileSystemResource(file));
                }
            }
        }
        var indicators = new ArrayList<Indicator>();
        for (var file : files.entrySet()) {
            try (var in = file.getValue().getInputStream()) {
                indicators.add(read(file.getKey(), in));
            }
        }
        return new IndicatorBook(indicators);
    }

    static Indicator read(String file, InputStream yaml) {
        try {
            var definition = YAML.readValue(yaml, Definition.class);
            var source =
                    Source.find(definition.source())
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "Its source (%s) is none of %s."
                                                    .formatted(
                                                            definition.source(),
                                                            Source.ALL.stream()
                                                                    .map(Source::name)
                                                                    .toList())));
            return Indicator.resolve(definition, source);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The indicator file (%s) cannot be used: %s".formatted(file, e.getMessage()),
                    e);
        }
    }

    private static String name(Resource file) {
        return Objects.requireNonNull(file.getFilename());
    }
}
