import { BlockList, isIP } from "node:net"

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
  "224.0.0.0/3",
])

/** Global unicast: all that IANA gives out. Loopback, unique local, link-local, site-local and multicast lie outside of it. */
const globalV6 = blockList("ipv6", ["2000::/3"])

/**
 * What is special inside of {@link globalV6}: protocol assignments (Teredo and ORCHID among them), documentation, 6to4, 6bone.
 * https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const specialV6 = blockList("ipv6", [
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3ffe::/16",
  "3fff::/20",
])

/** Prefixes under which IPv6 carries an IPv4 address as its last four bytes: mapped ones, and NAT64's own. */
const carriers = ["::ffff:", "64:ff9b::"]

/** Whether an address belongs to the internet: not to this machine, its network, a cloud's metadata or a tunnel to them. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !specialV4.check(address, "ipv4")
  // A zone (`fe80::1%eth0`) says which of the machine's own links is meant.
  if (family === 0 || address.includes("%")) return false
  const carried = carriedV4(address)
  if (carried !== undefined) return !specialV4.check(carried, "ipv4")
  return globalV6.check(address, "ipv6") && !specialV6.check(address, "ipv6")
}

/** The IPv4 address that an IPv6 address only carries. */
function carriedV4(address: string): string | undefined {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const prefix = carriers.find((one) => canonical.startsWith(one))
  if (prefix === undefined) return undefined
  const parts = canonical.slice(prefix.length).split(":")
  if (parts.length > 2) return undefined
  const [high = 0, low = 0] = [...Array(2 - parts.length).fill("0"), ...parts].map((part) =>
    Number.parseInt(part || "0", 16),
  )
  return [high >> 8, high & 255, low >> 8, low & 255].join(".")
}

function blockList(family: "ipv4" | "ipv6", networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = "", prefix = ""] = network.split("/")
    list.addSubnet(address, Number(prefix), family)
  }
  return list
}
