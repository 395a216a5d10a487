package city.gewu.appraisal.store;

import city.gewu.appraisal.model.Scheme;
import java.io.InputStream;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// How a scheme is written down: YAML in files, JSON in the database.
final class SchemeText {

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private SchemeText() {}

    static Scheme readYaml(InputStream yaml) {
        return YAML.readValue(yaml, Scheme.class);
    }

    static Scheme readJson(String json) {
        return JSON.readValue(json, Scheme.class);
    }

    static String writeJson(Scheme scheme) {
        return JSON.writeValueAsString(scheme);
    }
}
