package city.gewu.casework.model;

import city.gewu.casework.Routing;
import city.gewu.casework.Routing.Office;
import city.gewu.casework.Routing.Rule;
import city.gewu.platform.FormulaGuard;
import city.gewu.platform.RefusedException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// The duty list as a table for a spreadsheet (责任清单文件). A line says either who has a duty for a
/// beginning of a category's code, or which department is a unit's office of a name.
public final class DutyFile {

    private static final String RULE = "rule";
    private static final String OFFICE = "office";
    private static final List<String> COLUMNS =
            List.of("part", "category", "duty", "unit", "department");

    private DutyFile() {}

    public static String write(Routing routing) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            for (Rule rule : routing.rules()) {
                line(csv, RULE, rule.category(), rule.duty(), "", "");
            }
            for (Office office : routing.offices()) {
                line(csv, OFFICE, "", office.name(), office.unit(), office.department());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void line(CsvWriter csv, String... cells) {
        csv.writeRecord(List.of(cells).stream().map(FormulaGuard::guarded).toList());
    }

    /// Reads what [#write] writes, in any order of columns and lines; lines keep their number in
    /// the file. Refused with `casework.bad-routing-file`, naming the line.
    public static Routing read(String text) {
        var rules = new ArrayList<Rule>();
        var offices = new ArrayList<Office>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new StringReader(withoutMark(text)))) {
            for (NamedCsvRecord row : csv) {
                int line = (int) row.getStartingLineNumber();
                if (!row.getHeader().containsAll(COLUMNS)) {
                    throw bad(1, "the columns are not " + String.join(", ", COLUMNS));
                }
                switch (cell(row, "part")) {
                    case RULE -> rules.add(new Rule(line, cell(row, "category"), duty(row, line)));
                    case OFFICE ->
                            offices.add(
                                    new Office(
                                            line,
                                            duty(row, line),
                                            cell(row, "unit"),
                                            cell(row, "department")));
                    default -> throw bad(line, "the part is neither rule nor office");
                }
            }
        } catch (CsvParseException e) {
            throw bad(1, "it is no CSV");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rules.isEmpty()) {
            throw bad(1, "there is no rule");
        }
        return new Routing(rules, offices);
    }

    /// Spreadsheets put a mark of the encoding in front.
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String duty(NamedCsvRecord row, int line) {
        String duty = cell(row, "duty");
        if (duty.isEmpty()) {
            throw bad(line, "the duty is empty");
        }
        return duty;
    }

    private static String cell(NamedCsvRecord row, String column) {
        return FormulaGuard.unguarded(row.getField(column).strip());
    }

    private static RefusedException bad(int line, String why) {
        return new RefusedException(
                "casework.bad-routing-file",
                "The file cannot be read at line (%d): %s.".formatted(line, why),
                "Export the list in force, change that file, and bring it in again.");
    }
}
