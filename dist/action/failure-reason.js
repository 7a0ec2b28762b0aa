import { t as nameOfProxy } from "./proxy.js";
import { t as RefusedAddress } from "./guard.js";
import { Agent, request } from "node:http";
import { rootCertificates } from "node:tls";
import { createGunzip } from "node:zlib";
import { createHash, createHmac } from "node:crypto";
import { Agent as Agent$1, request as request$1 } from "node:https";
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
export { send as n, failureOf as t };
