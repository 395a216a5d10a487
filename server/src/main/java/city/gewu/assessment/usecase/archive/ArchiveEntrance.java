package city.gewu.assessment.usecase.archive;

import city.gewu.assessment.MonthArchive;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// The door to the archive for whoever writes and proves it.
@Component
class ArchiveEntrance implements MonthArchive {

    private final KeepMonths keepMonths;
    private final ProveArchive proveArchive;

    ArchiveEntrance(KeepMonths keepMonths, ProveArchive proveArchive) {
        this.keepMonths = keepMonths;
        this.proveArchive = proveArchive;
    }

    @Override
    public void keep(Path folder, Optional<String> month, Told told) {
        keepMonths.keep(folder, month, told);
    }

    @Override
    public Proved verify(Path folder, Consumer<String> findings) {
        return proveArchive.verify(folder, findings);
    }
}
