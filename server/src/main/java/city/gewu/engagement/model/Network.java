package city.gewu.engagement.model;

/// The network an address belongs to: whoever has one IPv6 address has the 2^64 around it.
public final class Network {

    private static final int GROUPS = 4;

    private Network() {}

    public static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        var groups = address.split(":", -1);
        var network = new StringBuilder();
        for (int i = 0; i < Math.min(GROUPS, groups.length); i++) {
            network.append(groups[i]).append(':');
        }
        return network.toString();
    }
}
