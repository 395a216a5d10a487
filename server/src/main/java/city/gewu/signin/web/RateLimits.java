package city.gewu.signin.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.io.Serial;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// How often one address may knock at what is open to strangers. The defaults leave room for a
/// bureau of several hundred people behind one address; the gate against guessing is another one.
/// Kept in memory, bounded.
@Component
@ConditionalOnWebApplication
class RateLimits {

    private static final int REMEMBERED = 20_000;
    private static final int IPV6_NETWORK_BYTES = 8;

    /// What a request knocks at.
    enum Door {
        SIGN_IN,
        DEVICES,
        OPEN_WRITES,
        PUBLIC
    }

    private final Map<Door, Integer> perMinute;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Serial private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > REMEMBERED;
                }
            };

    RateLimits(
            Clock clock,
            @Value("${gewu.limits.sign-in:300}") int signIn,
            @Value("${gewu.limits.devices:20}") int devices,
            @Value("${gewu.limits.open-writes:60}") int writes,
            @Value("${gewu.limits.public:600}") int open) {
        this.perMinute =
                Map.of(
                        Door.SIGN_IN, signIn,
                        Door.DEVICES, devices,
                        Door.OPEN_WRITES, writes,
                        Door.PUBLIC, open);
        this.time = new ClockMeter(clock);
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /// How long the address must wait; zero when it may come in, which then counts.
    Duration waitFor(Door door, String address) {
        var probe = bucket(door, network(address)).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill());
    }

    private synchronized Bucket bucket(Door door, String network) {
        return buckets.computeIfAbsent(door + " " + network, _ -> fresh(door));
    }

    private Bucket fresh(Door door) {
        int limit = perMinute.getOrDefault(door, 1);
        return Bucket.builder()
                .addLimit(rate -> rate.capacity(limit).refillGreedy(limit, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /// Whoever has one IPv6 address has the whole network of 2^64 around it.
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), IPV6_NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
