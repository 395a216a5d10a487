package city.gewu.patrol.usecase;

import city.gewu.casework.FieldCases.FieldCase;
import city.gewu.catalogue.Catalogue;
import city.gewu.messaging.NewNotice;
import city.gewu.messaging.Notices;
import city.gewu.messaging.Recipient;
import city.gewu.patrol.store.DrawStore.WaitingTask;
import city.gewu.platform.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Tells whoever was drawn that there is a task for them (任务通知), so that a phone in a pocket is
/// woken. It says nothing that the task does not say, and nobody else is told.
@Component
class TellDrawn {

    private final Notices notices;
    private final Catalogue catalogue;

    TellDrawn(Notices notices, Catalogue catalogue) {
        this.notices = notices;
        this.catalogue = catalogue;
    }

    /// Queues the notice; call it in the transaction in which the task is given.
    void tell(WaitingTask task, FieldCase about, String person) {
        var name =
                catalogue
                        .findKnown(about.category())
                        .map(known -> known.name())
                        .orElse(new Named(about.category(), about.category()));
        notices.send(
                List.of(
                        new NewNotice(
                                new Recipient(Recipient.Kind.STAFF, person),
                                "task-" + task.kind().name().toLowerCase(Locale.ROOT),
                                Map.of(
                                        "number", about.caseNo(),
                                        "task", Long.toString(task.id()),
                                        "category", name.zh(),
                                        "category.en", name.en(),
                                        "address", about.address()),
                                "zh",
                                "task/%d/%s".formatted(task.id(), person))));
    }
}
