package city.gewu.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The right an address asks for, on a controller or one of its methods; the method's own counts
/// before that of its class. The application does not start with an address that has neither this
/// nor [OpenToAll].
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    Right value();
}
