import { decodeBase64, lenientUtf8 } from "../../yaml/base64.ts"
import { isObject, type JsonValue, stringAt, valueAt } from "../../yaml/index.ts"
import type { Login } from "./network.ts"

/** What a docker configuration says of a registry: a login, or the program that has it. */
export interface DockerEntry {
  readonly login?: Login
  /** `docker-credential-<helper>` is asked for {@link DockerEntry.server}. */
  readonly helper?: string
  readonly server?: string
}

/** The names under which Docker Hub's login is kept. */
const dockerNames = ["https://index.docker.io/v1/", "index.docker.io", "docker.io"]

/** Finds a registry in a `config.json` or `.dockerconfigjson`. https://docs.docker.com/reference/cli/docker/login */
export function dockerEntryFor(text: string, registry: string): DockerEntry {
  let config: JsonValue
  try {
    config = JSON.parse(text) as JsonValue
  } catch {
    return {}
  }
  const names = registry === "docker.io" ? dockerNames : [registry]
  const auths = valueAt(config, ["auths"])
  const keys = isObject(auths) ? Object.keys(auths) : []
  const key =
    keys.find((one) => names.includes(one)) ?? keys.find((one) => names.includes(hostOf(one)))
  const login = key === undefined ? undefined : loginOf(valueAt(auths, [key]))
  if (login) return { login }
  const helpers = names.map((name) => stringAt(config, ["credHelpers", name]))
  const helper = helpers.find((one) => one !== undefined) ?? stringAt(config, ["credsStore"])
  return helper === undefined ? {} : { helper, server: names[0] ?? registry }
}

function hostOf(key: string): string {
  return key.replace(/^https?:\/\//u, "").split("/")[0] ?? ""
}

function loginOf(entry: JsonValue | undefined): Login | undefined {
  const identityToken = stringAt(entry, ["identitytoken"])
  if (identityToken) return { username: "", password: "", identityToken }
  const username = stringAt(entry, ["username"])
  const password = stringAt(entry, ["password"])
  if (username !== undefined && password !== undefined) return { username, password }
  const bytes = decodeBase64(stringAt(entry, ["auth"]) ?? "")
  const text = bytes ? lenientUtf8(bytes) : ""
  const colon = text.indexOf(":")
  return colon > 0 ? { username: text.slice(0, colon), password: text.slice(colon + 1) } : undefined
}
