package city.gewu.people.usecase;

import city.gewu.people.Department;
import city.gewu.people.model.OrganisationTree;
import city.gewu.people.model.TreeGrowth;
import city.gewu.people.store.DepartmentStore;
import city.gewu.people.store.TableState;
import city.gewu.people.table.FieldList;
import city.gewu.people.table.TableChange;
import city.gewu.people.table.TableKind;
import city.gewu.people.table.TableRow;
import city.gewu.people.table.Words;
import city.gewu.platform.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/// Organisations as a table.
@Component
class DepartmentTable implements TableDesk {

    private final DepartmentStore departments;
    private final TableState tables;

    DepartmentTable(DepartmentStore departments, TableState tables) {
        this.departments = departments;
        this.tables = tables;
    }

    @Override
    public TableKind kind() {
        return TableKind.DEPARTMENTS;
    }

    @Override
    public String state() {
        return tables.departments();
    }

    @Override
    public Draft plan(List<TableRow> rows) {
        var kept = new OrganisationTree(departments.list());
        var growth = new TreeGrowth(new OrganisationTree(departments.list()));
        var wanted = new LinkedHashMap<String, TableRow>();
        var read = new LinkedHashMap<String, Department>();
        for (var row : rows) {
            var department = department(row, kept);
            if (Rows.isFirst(row, department.code(), wanted)) {
                read.put(department.code(), department);
            }
        }
        for (var misfit : growth.growBy(read.values())) {
            String code = misfit.department().code();
            Rows.get(wanted, code).reject(column(misfit.why().code()), misfit.why());
            read.remove(code);
        }
        var changes = new ArrayList<TableChange>();
        var changed = new ArrayList<Department>();
        read.forEach((code, department) -> {
            var change = change(Rows.get(wanted, code), department, kept);
            changes.add(change);
            if (change.what() != TableChange.What.UNCHANGED) {
                changed.add(department);
            }
        });
        return new Draft(changes, () -> departments.saveAll(changed));
    }

    private static Department department(TableRow row, OrganisationTree kept) {
        String code = row.text("code");
        String zh = row.text("name_zh");
        var before = kept.find(code);
        String en =
                row.has("name_en")
                        ? row.text("name_en")
                        : before.map(one -> one.name().en()).orElse(zh);
        String parent =
                row.has("parent") ? row.text("parent") : before.map(Department::parent).orElse("");
        return new Department(code, new Named(zh, en), parent, Words.kind(row.text("kind")));
    }

    private static String column(String code) {
        return switch (code) {
            case "people.bad-department" -> "code";
            default -> "parent";
        };
    }

    private static TableChange change(TableRow row, Department now, OrganisationTree kept) {
        var before = kept.find(now.code());
        var old = before.orElse(now);
        return new FieldList(before.isEmpty())
                .with("name_zh", old.name().zh(), now.name().zh())
                .with("name_en", old.name().en(), now.name().en())
                .with("parent", old.parent(), now.parent())
                .with("kind", old.kind(), now.kind())
                .change(row.line(), now.code());
    }

    @Override
    public List<List<String>> list(boolean chinese) {
        return departments.list().stream()
                .map(one ->
                        List.of(
                                one.code(),
                                one.name().zh(),
                                one.name().en(),
                                one.parent(),
                                Words.kind(one.kind(), chinese)))
                .toList();
    }
}
