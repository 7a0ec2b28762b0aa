import { t as parseGitUrl } from "./git-address.js";
import { a as Turns, i as withLogin, n as proxiesOf, t as nameOfProxy } from "./proxy.js";
import { n as bareHost, r as createGuard } from "./guard.js";
import { n as send, t as failureOf } from "./failure-reason.js";
import { a as listRefs, i as limitsOf, l as runGitProcess, n as fetchCommit, o as sessionOf, s as gitSettings, t as failed$1 } from "./git-session.js";
import { isIP } from "node:net";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
//#region src/host/git/git-redirect.ts
/** What git asks for first. */
const question = "/info/refs?service=git-upload-pack";
const connectMs = 1e4;
const answerMs = 3e4;
/**
* Where a server says that a repository is now (GitLab's address without `.git`, a renamed one). git does not follow: the new
* address has to pass the guard first. Never from https to http; undefined where there is no other address.
*/
async function redirectOf(guard, { url, credentials, authorities }, proxy) {
	const asked = new URL(`${url.replace(/\/+$/u, "")}${question}`);
	if (!asked.protocol.startsWith("http") || guard.refusal(asked) !== void 0) return void 0;
	const request = {
		url: asked.href,
		maxBytes: 0,
		...credentials && { credentials },
		...authorities === void 0 ? {} : { authorities }
	};
	const wire = {
		lookup: guard.lookup,
		userAgent: "git/sluice",
		connectMs,
		...proxy && { proxy }
	};
	try {
		const answer = await send(asked, request, {
			...wire,
			signal: AbortSignal.timeout(answerMs)
		});
		answer.discard();
		const location = answer.headers.get("location");
		if (answer.code < 300 || answer.code >= 400 || location === void 0) return void 0;
		const target = new URL(location, asked).href;
		const next = target.endsWith(question) ? parseGitUrl(target.slice(0, -34)) : void 0;
		return asked.protocol === "https:" && next?.protocol !== "https:" || !next?.protocol.startsWith("http") ? void 0 : next.href;
	} catch {
		return;
	}
}
//#endregion
//#region src/host/git/git-way.ts
/**
* Finds the way to a remote, or why there is none. The proxy that a source names goes before the user's, whatever `NO_PROXY` says, as with
* go-git; it is a stranger's host like any other, and has to pass the guard by itself.
*/
async function wayTo({ url: text, proxy: named }, guard, proxyFor) {
	const url = new URL(text);
	const refusal = guard.refusal(url);
	if (refusal !== void 0) return failed(refusal);
	const proxy = named ? guarded(named, guard) : usersProxy(url, proxyFor);
	if (typeof proxy === "string") return failed(proxy);
	if (!proxy) {
		const address = await addressOf(guard, bareHost(url));
		return typeof address === "string" ? {
			by: "address",
			address
		} : address;
	}
	if (isMisread(proxy)) return failed(`git cannot send the login of ${nameOfProxy(proxy)}`);
	const inside = await guard.proxiedRefusal(url);
	if (inside !== void 0) return failed(inside);
	if (!named) return {
		by: "proxy",
		proxy
	};
	const found = await placeOf(guard, proxy.url);
	return typeof found === "string" ? {
		by: "proxy",
		proxy,
		address: found
	} : failed(`${unnamed(found.reason, proxy)}, and ${bareHost(url)} is asked through it`);
}
/** A reason without the host of a proxy, which a Secret holds. */
function unnamed(reason, proxy) {
	const name = nameOfProxy(proxy);
	const [before = "", ...after] = reason.split(bareHost(proxy.url));
	return [before, ...after.map((text) => text.replace(/^ \([^)]*\)/u, ""))].join(name);
}
/** The one address that git may connect to. */
async function placeOf(guard, url) {
	const refusal = guard.refusal(url);
	return refusal === void 0 ? await addressOf(guard, bareHost(url)) : failed(refusal);
}
/** Whether libcurl takes what looks like an escape for one depends on its version: it could send another login. */
function isMisread({ login }) {
	return login !== void 0 && /%[\da-f]{2}/iu.test(`${login.username}\n${login.password}`);
}
/** ssh has none. */
function usersProxy(url, proxyFor) {
	return url.protocol === "ssh:" ? void 0 : proxyFor(url);
}
function guarded({ url: text, login }, guard) {
	const url = new URL(text);
	return {
		...login ? withLogin(url, login) : { url },
		lookup: guard.lookup,
		alias: "the proxy of its `proxySecretRef`"
	};
}
function addressOf(guard, host) {
	if (isIP(host) !== 0) return Promise.resolve(host);
	return new Promise((settle) => guard.lookup(host, { all: false }, (error, address) => settle(error === null && typeof address === "string" ? address : failed(failureOf(error, host, 0).reason))));
}
function failed(reason) {
	return {
		status: "failed",
		reason
	};
}
//#endregion
//#region src/host/git/private-folder.ts
/** Lends a folder for the time of `work`. */
async function withPrivateFolder(work) {
	const path = mkdtempSync(join(tmpdir(), "sluice-git-"));
	chmodSync(path, 448);
	try {
		return await work({
			path,
			write: (name, content, mode = 384) => {
				const file = join(path, name);
				writeFileSync(file, content, {
					mode,
					flag: "wx"
				});
				return file;
			},
			makeFolder: (name) => {
				const folder = join(path, name);
				mkdirSync(folder, { mode: 448 });
				return folder;
			}
		});
	} finally {
		rmSync(path, {
			recursive: true,
			force: true,
			maxRetries: 3
		});
	}
}
//#endregion
//#region src/host/git/guarded-git.ts
/** Since then git connects to the address that it is given (`http.curloptResolve`). */
const pinningVersion = [2, 37];
const maxAtOnce = 4;
const maxRedirects = 5;
/**
* The program git behind the guard: the host is looked up and judged here, and git goes to that address alone, or through a proxy
* that looks it up by itself, as all else that is fetched.
*/
function guardedGit(options) {
	const guard = createGuard(options);
	const proxyFor = options.untrusted === true ? () => void 0 : options.proxyFor ?? proxiesOf(options.environment);
	const turns = new Turns(maxAtOnce);
	let version;
	const visit = async (remote, work) => {
		if (new URL(remote.url).protocol === "ssh:" && !remote.ssh) return failed$1("ssh needs a Secret with `identity` and `known_hosts`");
		const way = await wayTo(remote, guard, proxyFor);
		if ("status" in way) return way;
		const result = await turns.take(() => withPrivateFolder((folder) => work(sessionOf(options, {
			remote,
			way
		}, folder))));
		return isRefused(result) ? {
			...result,
			way
		} : result;
	};
	const reach = async (given, work) => {
		if (options.offline === true) return failed$1("--offline");
		version ??= checkVersion(options);
		const tooOld = await version;
		if (tooOld) return tooOld;
		let remote = options.untrusted === true ? anonymous(given) : given;
		for (let hops = 0;; hops++) {
			const result = await visit(remote, work);
			if (!isRefused(result)) return result;
			const { redirected, way, ...failure } = result;
			const next = redirected && hops < maxRedirects ? await redirectOf(guard, remote, proxyOf(way)) : void 0;
			if (next === void 0) return failure;
			remote = {
				...remote,
				url: next
			};
		}
	};
	return {
		refs: (remote) => reach(remote, listRefs),
		files: (remote, wanted) => reach(remote, (session) => fetchCommit(session, wanted))
	};
}
function proxyOf(way) {
	return way?.by === "proxy" ? way.proxy : void 0;
}
function isRefused(result) {
	return result.status === "failed";
}
function anonymous({ url, authorities }) {
	return {
		url,
		...authorities === void 0 ? {} : { authorities }
	};
}
async function checkVersion(options) {
	const outcome = await runGitProcess({
		...limitsOf(options),
		folder: process.cwd(),
		env: gitSettings(options.environment, "/"),
		args: ["--version"],
		maxBytes: 1024
	});
	if (outcome.status !== "ok") return failed$1("there is no `git` here");
	const [, major = 0, minor = 0] = /(\d+)\.(\d+)/u.exec(outcome.stdout.toString()) ?? [];
	const [wantedMajor, wantedMinor] = pinningVersion;
	return Number(major) > wantedMajor || Number(major) === wantedMajor && Number(minor) >= wantedMinor ? void 0 : failed$1(`git ${major}.${minor} is too old: ${pinningVersion.join(".")} is needed`);
}
//#endregion
export { guardedGit };
