package city.gewu.casework.web;

import city.gewu.casework.usecase.CaseFeed;
import city.gewu.casework.usecase.CaseFeed.Desk;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Which cases moved, as it happens (server-sent events). The request stays open on a virtual
/// thread and holds no connection to the database.
@RestController
@Needs(Right.READ_CASES)
class FeedController {

    /// Proxies cut a silent line after half a minute.
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(20);

    /// Then the browser asks again, and is judged again by who it is by then.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final long RETRY_MS = 2000;

    private final CaseFeed feed;
    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    FeedController(CaseFeed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /// Events `moved` with the ids of cases in sight, `{"ids":[1,2]}`, or `{}` when the reader fell
    /// behind and asks for everything. No content when the person, or the city, has enough lists
    /// open: a browser takes that for an end and not for an error, and its page asks now and then.
    @GetMapping(value = "/api/cases/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> live(@SignedIn Actor actor) {
        return feed.open(actor)
                .map(desk ->
                        ResponseEntity.ok()
                                .cacheControl(CacheControl.noStore())
                                .header("X-Accel-Buffering", "no")
                                .body(visit(desk)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private SseEmitter visit(Desk desk) {
        var emitter = new SseEmitter(0L);
        var visit = new Visit(desk, emitter);
        visits.add(visit);
        emitter.onCompletion(() -> {
            visit.leave();
            visits.remove(visit);
        });
        emitter.onError(_ -> visit.leave());
        Thread.ofVirtual().name("live list").start(() -> tell(visit));
        return emitter;
    }

    /// A server that stops waits for its requests, and a live list would never end by itself.
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        visits.forEach(Visit::end);
    }

    /// Somebody at a desk. The container ends the request when they leave and we end it when the
    /// time is over, never both: a request that the container has taken back is nobody's to touch.
    private static final class Visit {

        private final Desk desk;
        private final SseEmitter emitter;
        private boolean over;

        Visit(Desk desk, SseEmitter emitter) {
            this.desk = desk;
            this.emitter = emitter;
        }

        synchronized void leave() {
            over = true;
            desk.close();
        }

        synchronized void end() {
            if (!over) {
                over = true;
                emitter.complete();
            }
        }
    }

    private void tell(Visit visit) {
        var emitter = visit.emitter;
        var until = clock.instant().plus(LONGEST);
        try (var desk = visit.desk) {
            emitter.send(SseEmitter.event().reconnectTime(RETRY_MS).comment("here"));
            while (clock.instant().isBefore(until) && tellNext(desk, emitter)) {}
            visit.end();
        } catch (IOException | IllegalStateException e) {
            // The desk was closed: nobody is left to be told, and the container ends the request.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean tellNext(Desk desk, SseEmitter emitter)
            throws IOException, InterruptedException {
        var moved = desk.await(SIGN_OF_LIFE);
        if (moved.isEmpty()) {
            return false;
        }
        if (desk.fellBehind()) {
            emitter.send(SseEmitter.event().name("moved").data("{}"));
        } else if (moved.get().isEmpty()) {
            emitter.send(SseEmitter.event().comment("here"));
        } else {
            emitter.send(SseEmitter.event().name("moved").data(ids(moved.get())));
        }
        return true;
    }

    private static String ids(List<Long> moved) {
        return moved.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(",", "{\"ids\":[", "]}"));
    }
}
