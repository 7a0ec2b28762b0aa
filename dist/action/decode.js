import { o as isObject } from "./base64.js";
import { n as isSchemaAddress } from "./schema-address.js";
//#region src/load/go-match.ts
/** A text as Go sees it, one character for each byte. */
function toBytes(text) {
	if (isAscii.test(text)) return text;
	let bytes = "";
	for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
	return bytes;
}
const isAscii = /^[\0-\x7f]*$/u;
const BACKSLASH = 92;
const REPLACEMENT = 65533;
/** Compiles a segment of a pattern, given as a byte text. The matcher takes byte texts without `/`. */
function compileGoMatch(pattern) {
	if (!/[*?[\\]/u.test(pattern)) return (name) => name === pattern ? "match" : "no match";
	const chunks = splitChunks(pattern);
	return (name) => {
		let at = 0;
		for (const [index, { hasStar, steps }] of chunks.entries()) {
			const isLast = index === chunks.length - 1;
			if (hasStar && steps?.length === 0) return "match";
			if (steps === void 0) return "bad pattern";
			const end = findChunk({
				steps,
				name,
				start: at,
				isLast,
				hasStar
			});
			if (end === void 0) return "no match";
			at = end;
		}
		return at === name.length ? "match" : "no match";
	};
}
/** Where the first place that the chunk matches ends; the last chunk must end with the name. */
function findChunk({ steps, name, start, isLast, hasStar }) {
	const lastStart = hasStar ? name.length : start;
	for (let at = start; at <= lastStart; at++) {
		const end = matchChunk(steps, name, at);
		if (end !== void 0 && (end === name.length || !isLast)) return end;
	}
}
function matchChunk(steps, name, start) {
	let at = start;
	for (const step of steps) {
		if (at >= name.length) return void 0;
		if (step.op === "byte") {
			if (name.charCodeAt(at) !== step.byte) return void 0;
			at++;
			continue;
		}
		const [code, width] = decode(name, at);
		if (step.op === "class" && isIn(code, step.ranges) === step.isNegated) return void 0;
		at += width;
	}
	return at;
}
function isIn(code, ranges) {
	return ranges.some(([low, high]) => low <= code && code <= high);
}
function splitChunks(pattern) {
	const chunks = [];
	let at = 0;
	while (at < pattern.length) {
		let start = at;
		while (pattern.charAt(start) === "*") start++;
		const end = endOfChunk(pattern, start);
		chunks.push({
			hasStar: start > at,
			steps: parseChunk(pattern.slice(start, end))
		});
		at = end;
	}
	return chunks;
}
/** The next star outside of brackets; brackets are only counted roughly, as Go does. */
function endOfChunk(pattern, start) {
	let inRange = false;
	for (let at = start; at < pattern.length; at++) {
		const character = pattern.charAt(at);
		if (character === "\\") at++;
		else if (character === "[") inRange = true;
		else if (character === "]") inRange = false;
		else if (character === "*" && !inRange) return at;
	}
	return pattern.length;
}
function parseChunk(chunk) {
	const steps = [];
	let at = 0;
	while (at < chunk.length) {
		const character = chunk.charAt(at);
		if (character === "[") {
			const parsed = parseClass(chunk, at + 1);
			if (parsed === void 0) return void 0;
			steps.push(parsed.step);
			at = parsed.next;
		} else if (character === "?") {
			steps.push({ op: "any" });
			at++;
		} else {
			if (character === "\\") at++;
			if (at >= chunk.length) return void 0;
			steps.push({
				op: "byte",
				byte: chunk.charCodeAt(at)
			});
			at++;
		}
	}
	return steps;
}
function parseClass(chunk, start) {
	const isNegated = chunk.charAt(start) === "^";
	const ranges = [];
	let at = isNegated ? start + 1 : start;
	while (chunk.charAt(at) !== "]" || ranges.length === 0) {
		const low = parseMember(chunk, at);
		if (low === void 0) return void 0;
		const high = chunk.charAt(low.next) === "-" ? parseMember(chunk, low.next + 1) : low;
		if (high === void 0) return void 0;
		ranges.push([low.code, high.code]);
		at = high.next;
	}
	return {
		step: {
			op: "class",
			isNegated,
			ranges
		},
		next: at + 1
	};
}
/** Go's `getEsc`: something must follow a member, a closing bracket at least. */
function parseMember(chunk, start) {
	const first = chunk.charAt(start);
	if (first === "" || first === "-" || first === "]") return void 0;
	const at = chunk.charCodeAt(start) === BACKSLASH ? start + 1 : start;
	if (at >= chunk.length) return void 0;
	const [code, width] = decode(chunk, at);
	return code === REPLACEMENT && width === 1 || at + width >= chunk.length ? void 0 : {
		code,
		next: at + width
	};
}
/** Go's `utf8.DecodeRuneInString`: a byte that begins no character is U+FFFD, one byte wide. */
function decode(bytes, at) {
	const lead = bytes.charCodeAt(at);
	if (lead < 128) return [lead, 1];
	const width = lead >= 240 ? 4 : lead >= 224 ? 3 : lead >= 192 ? 2 : 0;
	if (width === 0) return [REPLACEMENT, 1];
	let code = lead & 127 >> width;
	for (let index = 1; index < width; index++) {
		const byte = bytes.charCodeAt(at + index);
		if (Number.isNaN(byte) || (byte & 192) !== 128) return [REPLACEMENT, 1];
		code = code << 6 | byte & 63;
	}
	return [code, width];
}
//#endregion
//#region src/load/ignore-pattern.ts
/** The longest line that Go's `bufio.Scanner` reads; it stops there without an error. */
const longestLine = 65535;
/** The patterns of a text, for files below `domain` only. */
function readPatterns(text, domain) {
	const patterns = [];
	const scope = domain.map(toBytes);
	for (const raw of text.split("\n")) {
		if (raw.length > longestLine || toBytes(raw).length > longestLine) break;
		const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
		if (!line.startsWith("#") && !isBlank(line)) patterns.push(parsePattern(line, scope));
	}
	return patterns;
}
function isBlank(line) {
	return /^\p{White_Space}*$/u.test(line);
}
function parsePattern(line, domain) {
	const isInclusion = line.startsWith("!");
	const trimmed = trimSpaces(toBytes(isInclusion ? line.slice(1) : line));
	const folderOnly = trimmed.endsWith("/");
	const names = (folderOnly ? trimmed.slice(0, -1) : trimmed).split("/");
	const [name = ""] = names;
	const matchBelow = names.length > 1 ? matchPath(names, folderOnly) : matchAnyName(compileGoMatch(name), folderOnly);
	return {
		isInclusion,
		matches: (path) => path.length > domain.length && domain.every((folder, index) => path[index] === folder) && matchBelow(path.slice(domain.length))
	};
}
/** Spaces at the end are dropped, all or, after a backslash, none. */
function trimSpaces(line) {
	if (line.endsWith("\\ ")) return line;
	let end = line.length;
	while (line.charAt(end - 1) === " ") end--;
	return line.slice(0, end);
}
/** A pattern without a slash: any folder or file name of the path, but not the file's own when it ends in `/`. */
function matchAnyName(match, folderOnly) {
	return (path) => {
		for (const [index, name] of path.entries()) {
			const result = match(name);
			if (result === "bad pattern") return false;
			if (result === "match") return !folderOnly || index < path.length - 1;
		}
		return false;
	};
}
/** A pattern with a slash: from the start of the path, and all below what it matches. */
function matchPath(names, folderOnly) {
	const steps = parseSteps(names);
	return (path) => {
		let at = 0;
		for (const { match, descends } of steps) {
			const end = descends ? findName(match, path, at) : at;
			if (end >= path.length || match(path[end] ?? "") !== "match") return false;
			at = end + 1;
		}
		return steps.length > 0 && !(folderOnly && at === path.length);
	};
}
/** None, and so no match, when `**` stands next to something else in a segment. */
function parseSteps(names) {
	const steps = [];
	let descends = false;
	for (const name of names) {
		if (name === "" || name === "**") {
			descends = name === "**";
			continue;
		}
		if (name.includes("**")) return [];
		steps.push({
			match: compileGoMatch(name),
			descends
		});
		descends = false;
	}
	return steps;
}
/** The first name that matches, or that shows the pattern to be malformed; the path's length when there is none. */
function findName(match, path, start) {
	let at = start;
	while (at < path.length && match(path[at] ?? "") === "no match") at++;
	return at;
}
//#endregion
//#region src/load/source-ignore.ts
const ignoreFile = ".sourceignore";
const versionControl = [
	".git/",
	".gitignore",
	".gitmodules",
	".gitattributes"
];
const defaultExclusions = [
	"*.jpg",
	"*.jpeg",
	"*.gif",
	"*.png",
	"*.wmv",
	"*.flv",
	"*.tar.gz",
	"*.zip",
	".github/",
	".circleci/",
	".travis.yml",
	".gitlab-ci.yml",
	"appveyor.yml",
	".drone.yml",
	"cloudbuild.yaml",
	"codeship-services.yml",
	"codeship-steps.yml",
	"**/.goreleaser.yml",
	"**/.sops.yaml",
	"**/.flux.yaml"
];
/**
* Tells for each file of a source whether the artifact leaves it out. Each file is judged by itself, and the last pattern that
* matches decides, so that `!` brings back files below an excluded folder, unlike in git.
* https://github.com/fluxcd/pkg/blob/main/artifact/storage/archive.go (`SourceIgnoreFilter`)
*/
function createSourceIgnore(source) {
	const patterns = [...builtInPatterns(source.defaults), ...userPatterns(source)];
	return (path) => {
		if (source.defaults === "bucket" && path === ignoreFile) return true;
		const segments = path.split("/").map(toBytes);
		const deciding = patterns.findLast((pattern) => pattern.matches(segments));
		return deciding !== void 0 && !deciding.isInclusion;
	};
	function builtInPatterns(defaults) {
		if (defaults !== "git") return [];
		return readPatterns((userPatterns(source).length > 0 ? versionControl : [...versionControl, ...defaultExclusions]).join("\n"), []);
	}
}
/** Lowest priority first: a folder's file before those of the folders in it, and `spec.ignore` at the end. */
function userPatterns({ files, ignore = "", defaults }) {
	return [...[...files].map(([path, text]) => ({
		folders: path.split("/").slice(0, -1),
		path,
		text
	})).filter(({ folders, path }) => isRead(folders, path, defaults)).sort((left, right) => left.folders.length - right.folders.length).flatMap(({ folders, text }) => readPatterns(text, folders)), ...readPatterns(ignore, [])];
}
function isRead(folders, path, defaults) {
	if (defaults === "bucket") return path === ignoreFile;
	return (path === ignoreFile || path.endsWith(`/${ignoreFile}`)) && !folders.includes(".git");
}
//#endregion
//#region src/build/remote/read-tar.ts
/** Flux's and Helm's own numbers. */
const archiveLimits = {
	bytes: 100 * 1024 * 1024,
	fileBytes: 5 * 1024 * 1024,
	entries: 1e4
};
/** An archive that is broken, hostile or too large. */
var BadArchive = class extends Error {};
const block = 512;
const decoder = new TextDecoder("utf-8", { fatal: true });
/**
* The files of a tar archive (ustar, pax, GNU). Links and folders are left out, as Flux leaves them out; a path that leads
* out of the archive makes it a bad one. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
*/
function readTar(bytes, limits = archiveLimits) {
	const files = /* @__PURE__ */ new Map();
	let named;
	for (const { type, header, content } of entriesOf(bytes, limits.entries)) {
		if (type === "x" || type === "L") named = type === "L" ? textOf(content) : pathIn(content) ?? named;
		if (headerTypes.has(type)) continue;
		const path = named ?? pathOf(header);
		named = void 0;
		if (fileTypes.has(type)) {
			if (content.length > limits.fileBytes) throw new BadArchive(`${path} has more than ${limits.fileBytes} bytes`);
			files.set(safePath(path), content);
		} else if (!leftOutTypes.has(type)) throw new BadArchive(`${path} is neither a file nor a folder`);
	}
	return files;
}
const fileTypes = new Set([
	"0",
	"\0",
	"7"
]);
/** Hard links, symbolic links and folders. */
const leftOutTypes = new Set([
	"1",
	"2",
	"5"
]);
/** Headers of pax and GNU: they say more of the entry that follows. */
const headerTypes = new Set([
	"x",
	"g",
	"L",
	"K"
]);
function* entriesOf(bytes, maxEntries) {
	let entries = 0;
	for (let at = 0; at + block <= bytes.length;) {
		const header = bytes.subarray(at, at + block);
		if (header.every((byte) => byte === 0)) return;
		if (++entries > maxEntries) throw new BadArchive(`it has more than ${maxEntries} entries`);
		checkSum(header);
		const size = numberAt(header, 124, 12);
		const content = bytes.subarray(at + block, at + block + size);
		if (content.length < size) throw new BadArchive("it is cut off");
		at += block + Math.ceil(size / block) * block;
		yield {
			type: String.fromCharCode(header[156] ?? 0),
			header,
			content
		};
	}
}
/** The path of a file inside the archive; one that leads out of it, or that no file has, is refused. */
function safePath(path) {
	const parts = path.split("/").filter((part) => part !== "" && part !== ".");
	if (path.startsWith("/") || /[\0\\]/u.test(path) || /^[a-z]:/iu.test(path) || parts.includes("..") || parts.length === 0) throw new BadArchive("a path leads out of it");
	return parts.join("/");
}
function checkSum(header) {
	let sum = 0;
	for (const [index, byte] of header.entries()) sum += index >= 148 && index < 156 ? 32 : byte;
	if (sum !== numberAt(header, 148, 8)) throw new BadArchive("it is no tar archive");
}
/** Octal digits, or for large numbers the bytes themselves. */
function numberAt(header, start, length) {
	const field = header.subarray(start, start + length);
	if (((field[0] ?? 0) & 128) !== 0) {
		const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
		return Math.min(value, Number.MAX_SAFE_INTEGER);
	}
	const [digits = ""] = /^ *[0-7]*/u.exec(textOf(field)) ?? [];
	return Number.parseInt(digits.trim() || "0", 8);
}
function pathOf(header) {
	const name = textOf(header.subarray(0, 100));
	const prefix = textOf(header.subarray(257, 262)) === "ustar" && header[263] === 48 ? textOf(header.subarray(345, 500)) : "";
	return prefix === "" ? name : `${prefix}/${name}`;
}
/** The record `path` of a pax header: `<length> path=<value>\n`. */
function pathIn(content) {
	let path;
	for (let at = 0; at < content.length;) {
		const space = content.indexOf(32, at);
		const length = space < 0 ? 0 : Number(textOf(content.subarray(at, space)));
		if (!Number.isSafeInteger(length) || length <= 0) throw new BadArchive("a header of it is broken");
		const record = textOf(content.subarray(space + 1, at + length - 1));
		if (record.startsWith("path=")) path = record.slice(5);
		at += length;
	}
	return path;
}
/** Text up to the first zero byte. */
function textOf(field) {
	const end = field.indexOf(0);
	try {
		return decoder.decode(end < 0 ? field : field.subarray(0, end));
	} catch {
		throw new BadArchive("a name in it is no text");
	}
}
//#endregion
//#region src/build/remote/unpack.ts
/** The files of a `.tar.gz`, unpacked in memory; throws {@link BadArchive}. */
async function unpack(archive, limits = archiveLimits) {
	return readTar(await gunzip(archive, limits.bytes), limits);
}
/** Stops as soon as there is too much: what a small archive claims to be is not believed. */
async function gunzip(archive, maxBytes) {
	const stream = new Blob([new Uint8Array(archive)]).stream().pipeThrough(new DecompressionStream("gzip"));
	const parts = [];
	let length = 0;
	try {
		for await (const part of stream) {
			length += part.length;
			if (length > maxBytes) break;
			parts.push(part);
		}
	} catch (error) {
		throw new BadArchive("it is no gzip", { cause: error });
	}
	if (length > maxBytes) throw new BadArchive(`it has more than ${maxBytes} bytes when unpacked`);
	const whole = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
//#endregion
//#region src/build/release/chart-files.ts
/** The files of a chart, relative to its folder. An archive is unpacked as Helm does; throws `BadArchive`. */
async function chartFiles(chart) {
	return "archive" in chart ? await unpackChart(chart.archive) : chart.files;
}
/** The files of a chart's archive, relative to its only folder; throws `BadArchive`. */
async function unpackChart(archive) {
	const files = /* @__PURE__ */ new Map();
	for (const [path, content] of await unpack(archive)) {
		const [, ...rest] = path.split("/");
		const inner = rest.join("/");
		if (inner !== "" && inner !== ".helmignore") files.set(inner, content);
	}
	return files;
}
//#endregion
//#region src/schema/fetched-schemas.ts
/** Most schemas have some kilobytes; the largest of the catalog has two mebibytes. */
const maxSchemaBytes = 5 * 1024 * 1024;
/**
* Schemas of which some are on the network. Looking for one is not fetching it: what was looked for in vain is fetched by
* `load`, and is there when it is looked for again.
*/
var FetchedSchemas = class {
	store;
	#fetch;
	#known = /* @__PURE__ */ new Map();
	#wanted = /* @__PURE__ */ new Set();
	#failures = /* @__PURE__ */ new Map();
	constructor(store, fetch) {
		this.#fetch = fetch;
		this.store = {
			...store,
			fileAt: (path) => isSchemaAddress(path) ? this.#find(path) : store.fileAt(path)
		};
	}
	#find(url) {
		if (!this.#known.has(url)) this.#wanted.add(url);
		return this.#known.get(url);
	}
	/** Fetches what was looked for; whether there was anything. */
	async load() {
		const urls = [...this.#wanted];
		this.#wanted.clear();
		await Promise.all(urls.map(async (url) => this.#known.set(url, await this.#schemaAt(url))));
		return urls.length > 0;
	}
	/** What could not be fetched, each reason once. */
	skips() {
		return [...this.#failures].map(([reason, chosen]) => ({
			what: "fetching schemas for kinds that nothing here defines",
			reason,
			kind: chosen ? "chosen" : "incomplete"
		}));
	}
	async #schemaAt(url) {
		const fetched = await this.#fetch?.(url) ?? noNetwork;
		if (fetched.status === "absent") return void 0;
		if (fetched.status === "ok") {
			const schema = parsed(fetched.text);
			if (!schema) this.#failures.set(`${url} is no JSON Schema`, false);
			return schema;
		}
		this.#failures.set(fetched.reason, fetched.chosen === true);
	}
};
const noNetwork = {
	status: "unavailable",
	reason: "nothing is fetched in this run",
	chosen: true
};
function parsed(text) {
	try {
		const value = JSON.parse(text);
		return isObject(value) ? value : void 0;
	} catch {
		return;
	}
}
//#endregion
//#region src/build/remote/chart-url.ts
/** Servers take no longer ones. */
const maxLength = 8192;
/** Where the index of a repository lies: `index.yaml` below its path; a query stays. */
function indexUrl(repository) {
	const url = parse(repository);
	if (!url) return void 0;
	url.pathname = `${url.pathname.replace(/\/+$/u, "")}/index.yaml`;
	return url.href;
}
/**
* Where an archive lies that an index names: an address as it is, a path from the repository's own with its query.
* helm.sh/helm/v4/pkg/repo/v1 (`ResolveReferenceURL`)
*/
function archiveUrl(repository, reference) {
	if (parse(reference)) return reference;
	const base = parse(repository);
	if (!base || reference.length > maxLength) return void 0;
	const folder = new URL(base);
	folder.pathname = `${base.pathname.replace(/\/+$/u, "")}/`;
	if (!URL.canParse(reference, folder.href)) return void 0;
	const url = new URL(reference, folder);
	url.search = base.search;
	return url.href;
}
/** Scheme, host and port of an address; undefined for what is none. */
function originOf(address) {
	return parse(address)?.origin;
}
/** The name and password in an address: Go sends them as a login. */
function loginIn(address) {
	const { username = "", password = "" } = parse(address) ?? {};
	try {
		return username === "" ? void 0 : {
			username: decodeURIComponent(username),
			password: decodeURIComponent(password)
		};
	} catch {
		return;
	}
}
/** An address as it may be shown: no name and password, no query, which may hold a token. */
function shownUrl(address) {
	const url = parse(address);
	return url ? `${url.protocol}//${url.host}${url.pathname}` : "its address";
}
function parse(address) {
	return address.length <= maxLength && URL.canParse(address) ? new URL(address) : void 0;
}
//#endregion
//#region src/text/decode.ts
/**
* Decodes a file as YAML does: UTF-8, or UTF-16 when it begins with such a byte order mark.
* The byte order mark stays in the text, so that writing the text back gives the same file.
*/
function decodeUtf8(bytes) {
	if (bytes[0] === 255 && bytes[1] === 254) return decodeAs("utf-16le", bytes, "UTF-16");
	if (bytes[0] === 254 && bytes[1] === 255) return decodeAs("utf-16le", swapBytes(bytes), "UTF-16");
	return decodeAs("utf-8", bytes, "UTF-8");
}
function decodeAs(encoding, bytes, name) {
	const decoder = new TextDecoder(encoding, {
		fatal: true,
		ignoreBOM: true
	});
	try {
		return { text: decoder.decode(bytes) };
	} catch {
		return {
			error: `The file is not ${name} text.`,
			offset: firstBadByte(encoding, bytes)
		};
	}
}
/** Where the longest prefix that decodes ends, found by halving. */
function firstBadByte(encoding, bytes) {
	let low = 0;
	let high = bytes.length;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if (decodePrefix(encoding, bytes.subarray(0, middle)) !== void 0) low = middle;
		else high = middle - 1;
	}
	const text = decodePrefix(encoding, bytes.subarray(0, low)) ?? "";
	return encoding === "utf-8" ? new TextEncoder().encode(text).length : text.length * 2;
}
function decodePrefix(encoding, bytes) {
	try {
		return new TextDecoder(encoding, {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes, { stream: true });
	} catch {
		return;
	}
}
function swapBytes(bytes) {
	const swapped = new Uint8Array(bytes.length);
	for (let at = 0; at < bytes.length; at++) swapped[at] = bytes[at ^ 1] ?? 0;
	return swapped;
}
//#endregion
export { toBytes as _, originOf as a, maxSchemaBytes as c, unpack as d, BadArchive as f, compileGoMatch as g, createSourceIgnore as h, loginIn as i, chartFiles as l, readTar as m, archiveUrl as n, shownUrl as o, archiveLimits as p, indexUrl as r, FetchedSchemas as s, decodeUtf8 as t, unpackChart as u };
