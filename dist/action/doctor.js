import { t as visible } from "./visible-text.js";
import { t as version } from "./version.js";
import { i as defaultCacheBytes, t as cacheUsage } from "./cache-folder.js";
import { a as runGit, i as gitRoot } from "./git.js";
import { n as grouped } from "./count.js";
import { t as rules } from "./rules.js";
import { a as yamlLimits } from "./parse-yaml.js";
import { p as archiveLimits } from "./decode.js";
import { n as maxFileBytes } from "./files.js";
import { t as cacheFolder } from "./cache-dir.js";
import { t as exitCodes } from "./failure.js";
import { a as maxTreeBytes, c as findNativeProgram, d as maxIndexBytes, i as maxFiles, l as findHelm, n as defaultConcurrency, u as maxArchiveBytes } from "./node-host.js";
import { r as shownProxy } from "./proxy.js";
import { n as readEngineFacts } from "./package-files.js";
import { t as formatSize } from "./parse-size.js";
import { r as networkTiming } from "./guarded-network2.js";
import { c as commitLimits, r as gitLimits } from "./git-session.js";
import { arch, cpus, release, totalmem } from "node:os";
//#region src/cli/commands/doctor.ts
/** `sluice doctor`: what a bug report needs. It says nothing of the repository, and no secrets. */
async function doctor(context) {
	const { io, style } = context;
	const git = await runGit(context.cwd, ["--version"], io.environment);
	const sections = [
		["sluice", programRows()],
		["backends", backendRows(io.environment)],
		["system", systemRows(context, git)],
		["limits", limitRows()],
		["network", proxyRows(io.environment)]
	];
	const width = Math.max(...sections.flatMap(([, rows]) => rows.map(([name]) => name.length)));
	const text = sections.map(([title, rows]) => {
		const lines = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${visible(value)}\n`);
		return `${style("label", title)}\n${lines.join("")}`;
	});
	io.stdout.write(text.join("\n"));
	return exitCodes.clean;
}
function programRows() {
	const { wasmDigest, wasmBytes, packedBytes } = readEngineFacts();
	return [
		["version", version],
		["rules", String(rules.length)],
		["engine", `WebAssembly, ${formatSize(wasmBytes)} (${formatSize(packedBytes)} packed)`],
		["engine digest", `sha256:${wasmDigest}`]
	];
}
/** What builds and renders, in the order in which `--render auto` tries them; Helm only when it is asked for. */
function backendRows(environment) {
	const native = findNativeProgram(environment);
	const helm = findHelm(void 0, environment);
	return [
		["sluice-engine", native === void 0 ? "not installed" : describeNative(native)],
		["embedded engine", "usable; the only one with --untrusted"],
		["helm", typeof helm === "string" ? helm : `${helm.path}, ${helm.version}; used with --render helm`]
	];
}
function describeNative(program) {
	return program.status === "usable" ? `${program.path}, ${program.greeting.go}; used with --render auto` : `${program.path} is not used: ${program.reason}`;
}
function systemRows(context, git) {
	const folder = cacheFolder(context) ?? "";
	const { entries, bytes } = cacheUsage(folder);
	return [
		["node", process.version],
		["platform", `${process.platform} ${arch()} ${release()}`],
		["processors", `${cpus().length}; ${defaultConcurrency()} used`],
		["memory", formatSize(totalmem())],
		["git", git === void 0 ? "not found: files that git ignores are checked too" : git.trim().replace(/^git version /u, "")],
		["work tree", gitRoot(context.cwd) ?? "none"],
		["cache", `${folder}: ${grouped(entries)} files, ${formatSize(bytes)} of ${formatSize(defaultCacheBytes)}`]
	];
}
function limitRows() {
	return [
		["files", grouped(maxFiles)],
		["all files", formatSize(maxTreeBytes)],
		["one file", formatSize(maxFileBytes)],
		["YAML depth", grouped(yamlLimits.depth)],
		["YAML documents", `${grouped(yamlLimits.documents)} in a file`],
		["YAML aliases", `${grouped(yamlLimits.aliasedNodes)} nodes`],
		["an index of charts", formatSize(maxIndexBytes)],
		["a chart archive", formatSize(maxArchiveBytes)],
		["an artifact", `${formatSize(archiveLimits.bytes)} and ${grouped(archiveLimits.entries)} files, unpacked`],
		["a download", `${networkTiming.answerMs / 1e3} s, ${networkTiming.connectMs / 1e3} s to connect; 4 at once from one host`],
		["a git repository", `${gitLimits.timeoutMs / 1e3} s; ${formatSize(gitLimits.packBytes)} packed, ${formatSize(commitLimits.bytes)} of files`],
		["a build or render", "30 s unless --timeout says otherwise; 512 MiB; 10 MiB of output"]
	];
}
/** Proxies and certificates, without the passwords in them. */
function proxyRows(environment) {
	const rows = [
		"HTTPS_PROXY",
		"https_proxy",
		"HTTP_PROXY",
		"http_proxy",
		"NO_PROXY",
		"no_proxy",
		"NODE_EXTRA_CA_CERTS"
	].flatMap((name) => {
		const value = environment[name];
		return value ? [[name, shownProxy(value)]] : [];
	});
	return rows.length === 0 ? [["proxies", "none"]] : rows;
}
//#endregion
export { doctor };
