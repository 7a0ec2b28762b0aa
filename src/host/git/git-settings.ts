import { rootCertificates } from "node:tls"
import type { GitRemote } from "../../build/remote/git.ts"
import type { GitWay } from "./git-way.ts"
import type { PrivateFolder } from "./private-folder.ts"

type Environment = Readonly<Record<string, string | undefined>>
type Setting = readonly [key: string, value: string]

/** What holds for every run: nothing is executed, asked or followed, whatever a server says. */
const safe: readonly Setting[] = [
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["core.askPass", ""],
  ["credential.helper", ""],
  ["protocol.allow", "never"],
  ["http.followRedirects", "false"],
  ["http.proxy", ""],
  ["http.lowSpeedLimit", "1"],
  ["http.lowSpeedTime", "30"],
  ["transfer.bundleURI", "false"],
  ["fetch.recurseSubmodules", "false"],
  // A blob of any size is looked at in pieces.
  ["core.bigFileThreshold", "8m"],
  // One file to watch the size of.
  ["fetch.unpackLimit", "1"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
]

/**
 * The environment of git without anything of this user: its home is an empty folder, so there is no configuration, no
 * `.netrc` and no `.ssh`. Settings travel in the environment: the arguments of a process are everybody's to read.
 */
export function gitSettings(
  { PATH, SYSTEMROOT, TMPDIR }: Environment,
  home: string,
  settings: readonly Setting[] = [],
  more: Environment = {},
): NodeJS.ProcessEnv {
  const all = [...safe, ...settings]
  const numbered = all.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  return {
    ...{ PATH, SYSTEMROOT, TMPDIR },
    ...{ HOME: home, XDG_CONFIG_HOME: home, LC_ALL: "C" },
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_CONFIG_COUNT: String(all.length),
    ...Object.fromEntries(numbered),
    ...more,
  }
}

/** Settings and environment with which a remote is reached on its way and on no other. */
export function remoteSettings(
  remote: GitRemote,
  way: GitWay,
  folder: PrivateFolder,
): { readonly settings: readonly Setting[]; readonly more: Environment } {
  const url = new URL(remote.url)
  const scheme = url.protocol.slice(0, -1)
  const settings: Setting[] = [[`protocol.${scheme}.allow`, "always"]]
  const more: Record<string, string> = { GIT_ALLOW_PROTOCOL: scheme }
  if (scheme === "ssh") {
    if (way.by !== "address") throw new Error("ssh goes through no proxy")
    Object.assign(more, sshEnvironment(remote, url, way.address, folder))
    return { settings, more }
  }
  settings.push(...(way.by === "address" ? pinned(url, way.address) : proxied(way)))
  const { credentials, authorities } = remote
  const own = credentials?.origin === url.origin ? credentials : undefined
  if (own?.authorization !== undefined)
    settings.push([`http.${url.origin}/.extraHeader`, `Authorization: ${own.authorization}`])
  if (own?.certificate) {
    settings.push(["http.sslCert", folder.write("tls.crt", own.certificate.cert)])
    settings.push(["http.sslKey", folder.write("tls.key", own.certificate.key)])
  }
  // Flux adds a Secret's `ca.crt` to the authorities of the system.
  if (authorities !== undefined)
    settings.push([
      "http.sslCAInfo",
      folder.write("ca.crt", [...rootCertificates, authorities].join("\n")),
    ])
  return { settings, more }
}

/** libcurl looks the host of an address up nowhere else. */
function pinned(url: URL, address: string): readonly Setting[] {
  const host = url.hostname.replace(/^\[(.*)\]$/u, "$1")
  const port = portOf(url)
  return host === address ? [] : [["http.curloptResolve", `${host}:${port}:${address}`]]
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === "https:" ? "443" : "80")
}

/** The login goes with the first request, as from {@link HttpProxy}'s other users; over https the host's own never leaves the tunnel. */
function proxied({ proxy, address }: GitWay & { readonly by: "proxy" }): readonly Setting[] {
  const { url, login } = proxy
  const { username = "", password = "" } = login ?? {}
  const words = login ? `${encodeURIComponent(username)}:${encodeURIComponent(password)}@` : ""
  return [
    // Without a port libcurl takes 1080.
    ["http.proxy", `${url.protocol}//${words}${url.hostname}:${portOf(url)}`],
    ["http.proxyAuthMethod", "basic"],
    ...(address === undefined ? [] : pinned(url, address)),
  ]
}

/** ssh reads this file and no other; it believes the Secret's `known_hosts` alone. */
function sshEnvironment(
  { ssh }: GitRemote,
  url: URL,
  address: string,
  folder: PrivateFolder,
): Record<string, string> {
  const { identity = "", knownHosts = "", passphrase } = ssh ?? {}
  const host = url.hostname.replace(/^\[(.*)\]$/u, "$1")
  // A host on another port than ssh's own is written so in `known_hosts`.
  const alias = url.port === "" || url.port === "22" ? host : `[${host}]:${url.port}`
  const lines = [
    "Host *",
    `HostName ${address}`,
    `HostKeyAlias ${alias}`,
    "CheckHostIP no",
    "StrictHostKeyChecking yes",
    `UserKnownHostsFile ${quoted(folder.write("known_hosts", `${knownHosts}\n`))}`,
    "GlobalKnownHostsFile /dev/null",
    "UpdateHostKeys no",
    "VerifyHostKeyDNS no",
    `IdentityFile ${quoted(folder.write("identity", `${identity.trim()}\n`))}`,
    "IdentitiesOnly yes",
    "IdentityAgent none",
    "PreferredAuthentications publickey",
    "NumberOfPasswordPrompts 1",
    "ProxyCommand none",
    "PermitLocalCommand no",
    "ClearAllForwardings yes",
    "ForwardAgent no",
    "ConnectTimeout 10",
    "LogLevel ERROR",
  ]
  const config = folder.write("ssh_config", `${lines.join("\n")}\n`)
  const asking = folder.write("askpass", '#!/bin/sh\nprintf "%s\\n" "$SLUICE_PASSPHRASE"\n', 0o700)
  return {
    GIT_SSH_COMMAND: `ssh -F '${config.replaceAll("'", "'\\''")}'`,
    GIT_SSH_VARIANT: "ssh",
    SSH_ASKPASS: asking,
    SSH_ASKPASS_REQUIRE: "force",
    SLUICE_PASSPHRASE: passphrase ?? "",
  }
}

function quoted(path: string): string {
  return `"${path.replaceAll("\\", "/")}"`
}
