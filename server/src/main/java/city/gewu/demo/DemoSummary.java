package city.gewu.demo;

import city.gewu.signin.Accounts.OneTimePassword;
import java.nio.file.Path;
import java.util.List;

/// What the demo city holds after a build (示例城市).
///
/// @param passwords one-time passwords of the accounts this build made; empty when they were there
/// @param signIns file of one-time passwords for scripts, readable by its owner alone
/// @param followCodes codes that citizens follow their reports by; empty when they were there
/// @param followCodesFile file of these codes, readable by its owner alone
/// @param cases problems told by this build
/// @param refused problems whose story broke a rule of the field; none, unless rules have changed
public record DemoSummary(
        List<OneTimePassword> passwords,
        Path signIns,
        List<FollowCode> followCodes,
        Path followCodesFile,
        int unitGrids,
        int cases,
        int refused) {

    /// @param stage how far the report has come: `received`, `filed`, `handling`, `checking`,
    ///   `closed` (its follower is asked whether it is solved), `refused`
    public record FollowCode(String code, String stage) {}

    public DemoSummary {
        passwords = List.copyOf(passwords);
        followCodes = List.copyOf(followCodes);
    }
}
