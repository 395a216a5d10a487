package city.gewu.evidence.store;

import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.PropertyResolver;

/// How the bucket of photos is reached.
///
/// @param endpoint address of the store
/// @param prefix stands before every name in the bucket, ends with `/` or is empty
/// @param pathStyle whether the bucket is named in the path, not in the host
record BucketSettings(
        URI endpoint,
        String region,
        String bucket,
        String prefix,
        boolean pathStyle,
        String accessKey,
        String secretKey) {

    private static final String ALL = "gewu.photos.s3.";

    /// Reads the settings; refused with `evidence.bad-store` when one is missing.
    static BucketSettings read(PropertyResolver settings) {
        return new BucketSettings(
                endpoint(needed(settings, "endpoint")),
                settings.getProperty(ALL + "region", "us-east-1"),
                needed(settings, "bucket"),
                prefix(settings.getProperty(ALL + "prefix", "")),
                settings.getProperty(ALL + "path-style", Boolean.class, true),
                secret(settings, "access-key"),
                secret(settings, "secret-key"));
    }

    private static String needed(PropertyResolver settings, String name) {
        String value = settings.getProperty(ALL + name, "").strip();
        if (value.isEmpty()) {
            throw bad(ALL + name, "is not set");
        }
        return value;
    }

    /// The setting itself, or the file that `…-file` names.
    private static String secret(PropertyResolver settings, String name) {
        String file = settings.getProperty(ALL + name + "-file", "").strip();
        if (file.isEmpty()) {
            return needed(settings, name);
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI endpoint(String value) {
        var address = URI.create(value);
        if (address.getScheme() == null || address.getHost() == null) {
            throw bad(ALL + "endpoint", "is no address with https:// or http://");
        }
        return address;
    }

    private static String prefix(String value) {
        String inner = value.strip().replaceAll("^/+|/+$", "");
        return inner.isEmpty() ? "" : inner + "/";
    }

    private static RefusedException bad(String setting, String what) {
        return new RefusedException(
                "evidence.bad-store",
                "The setting (%s) %s.".formatted(setting, what),
                "Set it, or leave photos on disk with gewu.photos.store=disk.");
    }

    @Override
    public String toString() {
        return "%s at %s".formatted(bucket, endpoint);
    }
}
