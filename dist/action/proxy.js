import { n as bareHost } from "./guard.js";
import { BlockList, isIP } from "node:net";
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
export { Turns as a, withLogin as i, proxiesOf as n, shownProxy as r, nameOfProxy as t };
