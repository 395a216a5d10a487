package city.gewu.demo.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The one build of this data directory.
@Repository
public class DemoBuildStore {

    private static final String FIND_BUILD =
            """
            select as_of, days, told_until, finished
            from demo.build
            """;

    private static final String INSERT_BUILD =
            """
            insert into demo.build (as_of, days)
            values (:asOf, :days)
            """;

    private static final String SAVE_TOLD_UNTIL =
            """
            update demo.build
            set told_until = :day
            """;

    private static final String SAVE_FINISHED =
            """
            update demo.build
            set finished = true
            """;

    private final JdbcClient db;

    DemoBuildStore(JdbcClient db) {
        this.db = db;
    }

    /// A build and how far it came.
    ///
    /// @param asOf the moment that is now in its stories
    /// @param toldUntil last day whose stories are all there
    public record Build(Instant asOf, int days, Optional<LocalDate> toldUntil, boolean finished) {}

    public Optional<Build> findBuild() {
        return db.sql(FIND_BUILD)
                .query((row, _) ->
                        new Build(
                                instant(row, "as_of"),
                                row.getInt("days"),
                                Optional.ofNullable(row.getObject("told_until", LocalDate.class)),
                                row.getBoolean("finished")))
                .optional();
    }

    public void insertBuild(Instant asOf, int days) {
        db.sql(INSERT_BUILD).param("asOf", utc(asOf)).param("days", days).update();
    }

    public void saveToldUntil(LocalDate day) {
        db.sql(SAVE_TOLD_UNTIL).param("day", day).update();
    }

    public void saveFinished() {
        db.sql(SAVE_FINISHED).update();
    }
}
