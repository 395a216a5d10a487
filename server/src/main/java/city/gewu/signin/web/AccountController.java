package city.gewu.signin.web;

import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.signin.Accounts.OneTimePassword;
import city.gewu.signin.usecase.AccountDesk;
import city.gewu.signin.usecase.AccountDesk.ListedAccount;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Accounts of others, for administrators.
@RestController
@RequestMapping("/api/accounts")
class AccountController {

    private static final int LONGEST_PAGE = 200;

    private final AccountDesk desk;

    AccountController(AccountDesk desk) {
        this.desk = desk;
    }

    record AccountRow(
            String id,
            String username,
            String name,
            String department,
            List<Post> posts,
            boolean secondFactor,
            boolean disabled,
            int sessions,
            int devices,
            Optional<Instant> lastSignInAt) {}

    /// @param next cursor of the next page; absent on the last
    record AccountPage(List<AccountRow> items, Optional<String> next) {}

    record NewAccount(@NotBlank @Size(max = 40) String staffNo) {}

    /// A password that counts once, shown once.
    record GivenPassword(String username, String password) {}

    record Closing(boolean disabled, @NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    @Needs(Right.READ_PEOPLE)
    AccountPage list(
            @RequestParam(required = false) @Size(max = 100) @Nullable String q,
            @RequestParam(required = false) @Size(max = 100) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int rows = Math.clamp(limit, 1, LONGEST_PAGE);
        var found = desk.list(q, cursor, rows + 1).stream().map(AccountController::row).toList();
        var shown = found.subList(0, Math.min(rows, found.size()));
        return new AccountPage(
                shown,
                found.size() > rows ? Optional.of(shown.getLast().username()) : Optional.empty());
    }

    @PostMapping
    @Needs(Right.MANAGE_PEOPLE)
    @ResponseStatus(HttpStatus.CREATED)
    GivenPassword open(@Valid @RequestBody NewAccount wanted) {
        return given(desk.open(wanted.staffNo()));
    }

    @PostMapping("/{id}/password")
    @Needs(Right.MANAGE_AUTHORITY)
    GivenPassword resetPassword(@SignedIn Actor who, @PathVariable String id) {
        return given(desk.resetPassword(who, id));
    }

    @PutMapping("/{id}/disabled")
    @Needs(Right.MANAGE_AUTHORITY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(
            @SignedIn Actor who, @PathVariable String id, @Valid @RequestBody Closing closing) {
        desk.disable(who, id, closing.disabled(), closing.reason());
    }

    @DeleteMapping("/{id}/sessions")
    @Needs(Right.MANAGE_AUTHORITY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(@SignedIn Actor who, @PathVariable String id) {
        desk.endSessions(who, id);
    }

    @DeleteMapping("/{id}/second-factor")
    @Needs(Right.MANAGE_AUTHORITY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(@SignedIn Actor who, @PathVariable String id) {
        desk.resetSecondFactor(who, id);
    }

    private static GivenPassword given(OneTimePassword made) {
        return new GivenPassword(made.username(), made.password());
    }

    private static AccountRow row(ListedAccount account) {
        var standing = account.standing();
        return new AccountRow(
                standing.id(),
                standing.username(),
                standing.name(),
                standing.department(),
                account.posts(),
                standing.secondFactor(),
                standing.disabled(),
                standing.sessions(),
                standing.devices(),
                standing.lastSignInAt());
    }
}
