package city.gewu.messaging.channel;

import city.gewu.messaging.Channel.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Requests to other systems, each with an end.
final class Post {

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int TOO_MANY = 429;
    private static final int TIMEOUT = 408;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    static HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(LONGEST);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// What a status says: 2xx is taken, 408, 429 and 5xx may work later.
    static Outcome outcome(int status) {
        if (status / 100 == 2) {
            return new Outcome.Sent();
        }
        return status == TOO_MANY || status == TIMEOUT || status / 100 == 5
                ? new Outcome.Later("http-" + status)
                : new Outcome.Never("http-" + status);
    }
}
