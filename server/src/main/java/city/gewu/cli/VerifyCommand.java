package city.gewu.cli;

import city.gewu.audit.Audit;
import city.gewu.casework.Casework;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Recomputes every hash and every seal of the case ledger and of the audit log.
@Command(name = "verify", resourceBundle = "city.gewu.cli.help", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Mixin private CityOptions city = new CityOptions();

    @Override
    public Integer call() {
        try (var context = city.open()) {
            var result = context.getBean(Casework.class).verify(Console::warning);
            Console.line(
                    Words.get(
                            result.broken() == 0 ? "verify.whole" : "verify.broken",
                            result.cases(),
                            result.events(),
                            result.seals(),
                            result.broken()));
            var log = context.getBean(Audit.class).verify(Console::warning);
            Console.line(
                    Words.get(
                            log.broken() == 0 ? "verify.audit-whole" : "verify.audit-broken",
                            log.entries(),
                            log.seals(),
                            log.broken()));
            return result.broken() + log.broken() == 0 ? 0 : 1;
        }
    }
}
