package city.gewu.people.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Fingerprints of the tables, to see whether anything changed; and a lock over them.
@Repository
public class TableState {

    private static final String LOCK =
            """
            lock table people.person, people.department, people.certificate, people.posting
            in exclusive mode
            """;

    private static final String DEPARTMENTS =
            """
            select coalesce(md5(string_agg(md5(department::text), '' order by code)), '')
            from people.department department
            """;

    private static final String PEOPLE =
            """
            select coalesce(md5(string_agg(md5(person::text), '' order by person_id)), '')
            from people.person person
            """;

    private static final String CERTIFICATES =
            """
            select coalesce(md5(string_agg(md5(certificate::text), '' order by certificate_id)), '')
            from people.certificate certificate
            """;

    private static final String POSTINGS =
            """
            select coalesce(md5(string_agg(md5(posting::text), '' order by posting_id)), '')
            from people.posting posting
            """;

    private static final String SEPARATIONS =
            """
            select coalesce(md5(string_agg(md5(one.code || one.enforced), '' order by one.code)), '')
            from people.separation_switch one
            """;

    private final JdbcClient db;

    TableState(JdbcClient db) {
        this.db = db;
    }

    /// Lets nobody change any of the tables until the transaction ends.
    public void lock() {
        db.sql(LOCK).update();
    }

    public String departments() {
        return one(DEPARTMENTS);
    }

    public String people() {
        return one(PEOPLE) + one(DEPARTMENTS);
    }

    public String certificates() {
        return one(CERTIFICATES) + one(PEOPLE);
    }

    public String postings() {
        return one(POSTINGS) + certificates() + departments() + one(SEPARATIONS);
    }

    private String one(String statement) {
        return db.sql(statement).query(String.class).single();
    }
}
