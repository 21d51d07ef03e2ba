package org.undatacube.gateway.connection;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;

/** A network of addresses, or a single one. */
final class Network {
    private static final int ANY_PORT = 0;
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private final IpSubnetFilterRule rule;

    /**
     * @param text an address, or one with the number of its bits that count after a slash
     * @throws IllegalArgumentException where it is neither
     */
    Network(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (!isAddress(address)) {
            throw new IllegalArgumentException(text + " is neither an address nor a network such as 10.0.0.0/8");
        }
        int all = NetUtil.isValidIpV4Address(address) ? IPV4_BITS : IPV6_BITS;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        this.rule = new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    }

    /** @param address in figures */
    boolean contains(String address) {
        return isAddress(address)
                && rule.matches(new InetSocketAddress(NetUtil.createInetAddressFromIpAddressString(address), ANY_PORT));
    }

    /** Whether it is one in figures; names are not looked up. */
    static boolean isAddress(String text) {
        return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
    }
}
