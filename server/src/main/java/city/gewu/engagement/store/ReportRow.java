package city.gewu.engagement.store;

import static city.gewu.platform.Moments.instant;

import city.gewu.engagement.model.FollowCode;
import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SentReport.Kind;
import city.gewu.engagement.model.SentReport.Spot;
import city.gewu.engagement.model.SentReport.State;
import city.gewu.engagement.model.SentReport.Words;
import city.gewu.engagement.model.SpamScore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A row of what people sent.
final class ReportRow {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private ReportRow() {}

    static SentReport read(ResultSet row, FollowCode code) throws SQLException {
        long caseId = row.getLong("case_id");
        var taken = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(caseId);
        double longitude = row.getDouble("longitude");
        Optional<Spot> position =
                row.wasNull()
                        ? Optional.empty()
                        : Optional.of(new Spot(longitude, row.getDouble("latitude")));
        return new SentReport(
                row.getLong("report_id"),
                row.getObject("client_id", UUID.class),
                code,
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                taken,
                row.getString("source"),
                new Words(
                        row.getString("category"),
                        row.getString("description"),
                        row.getString("address"),
                        JSON.readValue(row.getString("answers"), ANSWERS)),
                position,
                texts(row, "photos"),
                texts(row, "flags"),
                row.getBoolean("wants_answer"),
                row.getString("language"),
                new SpamScore(row.getInt("spam_score"), texts(row, "spam_grounds")),
                instant(row, "sent_at"),
                row.getString("decision"));
    }

    static String json(Map<String, String> answers) {
        return JSON.writeValueAsString(new TreeMap<>(answers));
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
