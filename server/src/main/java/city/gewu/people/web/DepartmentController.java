package city.gewu.people.web;

import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.platform.Named;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The organisations of the city.
@RestController
@RequestMapping("/api/departments")
class DepartmentController {

    private final People people;

    DepartmentController(People people) {
        this.people = people;
    }

    record DepartmentRequest(@NotNull Named name, @Nullable String parent, @NotBlank String kind) {}

    @GetMapping
    @Needs(Right.BASICS)
    List<Department> listDepartments() {
        return people.listDepartments();
    }

    @PutMapping("/{code}")
    @Needs(Right.MANAGE_PEOPLE)
    Department saveDepartment(
            @PathVariable String code, @Valid @RequestBody DepartmentRequest wanted) {
        var department =
                new Department(
                        code,
                        new Named(text(wanted.name().zh()), text(wanted.name().en())),
                        text(wanted.parent()),
                        wanted.kind());
        people.saveDepartment(department);
        return department;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
