package city.gewu.casework.store;

import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of the case file put there by hand, for tests that only read.
public final class CaseRows {

    private static final String ADD =
            """
            insert into casework.case_file
              (case_id, case_no, version, head, state, source, category, description, address,
               places, longitude, latitude, reporter, department, assisting, reported_at, due_at,
               warn_at, ended_at, suspended_at)
            values (:id, :no, 1, sha256('x'), :state, 'HOTLINE', :category, :description, '',
               array['420800', :district], :longitude, :latitude, 'account:wang', :department,
               string_to_array(:assisting, ' '), :reported, :due, :warn, :ended, :suspended)
            """;

    private final JdbcClient db;
    private final AtomicLong ids = new AtomicLong();

    public CaseRows(DataSource database) {
        this.db = JdbcClient.create(database);
    }

    public static TileStore tiles(DataSource database) {
        return new TileStore(JdbcClient.create(database));
    }

    /// A row with a valid default for everything but what the test is about.
    public static final class Row {

        private String state = "HANDLING";
        private String category = "E0101";
        private String description = "";
        private String department = "";
        private String assisting = "";
        private String district = "420802";
        private Optional<Double> longitude = Optional.empty();
        private Optional<Double> latitude = Optional.empty();
        private Instant reported = Instant.parse("2026-03-01T00:00:00Z");
        private Optional<Instant> due = Optional.empty();
        private Optional<Instant> ended = Optional.empty();
        private Optional<Instant> suspended = Optional.empty();

        public Row in(String newState) {
            state = newState;
            return this;
        }

        public Row of(String newCategory) {
            category = newCategory;
            return this;
        }

        public Row saying(String words) {
            description = words;
            return this;
        }

        public Row at(String lead, String... helpers) {
            department = lead;
            assisting = String.join(" ", helpers);
            return this;
        }

        public Row inDistrict(String code) {
            district = code;
            return this;
        }

        public Row on(double east, double north) {
            longitude = Optional.of(east);
            latitude = Optional.of(north);
            return this;
        }

        public Row reported(Instant at) {
            reported = at;
            return this;
        }

        public Row due(Instant at) {
            due = Optional.of(at);
            return this;
        }

        public Row suspended(Instant at) {
            suspended = Optional.of(at);
            return in("SUSPENDED");
        }

        public Row ended(String newState, Instant at) {
            ended = Optional.of(at);
            return in(newState);
        }
    }

    public long add(Row row) {
        long id = ids.incrementAndGet();
        db.sql(ADD)
                .param("id", id)
                .param("no", "JM20260301%06d".formatted(id))
                .param("state", row.state)
                .param("category", row.category)
                .param("description", row.description)
                .param("department", row.department)
                .param("assisting", row.assisting)
                .param("district", row.district)
                .param("longitude", row.longitude.orElse(null))
                .param("latitude", row.latitude.orElse(null))
                .param("reported", utc(row.reported))
                .param("due", row.due.map(at -> utc(at)).orElse(null))
                .param("warn", row.due.map(at -> utc(at.minusSeconds(3600))).orElse(null))
                .param("ended", row.ended.map(at -> utc(at)).orElse(null))
                .param("suspended", row.suspended.map(at -> utc(at)).orElse(null))
                .update();
        return id;
    }

    /// Sets columns of a case, as SQL has it.
    public void set(long id, String columns) {
        db.sql("update casework.case_file set %s where case_id = :id".formatted(columns))
                .param("id", id)
                .update();
    }

    /// @param details names and texts one after another, separated by blanks
    public void happened(long id, int seq, String kind, Instant at, String details) {
        db.sql(
                        """
                        insert into casework.case_event
                          (case_id, seq, kind, at, recorded_at, actor, details, state_hash, hash)
                        values (:id, :seq, :kind, :at, :at, 'account:wang',
                          json_object(string_to_array(:details, ' '))::text, '', '')
                        """)
                .param("id", id)
                .param("seq", seq)
                .param("kind", kind)
                .param("at", utc(at))
                .param("details", details)
                .update();
    }

    public void end(long id, Instant at) {
        db.sql("update casework.case_file set state = 'CLOSED', ended_at = :at where case_id = :id")
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    public void postpone(long id, Instant due) {
        db.sql("update casework.case_file set due_at = :due where case_id = :id")
                .param("due", utc(due))
                .param("id", id)
                .update();
    }
}
