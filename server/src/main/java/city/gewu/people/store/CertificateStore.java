package city.gewu.people.store;

import city.gewu.people.Staff.Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Certificates of enforcement officers.
@Repository
public class CertificateStore {

    private static final String SAVE_ALL =
            """
            insert into people.certificate (person_id, number, issued_on, expires_on)
            select person_id, number, issued_on, expires_on
            from unnest(:persons::text[], :numbers::text[], :issued::date[], :expires::date[])
              as wanted (person_id, number, issued_on, expires_on)
            on conflict (number) do update
            set issued_on = excluded.issued_on,
              expires_on = excluded.expires_on
            where certificate.person_id = excluded.person_id
            returning certificate_id, person_id, number, issued_on, expires_on
            """;

    private static final String LIST_OF_PEOPLE =
            """
            select certificate_id, person_id, number, issued_on, expires_on
            from people.certificate
            where person_id = any(:persons::text[])
            order by person_id, issued_on, number
            """;

    private static final String LIST_BY_NUMBER =
            """
            select certificate_id, person_id, number, issued_on, expires_on
            from people.certificate
            where number = any(:numbers::text[])
            order by number
            """;

    private static final String LIST =
            """
            select certificate_id, person_id, number, issued_on, expires_on
            from people.certificate
            order by number
            limit 100000
            """;

    private final JdbcClient db;

    CertificateStore(JdbcClient db) {
        this.db = db;
    }

    /// Saves certificates of different numbers; those whose number is somebody else's are left out
    /// of what is answered.
    public List<Certificate> saveAll(List<Certificate> wanted) {
        return db.sql(SAVE_ALL)
                .param("persons", wanted.stream().map(Certificate::personId).toArray(String[]::new))
                .param("numbers", wanted.stream().map(Certificate::number).toArray(String[]::new))
                .param(
                        "issued",
                        wanted.stream()
                                .map(one -> one.issuedOn().toString())
                                .toArray(String[]::new))
                .param(
                        "expires",
                        wanted.stream()
                                .map(one -> one.expiresOn().toString())
                                .toArray(String[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    public List<Certificate> listOfPeople(Collection<String> persons) {
        return db.sql(LIST_OF_PEOPLE)
                .param("persons", persons.toArray(String[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    public List<Certificate> listByNumber(Collection<String> numbers) {
        return db.sql(LIST_BY_NUMBER)
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    public List<Certificate> list() {
        return db.sql(LIST).query((row, _) -> read(row)).list();
    }

    private static Certificate read(ResultSet row) throws SQLException {
        return new Certificate(
                row.getLong("certificate_id"),
                row.getString("person_id"),
                row.getString("number"),
                Days.get(row, "issued_on"),
                Days.get(row, "expires_on"));
    }
}
