package city.gewu.evidence.store;

import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Photos in a bucket of any store that speaks S3. A store that is away or does not let us in is
/// refused with [PhotoShelf#UNAVAILABLE], so that a phone or the desk brings the photo again.
final class BucketShelf implements PhotoShelf, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BucketShelf.class);
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration FOR_ONE_TRY = Duration.ofSeconds(15);
    private static final Duration FOR_ALL_TRIES = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final BucketSettings settings;
    private final S3Client store;

    /// Only what S3 had from its first days is used: stores of other makers know no trailing
    /// checksums and no chunks that are signed one by one. MD5 and our own name prove the bytes.
    BucketShelf(BucketSettings settings) {
        this.settings = settings;
        this.store =
                S3Client.builder()
                        .endpointOverride(settings.endpoint())
                        .region(Region.of(settings.region()))
                        .forcePathStyle(settings.pathStyle())
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                settings.accessKey(), settings.secretKey())))
                        .serviceConfiguration(it -> it.chunkedEncodingEnabled(false))
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .overrideConfiguration(it ->
                                it.apiCallTimeout(FOR_ALL_TRIES).apiCallAttemptTimeout(FOR_ONE_TRY))
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(TO_CONNECT)
                                        .socketTimeout(FOR_ONE_TRY))
                        .build();
    }

    /// Says in the log at once what is wrong with the settings; the server starts all the same,
    /// since cases go on without their photos.
    void knock() {
        try {
            ask(() -> store.headBucket(it -> it.bucket(settings.bucket())));
        } catch (RefusedException e) {
            log.error("Photos cannot be kept or shown now. {}", e.refusal().detail());
        }
    }

    @Override
    public String put(byte[] bytes) {
        String sha = PhotoShelf.sha256(bytes);
        if (!lies(sha, bytes.length)) {
            ask(() ->
                    store.putObject(
                            it -> it.bucket(settings.bucket()).key(key(sha)).contentMD5(md5(bytes)),
                            RequestBody.fromBytes(bytes)));
        }
        return sha;
    }

    @Override
    public byte[] get(String sha) throws IOException {
        try {
            return ask(() ->
                    store.getObjectAsBytes(it -> it.bucket(settings.bucket()).key(key(sha)))
                            .asByteArray());
        } catch (NoSuchKeyException e) {
            var missing = new NoSuchFileException(key(sha));
            missing.initCause(e);
            throw missing;
        }
    }

    @Override
    public void close() {
        store.close();
    }

    private boolean lies(String sha, int length) {
        try {
            return ask(() -> store.headObject(it -> it.bucket(settings.bucket()).key(key(sha))))
                            .contentLength()
                    == length;
        } catch (NoSuchKeyException _) {
            return false;
        }
    }

    private String key(String sha) {
        return settings.prefix() + PhotoShelf.name(sha);
    }

    private <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (NoSuchKeyException e) {
            throw e;
        } catch (SdkException e) {
            log.warn("The photo store ({}) failed.", settings, e);
            throw new RefusedException(
                    "evidence.unavailable",
                    "The photo store (%s) %s.".formatted(settings, why(e)),
                    "Nothing is lost: send it again in a while. Whoever runs the server finds the"
                            + " cause in its log.");
        }
    }

    private static String why(SdkException e) {
        if (!(e instanceof S3Exception answered)) {
            return "does not answer";
        }
        if (answered.statusCode() == NOT_FOUND) {
            return "has no such bucket";
        }
        if (answered.statusCode() == 401 || answered.statusCode() == 403) {
            return "does not let us in with these keys";
        }
        return "answers with an error (%d)".formatted(answered.statusCode());
    }

    /// What S3 has a field for to find bytes that changed on the way; no secret hangs on it.
    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
