package city.gewu.people.store;

import city.gewu.people.Staff.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// People by id and by staff number.
@Repository
public class PersonStore {

    private static final String SAVE_ALL =
            """
            insert into people.person (person_id, staff_no, name, department, joined_on, left_on)
            select person_id, staff_no, name, department, joined_on, left_on
            from unnest(:ids::text[], :staffNos::text[], :names::text[], :departments::text[],
              :joined::date[], :left::date[])
              as wanted (person_id, staff_no, name, department, joined_on, left_on)
            on conflict (staff_no) do update
            set name = excluded.name,
              department = excluded.department,
              joined_on = excluded.joined_on,
              left_on = excluded.left_on
            returning person_id, staff_no, name, department, joined_on, left_on
            """;

    private static final String FIND_BY_ID =
            """
            select person_id, staff_no, name, department, joined_on, left_on
            from people.person
            where person_id = :id
            """;

    private static final String LIST_BY_STAFF_NO =
            """
            select person_id, staff_no, name, department, joined_on, left_on
            from people.person
            where staff_no = any(:staffNos::text[])
            order by staff_no
            """;

    private static final String LOCK_BY_STAFF_NO =
            """
            select person_id, staff_no, name, department, joined_on, left_on
            from people.person
            where staff_no = any(:staffNos::text[])
            order by staff_no
            for update
            """;

    private static final String LIST =
            """
            select person_id, staff_no, name, department, joined_on, left_on
            from people.person
            order by staff_no
            limit 100000
            """;

    private final JdbcClient db;

    PersonStore(JdbcClient db) {
        this.db = db;
    }

    /// People of different staff numbers, as kept: a staff number that is taken keeps its id.
    public List<Person> saveAll(List<Person> people) {
        return db.sql(SAVE_ALL)
                .param("ids", people.stream().map(Person::id).toArray(String[]::new))
                .param("staffNos", people.stream().map(Person::staffNo).toArray(String[]::new))
                .param("names", people.stream().map(Person::name).toArray(String[]::new))
                .param(
                        "departments",
                        people.stream().map(Person::department).toArray(String[]::new))
                .param(
                        "joined",
                        people.stream()
                                .map(one -> Days.text(one.joinedOn()))
                                .toArray(String[]::new))
                .param(
                        "left",
                        people.stream().map(one -> Days.text(one.leftOn())).toArray(String[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    public Optional<Person> findById(String id) {
        return db.sql(FIND_BY_ID).param("id", id).query((row, _) -> read(row)).optional();
    }

    public List<Person> listByStaffNo(Collection<String> staffNos) {
        return db.sql(LIST_BY_STAFF_NO)
                .param("staffNos", staffNos.toArray(String[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    /// The same, and nobody else posts them until the transaction ends.
    public List<Person> lockByStaffNo(Collection<String> staffNos) {
        return db.sql(LOCK_BY_STAFF_NO)
                .param("staffNos", staffNos.toArray(String[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    public List<Person> list() {
        return db.sql(LIST).query((row, _) -> read(row)).list();
    }

    static Person read(ResultSet row) throws SQLException {
        return new Person(
                row.getString("person_id"),
                row.getString("staff_no"),
                row.getString("name"),
                row.getString("department"),
                Days.find(row, "joined_on"),
                Days.find(row, "left_on"));
    }
}
