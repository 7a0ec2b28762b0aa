import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir, userInfo } from "node:os"
import { join } from "node:path"
import { startServerProgram } from "../support/server-program.ts"

/** An sshd of a test: its port, its keys, and one that it lets in. */
export interface SshServer {
  readonly port: number
  readonly user: string
  /** Its line of `known_hosts`, for a name. */
  knownHosts(host: string): string
  /** The private key that is let in, and the same one locked with a passphrase. */
  readonly identity: string
  readonly locked: { readonly identity: string; readonly passphrase: string }
  /** A private key that nobody knows. */
  readonly stranger: string
  close(): Promise<void>
}

const program = "/usr/sbin/sshd"
const keygen = "ssh-keygen"

/** Whether this machine has an sshd to fetch from. */
export const hasSshServer: boolean = existsSync(program) && process.platform === "linux"

/** Starts sshd on loopback; it lets in who runs the test, with one key. */
export async function serveSsh(): Promise<SshServer> {
  const folder = mkdtempSync(join(tmpdir(), "sluice-sshd-"))
  const at = (name: string): string => join(folder, name)
  const makeKey = (name: string, passphrase = ""): void => {
    const args = ["-q", "-t", "ed25519", "-N", passphrase, "-C", "test", "-f", at(name)]
    execFileSync(keygen, args, { stdio: "ignore" })
  }
  for (const name of ["host", "identity", "stranger"]) makeKey(name)
  const passphrase = "a long passphrase"
  makeKey("locked", passphrase)
  const keys = ["identity", "locked"].map((name) => readFileSync(at(`${name}.pub`), "utf8"))
  writeFileSync(at("authorized_keys"), keys.join(""), { mode: 0o600 })
  // sshd gives up its rights in a folder that has to be there.
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true })
  const linesFor = (port: number): readonly string[] => [
    ...[`Port ${port}`, "ListenAddress 127.0.0.1", `HostKey ${at("host")}`],
    ...[`AuthorizedKeysFile ${at("authorized_keys")}`, "StrictModes no", "UsePAM no"],
    ...["PasswordAuthentication no", "PermitRootLogin yes", `PidFile ${at("pid")}`],
  ]
  const { port, stop } = await startServerProgram(program, {
    arguments: (chosen) => {
      writeFileSync(at("config"), `${linesFor(chosen).join("\n")}\n`)
      return ["-D", "-e", "-f", at("config")]
    },
  })
  const read = (name: string): string => readFileSync(at(name), "utf8")
  const hostKey = read("host.pub").split(" ").slice(0, 2).join(" ")
  return {
    ...{ port, user: userInfo().username, identity: read("identity"), stranger: read("stranger") },
    knownHosts: (host) => `[${host}]:${port} ${hostKey}\n`,
    locked: { identity: read("locked"), passphrase },
    close: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
