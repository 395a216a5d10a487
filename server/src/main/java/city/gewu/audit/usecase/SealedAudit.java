package city.gewu.audit.usecase;

import city.gewu.audit.Audit;
import city.gewu.audit.AuditEntry;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// The module's front door.
@Component
class SealedAudit implements Audit {

    private final AuditWriter writer;
    private final SealAuditDays seals;
    private final VerifyAudit verifying;

    SealedAudit(AuditWriter writer, SealAuditDays seals, VerifyAudit verifying) {
        this.writer = writer;
        this.seals = seals;
        this.verifying = verifying;
    }

    @Override
    public void record(AuditEntry entry) {
        writer.write(entry);
    }

    @Override
    public int sealFinishedDays() {
        return seals.sealFinishedDays();
    }

    @Override
    public Verification verify(Consumer<String> findings) {
        return verifying.verify(findings);
    }
}
