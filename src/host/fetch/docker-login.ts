import { execFile } from "node:child_process"
import { readFile } from "node:fs/promises"
import { homedir } from "node:os"
import { join } from "node:path"
import { dockerEntryFor } from "../../build/remote/docker-config.ts"
import type { Login } from "../../build/remote/network.ts"

type Environment = Readonly<Record<string, string | undefined>>

const helperMs = 10_000

/** What `docker login` has left on this machine for a registry; a helper that keeps it elsewhere is asked. */
export async function dockerLogin(
  registry: string,
  environment: Environment,
): Promise<Login | undefined> {
  const home = environment.HOME || homedir()
  const folder = environment.DOCKER_CONFIG || join(home, ".docker")
  const text = await readFile(join(folder, "config.json"), "utf8").catch(() => "")
  const { login, helper, server = registry } = dockerEntryFor(text, registry)
  if (login || helper === undefined) return login
  return await askHelper(helper, server, environment)
}

/** https://github.com/docker/docker-credential-helpers: the server goes in, JSON comes out. */
function askHelper(
  helper: string,
  server: string,
  environment: Environment,
): Promise<Login | undefined> {
  if (!/^[\w.-]+$/u.test(helper)) return Promise.resolve(undefined)
  return new Promise((settle) => {
    const child = execFile(
      `docker-credential-${helper}`,
      ["get"],
      { timeout: helperMs, maxBuffer: 64 * 1024, windowsHide: true, env: { ...environment } },
      (error, stdout) => settle(error ? undefined : loginIn(stdout)),
    )
    // A helper that is not there, or does not read, has no login.
    child.stdin?.on("error", () => {})
    child.stdin?.end(server)
  })
}

function loginIn(text: string): Login | undefined {
  try {
    const { Username: username, Secret: password } = JSON.parse(text) as {
      readonly Username?: unknown
      readonly Secret?: unknown
    }
    if (typeof username !== "string" || typeof password !== "string") return undefined
    // `<token>` stands for an identity token, which is no password.
    return username === "<token>"
      ? { username: "", password: "", identityToken: password }
      : { username, password }
  } catch {
    return undefined
  }
}
