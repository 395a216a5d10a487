package city.gewu.signin.web;

import city.gewu.people.Department;
import city.gewu.people.Mandate;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.people.Rights;
import city.gewu.platform.Named;
import city.gewu.platform.Right;
import city.gewu.signin.usecase.SignedInAccount;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Who is signed in, as a page is told.
@Component
@ConditionalOnWebApplication
class SessionViews {

    private final People people;
    private final Territory territory;

    SessionViews(People people, Territory territory) {
        this.people = people;
        this.territory = territory;
    }

    /// @param secondFactor whether the account has one of ours
    /// @param mustEnterSecondFactor whether its code is still owed, after the provider
    record SessionView(
            AccountView account,
            List<Right> rights,
            boolean mustChangePassword,
            boolean mustSetUpSecondFactor,
            boolean mustEnterSecondFactor,
            boolean secondFactor) {}

    record AccountView(
            String id,
            String username,
            String displayName,
            List<Post> posts,
            String department,
            Named departmentName,
            List<MandateView> mandates) {}

    /// @param level code of a level, or empty text for the whole city
    record MandateView(
            Post post, String department, String level, String unit, Optional<Named> unitName) {}

    SessionView of(SignedInAccount who) {
        var account = who.account();
        return new SessionView(
                account(who),
                Rights.of(who.actor()).stream().sorted().toList(),
                who.mustChangePassword(),
                who.mustSetUpSecondFactor(),
                who.mustEnterSecondFactor(),
                account.secondFactor());
    }

    private AccountView account(SignedInAccount who) {
        var actor = who.actor();
        return new AccountView(
                actor.id(),
                who.account().username(),
                actor.displayName(),
                actor.posts().stream().sorted().toList(),
                actor.department(),
                people.findDepartment(actor.department())
                        .map(Department::name)
                        .orElse(new Named("", "")),
                actor.mandates().stream().map(this::mandate).toList());
    }

    private MandateView mandate(Mandate mandate) {
        var area = mandate.area();
        return new MandateView(
                mandate.post(),
                mandate.department(),
                area.level(),
                area.unit(),
                area.isCity()
                        ? Optional.empty()
                        : territory.findUnit(area.level(), area.unit()).map(TerritoryUnit::name));
    }
}
