package city.gewu.evidence.store;

import city.gewu.platform.RefusedException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Chooses where photos lie.
@Configuration(proxyBeanMethods = false)
class ShelfConfiguration {

    @Bean
    PhotoShelf photoShelf(
            @Value("${gewu.photos.store:disk}") String kind,
            @Value("${gewu.data}") Path data,
            Environment settings) {
        return switch (kind) {
            case "disk" -> new DiskShelf(data.toAbsolutePath().normalize().resolve("evidence"));
            case "s3" -> {
                var shelf = new BucketShelf(BucketSettings.read(settings));
                shelf.knock();
                yield shelf;
            }
            default ->
                    throw new RefusedException(
                            "evidence.bad-store",
                            "The setting (gewu.photos.store) is (%s), not disk or s3."
                                    .formatted(kind),
                            "Set one of the two.");
        };
    }
}
