import { t as visible } from "./visible-text.js";
import { t as version } from "./version.js";
import { r as defaultCacheBytes, t as cacheUsage } from "./cache-folder.js";
import { a as runGit, i as gitRoot } from "./git.js";
import { a as rules } from "./text-width.js";
import { n as grouped } from "./count.js";
import { S as yamlLimits, _ as maxArchiveBytes, g as maxTreeBytes, h as maxFiles, l as maxFileBytes, m as defaultConcurrency, p as archiveLimits, t as cacheFolder, v as maxIndexBytes } from "./session.js";
import { t as exitCodes } from "./failure.js";
import { c as readEngineFacts } from "./settings.js";
import { t as formatSize } from "./parse-size.js";
import { n as networkTiming } from "./guarded-network.js";
import { arch, cpus, release, totalmem } from "node:os";
//#region src/cli/commands/doctor.ts
/** `sluice doctor`: what a bug report needs. It says nothing of the repository, and no secrets. */
async function doctor(context) {
	const { io, style } = context;
	const git = await runGit(context.cwd, ["--version"], io.environment);
	const sections = [
		["sluice", programRows()],
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
		return value ? [[name, value.replace(/\/\/[^/@]*@/u, "//***@")]] : [];
	});
	return rows.length === 0 ? [["proxies", "none"]] : rows;
}
//#endregion
export { doctor };
