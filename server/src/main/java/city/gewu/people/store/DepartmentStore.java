package city.gewu.people.store;

import city.gewu.people.Department;
import city.gewu.platform.Named;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Departments of the city: a few hundred at most, read whole.
@Repository
public class DepartmentStore {

    private static final String SAVE =
            """
            insert into people.department (code, name_zh, name_en, parent, kind)
            values (:code, :zh, :en, :parent, :kind)
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

    public void save(Department department) {
        db.sql(SAVE)
                .param("code", department.code())
                .param("zh", department.name().zh())
                .param("en", department.name().en())
                .param("parent", department.parent())
                .param("kind", department.kind())
                .update();
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
