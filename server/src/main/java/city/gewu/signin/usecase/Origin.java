package city.gewu.signin.usecase;

import java.util.Optional;

/// Where a request comes from.
///
/// @param agent what the browser calls itself
/// @param browser the token of a browser that was signed in with before, if it showed one
public record Origin(String address, String agent, Optional<String> browser) {

    private static final int LONGEST_AGENT = 200;

    public Origin {
        agent = agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
    }
}
