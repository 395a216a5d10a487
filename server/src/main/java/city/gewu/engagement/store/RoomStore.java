package city.gewu.engagement.store;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the photos of strangers weigh, in all and by network. A network is a keyed mark.
@Repository
public class RoomStore {

    private static final String BYTES_WAITING =
            """
            select coalesce(sum(length(bytes)), 0)
            from engagement.upload
            """;

    private static final String BYTES_OF_NETWORK =
            """
            select coalesce(sum(length(upload.bytes)), 0)
            from engagement.challenge
            join engagement.upload on upload.challenge_id = challenge.challenge_id
            where challenge.network = :network
            """;

    private static final String COUNT =
            """
            insert into engagement.network_day (network, day, bytes)
            values (:network, :day, :bytes)
            on conflict (network, day) do update
            set bytes = network_day.bytes + excluded.bytes
            where network_day.bytes + excluded.bytes <= :most
            """;

    private static final String FORGET =
            """
            delete from engagement.network_day
            where day < :before
            """;

    private final JdbcClient db;

    RoomStore(JdbcClient db) {
        this.db = db;
    }

    /// What all photos that wait for their report weigh.
    public long bytesWaiting() {
        return db.sql(BYTES_WAITING).query(Long.class).single();
    }

    /// What those from one network weigh.
    public long bytesWaiting(String network) {
        return db.sql(BYTES_OF_NETWORK).param("network", network).query(Long.class).single();
    }

    /// Counts what a network sends on a day; false when it would be more than it may.
    public boolean count(String network, LocalDate day, long bytes, long most) {
        return bytes <= most
                && db.sql(COUNT)
                                .param("network", network)
                                .param("day", day)
                                .param("bytes", bytes)
                                .param("most", most)
                                .update()
                        == 1;
    }

    public int forget(LocalDate before) {
        return db.sql(FORGET).param("before", before).update();
    }
}
