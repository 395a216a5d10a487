package city.gewu.cli;

import city.gewu.appraisal.AssessedMonths;
import city.gewu.audit.Audit;
import city.gewu.casework.Casework;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Recomputes every hash and every seal of the case ledger and of the audit log, and the marks of
/// every frozen month.
@Command(name = "verify", resourceBundle = "city.gewu.cli.help", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Mixin private CityOptions city = new CityOptions();

    @Option(names = "--month", paramLabel = "YYYY-MM", descriptionKey = "month")
    @Nullable
    private YearMonth month;

    @Override
    public Integer call() {
        try (var context = city.open()) {
            var months = context.getBean(AssessedMonths.class);
            if (month != null) {
                return MonthCheck.check(months, month) == 0 ? 0 : 1;
            }
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
            long broken =
                    months.listMonths().stream()
                            .mapToLong(frozen -> MonthCheck.check(months, frozen))
                            .sum();
            return result.broken() + log.broken() + broken == 0 ? 0 : 1;
        }
    }
}
