import { BlockList, isIP } from "node:net";
import { Agent, request } from "node:http";
import { promisify } from "node:util";
import { rootCertificates } from "node:tls";
import { createGunzip } from "node:zlib";
import { createHash, createHmac } from "node:crypto";
import { lookup } from "node:dns";
import { Agent as Agent$1, request as request$1 } from "node:https";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
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
		proxiedRefusal: async (url) => {
			const host = bareHost(url);
			if (allowPrivateHosts || isIP(host) !== 0) return void 0;
			if (isPrivateName(host)) return isPrivate(host, host);
			const inside = (await Promise.race([resolve(host).catch(() => []), noAnswer()])).find(({ address }) => !isAllowed(address));
			return inside && isPrivate(host, inside.address);
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
/** Behind a proxy there may be no resolver that answers. */
const lookupMs = 2e3;
async function noAnswer() {
	return await setTimeout$1(lookupMs, [], { ref: false });
}
/**
* Names that are nobody's on the internet: without a dot, special ones of RFC 6761, 6762, 8375 and 9476, those that ICANN keeps for
* private use, and a cluster's own.
*/
function isPrivateName(host) {
	return !host.includes(".") || privateDomains.some((domain) => host.endsWith(`.${domain}`));
}
const privateDomains = [...[
	"localhost",
	"local",
	"internal",
	"home.arpa",
	"alt",
	"test",
	"invalid",
	"onion"
], ...[
	"lan",
	"home",
	"corp",
	"intranet",
	"private",
	"localdomain",
	"svc",
	"cluster.local"
]];
//#endregion
//#region src/host/fetch/proxy.ts
/** A proxy as messages name it. */
function nameOfProxy({ url, alias }) {
	return alias ?? `the proxy ${url.host}`;
}
/**
* Proxies as Node's own clients read them from the environment: `https_proxy`, `http_proxy` and `no_proxy`, or in capitals, which
* count less. https://nodejs.org/api/http.html#built-in-proxy-support
*/
function proxiesOf(environment) {
	const setting = (name) => {
		const found = [name, name.toUpperCase()].find((one) => environment[one]);
		return found === void 0 ? void 0 : [found, environment[found] ?? ""];
	};
	const direct = bypass(setting("no_proxy")?.[1] ?? "");
	return (url) => {
		const named = setting(`${url.protocol.slice(0, -1)}_proxy`);
		return named === void 0 || direct(url) ? void 0 : proxyIn(...named);
	};
}
function proxyIn(name, text) {
	const full = text.includes("://") ? text : `http://${text}`;
	const url = URL.canParse(full) ? new URL(full) : void 0;
	if (!url || !/^https?:$/u.test(url.protocol) || url.hostname === "") return `${name} names no proxy of http or https`;
	const { username, password } = url;
	url.username = "";
	url.password = "";
	if (username === "" && password === "") return { url };
	return withLogin(url, {
		username: decoded(username),
		password: decoded(password)
	});
}
/** A proxy that wants a login. */
function withLogin(url, login) {
	const text = `${login.username}:${login.password}`;
	return {
		url,
		login,
		authorization: `Basic ${Buffer.from(text).toString("base64")}`
	};
}
/** A `%` that escapes nothing stands for itself. */
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
/** Which addresses the user's list sends past the proxy; this machine itself is never behind one. */
function bypass(list) {
	const entries = list.toLowerCase().split(/[\s,]+/u).filter(Boolean);
	const addresses = new BlockList();
	for (const entry of entries) addAddresses(addresses, entry);
	const loopback = new BlockList();
	loopback.addSubnet("127.0.0.0", 8, "ipv4");
	loopback.addAddress("::1", "ipv6");
	return (url) => {
		const host = bareHost(url);
		const family = isIP(host) === 6 ? "ipv6" : "ipv4";
		if (isIP(host) !== 0) {
			if (addresses.check(host, family) || loopback.check(host, family)) return true;
		}
		if (host === "localhost" || host.endsWith(".localhost")) return true;
		const port = url.port || (url.protocol === "https:" ? "443" : "80");
		return entries.some((entry) => fits(entry, host, port));
	};
}
/** `*`, a host, `.` or `*.` and the domain that it is below of; each maybe with a port. */
function fits(entry, host, port) {
	const [, name = "", wantedPort = port] = /^\[?(.*?)\]?(?::(\d+))?$/u.exec(entry) ?? [];
	if (wantedPort !== port) return false;
	if (name === "*") return true;
	return /^\*?\./u.test(name) ? host.endsWith(name.replace(/^\*/u, "")) : host === name;
}
/** `10.0.0.0/8`, and `192.168.1.10-192.168.1.20`; names are none. */
function addAddresses(list, entry) {
	const [, first = "", separator = "", last = ""] = /^([\d.a-f:]+)([/-])([\d.a-f:]+)$/u.exec(entry) ?? [];
	const version = isIP(first);
	if (version === 0) return;
	const family = version === 6 ? "ipv6" : "ipv4";
	const bits = Number(last);
	if (separator === "/" && Number.isInteger(bits) && bits >= 0 && bits <= (version === 6 ? 128 : 32)) list.addSubnet(first, bits, family);
	else if (separator === "-" && isIP(last) === version) addRange(list, first, last, family);
}
function addRange(list, first, last, family) {
	try {
		list.addRange(first, last, family);
	} catch {}
}
/** A proxy as it may be shown: no name, no password, however the text is written. */
function shownProxy(text) {
	const [, scheme = "", rest = ""] = /^([a-z][a-z\d+.-]*:\/\/)?(.*)$/isu.exec(text) ?? [];
	const at = rest.lastIndexOf("@");
	return at < 0 ? text : `${scheme}***@${rest.slice(at + 1)}`;
}
//#endregion
//#region src/host/fetch/sigv4.ts
const algorithm = "AWS4-HMAC-SHA256";
/** sha256 of nothing: requests that read have no content. */
const emptyDigest = sha256("");
/** The headers that make a GET request a signed one. */
function signedHeaders(key, url, at) {
	const headers = {
		"x-amz-content-sha256": emptyDigest,
		"x-amz-date": timestamp(at)
	};
	const request = {
		url,
		at,
		service: "s3",
		headers
	};
	return {
		...headers,
		authorization: authorizationOf(key, request)
	};
}
/**
* Signature Version 4 of a GET request.
* https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
*/
function authorizationOf({ id, secret, region }, { url, at, service, headers = {} }) {
	const all = {
		host: url.host,
		"x-amz-date": timestamp(at),
		...headers
	};
	const names = Object.keys(all).sort();
	const lines = Object.entries(all).sort(([left], [right]) => left < right ? -1 : 1).map(([name, value]) => `${name}:${value.trim()}\n`);
	const signed = names.join(";");
	const canonical = [...[
		"GET",
		canonicalPath(url),
		canonicalQuery(url)
	], ...[
		lines.join(""),
		signed,
		emptyDigest
	]].join("\n");
	const day = timestamp(at).slice(0, 8);
	const scope = `${day}/${region}/${service}/aws4_request`;
	const text = [
		algorithm,
		timestamp(at),
		scope,
		sha256(canonical)
	].join("\n");
	return `${algorithm} Credential=${id}/${scope}, SignedHeaders=${signed}, Signature=${hmac([
		day,
		region,
		service,
		"aws4_request"
	].reduce((before, part) => hmac(before, part), `AWS4${secret}`), text).toString("hex")}`;
}
/** The steps of a path, each escaped once: S3 escapes no second time. */
function canonicalPath({ pathname }) {
	return pathname.split("/").map((step) => escaped(decodeURIComponent(step))).join("/");
}
function canonicalQuery({ searchParams }) {
	return [...searchParams].map(([name, value]) => `${escaped(name)}=${escaped(value)}`).sort().join("&");
}
/** Everything but letters, digits and `-._~`. */
function escaped(text) {
	return encodeURIComponent(text).replace(/[!'()*]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** `20130524T000000Z` */
function timestamp(at) {
	return at.toISOString().replace(/[-:]|\.\d+/gu, "");
}
function hmac(key, text) {
	return createHmac("sha256", key).update(text).digest();
}
function sha256(text) {
	return createHash("sha256").update(text).digest("hex");
}
//#endregion
//#region src/host/fetch/tunnel.ts
/** The proxy, not the host behind it, has not let a connection through. */
var ProxyFailure = class extends Error {
	/** The proxy, as messages name it. */
	proxy;
	/** What the proxy has answered to CONNECT. */
	code;
	constructor(proxy, why) {
		super("the proxy has failed", "cause" in why ? { cause: why.cause } : {});
		this.proxy = nameOfProxy(proxy);
		this.code = "code" in why ? why.code : void 0;
	}
};
/** No connection in time. */
var ConnectTimeout = class extends Error {};
/** Connections over https through the tunnels of a proxy (CONNECT); TLS goes all the way, so the proxy sees the host alone. */
var TunnelAgent = class extends Agent$1 {
	#proxy;
	#connectMs;
	constructor(proxy, connectMs, options) {
		super(options);
		this.#proxy = proxy;
		this.#connectMs = connectMs;
	}
	createConnection(options, done) {
		const target = `${options.host?.includes(":") ? `[${options.host}]` : options.host}:${options.port}`;
		const sent = connect(this.#proxy, target);
		const fail = (error) => done(error);
		const timer = setTimeout(() => sent.destroy(new ConnectTimeout()), this.#connectMs);
		sent.on("connect", ({ statusCode = 0 }, socket, head) => {
			clearTimeout(timer);
			if (statusCode !== 200 || head.length > 0) {
				socket.destroy();
				return fail(new ProxyFailure(this.#proxy, { code: statusCode }));
			}
			const secured = super.createConnection({
				...options,
				socket
			}, () => {});
			if (secured) done(null, secured);
		});
		sent.on("response", (response) => {
			response.destroy();
			fail(new ProxyFailure(this.#proxy, { code: response.statusCode ?? 0 }));
		});
		sent.on("error", (cause) => {
			clearTimeout(timer);
			fail(new ProxyFailure(this.#proxy, { cause }));
		});
		sent.end();
	}
};
function connect({ url, authorization, lookup }, target) {
	const options = {
		...lookup && { lookup },
		method: "CONNECT",
		path: target,
		agent: false,
		headers: {
			host: target,
			...authorization !== void 0 && { "proxy-authorization": authorization }
		}
	};
	const place = {
		hostname: url.hostname.replace(/^\[(.*)\]$/u, "$1"),
		...portOf(url)
	};
	return url.protocol === "https:" ? request$1({
		...options,
		...place
	}) : request({
		...options,
		...place
	});
}
function portOf({ port }) {
	return port === "" ? {} : { port: Number(port) };
}
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
function send(url, request, wire) {
	const own = ownCredentials(url, request.credentials);
	const options = {
		lookup: wire.lookup,
		signal: wire.signal,
		method: methodOf(request),
		headers: {
			...headersOf(request, own, wire.userAgent),
			...own?.signing && signedHeaders(own.signing, url, /* @__PURE__ */ new Date())
		}
	};
	return new Promise((settle, reject) => {
		const sent = url.protocol === "https:" ? request$1(url, {
			...options,
			agent: agentFor(wire),
			...tlsOf(request, own)
		}) : sendPlainly(url, options, wire);
		const isProxied = wire.proxy !== void 0 && url.protocol === "http:";
		const fail = (cause) => reject(isProxied && wire.proxy ? new ProxyFailure(wire.proxy, { cause }) : cause);
		sent.on("response", (response) => settle(answerOf(response, request)));
		sent.on("error", fail);
		sent.on("socket", (socket) => {
			if (!socket.connecting) return;
			const timer = setTimeout(() => sent.destroy(new ConnectTimeout()), wire.connectMs);
			socket.once("connect", () => clearTimeout(timer)).once("close", () => clearTimeout(timer));
		});
		sent.end(request.form ? new URLSearchParams(request.form).toString() : request.upload);
	});
}
const tunnels = /* @__PURE__ */ new Map();
/** One for each proxy, so that its tunnels are used again. */
function agentFor({ proxy, connectMs }) {
	if (!proxy) return https$1;
	if (proxy.lookup) return new TunnelAgent(proxy, connectMs, { maxSockets: 4 });
	const key = JSON.stringify([
		proxy.url.href,
		proxy.authorization ?? "",
		connectMs
	]);
	const agent = tunnels.get(key) ?? new TunnelAgent(proxy, connectMs, agentOptions);
	tunnels.set(key, agent);
	return agent;
}
/** Over http, to the host itself or, with the whole address, to a proxy. */
function sendPlainly(url, options, { proxy }) {
	if (!proxy) return request(url, {
		...options,
		agent: http$1
	});
	const { lookup: _, ...given } = options;
	const { authorization, lookup } = proxy;
	const rest = {
		...given,
		...lookup && {
			lookup,
			agent: false
		}
	};
	const headers = {
		...options.headers,
		host: url.host,
		...authorization !== void 0 && { "proxy-authorization": authorization }
	};
	const asked = {
		...rest,
		headers,
		path: url.href
	};
	return proxy.url.protocol === "https:" ? request$1(proxy.url, {
		agent: https$1,
		...asked
	}) : request(proxy.url, {
		agent: http$1,
		...asked
	});
}
function methodOf({ form, upload }) {
	if (upload) return "PUT";
	return form ? "POST" : "GET";
}
function ownCredentials(url, credentials) {
	return credentials?.origin === url.origin ? credentials : void 0;
}
function headersOf({ accept, compressible, validators, form, upload }, credentials, userAgent) {
	return {
		"user-agent": userAgent,
		accept: accept ?? "*/*",
		"accept-encoding": compressible === true ? "gzip" : "identity",
		...upload && { "content-length": String(upload.length) },
		...validators?.etag === void 0 ? {} : { "if-none-match": validators.etag },
		...validators?.lastModified === void 0 ? {} : { "if-modified-since": validators.lastModified },
		...form ? { "content-type": "application/x-www-form-urlencoded" } : {},
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
	if (error instanceof ProxyFailure) return proxyFailure(error, host, maxBytes);
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
/** A proxy that is not there fails all hosts alike; one that says no speaks of this one. */
function proxyFailure({ proxy, code, cause }, host, maxBytes) {
	if (code === void 0) {
		const failure = failureOf(cause, proxy, maxBytes);
		return {
			...failure,
			reason: `${failure.reason}, and ${host} is asked through it`
		};
	}
	return {
		reason: `${proxy} ${code === 407 ? "wants a login" : "lets nobody through"} (${code}) to ${host}`,
		passing: code >= 500,
		ofHost: true
	};
}
//#endregion
export { shownProxy as a, createGuard as c, proxiesOf as i, Turns as l, send as n, withLogin as o, nameOfProxy as r, bareHost as s, failureOf as t };
