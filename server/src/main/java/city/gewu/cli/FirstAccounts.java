package city.gewu.cli;

import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.signin.Accounts;
import city.gewu.signin.Accounts.NewAccount;
import city.gewu.territory.City;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The accounts of a city that has none: one for each post of the centre, and one handler for each
/// department, each with a one-time password that is printed once. An enforcement officer needs a
/// certificate first and so has none here.
final class FirstAccounts {

    private FirstAccounts() {}

    static void make(Accounts accounts, People people, City city) {
        if (!accounts.list().isEmpty()) {
            return;
        }
        Console.line(Words.get("serve.accounts", city.name().zh(), city.name().en()));
        for (var account : wanted(people.listDepartments())) {
            accounts.create(account).ifPresent(Console::signIn);
        }
    }

    private static List<NewAccount> wanted(List<Department> departments) {
        var all = new ArrayList<NewAccount>();
        for (var post : Post.values()) {
            if (post != Post.HANDLER && post != Post.ENFORCEMENT_OFFICER) {
                String name = post.name().toLowerCase(Locale.ROOT).replace("_", "");
                all.add(new NewAccount(name, name, Set.of(post), ""));
            }
        }
        for (var department : departments) {
            String code =
                    department.code().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
            all.add(
                    new NewAccount(
                            "handler." + code,
                            department.name().zh(),
                            Set.of(Post.HANDLER),
                            department.code()));
        }
        return all;
    }
}
