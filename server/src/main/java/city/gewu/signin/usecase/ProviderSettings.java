package city.gewu.signin.usecase;

import city.gewu.platform.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The city's own sign-in (统一身份认证), where it has one that speaks OpenID Connect.
@Component
class ProviderSettings {

    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final String clientSecretFile;
    private final String usernameClaim;
    private final Set<String> secondFactorValues;
    private final Named name;

    /// @param issuer address of the provider; empty where there is none
    /// @param clientSecretFile in place of the secret itself, for those who keep secrets in files
    /// @param usernameClaim claim that holds the username or staff number
    /// @param secondFactorValues values of `amr` or `acr` that say a second factor was shown
    ProviderSettings(
            @Value("${gewu.oidc.issuer:}") String issuer,
            @Value("${gewu.oidc.client-id:gewu}") String clientId,
            @Value("${gewu.oidc.client-secret:}") String clientSecret,
            @Value("${gewu.oidc.client-secret-file:}") String clientSecretFile,
            @Value("${gewu.oidc.username-claim:preferred_username}") String usernameClaim,
            @Value("${gewu.oidc.second-factor-values:mfa,otp}") Set<String> secondFactorValues,
            @Value("${gewu.oidc.name-zh:统一身份认证}") String nameZh,
            @Value("${gewu.oidc.name-en:Single sign-on}") String nameEn) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clientSecretFile = clientSecretFile;
        this.usernameClaim = usernameClaim;
        this.secondFactorValues = Set.copyOf(secondFactorValues);
        this.name = new Named(nameZh, nameEn);
    }

    boolean isThere() {
        return !issuer.isBlank();
    }

    String issuer() {
        return issuer;
    }

    String clientId() {
        return clientId;
    }

    /// Empty text for a client that has none.
    String clientSecret() {
        if (clientSecretFile.isBlank()) {
            return clientSecret;
        }
        try {
            return Files.readString(Path.of(clientSecretFile)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String usernameClaim() {
        return usernameClaim;
    }

    Set<String> secondFactorValues() {
        return secondFactorValues;
    }

    Named name() {
        return name;
    }
}
