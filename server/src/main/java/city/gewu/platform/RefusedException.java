package city.gewu.platform;

import java.io.Serial;

/// Carries a [Refusal] to whoever answers the person: the HTTP layer or the command line. It has no
/// stack trace, since a refusal is not an accident.
public final class RefusedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.code() + ": " + refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public RefusedException(String code, String detail, String advice) {
        this(new Refusal(code, detail, advice));
    }

    public Refusal refusal() {
        return refusal;
    }
}
