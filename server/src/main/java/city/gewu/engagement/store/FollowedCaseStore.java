package city.gewu.engagement.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.engagement.model.SentReport.Spot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Cases as far as those who follow them and their neighbours may know them.
@Repository
public class FollowedCaseStore {

    /// More than any scheme has; stages of a scheme end somewhere.
    private static final int MOST_STAGES = 50;

    private static final String COLUMNS =
            """
            case_id, case_no, state, source, category, address, longitude, latitude, photos_before,
            photos_after, reported_at, ended_at, reason, merged_into
            """;

    private static final String LIST =
            """
            -- engagement.listCases
            select
            """
                    + COLUMNS
                    + """
                    from casework.pub_followed_case
                    where case_id = any(:ids)
                    """;

    /// The chain of stages after a case, each following the one before.
    private static final String LIST_NEXT_STAGES =
            """
            -- engagement.listNextStages
            with recursive stage (case_id, place) as (
              select first.case_id, 1
              from casework.pub_follow_on first
              where first.follows = cast(:id as text)
              union all
              select next.case_id, stage.place + 1
              from stage
              join casework.pub_follow_on next on next.follows = cast(stage.case_id as text)
              where stage.place < :most
            )
            select
            """
                    + COLUMNS
                    + """
                    from casework.pub_followed_case
                    where case_id = any(array(select stage.case_id from stage))
                    order by reported_at, case_id
                    """;

    private static final String FIND_BY_NUMBER =
            """
            -- engagement.findCaseByNumber
            select
            """
                    + COLUMNS
                    + """
                    from casework.pub_followed_case
                    where case_no = :number
                    """;

    /// Open cases that the city has accepted, and those solved lately: two indexes of places, each
    /// walked from the middle outwards.
    private static final String LIST_NEAR =
            """
            -- engagement.listNear
            with known as (
            select
            """
                    + COLUMNS
                    + """
                    from casework.pub_followed_case
                    where ended_at is null
                      and longitude is not null
                      and point(longitude, latitude) <@ box(point(:west, :south), point(:east, :north))
                      and state not in ('REPORTED', 'VERIFYING')
                      and source not in ('INTERNAL', 'LEADER')
                    order by point(longitude, latitude) <-> point(:longitude, :latitude)
                    limit :limit
                    ), solved as (
                    select
                    """
                    + COLUMNS
                    + """
                    from casework.pub_followed_case
                    where ended_at is not null
                      and longitude is not null
                      and point(longitude, latitude) <@ box(point(:west, :south), point(:east, :north))
                      and tstzrange(ended_at, ended_at, '[]') && tstzrange(:since, null)
                      and state in ('CLOSED', 'FIXED_ON_SPOT')
                      and source not in ('INTERNAL', 'LEADER')
                    order by point(longitude, latitude) <-> point(:longitude, :latitude)
                    limit :limit
                    )
                    select * from known
                    union all
                    select * from solved
                    """;

    private static final String LIST_EVENTS =
            """
            -- engagement.listEvents
            select case_id, seq, kind, at
            from casework.pub_case_event
            where case_id = :id
            order by seq
            """;

    private final JdbcClient db;

    FollowedCaseStore(JdbcClient db) {
        this.db = db;
    }

    /// @param reason the answer of a refusal, else empty text or a note of the city's own
    public record FollowedCase(
            long id,
            String number,
            String state,
            String source,
            String category,
            String address,
            Optional<Spot> position,
            List<String> before,
            List<String> after,
            Instant reportedAt,
            Optional<Instant> endedAt,
            String reason,
            OptionalLong mergedInto) {}

    public record Step(String kind, Instant at) {}

    /// A box of degrees around a point.
    public record Box(Spot middle, double across, double up) {}

    public List<FollowedCase> list(Collection<Long> ids) {
        return db.sql(LIST)
                .param("ids", ids.toArray(Long[]::new))
                .query(FollowedCaseStore::read)
                .list();
    }

    public Optional<FollowedCase> find(long id) {
        return list(List.of(id)).stream().findFirst();
    }

    /// The cases that the platform opened one after the other as the next stages of this one.
    public List<FollowedCase> listNextStages(long id) {
        return db.sql(LIST_NEXT_STAGES)
                .param("id", id)
                .param("most", MOST_STAGES)
                .query(FollowedCaseStore::read)
                .list();
    }

    public Optional<FollowedCase> findByNumber(String number) {
        return db.sql(FIND_BY_NUMBER)
                .param("number", number)
                .query(FollowedCaseStore::read)
                .optional();
    }

    /// Cases that strangers may know of: accepted ones that are open, and those solved since.
    public List<FollowedCase> listNear(Box box, Instant since, int limit) {
        return db.sql(LIST_NEAR)
                .param("west", box.middle().longitude() - box.across())
                .param("south", box.middle().latitude() - box.up())
                .param("east", box.middle().longitude() + box.across())
                .param("north", box.middle().latitude() + box.up())
                .param("longitude", box.middle().longitude())
                .param("latitude", box.middle().latitude())
                .param("since", utc(since))
                .param("limit", limit)
                .query(FollowedCaseStore::read)
                .list();
    }

    public List<Step> listSteps(long caseId) {
        return db.sql(LIST_EVENTS)
                .param("id", caseId)
                .query((row, _) -> new Step(row.getString("kind"), instant(row, "at")))
                .list();
    }

    private static FollowedCase read(ResultSet row, int number) throws SQLException {
        long lead = row.getLong("merged_into");
        var merged = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(lead);
        return new FollowedCase(
                row.getLong("case_id"),
                row.getString("case_no"),
                row.getString("state"),
                row.getString("source"),
                row.getString("category"),
                row.getString("address"),
                RowParts.findSpot(row),
                RowParts.texts(row, "photos_before"),
                RowParts.texts(row, "photos_after"),
                instant(row, "reported_at"),
                findInstant(row, "ended_at"),
                row.getString("reason"),
                merged);
    }
}
