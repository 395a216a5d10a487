package city.gewu.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Lists that people keep.
@Repository
public class SavedViewStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> ASKED = new TypeReference<>() {};

    private static final String LIST =
            """
            -- casework.listSavedViews
            select id, owner, name, post, department, asked, columns
            from casework.saved_view
            where owner = :owner
              or (post <> '' and (post, department) in (
                select shared.post, shared.department
                from unnest(:posts::text[], :departments::text[]) as shared (post, department)))
            order by (owner <> :owner), name, id
            limit 200
            """;

    private static final String COUNT =
            """
            -- casework.countSavedViews
            select count(*)
            from casework.saved_view
            where owner = :owner
              and name <> :name
            """;

    private static final String SAVE =
            """
            -- casework.saveView
            insert into casework.saved_view (owner, name, post, department, asked, columns)
            values (:owner, :name, :post, :department, :asked, :columns)
            on conflict (owner, name) do update
              set post = excluded.post,
                department = excluded.department,
                asked = excluded.asked,
                columns = excluded.columns
            returning id, owner, name, post, department, asked, columns
            """;

    private static final String REMOVE =
            """
            -- casework.removeSavedView
            delete from casework.saved_view
            where id = :id
              and owner = :owner
            """;

    private final JdbcClient db;

    SavedViewStore(JdbcClient db) {
        this.db = db;
    }

    /// A list under its name.
    ///
    /// @param owner id of the person who keeps it
    /// @param shared empty for a list of one's own
    /// @param asked what the list is asked for, by name
    /// @param columns names of the columns in their order
    public record SavedView(
            long id,
            String owner,
            String name,
            Optional<SharedWith> shared,
            Map<String, String> asked,
            List<String> columns) {}

    /// Everybody who holds the post in the organisation.
    ///
    /// @param department code, or empty text for the centre
    public record SharedWith(String post, String department) {}

    /// Those the person keeps, then those shared with the posts they hold.
    public List<SavedView> list(String owner, List<SharedWith> posts) {
        return db.sql(LIST)
                .param("owner", owner)
                .param("posts", posts.stream().map(SharedWith::post).toArray(String[]::new))
                .param(
                        "departments",
                        posts.stream().map(SharedWith::department).toArray(String[]::new))
                .query(SavedViewStore::read)
                .list();
    }

    /// How many lists of other names the person keeps.
    public long countOthers(String owner, String name) {
        return db.sql(COUNT).param("owner", owner).param("name", name).query(Long.class).single();
    }

    /// Keeps the list; one that the person kept under this name is replaced.
    public SavedView save(
            String owner,
            String name,
            Optional<SharedWith> shared,
            Map<String, String> asked,
            List<String> columns) {
        return db.sql(SAVE)
                .param("owner", owner)
                .param("name", name)
                .param("post", shared.map(SharedWith::post).orElse(""))
                .param("department", shared.map(SharedWith::department).orElse(""))
                .param("asked", JSON.writeValueAsString(new TreeMap<>(asked)))
                .param("columns", String.join(",", columns))
                .query(SavedViewStore::read)
                .single();
    }

    /// Whether the person kept it.
    public boolean remove(long id, String owner) {
        return db.sql(REMOVE).param("id", id).param("owner", owner).update() > 0;
    }

    private static SavedView read(ResultSet row, int number) throws SQLException {
        String post = row.getString("post");
        String columns = row.getString("columns");
        return new SavedView(
                row.getLong("id"),
                row.getString("owner"),
                row.getString("name"),
                post.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new SharedWith(post, row.getString("department"))),
                JSON.readValue(row.getString("asked"), ASKED),
                columns.isEmpty() ? List.of() : List.of(columns.split(",")));
    }
}
