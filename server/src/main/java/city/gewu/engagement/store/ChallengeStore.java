package city.gewu.engagement.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.engagement.model.Puzzle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Challenges given out, and the photos that came on their word.
@Repository
public class ChallengeStore {

    private static final String ADD =
            """
            insert into engagement.challenge
              (challenge_id, salt, bits, device, network, made_at, expires_at)
            values (:id, :salt, :bits, :device, :network, :now, :expires)
            """;

    private static final String FIND =
            """
            select challenge_id, salt, bits, device, network, expires_at, spent_at is not null as spent
            from engagement.challenge
            where challenge_id = :id
            """;

    private static final String SPEND =
            """
            update engagement.challenge
            set spent_at = :now
            where challenge_id = :id
              and spent_at is null
            """;

    private static final String COUNT_UPLOAD =
            """
            update engagement.challenge
            set uploads = uploads + 1
            where challenge_id = :id
              and spent_at is null
              and uploads < :most
            """;

    private static final String COUNT_OF_DEVICE =
            """
            select count(*)
            from engagement.challenge
            where device = :device
              and made_at > :since
            """;

    private static final String ADD_UPLOAD =
            """
            insert into engagement.upload
              (upload_id, challenge_id, bytes, photo_id, likeness, made_at)
            values (:id, :challenge, :bytes, :photo, :likeness, :now)
            """;

    private static final String LIST_UPLOADS =
            """
            select upload_id, photo_id
            from engagement.upload
            where challenge_id = :challenge
              and upload_id = any(:ids)
            """;

    private static final String DELETE_UPLOADS =
            """
            delete from engagement.upload
            where challenge_id = :challenge
            """;

    private static final String DELETE_OLD =
            """
            delete from engagement.challenge
            where expires_at < :before
            """;

    private final JdbcClient db;

    ChallengeStore(JdbcClient db) {
        this.db = db;
    }

    /// A challenge that was given out, and to whom: keyed marks of the device and the network.
    public record Given(Puzzle puzzle, String device, String network, boolean spent) {}

    /// A photo that waits for its report.
    ///
    /// @param photo name that the evidence would give it
    public record Upload(UUID id, String photo) {}

    public void add(Puzzle puzzle, String device, String network, Instant now) {
        db.sql(ADD)
                .param("id", puzzle.id())
                .param("salt", puzzle.salt())
                .param("bits", puzzle.bits())
                .param("device", device)
                .param("network", network)
                .param("now", utc(now))
                .param("expires", utc(puzzle.expiresAt()))
                .update();
    }

    public Optional<Given> find(UUID id) {
        return db.sql(FIND)
                .param("id", id)
                .query((row, _) ->
                        new Given(
                                new Puzzle(
                                        id,
                                        row.getString("salt"),
                                        row.getInt("bits"),
                                        instant(row, "expires_at")),
                                row.getString("device"),
                                row.getString("network"),
                                row.getBoolean("spent")))
                .optional();
    }

    /// False when it was spent before.
    public boolean spend(UUID id, Instant now) {
        return db.sql(SPEND).param("id", id).param("now", utc(now)).update() == 1;
    }

    /// Counts one more photo; false when the challenge has no room for it.
    public boolean countUpload(UUID id, int most) {
        return db.sql(COUNT_UPLOAD).param("id", id).param("most", most).update() == 1;
    }

    public int countOfDevice(String device, Instant since) {
        return db.sql(COUNT_OF_DEVICE)
                .param("device", device)
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /// @param likeness hash of how the photo looks
    public void addUpload(UUID challenge, Upload upload, long likeness, byte[] bytes, Instant now) {
        db.sql(ADD_UPLOAD)
                .param("id", upload.id())
                .param("challenge", challenge)
                .param("bytes", bytes)
                .param("photo", upload.photo())
                .param("likeness", likeness)
                .param("now", utc(now))
                .update();
    }

    /// Those of the photos that came on the word of this challenge.
    public List<Upload> listUploads(UUID challenge, List<UUID> ids) {
        return db.sql(LIST_UPLOADS)
                .param("challenge", challenge)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) ->
                        new Upload(
                                row.getObject("upload_id", UUID.class), row.getString("photo_id")))
                .list();
    }

    public void deleteUploads(UUID challenge) {
        db.sql(DELETE_UPLOADS).param("challenge", challenge).update();
    }

    /// Deletes what has run out, with the photos that nobody sent a report for; answers how many
    /// challenges.
    public int deleteExpired(Instant before) {
        return db.sql(DELETE_OLD).param("before", utc(before)).update();
    }
}
