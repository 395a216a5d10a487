package city.gewu.engagement.usecase;

import city.gewu.engagement.store.RoomStore;
import city.gewu.platform.RefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// How much of the photos of strangers may wait and come, in all and from one network: nobody alone
/// takes the room of the others.
@Component
class UploadRoom {

    private final RoomStore room;
    private final Clock clock;
    private final long mostWaiting;
    private final long mostOfNetwork;
    private final long mostOfDay;

    UploadRoom(
            RoomStore room,
            Clock clock,
            @Value("${gewu.engagement.waiting-megabytes:2000}") long mostWaiting,
            @Value("${gewu.engagement.network-waiting-megabytes:400}") long mostOfNetwork,
            @Value("${gewu.engagement.network-daily-megabytes:2000}") long mostOfDay) {
        this.room = room;
        this.clock = clock;
        this.mostWaiting = mostWaiting << 20;
        this.mostOfNetwork = mostOfNetwork << 20;
        this.mostOfDay = mostOfDay << 20;
    }

    /// Counts a photo that came from the network; refused with `engagement.unavailable`.
    void take(String network, int bytes) {
        if (room.bytesWaiting() + bytes > mostWaiting) {
            throw full("Too many photos (%d MB) wait for their reports.", mostWaiting);
        }
        if (room.bytesWaiting(network) + bytes > mostOfNetwork) {
            throw full("Too many photos of your network (%d MB) wait.", mostOfNetwork);
        }
        if (!room.count(network, today(), bytes, mostOfDay)) {
            throw full("Too many photos (%d MB) came from your network today.", mostOfDay);
        }
    }

    int forgetOld() {
        return room.forget(today().minusDays(1));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static RefusedException full(String why, long most) {
        return new RefusedException(
                "engagement.unavailable",
                why.formatted(most >> 20),
                "Send the report without a photo, or try again later.");
    }
}
