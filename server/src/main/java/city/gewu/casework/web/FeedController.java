package city.gewu.casework.web;

import city.gewu.casework.usecase.CaseFeed;
import city.gewu.casework.usecase.CaseFeed.Desk;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which cases moved, as it happens (server-sent events). The request stays open on a virtual
/// thread and holds no connection to the database.
@RestController
@Needs(Right.READ_CASES)
class FeedController {

    /// Proxies cut a silent line after half a minute.
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(20);

    /// Then the browser asks again, and is judged again by who it is by then.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final CaseFeed feed;

    FeedController(CaseFeed feed) {
        this.feed = feed;
    }

    /// Events `moved` with the ids of cases in sight, `{"ids":[1,2]}`, or `{}` when the reader fell
    /// behind and asks for everything.
    @GetMapping(value = "/api/cases/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void live(@SignedIn Actor actor, HttpServletResponse response) throws InterruptedException {
        var until = Instant.now().plus(LONGEST);
        try (var desk = feed.open(actor)) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            send(response, "retry: 2000\n\n");
            boolean open = true;
            while (open && Instant.now().isBefore(until)) {
                open = tellNext(desk, response);
            }
        } catch (IOException e) {
            // The desk was closed: nobody is left to be told.
        }
    }

    private static boolean tellNext(Desk desk, HttpServletResponse response)
            throws IOException, InterruptedException {
        var moved = desk.await(SIGN_OF_LIFE);
        if (moved.isEmpty()) {
            return false;
        }
        if (desk.fellBehind()) {
            send(response, "event: moved\ndata: {}\n\n");
        } else {
            send(response, moved.get().isEmpty() ? ": here\n\n" : event(moved.get()));
        }
        return true;
    }

    private static String event(List<Long> ids) {
        return "event: moved\ndata: {\"ids\":[%s]}\n\n"
                .formatted(ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private static void send(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
