package city.gewu.cli;

import org.springframework.context.annotation.ComponentScan;

/// The part of the application that counts an archive. It needs neither the city's database nor the
/// data directory to itself, so that it works beside a server that has both. It is no component,
/// for the whole application has all of it already.
@ComponentScan({"city.gewu.assessment.store", "city.gewu.assessment.usecase"})
final class ArchiveAlone {}
