import { describe, kinds, type Resource, type ResourceId } from "../../model/index.ts"
import { listAt, stringAt, valueAt } from "../../yaml/index.ts"
import { dataOf } from "../config-data.ts"
import { holdsStandIn } from "../stand-in.ts"
import type { NamedProxy, SshIdentity } from "./git.ts"
import { namedProxyOf } from "./named-proxy.ts"
import type { Login } from "./network.ts"

/** What the objects of a repository give to reach a source. */
export interface SourceAccess {
  readonly login?: Login
  /** Goes instead of a login (GitRepository). */
  readonly bearerToken?: string
  /** Signs requests (Bucket). */
  readonly accessKey?: { readonly id: string; readonly secret: string }
  /** For git over ssh. */
  readonly ssh?: SshIdentity
  /** A docker configuration: logins by registry. */
  readonly dockerConfig?: string
  readonly certificate?: { readonly cert: string; readonly key: string }
  readonly authorities?: string
  /** For git over http and https. */
  readonly proxy?: NamedProxy
  /** Something that the source names is not to be seen here; what its server refuses or lacks proves nothing then. */
  readonly missing?: string
}

type Lookup = (id: ResourceId) => Resource | "unknown" | undefined

/**
 * Reads `secretRef`, `certSecretRef` and `serviceAccountName`; all of them name objects of the source's own namespace
 * (`flux-semantics.md` section 4).
 */
export function accessOf(source: Resource, lookup: Lookup): SourceAccess {
  const secret = secretAt(source, ["spec", "secretRef"], lookup)
  const certificates = secretAt(source, ["spec", "certSecretRef"], lookup)
  const pulled = pullSecretsOf(source, lookup)
  const legacy = certificates.keys.size === 0 ? secret.keys : certificates.keys
  const username = secret.keys.get("username")
  const password = secret.keys.get("password")
  const dockerConfig = secret.keys.get(".dockerconfigjson") ?? pulled.config
  const cert = certificates.keys.get("tls.crt") ?? legacy.get("certFile")
  const key = certificates.keys.get("tls.key") ?? legacy.get("keyFile")
  const authorities = certificates.keys.get("ca.crt") ?? legacy.get("caFile")
  const bearerToken = secret.keys.get("bearerToken")
  const ssh = sshOf(secret.keys)
  const id = secret.keys.get("accesskey")
  const accessSecret = secret.keys.get("secretkey")
  const proxied = namedProxyOf(source, (name) => secretKeys(source, name, lookup))
  const missing =
    secret.missing ?? certificates.missing ?? pulled.missing ?? cloudOf(source) ?? proxied.missing
  return {
    ...(username === undefined || password === undefined ? {} : { login: { username, password } }),
    ...(bearerToken === undefined ? {} : { bearerToken }),
    ...(ssh && { ssh }),
    ...(id === undefined || accessSecret === undefined
      ? {}
      : { accessKey: { id, secret: accessSecret } }),
    ...(dockerConfig === undefined ? {} : { dockerConfig }),
    ...(cert === undefined || key === undefined ? {} : { certificate: { cert, key } }),
    ...(authorities === undefined ? {} : { authorities }),
    ...(proxied.proxy && { proxy: proxied.proxy }),
    ...(missing === undefined ? {} : { missing }),
  }
}

interface SecretKeys {
  readonly keys: ReadonlyMap<string, string>
  readonly missing?: string
}

function secretAt(source: Resource, path: readonly string[], lookup: Lookup): SecretKeys {
  const name = stringAt(source.manifest, [...path, "name"])
  return name === undefined ? { keys: new Map() } : readSecret(source, name, lookup)
}

function readSecret(source: Resource, name: string, lookup: Lookup): SecretKeys {
  const { keys, missing } = secretKeys(source, name, lookup)
  if (missing !== undefined) return { keys, missing }
  // Beside a key for ssh the password is that key's.
  if (!keys.has("identity") && keys.has("username") !== keys.has("password")) {
    // Flux calls it malformed, and does not fetch.
    const id = inNamespaceOf(source, kinds.Secret, name)
    return { keys, missing: `${describe(id)} has only one of \`username\` and \`password\`` }
  }
  return { keys }
}

function secretKeys(source: Resource, name: string, lookup: Lookup): SecretKeys {
  const id = inNamespaceOf(source, kinds.Secret, name)
  const secret = lookup(id)
  if (!secret || secret === "unknown")
    return { keys: new Map(), missing: `${describe(id)} is not in this repository` }
  const keys = new Map<string, string>()
  for (const [key, { text }] of dataOf(secret)) {
    if (text === undefined || holdsStandIn(text))
      return { keys: new Map(), missing: `${describe(id)} cannot be read here` }
    keys.set(key, text)
  }
  return { keys }
}

/** Flux wants both: without `known_hosts` it connects to nothing (4.1). */
function sshOf(keys: ReadonlyMap<string, string>): SshIdentity | undefined {
  const identity = keys.get("identity")
  const knownHosts = keys.get("known_hosts")
  const passphrase = keys.get("password")
  if (identity === undefined || knownHosts === undefined) return undefined
  return { identity, knownHosts, ...(passphrase === undefined ? {} : { passphrase }) }
}

/** With the provider `generic` a service account lends its image pull secrets (4.2). */
function pullSecretsOf(
  source: Resource,
  lookup: Lookup,
): { readonly config?: string; readonly missing?: string } {
  const name = stringAt(source.manifest, ["spec", "serviceAccountName"])
  if (name === undefined) return {}
  const account = lookup(inNamespaceOf(source, kinds.ServiceAccount, name))
  if (!account || account === "unknown")
    return { missing: `ServiceAccount ${name} is not in this repository` }
  for (const entry of listAt(account.manifest, ["imagePullSecrets"])) {
    const secret = stringAt(entry, ["name"])
    if (secret === undefined) continue
    const { keys, missing } = readSecret(source, secret, lookup)
    const config = keys.get(".dockerconfigjson")
    if (config !== undefined) return { config }
    if (missing !== undefined) return { missing }
  }
  return {}
}

/** A login that only a machine of the cloud gets. */
function cloudOf(source: Resource): string | undefined {
  const provider = valueAt(source.manifest, ["spec", "provider"])
  return typeof provider === "string" && provider !== "generic"
    ? `the login of provider ${provider} is the cluster's alone`
    : undefined
}

function inNamespaceOf(
  { id: { namespace } }: Resource,
  kind: typeof kinds.Secret,
  name: string,
): ResourceId {
  return { ...kind, name, ...(namespace ? { namespace } : {}) }
}
