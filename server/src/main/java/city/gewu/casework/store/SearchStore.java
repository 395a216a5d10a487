package city.gewu.casework.store;

import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.SearchWords;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The words every case is found by, written once when it is reported.
@Repository
class SearchStore {

    private static final String ADD_WORDS =
            """
            -- casework.addWords
            insert into casework.case_search (case_id, case_no, words, reported_at)
            select case_id, case_no, words::tsvector, reported_at
            from unnest(:ids::bigint[], :numbers::text[], :words::text[], :reported::text[]::timestamptz[])
              as added (case_id, case_no, words, reported_at)
            """;

    private final JdbcClient db;

    SearchStore(JdbcClient db) {
        this.db = db;
    }

    /// Makes new cases findable, in the transaction that reports them.
    void addWords(List<CaseFile> cases) {
        if (cases.isEmpty()) {
            return;
        }
        var ids = new Long[cases.size()];
        var numbers = new String[cases.size()];
        var words = new String[cases.size()];
        var reported = new String[cases.size()];
        for (int i = 0; i < ids.length; i++) {
            var one = cases.get(i);
            ids[i] = one.id().value();
            numbers[i] = one.caseNo().toLowerCase(Locale.ROOT);
            words[i] = SearchWords.index(one.facts().description() + " " + one.facts().address());
            reported[i] = one.facts().reportedAt().toString();
        }
        db.sql(ADD_WORDS)
                .param("ids", ids)
                .param("numbers", numbers)
                .param("words", words)
                .param("reported", reported)
                .update();
    }
}
