package city.gewu.people.web;

import city.gewu.people.Post;
import city.gewu.people.Staff;
import city.gewu.people.Staff.NewDeputy;
import city.gewu.people.Staff.NewPosting;
import city.gewu.people.Staff.Posting;
import city.gewu.people.usecase.StaffDirectory;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who holds which post, and who stands in. Sending the same posting again answers the one that is
/// there.
@RestController
@RequestMapping("/api/postings")
@Needs(Right.MANAGE_AUTHORITY)
class PostingController {

    private final Staff staff;
    private final StaffDirectory directory;
    private final StaffNames names;

    PostingController(Staff staff, StaffDirectory directory, StaffNames names) {
        this.staff = staff;
        this.directory = directory;
        this.names = names;
    }

    record PostingRequest(
            @NotBlank String staffNo,
            @NotNull Post post,
            @Nullable String department,
            @Nullable String level,
            @Nullable String unit,
            @NotNull LocalDate firstDay,
            @Nullable LocalDate lastDay) {}

    record EndRequest(@NotNull LocalDate lastDay, @NotBlank String reason) {}

    record DeputyRequest(
            @NotBlank String staffNo, @NotNull LocalDate firstDay, @NotNull LocalDate lastDay) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PostingBody post(@Valid @RequestBody PostingRequest wanted) {
        return body(
                staff.post(
                        new NewPosting(
                                wanted.staffNo().strip(),
                                wanted.post(),
                                text(wanted.department()),
                                text(wanted.level()),
                                text(wanted.unit()),
                                wanted.firstDay(),
                                Optional.ofNullable(wanted.lastDay()))));
    }

    @PutMapping("/{id}/end")
    PostingBody end(@PathVariable long id, @Valid @RequestBody EndRequest end) {
        return body(staff.endPosting(id, end.lastDay(), end.reason().strip()));
    }

    @PostMapping("/{id}/deputies")
    @ResponseStatus(HttpStatus.CREATED)
    PostingBody nameDeputy(@PathVariable long id, @Valid @RequestBody DeputyRequest deputy) {
        return body(
                staff.nameDeputy(
                        id,
                        new NewDeputy(
                                deputy.staffNo().strip(), deputy.firstDay(), deputy.lastDay())));
    }

    private PostingBody body(Posting posting) {
        return PostingBody.of(posting, directory.holder(posting), names);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
