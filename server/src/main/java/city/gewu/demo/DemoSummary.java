package city.gewu.demo;

import city.gewu.signin.Accounts.OneTimePassword;
import java.nio.file.Path;
import java.util.List;

/// What the demo city holds after a build (示例城市).
///
/// @param passwords one-time passwords of the accounts this build made; empty when they were there
/// @param signIns file of one-time passwords for scripts, readable by its owner alone
/// @param cases problems told by this build
/// @param refused problems whose story broke a rule of the field; none, unless rules have changed
public record DemoSummary(
        List<OneTimePassword> passwords, Path signIns, int unitGrids, int cases, int refused) {

    public DemoSummary {
        passwords = List.copyOf(passwords);
    }
}
