package city.gewu.catalogue.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.model.SchemeDraft;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Changed schemes on their way, one a person.
@Repository
public class SchemeDraftStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<MinorCategory>> SCHEME = new TypeReference<>() {};

    private static final String FIND =
            """
            select person, based_on, edition, categories, changed_at
            from catalogue.draft
            where person = :person
            """;

    private static final String INSERT =
            """
            insert into catalogue.draft (person, based_on, edition, categories, changed_at)
            values (:person, :basedOn, :edition, :categories::jsonb, :at)
            on conflict do nothing
            """;

    private static final String UPDATE =
            """
            update catalogue.draft
            set based_on = :basedOn,
              edition = :edition,
              categories = :categories::jsonb,
              changed_at = :at
            where person = :person
              and edition = :edition - 1
            """;

    private static final String DELETE =
            """
            delete from catalogue.draft
            where person = :person
            """;

    private final JdbcClient db;

    SchemeDraftStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<SchemeDraft> find(String person) {
        return db.sql(FIND)
                .param("person", person)
                .query((row, _) ->
                        new SchemeDraft(
                                row.getString("person"),
                                row.getLong("based_on"),
                                row.getInt("edition"),
                                JSON.readValue(row.getString("categories"), SCHEME),
                                Optional.of(instant(row, "changed_at"))))
                .optional();
    }

    /// Whether it was kept: of two that follow one edition, sent from two windows, one is.
    public boolean save(SchemeDraft draft) {
        return db.sql(draft.edition() == 1 ? INSERT : UPDATE)
                        .param("person", draft.person())
                        .param("basedOn", draft.basedOn())
                        .param("edition", draft.edition())
                        .param("categories", JSON.writeValueAsString(draft.categories()))
                        .param("at", utc(draft.changedAt().orElseThrow()))
                        .update()
                == 1;
    }

    public void delete(String person) {
        db.sql(DELETE).param("person", person).update();
    }
}
