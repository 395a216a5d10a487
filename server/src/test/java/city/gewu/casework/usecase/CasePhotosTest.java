package city.gewu.casework.usecase;

import static city.gewu.casework.CityFixture.CLERK;
import static city.gewu.casework.CityFixture.DISPATCHER;
import static city.gewu.casework.CityFixture.HANDLER;
import static city.gewu.casework.CityFixture.SHIFT_LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseCommand.ReportHandled;
import city.gewu.casework.CaseCommand.TakeUp;
import city.gewu.casework.CaseId;
import city.gewu.casework.CityFixture;
import city.gewu.casework.EntrustedCases;
import city.gewu.database.TestDatabase;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.PhotoSight.PhotographedCase;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class CasePhotosTest {

    private static final PhotoId PHOTO = new PhotoId("b".repeat(64));
    private static final PhotoId OTHER = new PhotoId("c".repeat(64));
    private static final Actor STRANGER = new Actor("account:far", "远", Set.of(Post.CITIZEN), "");

    private LedgerFixture city;
    private CasePhotos photos;

    @BeforeEach
    void open() {
        city = new LedgerFixture(TestDatabase.fresh());
        photos =
                new CasePhotos(
                        city.ledger,
                        city.photographed,
                        new CityFixture.Staff(),
                        new StaticListableBeanFactory().getBeanProvider(EntrustedCases.class));
    }

    @AfterEach
    void close() throws InterruptedException {
        city.close();
    }

    @Test
    void aPhotoLeadsToItsCasesButOnlyWhoMaySeeThem() {
        var first = handled(PHOTO);
        var second = handled(PHOTO);
        handled(OTHER);

        assertThat(photos.listCarrying(List.of(PHOTO), CLERK))
                .extracting(PhotographedCase::caseId)
                .containsExactly(first.value(), second.value());
        assertThat(photos.listCarrying(List.of(PHOTO), STRANGER)).isEmpty();
        assertThat(photos.listCarrying(List.of(), CLERK)).isEmpty();
        assertThat(photos.shows(first.value(), PHOTO, CLERK)).isTrue();
        assertThat(photos.shows(first.value(), OTHER, CLERK)).isFalse();
        assertThat(photos.shows(first.value(), PHOTO, STRANGER)).isFalse();
    }

    private CaseId handled(PhotoId photo) {
        var id = city.report();
        city.command(id, new Accept(), CLERK);
        city.command(id, new File("E0113", Optional.of("1")), SHIFT_LEAD);
        var file = city.ledger.find(id).orElseThrow().file();
        var clock = city.clocks.forDispatch(file, city.clock.instant());
        city.command(id, new Dispatch("roads", List.of(), clock), DISPATCHER);
        city.command(id, new TakeUp(), HANDLER);
        city.command(id, new ReportHandled("filled", List.of(photo)), HANDLER);
        return id;
    }
}
