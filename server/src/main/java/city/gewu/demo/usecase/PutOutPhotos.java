package city.gewu.demo.usecase;

import city.gewu.assessment.Assessment;
import city.gewu.assessment.Assessment.Behind;
import city.gewu.assessment.Assessment.Part;
import city.gewu.casework.CaseId;
import city.gewu.casework.FieldCases;
import city.gewu.evidence.PublishedPhotos;
import city.gewu.people.Actor;
import city.gewu.people.People;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Puts a few photos out, so that a published figure opens down to what was to be seen. The
/// pictures are drawn and show nobody.
@Component
class PutOutPhotos {

    private static final String KIND = "department";
    private static final String INDICATOR = "on_time_rate";
    private static final int CASES = 3;

    private final Assessment assessment;
    private final People people;
    private final FieldCases cases;
    private final PublishedPhotos photos;

    PutOutPhotos(Assessment assessment, People people, FieldCases cases, PublishedPhotos photos) {
        this.assessment = assessment;
        this.people = people;
        this.cases = cases;
        this.photos = photos;
    }

    /// Of the first cases of each organisation in the month: how it was found, and put right.
    void putOut(YearMonth month, Actor by) throws IOException {
        for (var department : people.listDepartments()) {
            for (long id : list(month, department.code())) {
                putOut(id, by);
            }
        }
    }

    /// Of one case: how it was found, and put right if it was.
    void putOut(long id, Actor by) throws IOException {
        var found = cases.findCase(new CaseId(id)).orElseThrow();
        for (var photo :
                Stream.concat(found.before().stream().limit(1), found.after().stream().limit(1))
                        .toList()) {
            photos.putOut(id, photo, by);
        }
    }

    private List<Long> list(YearMonth month, String department) {
        return assessment
                .listBehind(
                        month.toString(),
                        new Part(KIND, department, INDICATOR, "numerator"),
                        Optional.empty())
                .stream()
                .map(Behind::caseId)
                .limit(CASES)
                .toList();
    }
}
