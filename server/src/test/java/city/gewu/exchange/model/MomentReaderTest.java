package city.gewu.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MomentReaderTest {

    private final MomentReader boston =
            new MomentReader(
                    Stream.of("uuuu-MM-dd HH:mm:ss", "M/d/uuuu h:mm a", "uuuu-MM-dd'T'HH:mm:ssXXX")
                            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH))
                            .map(format -> format.withResolverStyle(ResolverStyle.STRICT))
                            .toList(),
                    ZoneId.of("America/New_York"));

    @Test
    void localTimesAreThoseOfTheCity() {
        assertThat(boston.find("2011-07-01 01:32:33"))
                .contains(Instant.parse("2011-07-01T05:32:33Z"));
        assertThat(boston.find("7/1/2011 1:32 PM")).contains(Instant.parse("2011-07-01T17:32:00Z"));
    }

    @Test
    void anOffsetOfItsOwnIsTakenAtItsWord() {
        assertThat(boston.find("2011-07-01T01:32:33+08:00"))
                .contains(Instant.parse("2011-06-30T17:32:33Z"));
    }

    @Test
    void whatIsNoDateIsNone() {
        assertThat(List.of("", "yesterday", "2011-02-30 10:00:00", "2011-07-01", "07/01/11"))
                .allSatisfy(text -> assertThat(boston.find(text)).isEmpty());
    }

    @Test
    void aTimeThatTheClocksSkippedMovesForwardByTheChange() {
        assertThat(boston.find("2011-03-13 02:30:00"))
                .contains(Instant.parse("2011-03-13T07:30:00Z"));
    }

    @Test
    void aTimeThatHappenedTwiceIsTheFirstUnlessItMustFollowALaterMoment() {
        var first = Instant.parse("2011-11-06T05:10:00Z");
        var second = Instant.parse("2011-11-06T06:10:00Z");

        assertThat(boston.find("2011-11-06 01:10:00")).contains(first);
        assertThat(boston.findFollowing("2011-11-06 01:10:00", first)).contains(first);
        assertThat(boston.findFollowing("2011-11-06 01:10:00", first.plusSeconds(1)))
                .contains(second);
    }
}
