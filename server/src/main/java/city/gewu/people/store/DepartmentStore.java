package city.gewu.people.store;

import city.gewu.people.Department;
import city.gewu.platform.Named;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Departments of the city: a few hundred at most, read whole.
@Repository
public class DepartmentStore {

    private static final String LOCK =
            """
            lock table people.department in share row exclusive mode
            """;

    private static final String SAVE_ALL =
            """
            insert into people.department (code, name_zh, name_en, parent, kind)
            select code, name_zh, name_en, parent, kind
            from unnest(:codes::text[], :namesZh::text[], :namesEn::text[], :parents::text[],
              :kinds::text[]) as wanted (code, name_zh, name_en, parent, kind)
            on conflict (code) do update
            set name_zh = excluded.name_zh,
              name_en = excluded.name_en,
              parent = excluded.parent,
              kind = excluded.kind
            """;

    private static final String LIST =
            """
            select code, name_zh, name_en, parent, kind
            from people.department
            order by code
            limit 10000
            """;

    private final JdbcClient db;

    DepartmentStore(JdbcClient db) {
        this.db = db;
    }

    /// Lets nobody else save an organisation until the transaction ends.
    public void lock() {
        db.sql(LOCK).update();
    }

    /// Saves organisations of different codes.
    public void saveAll(List<Department> departments) {
        db.sql(SAVE_ALL)
                .param("codes", texts(departments, Department::code))
                .param("namesZh", texts(departments, one -> one.name().zh()))
                .param("namesEn", texts(departments, one -> one.name().en()))
                .param("parents", texts(departments, Department::parent))
                .param("kinds", texts(departments, Department::kind))
                .update();
    }

    private static String[] texts(List<Department> of, Function<Department, String> field) {
        return of.stream().map(field).toArray(String[]::new);
    }

    public List<Department> list() {
        return db.sql(LIST)
                .query((row, _) ->
                        new Department(
                                row.getString("code"),
                                new Named(row.getString("name_zh"), row.getString("name_en")),
                                row.getString("parent"),
                                row.getString("kind")))
                .list();
    }
}
