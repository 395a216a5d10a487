package city.gewu.exchange.csv;

import city.gewu.platform.RefusedException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A text file of rows, plain or gzipped, looked through once before it is read.
///
/// @param bytes its size on disk
/// @param sha256 of the file on disk
public record ExportFile(Path path, boolean gzipped, Charset charset, long bytes, String sha256) {

    /// Stands for bytes that are no character in the file's encoding; no text has it of its own.
    static final char BROKEN = '\uFFFE';

    private static final int BUFFER = 1 << 16;

    /// Looks the whole file through; refused with what to do when it is no CSV.
    public static ExportFile inspect(Path path) {
        try {
            boolean gzipped = isGzipped(path);
            var census = new EncodingCensus();
            var digest = MessageDigest.getInstance("SHA-256");
            try (var disk =
                            new DigestInputStream(
                                    new BufferedInputStream(Files.newInputStream(path), BUFFER),
                                    digest);
                    var text = gzipped ? new GZIPInputStream(disk, BUFFER) : disk) {
                var buffer = new byte[BUFFER];
                for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                    census.accept(buffer, read);
                }
                disk.transferTo(OutputStream.nullOutputStream());
            }
            refuseWhatIsNoText(path, census);
            return new ExportFile(
                    path,
                    gzipped,
                    census.charset(),
                    Files.size(path),
                    HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchFileException e) {
            throw new RefusedException(
                    "exchange.missing-file",
                    "There is no file (%s).".formatted(path),
                    "Check the path.");
        } catch (EOFException | ZipException e) {
            throw new RefusedException(
                    "exchange.bad-archive",
                    "The gzip file (%s) is cut off or damaged.".formatted(path),
                    "Fetch it again, then import it again.");
        } catch (IOException e) {
            throw unreadable(path, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The text from its beginning, without a byte order mark; broken bytes come as [#BROKEN].
    ///
    /// @param read told the number of bytes of the file on disk taken so far
    public Reader open(LongConsumer read) {
        try {
            InputStream disk = new Counting(Files.newInputStream(path), read);
            var bytes = gzipped ? new GZIPInputStream(disk, BUFFER) : disk;
            var decoder =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE)
                            .replaceWith(String.valueOf(BROKEN));
            return new InputStreamReader(new BufferedInputStream(bytes, BUFFER), decoder);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    static RefusedException unreadable(Path path, IOException e) {
        return new RefusedException(
                "exchange.bad-file",
                "The file (%s) cannot be read: %s.".formatted(path, e.getMessage()),
                "Check that it is a file this user may read.");
    }

    private static boolean isGzipped(Path path) throws IOException {
        try (var start = Files.newInputStream(path)) {
            return start.read() == 0x1F && start.read() == 0x8B;
        }
    }

    private static void refuseWhatIsNoText(Path path, EncodingCensus census) {
        if (census.isEmpty()) {
            throw new RefusedException(
                    "exchange.not-a-csv",
                    "The file (%s) is empty.".formatted(path),
                    "Export it again, with its row of column names.");
        }
        if (census.startsAsZip()) {
            throw new RefusedException(
                    "exchange.not-a-csv",
                    "The file (%s) is a workbook or a zip archive.".formatted(path),
                    "Save the sheet as CSV (UTF-8), or unpack the archive.");
        }
        if (census.startsAsUtf16() || !census.isText()) {
            throw new RefusedException(
                    "exchange.not-a-csv",
                    "The file (%s) is not text in UTF-8 or GB18030.".formatted(path),
                    "Save it as CSV (UTF-8).");
        }
    }

    private static final class Counting extends FilterInputStream {

        private final LongConsumer told;
        private long count;

        Counting(InputStream in, LongConsumer told) {
            super(in);
            this.told = told;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? -1 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            if (read > 0) {
                count += read;
                told.accept(count);
            }
        }
    }
}
