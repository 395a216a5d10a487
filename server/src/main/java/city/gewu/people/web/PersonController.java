package city.gewu.people.web;

import city.gewu.people.Post;
import city.gewu.people.Staff;
import city.gewu.people.Staff.NewCertificate;
import city.gewu.people.Staff.NewPerson;
import city.gewu.people.usecase.StaffDirectory;
import city.gewu.people.usecase.StaffDirectory.Question;
import city.gewu.people.web.PersonBody.CertificateBody;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// People of the city's organisations, and their certificates.
@RestController
@RequestMapping("/api/people")
class PersonController {

    private final StaffDirectory directory;
    private final Staff staff;
    private final StaffNames names;

    PersonController(StaffDirectory directory, Staff staff, StaffNames names) {
        this.directory = directory;
        this.staff = staff;
        this.names = names;
    }

    /// What a list is asked for, as it stands behind the question mark.
    record ListRequest(
            @Nullable String q,
            @Nullable String department,
            @Nullable Post post,
            @Nullable String level,
            @Nullable String unit,
            @Nullable String figure,
            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {

        Question toQuestion() {
            return new Question(
                    text(q),
                    text(department),
                    post == null ? "" : post.name(),
                    text(level),
                    text(unit),
                    text(figure),
                    Optional.ofNullable(on));
        }
    }

    /// @param next cursor of the next page; absent on the last
    record ListBody(List<PersonBody> items, @Nullable String next) {}

    record PersonRequest(
            @NotBlank String name,
            @Nullable String department,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate leftOn) {}

    record CertificateRequest(
            @NotBlank String number, @NotNull LocalDate issuedOn, @NotNull LocalDate expiresOn) {}

    @GetMapping
    @Needs(Right.READ_PEOPLE)
    ListBody listPeople(
            ListRequest request,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = directory.list(request.toQuestion(), cursor, limit);
        return new ListBody(
                page.entries().stream().map(entry -> PersonBody.of(entry, names)).toList(),
                page.next().orElse(null));
    }

    @GetMapping("/{id}")
    @Needs(Right.READ_PEOPLE)
    PersonBody openPerson(@PathVariable String id) {
        return PersonBody.of(directory.get(id), directory.today(), names);
    }

    @PutMapping("/{staffNo}")
    @Needs(Right.MANAGE_PEOPLE)
    PersonBody savePerson(@PathVariable String staffNo, @Valid @RequestBody PersonRequest wanted) {
        var person =
                staff.savePerson(
                        new NewPerson(
                                staffNo,
                                wanted.name().strip(),
                                text(wanted.department()),
                                Optional.ofNullable(wanted.joinedOn()),
                                Optional.ofNullable(wanted.leftOn())));
        return openPerson(person.id());
    }

    @PostMapping("/{id}/certificates")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Right.MANAGE_PEOPLE)
    CertificateBody saveCertificate(
            @PathVariable String id, @Valid @RequestBody CertificateRequest wanted) {
        var person = directory.get(id).entry().person();
        var saved =
                staff.saveCertificates(
                        List.of(
                                new NewCertificate(
                                        person.staffNo(),
                                        wanted.number().strip(),
                                        wanted.issuedOn(),
                                        wanted.expiresOn())));
        return CertificateBody.of(saved.getFirst(), directory.today());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
