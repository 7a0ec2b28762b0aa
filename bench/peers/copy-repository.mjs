// A copy of a repository whose sources of charts are the mirror on loopback.

import { execFileSync } from "node:child_process"
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const repositoryKinds = /^kind: (?:HelmRepository|OCIRepository)\s*$/mu

/**
 * Copies `from` to `to`, a git repository, and points each OCIRepository and HelmRepository to `host`: a chart that is not there
 * is then missing for every program at once, and none of them waits for a network.
 */
export function copyRepository(from, to, { host }) {
  cpSync(from, to, { recursive: true })
  for (const path of yamlFiles(to)) {
    const text = readFileSync(path, "utf8")
    if (!repositoryKinds.test(text)) continue
    writeFileSync(path, rewritten(text, host))
  }
  const git = (...args) => execFileSync("git", ["-C", to, ...args], { stdio: "ignore" })
  git("init", "--quiet", "--initial-branch=main")
  git("add", "--all", "--force")
  const author = ["-c", "user.name=bench", "-c", "user.email=bench@example.org"]
  git(...author, "-c", "commit.gpgsign=false", "commit", "--quiet", "-m", "copy")
}

function yamlFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

function rewritten(text, host) {
  return text
    .split(/^(?=---)/mu)
    .map((document) => (repositoryKinds.test(document) ? withMirror(document, host) : document))
    .join("")
}

function withMirror(document, host) {
  const isOci = /^kind: OCIRepository/mu.test(document)
  return document.replace(/^( +)url: *["']?([^\s"'#]+)["']?.*$/mu, (_line, indent, url) => {
    if (url.startsWith("oci://")) {
      const name = url.replace(/\/$/u, "").split("/").at(-1)
      return `${indent}url: oci://${host}/${isOci ? `charts/${name}` : "charts"}\n${indent}insecure: true`
    }
    return `${indent}url: http://${host}/charts`
  })
}
