package city.gewu.privacy.web;

import city.gewu.audit.Audit;
import city.gewu.platform.Needs;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import city.gewu.privacy.DataKind;
import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PersonalData.Asking;
import city.gewu.privacy.PersonalData.OpenedRecord;
import city.gewu.privacy.PhoneNumber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers people who ask what is kept about them or want it gone (个人信息保护法第四十五、四十七条). They prove
/// who they are by the phone number they reported with, at the counter or on the line.
@RestController
@RequestMapping("/api/data-requests")
@Needs(Right.ANSWER_DATA_REQUESTS)
class DataRequestController {

    private static final List<DataKind> OF_REPORTERS =
            List.of(DataKind.REPORTER, DataKind.FOLLOWER);

    private final PersonalData data;

    DataRequestController(PersonalData data) {
        this.data = data;
    }

    record DataRequest(
            @NotNull @Size(max = 40) String phone, @NotNull @Size(max = 500) String reason) {

        PhoneNumber number() {
            return PhoneNumber.find(phone)
                    .orElseThrow(() ->
                            new RefusedException(
                                    "privacy.bad-phone",
                                    "What was typed is no phone number.",
                                    "Type a mobile number, or a landline with its area code."));
        }
    }

    /// @param subject id of the case, or of what a follower sent
    record RecordBody(
            long id, String kind, String subject, Map<String, String> fields, Instant keptAt) {

        static RecordBody of(OpenedRecord opened) {
            return new RecordBody(
                    opened.id(),
                    opened.kind().code(),
                    opened.subject(),
                    opened.fields(),
                    opened.keptAt());
        }
    }

    record CopyBody(List<RecordBody> records) {}

    record ErasedBody(int records) {}

    @PostMapping("/copies")
    ResponseEntity<CopyBody> copy(
            @RequestBody @Valid DataRequest request, HttpServletRequest http) {
        var found = new ArrayList<OpenedRecord>();
        for (var kind : OF_REPORTERS) {
            found.addAll(data.copy(kind, request.number(), asking(request, http)));
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new CopyBody(found.stream().map(RecordBody::of).toList()));
    }

    @PostMapping("/erasures")
    ErasedBody erase(@RequestBody @Valid DataRequest request, HttpServletRequest http) {
        int erased = 0;
        for (var kind : OF_REPORTERS) {
            erased += data.erase(kind, request.number(), asking(request, http));
        }
        return new ErasedBody(erased);
    }

    private static Asking asking(DataRequest request, HttpServletRequest http) {
        return new Asking(
                http.getAttribute(Audit.ACTOR) instanceof String actor ? actor : "",
                request.reason(),
                http.getRemoteAddr());
    }
}
