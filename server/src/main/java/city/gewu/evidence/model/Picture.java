package city.gewu.evidence.model;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// A picture unfolded, the right way up.
public record Picture(BufferedImage image) {

    private static final float QUALITY = 0.85f;

    /// Unfolds a picture so far that its longer side has at least `side` pixels, as long as it has
    /// that many; empty when no reader knows its coding.
    public static Optional<Picture> unfold(byte[] bytes, int orientation, int side)
            throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
                var how = reader.getDefaultReadParam();
                int step = Math.max(1, longer / Math.max(side, 1));
                how.setSourceSubsampling(step, step, 0, 0);
                return Optional.of(upright(reader.read(0, how), orientation));
            } finally {
                reader.dispose();
            }
        } catch (IIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Picture upright(BufferedImage image, int orientation) {
        int w = image.getWidth();
        int h = image.getHeight();
        boolean lying = orientation >= 5;
        var to = new BufferedImage(lying ? h : w, lying ? w : h, BufferedImage.TYPE_INT_RGB);
        var turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
                    default -> new AffineTransform();
                };
        var draw = to.createGraphics();
        draw.setColor(Color.WHITE);
        draw.fillRect(0, 0, to.getWidth(), to.getHeight());
        draw.drawImage(image, turn, null);
        draw.dispose();
        return new Picture(to);
    }

    /// The same picture, its longer side at most `side` pixels.
    public Picture within(int side) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        if (longer <= side) {
            return this;
        }
        double scale = (double) side / longer;
        return scaled(
                Math.max(1, (int) Math.round(image.getWidth() * scale)),
                Math.max(1, (int) Math.round(image.getHeight() * scale)));
    }

    /// Halves it while it can, so that no pixel of the original goes unheard.
    Picture scaled(int width, int height) {
        var from = image;
        while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height) {
            from = drawn(from, from.getWidth() / 2, from.getHeight() / 2);
        }
        return new Picture(drawn(from, width, height));
    }

    private static BufferedImage drawn(BufferedImage from, int width, int height) {
        var to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var draw = to.createGraphics();
        draw.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        draw.drawImage(from, 0, 0, width, height, null);
        draw.dispose();
        return to;
    }

    /// A JPEG that says nothing but the picture.
    public byte[] jpeg() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
