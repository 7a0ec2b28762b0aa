// A copy of a repository whose sources of charts are the mirror on loopback.

import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const repositoryKinds = /^kind: (?:HelmRepository|OCIRepository)\s*$/mu

/**
 * Copies `from` to `to`, a git repository, and points each OCIRepository and HelmRepository to `host`: a chart that is not there
 * is then missing for every program at once, and none of them waits for a network. `origin` is the address that the repository has
 * in its own GitRepository; clusters of `bootstrap` get what `flux bootstrap` would write for it.
 */
export function copyRepository(from, to, { host, origin, bootstrap = [] }) {
  cpSync(from, to, { recursive: true })
  for (const path of yamlFiles(to)) {
    const text = readFileSync(path, "utf8")
    if (repositoryKinds.test(text)) writeFileSync(path, rewritten(text, host))
  }
  for (const cluster of bootstrap) {
    mkdirSync(join(to, cluster, "flux-system"), { recursive: true })
    writeFileSync(join(to, cluster, "flux-system/gotk-sync.yaml"), syncOf(cluster, origin))
  }
  commit(to, origin)
}

/** Makes a folder a git repository with all its files in one commit: flate and flux-local want one. */
export function commit(folder, origin) {
  const git = (...args) => execFileSync("git", ["-C", folder, ...args], { stdio: "ignore" })
  git("init", "--quiet", "--initial-branch=main")
  if (origin !== undefined) git("remote", "add", "origin", origin)
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
    if (!url.startsWith("oci://")) return `${indent}url: http://${host}/charts`
    const name = url.replace(/\/$/u, "").split("/").at(-1)
    const place = isOci ? `charts/${name}` : "charts"
    return `${indent}url: oci://${host}/${place}\n${indent}insecure: true`
  })
}

function syncOf(cluster, origin) {
  return `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: flux-system
  namespace: flux-system
spec:
  interval: 1m0s
  ref:
    branch: main
  url: ${origin}
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: flux-system
  namespace: flux-system
spec:
  interval: 10m0s
  path: ./${cluster}
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
`
}
