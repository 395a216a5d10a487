package city.gewu.engagement.store;

import static city.gewu.platform.Moments.instant;

import city.gewu.engagement.model.FollowCode;
import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SentReport.Kind;
import city.gewu.engagement.model.SentReport.State;
import city.gewu.engagement.model.SentReport.Words;
import city.gewu.engagement.model.SpamScore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
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
                RowParts.findSpot(row),
                RowParts.texts(row, "photos"),
                RowParts.texts(row, "flags"),
                row.getBoolean("wants_answer"),
                row.getString("language"),
                new SpamScore(row.getInt("spam_score"), RowParts.texts(row, "spam_grounds")),
                instant(row, "sent_at"),
                row.getString("decision"));
    }

    static String json(Map<String, String> answers) {
        return JSON.writeValueAsString(new TreeMap<>(answers));
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
