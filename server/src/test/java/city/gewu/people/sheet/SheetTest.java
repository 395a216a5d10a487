package city.gewu.people.sheet;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.people.Refused;
import city.gewu.people.sheet.Sheet.Line;
import city.gewu.platform.FormulaGuard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String TABLE = "工号,姓名\nA1,李明\n\n\"A2\",\"王,\n芳\"\n";

    @Test
    void aTableReadsTheSameInEveryEncoding() {
        for (byte[] file :
                List.of(
                        TABLE.getBytes(UTF_8),
                        ("\uFEFF" + TABLE).getBytes(UTF_8),
                        TABLE.getBytes(GB18030),
                        TABLE.replace(',', ';').replace("王;", "王,").getBytes(UTF_8))) {
            var sheet = SheetReader.read(file);
            assertThat(sheet.header()).containsExactly("工号", "姓名");
            assertThat(sheet.lines())
                    .containsExactly(
                            new Line(2, List.of("A1", "李明"), true),
                            new Line(4, List.of("A2", "王,\n芳"), true));
        }
    }

    @Test
    void anotherEncodingIsRefusedRatherThanGuessed() {
        Refused.with("people.bad-encoding", () -> SheetReader.read(withMark(TABLE)));
        // One byte of a UTF-8 file is broken: it does not become another language.
        byte[] broken = "工号,姓名\nA1,李明\nA2,王芳\nA3,赵一\n".getBytes(UTF_8);
        broken[broken.length - 3] = (byte) 0xFF;
        Refused.with("people.bad-encoding", () -> SheetReader.read(broken));
    }

    private static byte[] withMark(String text) {
        return ("\uFEFF" + text).getBytes(UTF_16LE);
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        Refused.with("people.empty-table", () -> SheetReader.read(new byte[0]));
        Refused.with("people.empty-table", () -> SheetReader.read("\n , \n\n".getBytes(UTF_8)));
        Refused.with(
                "people.not-a-table",
                () -> SheetReader.read("工号,姓名\nA1,\"李明\nA2,王\n".getBytes(UTF_8)));
        Refused.with(
                "people.not-a-table",
                () -> SheetReader.read(new byte[] {'a', ',', 'b', '\n', 0, 1, 2, 3}));
        Refused.with(
                "people.not-a-table",
                () ->
                        SheetReader.read(
                                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}));
        Refused.with("people.not-a-table", () -> SheetReader.read(zip("a.txt", new byte[10])));
        byte[] whole = SheetWriter.xlsx("t", List.of("a"), List.of(List.of("1")));
        Refused.with(
                "people.not-a-table",
                () -> SheetReader.read(Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void tooMuchIsRefusedBeforeItIsKept() throws IOException {
        var rows = new StringBuilder("staff_no,name\n");
        for (int i = 0; i < 1_000_000; i++) {
            rows.append(i).append(",x\n");
        }
        Refused.with("people.too-large", () -> SheetReader.read(rows.toString().getBytes(UTF_8)));
        Refused.with(
                "people.too-large",
                () -> SheetReader.read(("a" + ",a".repeat(200)).getBytes(UTF_8)));
        byte[] bomb = zip("xl/workbook.xml", new byte[200 << 20]);
        assertThat(bomb.length).isLessThan(1 << 20);
        Refused.with("people.too-large", () -> SheetReader.read(bomb));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void aSpreadsheetReadsAsItLooks() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", null)) {
            var sheet = workbook.newWorksheet("人员");
            sheet.value(0, 0, "工号");
            sheet.value(0, 1, "入职日期");
            sheet.value(0, 2, "姓名");
            sheet.value(1, 0, 1001);
            sheet.value(1, 1, LocalDate.of(2024, 1, 31));
            sheet.style(1, 1).format("yyyy-MM-dd").set();
            sheet.value(1, 2, "李明");
            sheet.value(3, 0, "A2");
        }
        var sheet = SheetReader.read(bytes.toByteArray());
        assertThat(sheet.header()).containsExactly("工号", "入职日期", "姓名");
        assertThat(sheet.lines())
                .containsExactly(
                        new Line(2, List.of("1001", "2024-01-31", "李明"), true),
                        new Line(4, List.of("A2", "", ""), true));
    }

    @Test
    void aRowOfAnotherWidthDoesNotFit() {
        var sheet = SheetReader.read("a,b\n1\n1,2,3\n4,5\n".getBytes(UTF_8));
        assertThat(sheet.lines()).extracting(Line::fits).containsExactly(false, false, true);
    }

    @Test
    void noCellIsTakenForAFormulaAndNoneIsChanged() {
        var rows =
                List.of(
                        List.of("=HYPERLINK(\"http://x\")", "+1", "-1"),
                        List.of("@SUM(A1)", "'=1", "'"),
                        List.of("李'明", "\t=1", "''x"));
        var header = List.of("a", "b", "c");
        for (byte[] file :
                List.of(SheetWriter.csv(header, rows), SheetWriter.xlsx("t", header, rows))) {
            var sheet = SheetReader.read(file);
            assertThat(sheet.lines().getFirst().cells())
                    .containsExactly("'=HYPERLINK(\"http://x\")", "'+1", "'-1");
            assertThat(
                            sheet.lines().stream()
                                    .map(line ->
                                            line.cells().stream()
                                                    .map(FormulaGuard::unguarded)
                                                    .toList())
                                    .toList())
                    .isEqualTo(rows);
        }
    }
}
