import { BlockList, isIP } from "node:net";
import { promisify } from "node:util";
import { lookup } from "node:dns";
import { setTimeout } from "node:timers/promises";
//#region src/host/fetch/address.ts
/**
* IPv4 addresses that are nobody's on the internet: the entries of IANA's registry of special-purpose addresses that are not
* globally reachable, multicast, and the address at which Azure answers its own machines.
* https://www.iana.org/assignments/iana-ipv4-special-registry
*/
const specialV4 = blockList("ipv4", [
	"0.0.0.0/8",
	"10.0.0.0/8",
	"100.64.0.0/10",
	"127.0.0.0/8",
	"168.63.129.16/32",
	"169.254.0.0/16",
	"172.16.0.0/12",
	"192.0.0.0/24",
	"192.0.2.0/24",
	"192.88.99.0/24",
	"192.168.0.0/16",
	"198.18.0.0/15",
	"198.51.100.0/24",
	"203.0.113.0/24",
	"224.0.0.0/3"
]);
/** Global unicast: all that IANA gives out. Loopback, unique local, link-local, site-local and multicast lie outside of it. */
const globalV6 = blockList("ipv6", ["2000::/3"]);
/**
* What is special inside of {@link globalV6}: protocol assignments (Teredo and ORCHID among them), documentation, 6to4, 6bone.
* https://www.iana.org/assignments/iana-ipv6-special-registry
*/
const specialV6 = blockList("ipv6", [
	"2001::/23",
	"2001:db8::/32",
	"2002::/16",
	"3ffe::/16",
	"3fff::/20"
]);
/** Prefixes under which IPv6 carries an IPv4 address as its last four bytes: mapped ones, and NAT64's own. */
const carriers = ["::ffff:", "64:ff9b::"];
/** Whether an address belongs to the internet: not to this machine, its network, a cloud's metadata or a tunnel to them. */
function isPublicAddress(address) {
	const family = isIP(address);
	if (family === 4) return !specialV4.check(address, "ipv4");
	if (family === 0 || address.includes("%")) return false;
	const carried = carriedV4(address);
	if (carried !== void 0) return !specialV4.check(carried, "ipv4");
	return globalV6.check(address, "ipv6") && !specialV6.check(address, "ipv6");
}
/** The IPv4 address that an IPv6 address only carries. */
function carriedV4(address) {
	const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
	const prefix = carriers.find((one) => canonical.startsWith(one));
	if (prefix === void 0) return void 0;
	const parts = canonical.slice(prefix.length).split(":");
	if (parts.length > 2) return void 0;
	const [high = 0, low = 0] = [...Array(2 - parts.length).fill("0"), ...parts].map((part) => Number.parseInt(part || "0", 16));
	return [
		high >> 8,
		high & 255,
		low >> 8,
		low & 255
	].join(".");
}
function blockList(family, networks) {
	const list = new BlockList();
	for (const network of networks) {
		const [address = "", prefix = ""] = network.split("/");
		list.addSubnet(address, Number(prefix), family);
	}
	return list;
}
//#endregion
//#region src/host/fetch/guard.ts
/** The reason of a connection that was not made. */
var RefusedAddress = class extends Error {};
const lookupAll = promisify(lookup);
/** The machine's own resolver: its hosts file and its DNS. */
const systemResolve = (host) => lookupAll(host, { all: true });
/**
* Checks the very addresses that a socket connects to: a name that is looked up, judged and looked up again may lead
* elsewhere the second time. Numbers in host names (`0x7f000001`, `127.1`) have become addresses when URL has read them.
*/
function createGuard(options) {
	const { allowHosts, allowPrivateHosts = false, resolve = systemResolve } = options;
	const isAllowed = options.isAllowed ?? (allowPrivateHosts ? () => true : isPublicAddress);
	return {
		refusal: (url) => {
			const host = bareHost(url);
			if (allowHosts && !allowHosts.some((pattern) => matchesHost(pattern, host))) return `--allow-host does not name ${host}`;
			return isIP(host) !== 0 && !isAllowed(host) ? isPrivate(host, host) : void 0;
		},
		proxiedRefusal: async (url) => {
			const host = bareHost(url);
			if (allowPrivateHosts || isIP(host) !== 0) return void 0;
			if (isPrivateName(host)) return isPrivate(host, host);
			const inside = (await Promise.race([resolve(host).catch(() => []), noAnswer()])).find(({ address }) => !isAllowed(address));
			return inside && isPrivate(host, inside.address);
		},
		lookup: (host, { all }, done) => {
			resolve(host).then((found) => {
				const allowed = found.filter(({ address }) => isAllowed(address));
				const [first] = allowed;
				if (first === void 0) done(new RefusedAddress(isPrivate(host, found[0]?.address ?? "")), "");
				else if (all === true) done(null, [...allowed]);
				else done(null, first.address, first.family);
			}, (error) => done(error, ""));
		}
	};
}
/** The host of a URL, without the brackets of an IPv6 address and the dot of a full name. */
function bareHost({ hostname }) {
	return hostname.replace(/^\[(.*)\]$/u, "$1").replace(/\.$/u, "");
}
/** Whether a host fits a pattern: itself, or `*.` and a domain that it is below of. */
function matchesHost(pattern, host) {
	const wanted = pattern.toLowerCase();
	if (wanted === "*") return true;
	return wanted.startsWith("*.") ? host.endsWith(wanted.slice(1)) : host === wanted;
}
function isPrivate(host, address) {
	return `${host === address || address === "" ? host : `${host} (${address})`} is not on the internet, and --allow-private-hosts is not given`;
}
/** Behind a proxy there may be no resolver that answers. */
const lookupMs = 2e3;
async function noAnswer() {
	return await setTimeout(lookupMs, [], { ref: false });
}
/**
* Names that are nobody's on the internet: without a dot, special ones of RFC 6761, 6762, 8375 and 9476, those that ICANN keeps for
* private use, and a cluster's own.
*/
function isPrivateName(host) {
	return !host.includes(".") || privateDomains.some((domain) => host.endsWith(`.${domain}`));
}
const privateDomains = [...[
	"localhost",
	"local",
	"internal",
	"home.arpa",
	"alt",
	"test",
	"invalid",
	"onion"
], ...[
	"lan",
	"home",
	"corp",
	"intranet",
	"private",
	"localdomain",
	"svc",
	"cluster.local"
]];
//#endregion
export { matchesHost as i, bareHost as n, createGuard as r, RefusedAddress as t };
