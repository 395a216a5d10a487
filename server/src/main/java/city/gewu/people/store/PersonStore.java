package city.gewu.people.store;

import city.gewu.people.Staff.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// People by id and by staff number.
@Repository
public class PersonStore {

    private static final String SAVE =
            """
            insert into people.person (person_id, staff_no, name, department)
            values (:id, :staffNo, :name, :department)
            on conflict (staff_no) do update
            set name = excluded.name,
              department = excluded.department
            returning person_id, staff_no, name, department
            """;

    private static final String FIND_BY_ID =
            """
            select person_id, staff_no, name, department
            from people.person
            where person_id = :id
            """;

    private static final String FIND_BY_STAFF_NO =
            """
            select person_id, staff_no, name, department
            from people.person
            where staff_no = :staffNo
            """;

    private static final String LIST =
            """
            select person_id, staff_no, name, department
            from people.person
            order by staff_no
            limit 100000
            """;

    private final JdbcClient db;

    PersonStore(JdbcClient db) {
        this.db = db;
    }

    /// The person as kept: a staff number that is taken keeps its id.
    public Person save(Person person) {
        return db.sql(SAVE)
                .param("id", person.id())
                .param("staffNo", person.staffNo())
                .param("name", person.name())
                .param("department", person.department())
                .query((row, _) -> read(row))
                .single();
    }

    public Optional<Person> findById(String id) {
        return db.sql(FIND_BY_ID).param("id", id).query((row, _) -> read(row)).optional();
    }

    public Optional<Person> findByStaffNo(String staffNo) {
        return db.sql(FIND_BY_STAFF_NO)
                .param("staffNo", staffNo)
                .query((row, _) -> read(row))
                .optional();
    }

    public List<Person> list() {
        return db.sql(LIST).query((row, _) -> read(row)).list();
    }

    private static Person read(ResultSet row) throws SQLException {
        return new Person(
                row.getString("person_id"),
                row.getString("staff_no"),
                row.getString("name"),
                row.getString("department"));
    }
}
