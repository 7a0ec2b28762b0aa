import { a as Turns } from "./proxy.js";
import { n as bareHost, r as createGuard } from "./guard.js";
import { n as send, t as failureOf } from "./failure-reason.js";
import { setTimeout } from "node:timers/promises";
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
/** A store behind the guard: the same limits, turns and patience as for downloads. */
function guardedStore(options) {
	const client = new Client(options);
	return {
		get: (request) => client.get(request),
		put: async (request) => {
			const outcome = await client.get(request);
			if (outcome.status === "ok") return void 0;
			if (outcome.status === "refused") return outcome.code === 201 || outcome.code === 204 ? void 0 : `it answers ${outcome.code}`;
			return outcome.status === "failed" ? outcome.reason : "it answers 304";
		}
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
			await (this.#options.sleep ?? sleep)(pause * (1 + Math.random() / 4), this.#options.signal);
		}
	}
	async #follow(request) {
		const { maxBytes } = request;
		let url = parse(request.url);
		for (let hops = 0; hops <= maxRedirects; hops++) {
			if (!url) return failed("its address is not one of http or https");
			const host = bareHost(url);
			const refusal = this.#guard.refusal(url);
			if (refusal !== void 0) return {
				status: "failed",
				reason: refusal,
				refused: true
			};
			const here = url;
			const next = await this.#turnsOf(host).take(() => this.#all.take(() => this.#ask(here, request, maxBytes)));
			if (!("redirect" in next)) return next;
			if (request.form) return failed(`${host} sends a login elsewhere`);
			if (request.upload) return failed(`${host} redirects what is to be stored`);
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
		const proxy = this.#options.untrusted === true ? void 0 : this.#options.proxyFor?.(url);
		if (typeof proxy === "string") return failed(proxy);
		const refusal = proxy && await this.#guard.proxiedRefusal(url);
		if (refusal !== void 0) return failed(refusal);
		try {
			return await outcomeOf(await send(url, request, {
				...proxy && { proxy },
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
	await setTimeout(ms, void 0, signal ? { signal } : {}).catch(() => {});
}
//#endregion
export { guardedStore as n, networkTiming as r, guardedNetwork as t };
