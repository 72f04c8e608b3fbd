package dev.squaresync.scheduler.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What one caller has of the internet. With IPv6 it is 2^64 addresses at least, so those count as one. */
final class Network {

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int PREFIX_BYTES = 8;

    private Network() {}

    /** @param address as Tomcat says it */
    static String of(String address) {
        String withoutZone = address.contains("%") ? address.substring(0, address.indexOf('%')) : address;
        // Anything else would be looked up as a host's name.
        if (!IPV6.matcher(withoutZone).matches()) {
            return address;
        }
        try {
            return InetAddress.getByName(withoutZone) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), PREFIX_BYTES))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
