package city.gewu.casework.web;

import city.gewu.casework.store.TimelineStore;
import city.gewu.casework.store.TimelineStore.Seal;
import city.gewu.platform.OpenToAll;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Roots of sealed days, open to everybody: whoever kept one can prove later that nothing was
/// changed since.
@RestController
class SealController {

    private final TimelineStore ledger;

    SealController(TimelineStore ledger) {
        this.ledger = ledger;
    }

    /// Sealed days between two dates, at most 400.
    @OpenToAll("Anybody can prove that no record was changed.")
    @GetMapping("/open/seals")
    ResponseEntity<List<Seal>> seals(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The last day (%s) is before the first (%s).".formatted(to, from));
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(ledger.listSeals(from, to));
    }
}
