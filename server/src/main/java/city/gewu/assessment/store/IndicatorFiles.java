package city.gewu.assessment.store;

import city.gewu.assessment.model.IndicatorBook;
import city.gewu.engine.indicator.Definition;
import city.gewu.engine.indicator.Indicator;
import city.gewu.engine.indicator.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The written indicators: one YAML file each under `indicators/`, in the order of the file names.
/// A file that says anything unknown, or says it twice, stops the start with its name.
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
    public static IndicatorBook indicatorBook() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES);
        Arrays.sort(files, Comparator.comparing(IndicatorFiles::name));
        var indicators = new ArrayList<Indicator>();
        for (var file : files) {
            try (var in = file.getInputStream()) {
                indicators.add(read(name(file), in));
            }
        }
        return new IndicatorBook(indicators);
    }

    static Indicator read(String file, InputStream yaml) {
        try {
            return Indicator.resolve(YAML.readValue(yaml, Definition.class), Source.CASES);
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
