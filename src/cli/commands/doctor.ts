import { arch, cpus, release, totalmem } from "node:os"
import { rules } from "../../../rules/index.ts"
import { maxArchiveBytes, maxIndexBytes } from "../../build/remote/helm-repository.ts"
import { archiveLimits } from "../../build/remote/read-tar.ts"
import { cacheUsage, defaultCacheBytes } from "../../host/cache-folder.ts"
import { findHelm } from "../../host/engine/helm/find-helm.ts"
import { findNativeProgram, type NativeProgram } from "../../host/engine/native-program.ts"
import { networkTiming } from "../../host/fetch/guarded-network.ts"
import { shownProxy } from "../../host/fetch/proxy.ts"
import { connectionsPerHost } from "../../host/fetch/send.ts"
import { commitLimits } from "../../host/git/commit-files.ts"
import { gitLimits } from "../../host/git/git-session.ts"
import { gitRoot, runGit } from "../../host/git.ts"
import { maxFiles, maxTreeBytes } from "../../host/node-files.ts"
import { defaultConcurrency } from "../../host/node-host.ts"
import { readEngineFacts } from "../../host/package-files.ts"
import { maxFileBytes } from "../../load/files.ts"
import { grouped } from "../../report/pretty/count.ts"
import { visible } from "../../report/visible-text.ts"
import { yamlLimits } from "../../yaml/index.ts"
import { cacheFolder } from "../cache-dir.ts"
import type { CommandContext } from "../command-context.ts"
import { exitCodes } from "../failure.ts"
import { formatSize } from "../parse-size.ts"
import { version } from "../version.ts"

type Rows = readonly (readonly [name: string, value: string])[]

/** `sluice doctor`: what a bug report needs. It says nothing of the repository, and no secrets. */
export async function doctor(context: CommandContext): Promise<number> {
  const { io, style } = context
  const git = await runGit(context.cwd, ["--version"], io.environment)
  const sections: readonly (readonly [string, Rows])[] = [
    ["sluice", programRows()],
    ["backends", backendRows(io.environment)],
    ["system", systemRows(context, git)],
    ["limits", limitRows()],
    ["network", proxyRows(io.environment)],
  ]
  const width = Math.max(...sections.flatMap(([, rows]) => rows.map(([name]) => name.length)))
  const text = sections.map(([title, rows]) => {
    const lines = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${visible(value)}\n`)
    return `${style("label", title)}\n${lines.join("")}`
  })
  io.stdout.write(text.join("\n"))
  return exitCodes.clean
}

function programRows(): Rows {
  const { wasmDigest, wasmBytes, packedBytes } = readEngineFacts()
  return [
    ["version", version],
    ["rules", String(rules.length)],
    ["engine", `WebAssembly, ${formatSize(wasmBytes)} (${formatSize(packedBytes)} packed)`],
    ["engine digest", `sha256:${wasmDigest}`],
  ]
}

/** What builds and renders, in the order in which `--render auto` tries them; Helm only when it is asked for. */
function backendRows(environment: Readonly<Record<string, string | undefined>>): Rows {
  const native = findNativeProgram(environment)
  const helm = findHelm(undefined, environment)
  return [
    ["sluice-engine", native === undefined ? "not installed" : describeNative(native)],
    ["embedded engine", "usable; the only one with --untrusted"],
    [
      "helm",
      typeof helm === "string" ? helm : `${helm.path}, ${helm.version}; used with --render helm`,
    ],
  ]
}

function describeNative(program: NativeProgram): string {
  return program.status === "usable"
    ? `${program.path}, ${program.greeting.go}; used with --render auto`
    : `${program.path} is not used: ${program.reason}`
}

function systemRows(context: CommandContext, git: string | undefined): Rows {
  const folder = cacheFolder(context) ?? ""
  const { entries, bytes } = cacheUsage(folder)
  return [
    ["node", process.version],
    ["platform", `${process.platform} ${arch()} ${release()}`],
    ["processors", `${cpus().length}; ${defaultConcurrency()} used`],
    ["memory", formatSize(totalmem())],
    [
      "git",
      git === undefined
        ? "not found: files that git ignores are checked too"
        : git.trim().replace(/^git version /u, ""),
    ],
    ["work tree", gitRoot(context.cwd) ?? "none"],
    [
      "cache",
      `${folder}: ${grouped(entries)} files, ${formatSize(bytes)} of ${formatSize(defaultCacheBytes)}`,
    ],
  ]
}

function limitRows(): Rows {
  return [
    ["files", grouped(maxFiles)],
    ["all files", formatSize(maxTreeBytes)],
    ["one file", formatSize(maxFileBytes)],
    ["YAML depth", grouped(yamlLimits.depth)],
    ["YAML documents", `${grouped(yamlLimits.documents)} in a file`],
    ["YAML aliases", `${grouped(yamlLimits.aliasedNodes)} nodes`],
    ["an index of charts", formatSize(maxIndexBytes)],
    ["a chart archive", formatSize(maxArchiveBytes)],
    [
      "an artifact",
      `${formatSize(archiveLimits.bytes)} and ${grouped(archiveLimits.entries)} files, unpacked`,
    ],
    [
      "a download",
      `${networkTiming.answerMs / 1000} s, ${networkTiming.connectMs / 1000} s to connect; ${connectionsPerHost} at once from one host`,
    ],
    [
      "a git repository",
      `${gitLimits.timeoutMs / 1000} s; ${formatSize(gitLimits.packBytes)} packed, ${formatSize(commitLimits.bytes)} of files`,
    ],
    ["a build or render", "30 s unless --timeout says otherwise; 512 MiB; 10 MiB of output"],
  ]
}

/** Proxies and certificates, without the passwords in them. */
function proxyRows(environment: Readonly<Record<string, string | undefined>>): Rows {
  const names = [
    "HTTPS_PROXY",
    "https_proxy",
    "HTTP_PROXY",
    "http_proxy",
    "NO_PROXY",
    "no_proxy",
    "NODE_EXTRA_CA_CERTS",
  ]
  const rows = names.flatMap((name): Rows => {
    const value = environment[name]
    return value ? [[name, shownProxy(value)]] : []
  })
  return rows.length === 0 ? [["proxies", "none"]] : rows
}
