package city.gewu.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.platform.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir Path folder;

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        assertThat(header(write("\uFEFFid,name\n1,a\n", StandardCharsets.UTF_8)))
                .containsExactly("id", "name");
    }

    @Test
    void gb18030IsRecognised() throws IOException {
        var file = write("id,name\n1,井盖破损，位于象山大道\n2,路灯不亮\n", GB18030);

        assertThat(ExportFile.inspect(file).charset()).isEqualTo(GB18030);
        assertThat(read(file)).extracting(row -> row.fields().get(1)).contains("路灯不亮");
    }

    @Test
    void utf8ChineseIsNotTakenForGb18030EvenWithABrokenByte() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("id,name\n1,井盖破损\n2,".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE9);
        bytes.write("nley\n3,路灯不亮\n".getBytes(StandardCharsets.UTF_8));
        var file = Files.write(folder.resolve("broken.csv"), bytes.toByteArray());

        var rows = read(file);

        assertThat(rows).extracting(RawRow::line).containsExactly(2L, 3L, 4L);
        assertThat(codes(rows)).containsExactly("", "exchange.bad-encoding", "");
        assertThat(rows.get(0).fields()).containsExactly("1", "井盖破损");
        assertThat(rows.get(1).fields().get(1)).contains("nley").contains("\uFFFD");
    }

    @Test
    void oneLatinByteInAnEnglishFileCostsItsRowAlone() throws IOException {
        var file = write("id,name\n1,a\n2,Sch\u00e9nley\n3,b\n", StandardCharsets.ISO_8859_1);

        assertThat(codes(read(file))).containsExactly("", "exchange.bad-encoding", "");
    }

    @Test
    void gzipIsReadWhateverItsName() throws IOException {
        var file = folder.resolve("export.csv");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("id,name\n1,a\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(file)).singleElement().extracting(RawRow::line).isEqualTo(2L);
    }

    @Test
    void aQuotedFieldMayHoldLineEndsDelimitersAndQuotes() throws IOException {
        var rows =
                read(
                        write(
                                "id,name\r\n1,\"a\r\nb, \"\"c\"\"\"\r\n2,d\r\n",
                                StandardCharsets.UTF_8));

        assertThat(rows.get(0).fields()).containsExactly("1", "a\nb, \"c\"");
        assertThat(rows.get(1).line()).isEqualTo(4);
    }

    @Test
    void aQuoteThatNeverClosesCostsItsRowAlone() throws IOException {
        var text = new StringBuilder("id,name\n1,\"open\n");
        for (int row = 2; row < 400; row++) {
            text.append(row).append(",x\n");
        }

        var rows = read(write(text.toString(), StandardCharsets.UTF_8));

        assertThat(rows).hasSize(399);
        assertThat(codes(rows)).startsWith("exchange.bad-row", "", "");
        assertThat(rows.getLast().fields()).containsExactly("399", "x");
    }

    @Test
    void aQuoteThatClosesInALaterRowCostsItsRowAlone() throws IOException {
        var rows = read(write("id,name\n1,\"open\n2,\"b\"\n3,c\n", StandardCharsets.UTF_8));

        assertThat(codes(rows)).containsExactly("exchange.bad-row", "", "");
        assertThat(rows.get(1).fields()).containsExactly("2", "b");
    }

    @Test
    void tooFewAndTooManyFieldsAreNoRow() throws IOException {
        var rows = read(write("id,name\n1\n2,b,c\n3,d\n", StandardCharsets.UTF_8));

        assertThat(codes(rows)).containsExactly("exchange.bad-row", "exchange.bad-row", "");
        assertThat(rows.get(1).fields()).containsExactly("2", "b", "c");
    }

    @Test
    void anEndlessLineIsCutAndCostsItsRowAlone() throws IOException {
        var rows =
                read(
                        write(
                                "id,name\n1," + "x".repeat(3_000_000) + "\n2,b\n",
                                StandardCharsets.UTF_8));

        assertThat(codes(rows)).containsExactly("exchange.bad-row", "");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        assertRefused(new byte[0], "exchange.not-a-csv", "empty");
        assertRefused(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "not-a-csv", "empty");
        assertRefused("PK\3\4 a workbook".getBytes(StandardCharsets.US_ASCII), "not-a-csv", "zip");
        assertRefused("id,name".getBytes(StandardCharsets.UTF_16), "not-a-csv", "text");
        assertRefused(new byte[] {'i', 'd', 0, 1}, "not-a-csv", "text");
        assertThatThrownBy(() -> ExportFile.inspect(folder.resolve("none.csv")))
                .hasMessageContaining("exchange.missing-file");
    }

    @Test
    void aCutOffArchiveIsRefused() throws IOException {
        var whole = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(whole)) {
            out.write("id,name\n1,a\n".repeat(500).getBytes(StandardCharsets.UTF_8));
        }
        var bytes = Arrays.copyOf(whole.toByteArray(), whole.size() / 2);

        assertRefused(bytes, "exchange.bad-archive", "cut off");
    }

    private void assertRefused(byte[] bytes, String code, String why) throws IOException {
        var file = Files.write(folder.resolve("bad.csv"), bytes);
        assertThatThrownBy(() -> ExportFile.inspect(file))
                .hasMessageContaining(code)
                .hasMessageContaining(why)
                .hasMessageContaining(file.toString());
    }

    private Path write(String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), text, charset);
    }

    private static List<String> header(Path file) throws IOException {
        try (var rows = new CsvRows(ExportFile.inspect(file), ',', _ -> {})) {
            return rows.header();
        }
    }

    private static List<RawRow> read(Path file) throws IOException {
        var read = new ArrayList<RawRow>();
        try (var rows = new CsvRows(ExportFile.inspect(file), ',', _ -> {})) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                read.add(row.get());
            }
        }
        return read;
    }

    private static List<String> codes(List<RawRow> rows) {
        return rows.stream().map(row -> row.broken().map(Refusal::code).orElse("")).toList();
    }
}
