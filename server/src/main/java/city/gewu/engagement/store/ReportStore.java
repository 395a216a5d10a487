package city.gewu.engagement.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.engagement.model.FollowCode;
import city.gewu.engagement.model.SentReport;
import city.gewu.engagement.model.SpamScore;
import city.gewu.privacy.PersonalData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people sent, once each.
@Repository
public class ReportStore {

    static final String COLUMNS =
            """
            report_id, client_id, kind, state, case_id, source, category, description,
            address, longitude, latitude, photos, flags, wants_answer, language, spam_score,
            spam_grounds, sent_at, decision, answers
            """;

    private static final String ADD =
            """
            insert into engagement.report
              (client_id, code, kind, state, source, category, description, address, longitude,
               latitude, photos, flags, wants_answer, language, words_mark, device, network, sent_at,
               answers, places)
            values (:clientId, :code, :kind, 'arriving', :source, :category, :description, :address,
               :longitude, :latitude, :photos, :flags, :wantsAnswer, :language, :wordsMark, :device,
               :network, :now, :answers, :places)
            on conflict (client_id) do nothing
            returning report_id
            """;

    private static final String FIND_BY_CLIENT =
            "select " + COLUMNS + " from engagement.report where client_id = :clientId";

    private static final String FIND_BY_CODE =
            "select " + COLUMNS + " from engagement.report where code = :mark or old_code = :mark";

    private static final String FIND =
            "select " + COLUMNS + " from engagement.report where report_id = :id";

    private static final String LIST =
            "select " + COLUMNS + " from engagement.report where report_id = any(:ids)";

    private static final String LIST_OF_CASES =
            "select " + COLUMNS + " from engagement.report where case_id = any(:caseIds)";

    private static final String HOLD =
            """
            update engagement.report
            set state = 'held',
              spam_score = :score,
              spam_grounds = :grounds
            where report_id = :id
            """;

    /// The words are the case's from here on.
    private static final String TAKE =
            """
            update engagement.report
            set state = 'taken',
              case_id = :caseId,
              description = '',
              answers = '{}',
              spam_score = :score,
              spam_grounds = :grounds
            where report_id = :id
            """;

    private static final String DECIDE =
            """
            update engagement.report
            set decided_by = :by,
              decided_at = :now,
              decision = :decision,
              state = case when :refused then 'refused' else state end
            where report_id = :id
              and state = 'held'
            """;

    private static final String GET_MARKS =
            """
            select device, network, words_mark
            from engagement.report
            where report_id = :id
            """;

    private static final String LIST_OLD =
            """
            select report_id, client_id, code
            from engagement.report
            where length(code) = 10
            """;

    private static final String REPLACE_OLD =
            """
            update engagement.report
            set code = :mark,
              old_code = :oldMark
            where report_id = :id
            """;

    private final JdbcClient db;
    private final PersonalData data;

    ReportStore(JdbcClient db, PersonalData data) {
        this.db = db;
        this.data = data;
    }

    /// The code of what was sent under this id. Only a mark of it lies in the database.
    public FollowCode codeOf(UUID clientId) {
        return FollowCode.from(data.mark("follow code of " + clientId));
    }

    private String mark(FollowCode code) {
        return data.mark("follow code " + code.value());
    }

    SentReport read(ResultSet row, int number) throws SQLException {
        return ReportRow.read(row, codeOf(row.getObject("client_id", UUID.class)));
    }

    /// Puts marks in place of codes that an earlier program kept as they are. Both the code people
    /// have and the one they are told from now on lead to the report.
    public int markOldCodes() {
        record Old(long id, UUID clientId, String code) {}
        var all =
                db.sql(LIST_OLD)
                        .query((row, _) ->
                                new Old(
                                        row.getLong("report_id"),
                                        row.getObject("client_id", UUID.class),
                                        row.getString("code")))
                        .list();
        for (var old : all) {
            db.sql(REPLACE_OLD)
                    .param("mark", mark(codeOf(old.clientId())))
                    .param("oldMark", mark(new FollowCode(old.code())))
                    .param("id", old.id())
                    .update();
        }
        return all.size();
    }

    /// Keyed marks of who sent it and of its words.
    public record Marks(String device, String network, String words) {}

    /// Keeps what arrived; empty when it was there before.
    ///
    /// @param places code of the unit it lies in for each level of the city
    public Optional<Long> add(SentReport sent, Marks marks, List<String> places) {
        return db.sql(ADD)
                .param("clientId", sent.clientId())
                .param("code", mark(sent.code()))
                .param("kind", ReportRow.code(sent.kind()))
                .param("source", sent.source())
                .param("category", sent.words().category())
                .param("description", sent.words().description())
                .param("address", sent.words().address())
                .param("longitude", sent.position().map(SentReport.Spot::longitude).orElse(null))
                .param("latitude", sent.position().map(SentReport.Spot::latitude).orElse(null))
                .param("photos", sent.photos().toArray(String[]::new))
                .param("flags", sent.flags().toArray(String[]::new))
                .param("wantsAnswer", sent.wantsAnswer())
                .param("language", sent.language())
                .param("wordsMark", marks.words())
                .param("device", marks.device())
                .param("network", marks.network())
                .param("now", utc(sent.sentAt()))
                .param("answers", ReportRow.json(sent.words().answers()))
                .param("places", places.toArray(String[]::new))
                .query(Long.class)
                .optional();
    }

    public Optional<SentReport> findByClient(UUID clientId) {
        return db.sql(FIND_BY_CLIENT).param("clientId", clientId).query(this::read).optional();
    }

    public Optional<SentReport> findByCode(FollowCode code) {
        return db.sql(FIND_BY_CODE).param("mark", mark(code)).query(this::read).optional();
    }

    public Optional<SentReport> find(long id) {
        return db.sql(FIND).param("id", id).query(this::read).optional();
    }

    public Marks getMarks(long id) {
        return db.sql(GET_MARKS)
                .param("id", id)
                .query((row, _) ->
                        new Marks(
                                row.getString("device"),
                                row.getString("network"),
                                row.getString("words_mark")))
                .single();
    }

    public List<SentReport> list(Collection<Long> ids) {
        return db.sql(LIST).param("ids", ids.toArray(Long[]::new)).query(this::read).list();
    }

    /// What was sent about any of these cases.
    public List<SentReport> listOfCases(Collection<Long> caseIds) {
        return db.sql(LIST_OF_CASES)
                .param("caseIds", caseIds.toArray(Long[]::new))
                .query(this::read)
                .list();
    }

    public void hold(long id, SpamScore score) {
        db.sql(HOLD)
                .param("id", id)
                .param("score", score.points())
                .param("grounds", score.grounds().toArray(String[]::new))
                .update();
    }

    public void take(long id, long caseId, SpamScore score) {
        db.sql(TAKE)
                .param("id", id)
                .param("caseId", caseId)
                .param("score", score.points())
                .param("grounds", score.grounds().toArray(String[]::new))
                .update();
    }

    /// Writes down who looked; false when somebody was quicker.
    public boolean decide(long id, String by, String decision, boolean refused, Instant now) {
        return db.sql(DECIDE)
                        .param("id", id)
                        .param("by", by)
                        .param("decision", decision)
                        .param("refused", refused)
                        .param("now", utc(now))
                        .update()
                == 1;
    }
}
