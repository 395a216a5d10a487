package city.gewu.demo.usecase;

import city.gewu.demo.DemoProgress;
import city.gewu.demo.DemoProgress.Stage;
import city.gewu.demo.book.Table;
import city.gewu.demo.plan.CityPlan;
import city.gewu.demo.staffing.Establishment;
import city.gewu.people.Actor;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.people.Staff;
import city.gewu.platform.Named;
import city.gewu.signin.Accounts;
import city.gewu.signin.Accounts.NewAccount;
import city.gewu.signin.Accounts.OneTimePassword;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Takes the people of the demo city on. May be made again and changes nothing.
@Component
class Muster {

    private final Territory territory;
    private final People people;
    private final Staff staff;
    private final Accounts accounts;
    private final SignInsFile signIns;

    Muster(
            Territory territory,
            People people,
            Staff staff,
            Accounts accounts,
            SignInsFile signIns) {
        this.territory = territory;
        this.people = people;
        this.staff = staff;
        this.accounts = accounts;
        this.signIns = signIns;
    }

    /// The organisations of the city file, and a committee for each community.
    void organise(List<Department> departments, CityPlan plan) {
        var all = new ArrayList<>(departments);
        var offices =
                Table.read("plan/streets.csv").stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.getField("code"),
                                        row -> row.getField("office")));
        for (var community : plan.communities()) {
            all.add(
                    new Department(
                            community.code(),
                            new Named(
                                    community.name().zh() + "居委会",
                                    community.name().en() + " Committee"),
                            offices.getOrDefault(community.street(), ""),
                            "community"));
        }
        people.saveDepartments(all);
    }

    /// @return the accounts that were not there
    List<OneTimePassword> takeOn(
            LocalDate founded, LocalDate today, Consumer<DemoProgress> progress)
            throws IOException {
        var force = Establishment.draw(this::unitsOf, founded, today);
        staff.savePeople(force.people());
        staff.saveCertificates(force.certificates());
        staff.postAll(force.postings());
        return openAccounts(progress);
    }

    private List<String> unitsOf(String level) {
        return territory.listUnits(level).stream().map(TerritoryUnit::code).toList();
    }

    private List<OneTimePassword> openAccounts(Consumer<DemoProgress> progress) throws IOException {
        var rows = Table.read("plan/staff.csv");
        var made = new ArrayList<OneTimePassword>();
        int done = 0;
        for (var row : rows) {
            var person = staff.findPerson(row.getField("username")).orElseThrow();
            var account =
                    new NewAccount(person.staffNo(), person.name(), Set.of(), person.department());
            var password = accounts.create(account);
            if (password.isPresent()) {
                signIns.add(account, Set.of(Post.valueOf(row.getField("post"))), password.get());
                made.add(password.get());
            }
            done++;
            progress.accept(new DemoProgress(Stage.PEOPLE, done, rows.size()));
        }
        return made;
    }

    /// Those who sign in, as they act in the stories.
    List<Actor> actors() {
        return Table.read("plan/staff.csv").stream()
                .flatMap(row -> staff.findPerson(row.getField("username")).stream())
                .flatMap(person -> people.findActor(person.id()).stream())
                .toList();
    }
}
