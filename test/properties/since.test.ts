import { execFileSync } from "node:child_process"
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { describe, expect, test } from "vitest"
import { sluice, temporaryFolder, useRepository } from "../cli/sluice.ts"
import { listFixtures } from "../support/fixtures.ts"
import { type Random, seededRandom } from "../support/random.ts"

useRepository()

const corpus = resolve(import.meta.dirname, "../../../shared/corpus")
const fromCorpus = ["EOEPCA__eoepca", "fluxcd__flux2-kustomize-helm-example"]
const fromFixtures = ["example", "home-lab", "kustomize-mistakes", "substitution", "two-clusters"]
const repositories = [
  ...listFixtures()
    .filter(({ name }) => fromFixtures.includes(name))
    .map(({ name, repository }) => ({ name, repository })),
  ...fromCorpus
    .map((name) => ({ name, repository: join(corpus, "repos", name) }))
    .filter(({ repository }) => existsSync(repository)),
]

/** What people do to a repository; each gives what it has done, for the message of a failure. */
const edits: Readonly<
  Record<string, (folder: string, files: readonly string[], random: Random) => string>
> = {
  "a file is removed": (folder, files, random) => {
    const file = any(files, random)
    rmSync(join(folder, file))
    return file
  },
  "an object is renamed": (folder, files, random) =>
    change(folder, files, random, /^( {2}name: )(["']?[\w-]+["']?)$/mu, "$1renamed"),
  "a value is another one": (folder, files, random) =>
    change(folder, files, random, /^(\s+(?!name:)\w+: )([\w./-]+)$/mu, "$1other"),
  "a document is added": (folder, files, random) => {
    const file = any(files, random)
    const object = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: added\ndata: { a: b }\n"
    const text = readFileSync(join(folder, file), "utf8")
    writeFileSync(join(folder, file), `${text.trimEnd()}\n---\n${object}`)
    return file
  },
}

interface Found {
  readonly fingerprint: string
  readonly path: string
  readonly range: object
}

describe.each(repositories)("--since on $name", ({ repository }) => {
  test("reports all that is new and nothing that is not there, whatever is edited", async () => {
    const folder = join(temporaryFolder(), "repository")
    cpSync(repository, folder, { recursive: true })
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    const base = new Set((await findings(folder)).map(({ fingerprint }) => fingerprint))
    const isLarge = repository.startsWith(corpus)
    for (const [index, [title, edit]] of Object.entries(edits).entries()) {
      // Two for a large repository: a run of it takes seconds.
      if (isLarge && index % 2 === 1) continue
      git(folder, "checkout", "-q", "-B", "branch", "main")
      const done = edit(folder, yamlFiles(folder), seededRandom(index + 7))
      commit(folder)
      const [head, since] = [await findings(folder), await findings(folder, "--since", "main")]
      const isNew = head.filter(({ fingerprint }) => !base.has(fingerprint))
      const told = `${title}: ${done}`
      expect(head, told).toEqual(expect.arrayContaining([...since]))
      const fingerprints = since.map(({ fingerprint }) => fingerprint)
      for (const { fingerprint } of isNew) expect(fingerprints, told).toContain(fingerprint)
    }
  })
})

async function findings(folder: string, ...flags: readonly string[]): Promise<readonly Found[]> {
  const args = ["check", folder, "--offline", "--allow-incomplete", "-f", "json", ...flags]
  const { stdout } = await sluice([...args, "--chart-mirror", join(corpus, "charts")])
  const report = JSON.parse(stdout) as { readonly findings: readonly Found[] }
  return report.findings.map(({ fingerprint, path, range }) => ({ fingerprint, path, range }))
}

function git(folder: string, ...args: readonly string[]): void {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "gc.auto=0"]
  execFileSync("git", [...identity, ...args], { cwd: folder, stdio: "ignore" })
}

function commit(folder: string): void {
  git(folder, "add", "-A", "-f")
  git(folder, "commit", "-q", "-m", "all")
}

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/u.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .filter((path) => !path.startsWith(".git/"))
    .sort()
}

function any(files: readonly string[], random: Random): string {
  return files[random.below(files.length)] ?? ""
}

/** Replaces the first match in one of the files that have one. */
function change(
  folder: string,
  files: readonly string[],
  random: Random,
  pattern: RegExp,
  replacement: string,
): string {
  const read = (file: string): string => readFileSync(join(folder, file), "utf8")
  const file = any(
    files.filter((path) => pattern.test(read(path))),
    random,
  )
  writeFileSync(join(folder, file), read(file).replace(pattern, replacement))
  return file
}
