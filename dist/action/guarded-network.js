import { BlockList, isIP } from "node:net";
import { Agent, request } from "node:http";
import { promisify } from "node:util";
import { rootCertificates } from "node:tls";
import { createGunzip } from "node:zlib";
import { lookup } from "node:dns";
import { Agent as Agent$1, request as request$1 } from "node:https";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
//#region src/host/fetch/address.ts
/**
* IPv4 addresses that are nobody's on the internet: the entries of IANA's registry of special-purpose addresses that are not
* globally reachable, multicast, and the address at which Azure answers its own machines.
* https://www.iana.org/assignments/iana-ipv4-special-registry
*/
const specialV4 = blockList("ipv4", [
	"0.0.0.0/8",
	"10.0.0.0/8",
	"100.64.0.0/10",
	"127.0.0.0/8",
	"168.63.129.16/32",
	"169.254.0.0/16",
	"172.16.0.0/12",
	"192.0.0.0/24",
	"192.0.2.0/24",
	"192.88.99.0/24",
	"192.168.0.0/16",
	"198.18.0.0/15",
	"198.51.100.0/24",
	"203.0.113.0/24",
	"224.0.0.0/3"
]);
/** Global unicast: all that IANA gives out. Loopback, unique local, link-local, site-local and multicast lie outside of it. */
const globalV6 = blockList("ipv6", ["2000::/3"]);
/**
* What is special inside of {@link globalV6}: protocol assignments (Teredo and ORCHID among them), documentation, 6to4, 6bone.
* https://www.iana.org/assignments/iana-ipv6-special-registry
*/
const specialV6 = blockList("ipv6", [
	"2001::/23",
	"2001:db8::/32",
	"2002::/16",
	"3ffe::/16",
	"3fff::/20"
]);
/** Prefixes under which IPv6 carries an IPv4 address as its last four bytes: mapped ones, and NAT64's own. */
const carriers = ["::ffff:", "64:ff9b::"];
/** Whether an address belongs to the internet: not to this machine, its network, a cloud's metadata or a tunnel to them. */
function isPublicAddress(address) {
	const family = isIP(address);
	if (family === 4) return !specialV4.check(address, "ipv4");
	if (family === 0 || address.includes("%")) return false;
	const carried = carriedV4(address);
	if (carried !== void 0) return !specialV4.check(carried, "ipv4");
	return globalV6.check(address, "ipv6") && !specialV6.check(address, "ipv6");
}
/** The IPv4 address that an IPv6 address only carries. */
function carriedV4(address) {
	const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
	const prefix = carriers.find((one) => canonical.startsWith(one));
	if (prefix === void 0) return void 0;
	const parts = canonical.slice(prefix.length).split(":");
	if (parts.length > 2) return void 0;
	const [high = 0, low = 0] = [...Array(2 - parts.length).fill("0"), ...parts].map((part) => Number.parseInt(part || "0", 16));
	return [
		high >> 8,
		high & 255,
		low >> 8,
		low & 255
	].join(".");
}
function blockList(family, networks) {
	const list = new BlockList();
	for (const network of networks) {
		const [address = "", prefix = ""] = network.split("/");
		list.addSubnet(address, Number(prefix), family);
	}
	return list;
}
//#endregion
//#region src/host/fetch/guard.ts
/** The reason of a connection that was not made. */
var RefusedAddress = class extends Error {};
const lookupAll = promisify(lookup);
/** The machine's own resolver: its hosts file and its DNS. */
const systemResolve = (host) => lookupAll(host, { all: true });
/**
* Checks the very addresses that a socket connects to: a name that is looked up, judged and looked up again may lead
* elsewhere the second time. Numbers in host names (`0x7f000001`, `127.1`) have become addresses when URL has read them.
*/
function createGuard(options) {
	const { allowHosts, allowPrivateHosts = false, resolve = systemResolve } = options;
	const isAllowed = options.isAllowed ?? (allowPrivateHosts ? () => true : isPublicAddress);
	return {
		refusal: (url) => {
			const host = bareHost(url);
			if (allowHosts && !allowHosts.some((pattern) => matchesHost(pattern, host))) return `--allow-host does not name ${host}`;
			return isIP(host) !== 0 && !isAllowed(host) ? isPrivate(host, host) : void 0;
		},
		lookup: (host, { all }, done) => {
			resolve(host).then((found) => {
				const allowed = found.filter(({ address }) => isAllowed(address));
				const [first] = allowed;
				if (first === void 0) done(new RefusedAddress(isPrivate(host, found[0]?.address ?? "")), "");
				else if (all === true) done(null, [...allowed]);
				else done(null, first.address, first.family);
			}, (error) => done(error, ""));
		}
	};
}
/** The host of a URL, without the brackets of an IPv6 address and the dot of a full name. */
function bareHost({ hostname }) {
	return hostname.replace(/^\[(.*)\]$/u, "$1").replace(/\.$/u, "");
}
/** Whether a host fits a pattern: itself, or `*.` and a domain that it is below of. */
function matchesHost(pattern, host) {
	const wanted = pattern.toLowerCase();
	if (wanted === "*") return true;
	return wanted.startsWith("*.") ? host.endsWith(wanted.slice(1)) : host === wanted;
}
function isPrivate(host, address) {
	return `${host === address || address === "" ? host : `${host} (${address})`} is not on the internet, and --allow-private-hosts is not given`;
}
/** No connection in time. */
var ConnectTimeout = class extends Error {};
/** More content than there may be. */
var TooLarge = class extends Error {};
/** Content in an encoding that was not asked for. */
var UnknownEncoding = class extends Error {};
const agentOptions = {
	keepAlive: true,
	maxSockets: 4,
	maxFreeSockets: 2
};
const http$1 = new Agent(agentOptions);
const https$1 = new Agent$1(agentOptions);
/** Asks one server once; follows nothing. Credentials are sent when they belong to the server's origin. */
function send(url, request$2, wire) {
	const own = ownCredentials(url, request$2.credentials);
	const options = {
		lookup: wire.lookup,
		signal: wire.signal,
		headers: headersOf(request$2, own, wire.userAgent)
	};
	return new Promise((settle, fail) => {
		const sent = url.protocol === "https:" ? request$1(url, {
			...options,
			agent: https$1,
			...tlsOf(request$2, own)
		}) : request(url, {
			...options,
			agent: http$1
		});
		sent.on("response", (response) => settle(answerOf(response, request$2)));
		sent.on("error", fail);
		sent.on("socket", (socket) => {
			if (!socket.connecting) return;
			const timer = setTimeout(() => sent.destroy(new ConnectTimeout()), wire.connectMs);
			socket.once("connect", () => clearTimeout(timer)).once("close", () => clearTimeout(timer));
		});
		sent.end();
	});
}
function ownCredentials(url, credentials) {
	return credentials?.origin === url.origin ? credentials : void 0;
}
function headersOf({ accept, compressible, validators }, credentials, userAgent) {
	return {
		"user-agent": userAgent,
		accept: accept ?? "*/*",
		"accept-encoding": compressible === true ? "gzip" : "identity",
		...validators?.etag === void 0 ? {} : { "if-none-match": validators.etag },
		...validators?.lastModified === void 0 ? {} : { "if-modified-since": validators.lastModified },
		...credentials?.authorization === void 0 ? {} : { authorization: credentials.authorization }
	};
}
function tlsOf({ authorities }, credentials) {
	return {
		...authorities === void 0 ? {} : { ca: [...rootCertificates, authorities] },
		...credentials?.certificate
	};
}
function answerOf(response, { compressible }) {
	const headers = new Map(Object.entries(response.headers).flatMap(([name, value]) => value === void 0 ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]]));
	return {
		code: response.statusCode ?? 0,
		headers,
		read: async (maxBytes) => {
			try {
				const encoding = headers.get("content-encoding") ?? "identity";
				const plain = compressible !== true || encoding === "identity";
				if (!plain && encoding !== "gzip") throw new UnknownEncoding(encoding);
				return await readAll(plain ? response : gunzipped(response), maxBytes);
			} finally {
				response.destroy();
			}
		},
		discard: () => void response.destroy()
	};
}
function gunzipped(response) {
	const gunzip = createGunzip();
	response.on("error", (error) => gunzip.destroy(error));
	return response.pipe(gunzip);
}
async function readAll(content, maxBytes) {
	const parts = [];
	let length = 0;
	for await (const part of content) {
		length += part.length;
		if (length > maxBytes) throw new TooLarge();
		parts.push(part);
	}
	return new Uint8Array(Buffer.concat(parts));
}
//#endregion
//#region src/host/fetch/failure-reason.ts
/** What the codes of Node's errors mean; the first are the host's, not the request's. */
const words = {
	ENOTFOUND: "has no address",
	ENODATA: "has no address",
	EAI_AGAIN: "could not be looked up",
	EAI_FAIL: "could not be looked up",
	ECONNREFUSED: "refuses connections",
	EHOSTUNREACH: "cannot be reached",
	ENETUNREACH: "cannot be reached",
	ETIMEDOUT: "does not answer",
	ECONNRESET: "has closed the connection",
	EPIPE: "has closed the connection"
};
const passingCodes = new Set([
	"EAI_AGAIN",
	"ETIMEDOUT",
	"ECONNRESET",
	"EPIPE"
]);
/** Puts an error of the network into words that name the host. */
function failureOf(error, host, maxBytes) {
	const own = (reason, passing = false) => ({
		reason,
		passing,
		ofHost: false
	});
	if (error instanceof RefusedAddress) return {
		reason: error.message,
		passing: false,
		ofHost: true
	};
	if (error instanceof ConnectTimeout) return {
		reason: `${host} does not answer`,
		passing: true,
		ofHost: true
	};
	if (error instanceof TooLarge) return own(`${host} sends more than ${maxBytes / 1024 / 1024} MiB`);
	if (error instanceof UnknownEncoding) return own(`${host} sends an encoding that was not asked for`);
	const { name = "", code = "" } = error;
	if (name === "AbortError" || name === "TimeoutError") return own(`${host} did not answer in time`, true);
	if (error instanceof AggregateError) return failureOf(error.errors[0], host, maxBytes);
	const ofHost = code !== "ECONNRESET" && code !== "EPIPE";
	const known = words[code];
	if (known !== void 0) return {
		reason: `${host} ${known}`,
		passing: passingCodes.has(code),
		ofHost
	};
	if (/^(?:Z_|ERR_)?(?:BUF|DATA)_ERROR$/u.test(code)) return own(`${host} sends broken gzip`);
	return own(`the connection to ${host} failed (${code || "no code"})`);
}
//#endregion
//#region src/host/fetch/turns.ts
/** Lets so many do something at once; the others wait in line. */
var Turns = class {
	#free;
	#waiting = [];
	constructor(atOnce) {
		this.#free = atOnce;
	}
	async take(work) {
		if (this.#free > 0) this.#free -= 1;
		else await new Promise((settle) => this.#waiting.push(settle));
		try {
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next) next();
			else this.#free += 1;
		}
	}
};
//#endregion
//#region src/host/fetch/guarded-network.ts
/** Limits that `sluice doctor` prints. */
const networkTiming = {
	connectMs: 1e4,
	answerMs: 6e4,
	pauseMs: 500,
	maxPauseMs: 1e4
};
const maxRedirects = 10;
const maxTries = 3;
const maxAtOnce = 16;
const maxErrorBytes = 64 * 1024;
/** The network behind a guard: addresses are checked when they are connected to, everything has a limit. */
function guardedNetwork(options) {
	const client = new Client(options);
	return {
		get: (request) => client.get(request),
		loginFor: async (registry) => options.untrusted === true ? void 0 : await options.loginFor?.(registry)
	};
}
var Client = class {
	#options;
	#guard;
	#timing;
	#all = new Turns(maxAtOnce);
	#turns = /* @__PURE__ */ new Map();
	/** Hosts that have been given up, each with the reason: a host that is not there is waited for once. */
	#dead = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#options = options;
		this.#guard = createGuard(options);
		this.#timing = {
			...networkTiming,
			...options.timing
		};
	}
	async get(request) {
		if (this.#options.offline === true) return failed("--offline");
		const { credentials: _, ...anonymous } = request;
		const asked = this.#options.untrusted === true ? anonymous : request;
		for (let tries = 1;; tries++) {
			const outcome = await this.#follow(asked);
			if (outcome.status !== "broken") return outcome;
			const pause = outcome.waitMs ?? this.#timing.pauseMs * 2 ** (tries - 1);
			if (!outcome.passing || tries >= maxTries || pause > this.#timing.maxPauseMs) {
				if (outcome.ofHost) this.#dead.set(outcome.at.host, outcome.reason);
				return {
					status: "failed",
					reason: outcome.reason
				};
			}
			await sleep(pause * (1 + Math.random() / 4), this.#options.signal);
		}
	}
	async #follow(request) {
		const { maxBytes } = request;
		let url = parse(request.url);
		for (let hops = 0; hops <= maxRedirects; hops++) {
			if (!url) return failed("its address is not one of http or https");
			const host = bareHost(url);
			const refusal = this.#guard.refusal(url);
			if (refusal !== void 0) return failed(refusal);
			const here = url;
			const next = await this.#turnsOf(host).take(() => this.#all.take(() => this.#ask(here, request, maxBytes)));
			if (!("redirect" in next)) return next;
			const target = parse(next.redirect, url);
			if (target?.protocol === "http:" && url.protocol === "https:") return failed(`${host} redirects from https to http`);
			url = target;
		}
		return failed(`${request.url.split(/[?#]/u)[0]} redirects more than ${maxRedirects} times`);
	}
	async #ask(url, request, maxBytes) {
		const { toolVersion, signal } = this.#options;
		const { connectMs, answerMs } = this.#timing;
		const host = bareHost(url);
		const dead = this.#dead.get(url.host);
		if (dead !== void 0) return failed(dead);
		const timeout = AbortSignal.timeout(answerMs);
		try {
			return await outcomeOf(await send(url, request, {
				lookup: this.#guard.lookup,
				userAgent: `sluice/${toolVersion}`,
				signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
				connectMs
			}), url, maxBytes);
		} catch (error) {
			const failure = failureOf(timeout.aborted ? timeout.reason : error, host, maxBytes);
			const passing = failure.passing && signal?.aborted !== true;
			if (failure.ofHost && !passing) this.#dead.set(url.host, failure.reason);
			return {
				status: "broken",
				at: url,
				...failure,
				passing
			};
		}
	}
	#turnsOf(host) {
		const known = this.#turns.get(host) ?? new Turns(4);
		this.#turns.set(host, known);
		return known;
	}
};
const redirects = new Set([
	301,
	302,
	303,
	307,
	308
]);
async function outcomeOf(answer, at, maxBytes) {
	const { code, headers } = answer;
	if (code === 200) return {
		status: "ok",
		bytes: await answer.read(maxBytes),
		headers
	};
	const location = headers.get("location");
	if (code === 304 || redirects.has(code) && location !== void 0) {
		answer.discard();
		return code === 304 ? { status: "unchanged" } : { redirect: location ?? "" };
	}
	if (code === 429 || code === 408 || code >= 500) {
		answer.discard();
		const waitMs = retryAfter(headers.get("retry-after"));
		const broken = {
			status: "broken",
			at,
			reason: `${bareHost(at)} answers ${code}`,
			passing: true,
			ofHost: false
		};
		return waitMs === void 0 ? broken : {
			...broken,
			waitMs
		};
	}
	return {
		status: "refused",
		code,
		headers,
		bytes: await answer.read(maxErrorBytes).catch(() => new Uint8Array())
	};
}
/** Seconds, or a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfter(text) {
	if (text === void 0) return void 0;
	if (/^\d{1,6}$/u.test(text)) return Number(text) * 1e3;
	const date = Date.parse(text);
	return Number.isNaN(date) ? void 0 : Math.max(0, date - Date.now());
}
function failed(reason) {
	return {
		status: "failed",
		reason
	};
}
/** An address of http or https, without name and password: those travel as credentials. */
function parse(text, base) {
	if (!URL.canParse(text, base?.href)) return void 0;
	const url = new URL(text, base);
	url.username = "";
	url.password = "";
	url.hash = "";
	return url.protocol === "http:" || url.protocol === "https:" ? url : void 0;
}
/** A run that is broken off waits no longer. */
async function sleep(ms, signal) {
	await setTimeout$1(ms, void 0, signal ? { signal } : {}).catch(() => {});
}
//#endregion
export { networkTiming as n, guardedNetwork as t };
