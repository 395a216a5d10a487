package city.gewu.engagement.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.engagement.model.SentReport.Spot;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What earlier reports say of a new one.
@Repository
public class SpamSignStore {

    private static final String COUNT_LATELY =
            """
            -- engagement.countLately
            select
              count(*) filter (where device = :device) as from_device,
              count(*) filter (where network = :network) as from_network,
              count(*) filter (
                where longitude between :west and :east
                  and latitude between :south and :north) as from_place
            from engagement.report
            where sent_at > :since
              and report_id <> :except
            """;

    private static final String COUNT_WORDS =
            """
            -- engagement.countWords
            select count(*)
            from engagement.report
            where words_mark = :words
              and words_mark <> ''
              and sent_at > :since
              and report_id <> :except
            """;

    private static final String CARRIES_ANY =
            """
            -- engagement.carriesAny
            select exists (
              select 1
              from engagement.report
              where photos <> '{}'
                and photos && cast(:photos as text[])
                and report_id <> :except)
            """;

    private static final String LIST_WORDS =
            """
            select word, kind
            from engagement.blocked_word
            order by kind, word
            """;

    private static final String DELETE_WORDS =
            """
            delete from engagement.blocked_word
            """;

    private static final String ADD_WORDS =
            """
            insert into engagement.blocked_word (word, kind)
            select word, kind
            from unnest(:words::text[], :kinds::text[]) as n (word, kind)
            on conflict (word) do nothing
            """;

    private final JdbcClient db;

    SpamSignStore(JdbcClient db) {
        this.db = db;
    }

    public record Lately(int fromDevice, int fromNetwork, int fromPlace) {}

    public record BlockedWord(String word, String kind) {}

    /// A box of degrees around the place; nobody's place is nowhere.
    public record Around(double west, double south, double east, double north) {
        public static final Around NOWHERE = new Around(0, 0, 0, 0);

        public static Around of(Spot middle, double across, double up) {
            return new Around(
                    middle.longitude() - across,
                    middle.latitude() - up,
                    middle.longitude() + across,
                    middle.latitude() + up);
        }
    }

    /// @param except id of the report that is asked about, 0 for none
    public Lately countLately(
            String device, String network, Around place, Instant since, long except) {
        return db.sql(COUNT_LATELY)
                .param("device", device)
                .param("network", network)
                .param("west", place.west())
                .param("south", place.south())
                .param("east", place.east())
                .param("north", place.north())
                .param("since", utc(since))
                .param("except", except)
                .query((row, _) ->
                        new Lately(
                                row.getInt("from_device"),
                                row.getInt("from_network"),
                                row.getInt("from_place")))
                .single();
    }

    public int countWords(String words, Instant since, long except) {
        return db.sql(COUNT_WORDS)
                .param("words", words)
                .param("since", utc(since))
                .param("except", except)
                .query(Integer.class)
                .single();
    }

    /// Whether an earlier report carries any of the photos.
    public boolean carriesAny(Collection<String> photos, long except) {
        return db.sql(CARRIES_ANY)
                .param("photos", photos.toArray(String[]::new))
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    public List<BlockedWord> listWords() {
        return db.sql(LIST_WORDS)
                .query((row, _) -> new BlockedWord(row.getString("word"), row.getString("kind")))
                .list();
    }

    /// Puts the list in place of the one before. Call it in a transaction.
    public void replaceWords(List<BlockedWord> words) {
        db.sql(DELETE_WORDS).update();
        db.sql(ADD_WORDS)
                .param("words", words.stream().map(BlockedWord::word).toArray(String[]::new))
                .param("kinds", words.stream().map(BlockedWord::kind).toArray(String[]::new))
                .update();
    }

    /// Where the report is, or nowhere.
    public static Around around(Optional<Spot> middle, double across, double up) {
        return middle.map(spot -> Around.of(spot, across, up)).orElse(Around.NOWHERE);
    }
}
