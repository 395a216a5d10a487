package city.gewu.patrol.store;

import city.gewu.casework.CaseId;
import city.gewu.casework.Position;
import city.gewu.patrol.Patrol.Look;
import city.gewu.patrol.model.Task.Kind;
import city.gewu.patrol.model.Task.Result;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Looks at cases that are over when they are kept.
@Repository
public class LookStore {

    private static final String LIST_PLACES =
            """
            -- patrol.listPlacesOfCases
            select case_id, longitude, latitude
            from casework.pub_followed_case
            where case_id = any(:cases::bigint[])
              and longitude is not null
            """;

    private static final String SAVE =
            """
            -- patrol.saveLooks
            insert into patrol.task (
              case_id, kind, round, asked_at, state, person_id, given_at, due_at, why, client_id,
              outcome, at, sent_at, received_at, longitude, latitude, accuracy_m, distance_m, far)
            select case_id, kind, round, asked_at, case when at is null then 'LATE' else 'DONE' end,
              person_id, asked_at, due_at, case when at is null then 'patrol.too-late' else '' end,
              client_id, outcome, at, at, at, longitude, latitude, accuracy_m, distance_m, far
            from unnest(
              :cases::bigint[], :kinds::text[], :rounds::int[], :asked::timestamptz[],
              :people::text[], :due::timestamptz[], :ids::uuid[], :outcomes::text[],
              :answered::timestamptz[], :longitudes::float8[], :latitudes::float8[],
              :accuracies::float8[], :distances::float8[], :far::boolean[])
              as n (case_id, kind, round, asked_at, person_id, due_at, client_id, outcome, at,
                longitude, latitude, accuracy_m, distance_m, far)
            order by asked_at
            on conflict (client_id) do nothing
            """;

    private final JdbcClient db;

    LookStore(JdbcClient db) {
        this.db = db;
    }

    /// @param result empty when the person let it run out
    public record Had(Look look, Kind kind, Instant dueAt, Optional<Result> result) {

        private <T> @Nullable T find(Function<Result, T> part) {
            return result.map(part).orElse(null);
        }
    }

    /// Where cases lie, as far as known.
    public Map<CaseId, Position> listPlaces(List<CaseId> cases) {
        var places = new HashMap<CaseId, Position>();
        db.sql(LIST_PLACES)
                .param("cases", cases.stream().map(CaseId::value).toArray(Long[]::new))
                .query(row -> {
                    places.put(
                            new CaseId(row.getLong("case_id")),
                            new Position(row.getDouble("longitude"), row.getDouble("latitude")));
                });
        return places;
    }

    /// Keeps those that are new; answers how many.
    public int save(List<Had> looks) {
        return db.sql(SAVE)
                .param("cases", column(looks, had -> had.look().about().value(), Long[]::new))
                .param("kinds", column(looks, had -> had.kind().name(), String[]::new))
                .param("rounds", column(looks, had -> had.look().round(), Integer[]::new))
                .param(
                        "asked",
                        column(looks, had -> had.look().askedAt().toString(), String[]::new))
                .param("people", column(looks, had -> had.look().person(), String[]::new))
                .param("due", column(looks, had -> had.dueAt().toString(), String[]::new))
                .param("ids", column(looks, had -> had.look().clientId(), UUID[]::new))
                .param(
                        "outcomes",
                        column(
                                looks,
                                had -> had.result().map(it -> it.outcome().name()).orElse(""),
                                String[]::new))
                .param(
                        "answered",
                        column(looks, had -> had.find(it -> it.at().toString()), String[]::new))
                .param(
                        "longitudes",
                        column(looks, had -> had.find(it -> it.fix().longitude()), Double[]::new))
                .param(
                        "latitudes",
                        column(looks, had -> had.find(it -> it.fix().latitude()), Double[]::new))
                .param(
                        "accuracies",
                        column(
                                looks,
                                had -> had.find(it -> it.fix().accuracyMetres()),
                                Double[]::new))
                .param(
                        "distances",
                        column(
                                looks,
                                had -> had.result().flatMap(Result::metres).orElse(null),
                                Double[]::new))
                .param(
                        "far",
                        column(
                                looks,
                                had -> had.result().map(Result::far).orElse(false),
                                Boolean[]::new))
                .update();
    }

    private static <T> T[] column(
            List<Had> looks, Function<Had, @Nullable T> part, IntFunction<T[]> array) {
        return looks.stream().map(part).toArray(array);
    }
}
