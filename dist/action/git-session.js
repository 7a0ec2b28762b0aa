import { t as parseBatch } from "./cat-file.js";
import { f as insidePath } from "./resolve.js";
import { a as isCommitId } from "./git-address.js";
import { t as nameOfProxy } from "./proxy.js";
import { n as bareHost } from "./guard.js";
import { rootCertificates } from "node:tls";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { spawn } from "node:child_process";
//#region src/host/git/run-git.ts
const maxErrorBytes = 16 * 1024;
const lookMs = 100;
/** Runs git in a group of processes of its own, so that what it has started dies with it. */
function runGitProcess(run) {
	const { args, folder, env, input = "", maxBytes, timeoutMs, signal, isTooLarge } = run;
	return new Promise((settle) => {
		const child = spawn("git", args, {
			cwd: folder,
			env,
			stdio: "pipe",
			windowsHide: true,
			detached: process.platform !== "win32"
		});
		const output = [];
		let length = 0;
		let stderr = "";
		let killed;
		const kill = (why) => {
			killed ??= why;
			killGroup(child.pid);
		};
		const stop = () => kill("signal");
		const timer = setTimeout(() => kill("time"), timeoutMs);
		const look = setInterval(() => isTooLarge?.() === true && kill("size"), lookMs);
		const end = (outcome) => {
			clearTimeout(timer);
			clearInterval(look);
			signal?.removeEventListener("abort", stop);
			settle(killed === void 0 ? outcome : {
				status: "killed",
				why: killed
			});
		};
		signal?.addEventListener("abort", stop);
		if (signal?.aborted === true) stop();
		child.stdout.on("data", (chunk) => {
			length += chunk.length;
			if (length > maxBytes) kill("size");
			else output.push(chunk);
		});
		child.stderr.on("data", (chunk) => {
			if (stderr.length < maxErrorBytes) stderr += chunk.toString("latin1");
		});
		child.on("error", () => end({ status: "absent" }));
		child.on("close", (code) => end(code === 0 ? {
			status: "ok",
			stdout: Buffer.concat(output)
		} : {
			status: "failed",
			stderr: stderr.slice(0, maxErrorBytes)
		}));
		child.stdin.on("error", () => void 0);
		child.stdin.end(input);
	});
}
/** git, and the ssh or http helper that it has started. */
function killGroup(pid) {
	if (pid === void 0) return;
	try {
		process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
	} catch {}
}
//#endregion
//#region src/host/git/commit-files.ts
const MiB$1 = 1024 * 1024;
/** What a commit may have; a tree that names itself over and over has billions of files. */
const commitLimits = {
	listBytes: 64 * MiB$1,
	bytes: 256 * MiB$1
};
/** Reads the files of a commit into memory: nothing is checked out. */
async function commitFiles(run, commit, folders) {
	const listed = await runGitProcess({
		...run,
		args: [
			"ls-tree",
			"-r",
			"-l",
			"-z",
			"--full-tree",
			commit
		],
		maxBytes: commitLimits.listBytes
	});
	if (listed.status !== "ok") return failed$1("its list of files cannot be read, or is too long");
	const tree = readTree(listed.stdout.toString("utf8"), folders);
	if (!tree) return failed$1("a path leads out of it");
	if (tree.blobs.reduce((sum, blob) => sum + blob.size, 0) > commitLimits.bytes) return failed$1(`its files have more than ${commitLimits.bytes / MiB$1} MiB`);
	const contents = await readBlobs(run, new Set(tree.blobs.map(({ id }) => id)));
	const files = /* @__PURE__ */ new Map();
	for (const { id, path } of tree.blobs) {
		const bytes = contents?.get(id);
		if (!bytes) return failed$1("git does not give its files");
		files.set(path, bytes);
	}
	const modules = files.has(".gitmodules") ? await readModules(run, commit) : /* @__PURE__ */ new Map();
	return {
		status: "ok",
		commit,
		files,
		links: tree.links,
		modules
	};
}
function failed$1(reason) {
	return {
		status: "failed",
		reason
	};
}
/** Entries of `ls-tree -l`: `<mode> <type> <id> <size>\t<path>`. Symbolic links are left out; undefined for a hostile path. */
function readTree(output, folders) {
	const blobs = [];
	const links = [];
	for (const entry of output.split("\0")) {
		const [, mode, id = "", size = "", named = ""] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/su.exec(entry) ?? [];
		if (mode === void 0 || mode === "120000") continue;
		const path = insidePath(named);
		if (path === void 0 || path.split("/").includes(".git")) return void 0;
		if (!isWanted(path, folders)) continue;
		if (mode === "160000") links.push({
			path,
			commit: id
		});
		else blobs.push({
			id,
			path,
			size: Number(size)
		});
	}
	return {
		blobs,
		links
	};
}
/** go-git compares with the beginning of a path; files of the root are there too (`flux-semantics.md` 4.1). */
function isWanted(path, folders) {
	return !folders || !path.includes("/") || folders.some((folder) => path.startsWith(folder));
}
async function readBlobs(run, ids) {
	if (ids.size === 0) return /* @__PURE__ */ new Map();
	const read = await runGitProcess({
		...run,
		args: ["cat-file", "--batch"],
		input: [...ids].map((id) => `${id}\n`).join(""),
		maxBytes: commitLimits.bytes + ids.size * 128
	});
	return read.status === "ok" ? parseBatch(read.stdout) : void 0;
}
/** git reads its own configuration format; what another file would be included for is not. */
async function readModules(run, commit) {
	const read = await runGitProcess({
		...run,
		args: [
			"config",
			"--blob",
			`${commit}:.gitmodules`,
			"--no-includes",
			"-z",
			"--list"
		],
		maxBytes: MiB$1
	});
	const entries = read.status === "ok" ? read.stdout.toString("utf8").split("\0") : [];
	return new Map(entries.flatMap((entry) => {
		const end = entry.indexOf("\n");
		return end < 0 ? [] : [[entry.slice(0, end), entry.slice(end + 1)]];
	}));
}
//#endregion
//#region src/host/git/git-settings.ts
/** What holds for every run: nothing is executed, asked or followed, whatever a server says. */
const safe = [
	["core.hooksPath", "/dev/null"],
	["core.fsmonitor", "false"],
	["core.askPass", ""],
	["credential.helper", ""],
	["protocol.allow", "never"],
	["http.followRedirects", "false"],
	["http.proxy", ""],
	["http.lowSpeedLimit", "1"],
	["http.lowSpeedTime", "30"],
	["transfer.bundleURI", "false"],
	["fetch.recurseSubmodules", "false"],
	["core.bigFileThreshold", "8m"],
	["fetch.unpackLimit", "1"],
	["gc.auto", "0"],
	["maintenance.auto", "false"]
];
/**
* The environment of git without anything of this user: its home is an empty folder, so there is no configuration, no
* `.netrc` and no `.ssh`. Settings travel in the environment: the arguments of a process are everybody's to read.
*/
function gitSettings({ PATH, SYSTEMROOT, TMPDIR }, home, settings = [], more = {}) {
	const all = [...safe, ...settings];
	const numbered = all.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key], [`GIT_CONFIG_VALUE_${index}`, value]]);
	return {
		PATH,
		SYSTEMROOT,
		TMPDIR,
		HOME: home,
		XDG_CONFIG_HOME: home,
		LC_ALL: "C",
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_ATTR_NOSYSTEM: "1",
		GIT_TERMINAL_PROMPT: "0",
		GIT_NO_LAZY_FETCH: "1",
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_CONFIG_COUNT: String(all.length),
		...Object.fromEntries(numbered),
		...more
	};
}
/** Settings and environment with which a remote is reached on its way and on no other. */
function remoteSettings(remote, way, folder) {
	const url = new URL(remote.url);
	const scheme = url.protocol.slice(0, -1);
	const settings = [[`protocol.${scheme}.allow`, "always"]];
	const more = { GIT_ALLOW_PROTOCOL: scheme };
	if (scheme === "ssh") {
		if (way.by !== "address") throw new Error("ssh goes through no proxy");
		Object.assign(more, sshEnvironment(remote, url, way.address, folder));
		return {
			settings,
			more
		};
	}
	settings.push(...way.by === "address" ? pinned(url, way.address) : proxied(way));
	const { credentials, authorities } = remote;
	const own = credentials?.origin === url.origin ? credentials : void 0;
	if (own?.authorization !== void 0) settings.push([`http.${url.origin}/.extraHeader`, `Authorization: ${own.authorization}`]);
	if (own?.certificate) {
		settings.push(["http.sslCert", folder.write("tls.crt", own.certificate.cert)]);
		settings.push(["http.sslKey", folder.write("tls.key", own.certificate.key)]);
	}
	if (authorities !== void 0) settings.push(["http.sslCAInfo", folder.write("ca.crt", [...rootCertificates, authorities].join("\n"))]);
	return {
		settings,
		more
	};
}
/** libcurl looks the host of an address up nowhere else. */
function pinned(url, address) {
	const host = url.hostname.replace(/^\[(.*)\]$/u, "$1");
	const port = portOf(url);
	return host === address ? [] : [["http.curloptResolve", `${host}:${port}:${address}`]];
}
function portOf({ port, protocol }) {
	return port || (protocol === "https:" ? "443" : "80");
}
/** The login goes with the first request, as from {@link HttpProxy}'s other users; over https the host's own never leaves the tunnel. */
function proxied({ proxy, address }) {
	const { url, login } = proxy;
	const { username = "", password = "" } = login ?? {};
	const words = login ? `${encodeURIComponent(username)}:${encodeURIComponent(password)}@` : "";
	return [
		["http.proxy", `${url.protocol}//${words}${url.hostname}:${portOf(url)}`],
		["http.proxyAuthMethod", "basic"],
		...address === void 0 ? [] : pinned(url, address)
	];
}
/** ssh reads this file and no other; it believes the Secret's `known_hosts` alone. */
function sshEnvironment({ ssh }, url, address, folder) {
	const { identity = "", knownHosts = "", passphrase } = ssh ?? {};
	const host = url.hostname.replace(/^\[(.*)\]$/u, "$1");
	const alias = url.port === "" || url.port === "22" ? host : `[${host}]:${url.port}`;
	const lines = [
		"Host *",
		`HostName ${address}`,
		`HostKeyAlias ${alias}`,
		"CheckHostIP no",
		"StrictHostKeyChecking yes",
		`UserKnownHostsFile ${quoted(folder.write("known_hosts", `${knownHosts}\n`))}`,
		"GlobalKnownHostsFile /dev/null",
		"UpdateHostKeys no",
		"VerifyHostKeyDNS no",
		`IdentityFile ${quoted(folder.write("identity", `${identity.trim()}\n`))}`,
		"IdentitiesOnly yes",
		"IdentityAgent none",
		"PreferredAuthentications publickey",
		"NumberOfPasswordPrompts 1",
		"ProxyCommand none",
		"PermitLocalCommand no",
		"ClearAllForwardings yes",
		"ForwardAgent no",
		"ConnectTimeout 10",
		"LogLevel ERROR"
	];
	const config = folder.write("ssh_config", `${lines.join("\n")}\n`);
	const asking = folder.write("askpass", "#!/bin/sh\nprintf \"%s\\n\" \"$SLUICE_PASSPHRASE\"\n", 448);
	return {
		GIT_SSH_COMMAND: `ssh -F '${config.replaceAll("'", "'\\''")}'`,
		GIT_SSH_VARIANT: "ssh",
		SSH_ASKPASS: asking,
		SSH_ASKPASS_REQUIRE: "force",
		SLUICE_PASSPHRASE: passphrase ?? ""
	};
}
function quoted(path) {
	return `"${path.replaceAll("\\", "/")}"`;
}
//#endregion
//#region src/host/git/git-words.ts
const redirected = /unable to update url base|returned error: 30\d/u;
/** Whether the server has sent git elsewhere. */
function isRedirect(outcome) {
	return outcome.status === "failed" && redirected.test(outcome.stderr);
}
/**
* What git's own words mean. They are never shown: a server has a part in them, and may send back what it was sent.
*/
const meanings = [
	[redirected, (host) => `${host} redirects to where git may not follow`],
	[/repository '.*' not found|returned error: 404/u, (host) => `${host} does not have it`],
	[/returned error: 403/u, (host) => `${host} forbids it (403)`],
	[/could not read (?:Username|Password)|Authentication failed|returned error: 401/u, (host) => `${host} asks for a login`],
	[/Host key verification failed|no matching host key|No \S+ host key is known/u, (host) => `the key of ${host} is not in \`known_hosts\``],
	[/Permission denied \(|Load key|Too many authentication failures/u, (host) => `${host} does not take the key of \`identity\``],
	[/certificate|SSL/u, (host) => `the certificate of ${host} is not trusted`],
	[/Connection refused|Failed to connect|Couldn't connect/u, (host) => `${host} refuses connections`],
	[/timed? ?out|too slow/iu, (host) => `${host} does not answer`],
	[/not our ref|unadvertised object|couldn't find remote ref|reference is not a tree/u, (host) => `${host} does not have the commit`],
	[/cannot run ssh|ssh: not found/u, () => "there is no `ssh` here"]
];
/** What libcurl says of a proxy; only its own words and a code of three digits are taken. */
const proxyAnswer = /(?:HTTP code|CONNECT tunnel failed, response) (\d{3})|returned error: (407)|Proxy (CONNECT) aborted/u;
/** Why a proxy has not let git through to a host; undefined where the host itself is to blame. */
function proxyReason(stderr, host, proxy) {
	const [found, ...codes] = proxyAnswer.exec(stderr) ?? [];
	const code = codes.find((one) => one !== void 0);
	if (found !== void 0 && code !== void 0) return `${proxy} ${code === "407" ? "wants a login" : "lets nobody through"}${code === "CONNECT" ? "" : ` (${code})`} to ${host}`;
	if (/Connection refused|Failed to connect|Couldn't connect/u.test(stderr)) return `${proxy} refuses connections, and ${host} is asked through it`;
	if (/Could not resolve proxy/u.test(stderr)) return `${proxy} has no address, and ${host} is asked through it`;
}
/** Why git did not give what it was asked for; `proxy` is what it was asked through. */
function gitReason(outcome, host, proxy) {
	if (outcome.status === "absent") return "there is no `git` here";
	if (outcome.status === "killed") {
		if (outcome.why === "time") return `${host} did not answer in time`;
		return outcome.why === "size" ? `${host} sends more than is taken` : "the run was broken off";
	}
	const blamed = proxy === void 0 ? void 0 : proxyReason(outcome.stderr, host, proxy);
	if (blamed !== void 0) return blamed;
	const known = meanings.find(([pattern]) => pattern.test(outcome.stderr));
	return known ? known[1](host) : `git could not read it from ${host}`;
}
//#endregion
//#region src/host/git/git-session.ts
const MiB = 1024 * 1024;
/** Limits that `sluice doctor` prints. */
const gitLimits = {
	timeoutMs: 6e4,
	packBytes: 512 * MiB,
	refsBytes: 32 * MiB
};
/** A failure in words. */
function failed(reason) {
	return {
		status: "failed",
		reason
	};
}
/** What holds for each process. */
function limitsOf({ timeoutMs = gitLimits.timeoutMs, signal }) {
	return {
		timeoutMs,
		...signal && { signal }
	};
}
/** Prepares a visit. */
function sessionOf(options, { remote, way }, folder) {
	const home = folder.makeFolder("home");
	const url = new URL(remote.url);
	const repository = folder.makeFolder("repository");
	const { settings, more } = remoteSettings(remote, way, folder);
	const limits = {
		...limitsOf(options),
		folder: repository
	};
	const own = { GIT_DIR: repository };
	const env = gitSettings(options.environment, home, settings, {
		...more,
		...own
	});
	return {
		remote,
		folder,
		maxPackBytes: options.maxPackBytes ?? gitLimits.packBytes,
		remotely: (args, given) => runGitProcess({
			...limits,
			env,
			args,
			maxBytes: MiB,
			...given
		}),
		local: {
			...limits,
			env: gitSettings(options.environment, home, [], own)
		},
		failure: (outcome) => ({
			...failed(gitReason(outcome, bareHost(url), way.by === "proxy" ? nameOfProxy(way.proxy) : void 0)),
			redirected: isRedirect(outcome)
		})
	};
}
/** The refs of the remote. */
async function listRefs(session) {
	const maxBytes = gitLimits.refsBytes;
	const listed = await session.remotely([
		"ls-remote",
		"--quiet",
		"--",
		session.remote.url
	], { maxBytes });
	if (listed.status !== "ok") return session.failure(listed);
	const refs = /* @__PURE__ */ new Map();
	for (const line of listed.stdout.toString("utf8").split("\n")) {
		const [id = "", name = ""] = line.split("	");
		if (isCommitId(id)) refs.set(name.replace(/\^\{\}$/u, ""), id);
	}
	return {
		status: "ok",
		refs
	};
}
/** The files of a commit of the remote. */
async function fetchCommit(session, { commit, ref, folders }) {
	const { local, remote, folder } = session;
	if ((await runGitProcess({
		...local,
		args: [
			"init",
			"--quiet",
			"--bare",
			"--template=",
			...commit.length === 64 ? ["--object-format=sha256"] : []
		],
		maxBytes: MiB
	})).status !== "ok") return failed("git cannot make a repository in the folder for temporary files");
	const packs = join(folder.path, "repository", "objects", "pack");
	const isTooLarge = () => sizeOf(packs) > session.maxPackBytes;
	const fetch = (what, depth) => session.remotely([
		"fetch",
		"--quiet",
		...depth,
		"--no-tags",
		"--no-recurse-submodules",
		"--",
		remote.url,
		what
	], { isTooLarge });
	const first = await fetch(commit, ["--depth=1"]);
	const isHere = async () => (await runGitProcess({
		...local,
		args: [
			"cat-file",
			"-e",
			`${commit}^{commit}`
		],
		maxBytes: MiB
	})).status === "ok";
	if (first.status === "failed" && ref !== void 0 && isRef(ref)) {
		const second = await fetch(`${ref}:refs/sluice/wanted`, []);
		if (second.status !== "ok") return session.failure(second);
	} else if (first.status !== "ok") return session.failure(first);
	if (isTooLarge()) return session.failure({
		status: "killed",
		why: "size"
	});
	if (!await isHere()) return failed(`${bareHost(new URL(remote.url))} does not have the commit`);
	return await commitFiles(local, commit, folders);
}
/** A full name, without anything that a refspec or a pattern is made of. */
function isRef(name) {
	return /^refs\/[\w./@+=,#%&!$-]+$/u.test(name) && !name.includes("..") && !name.includes("@{");
}
function sizeOf(folder) {
	try {
		return readdirSync(folder).reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
	} catch {
		return 0;
	}
}
//#endregion
export { listRefs as a, commitLimits as c, limitsOf as i, runGitProcess as l, fetchCommit as n, sessionOf as o, gitLimits as r, gitSettings as s, failed as t };
