import { t as visible } from "./visible-text.js";
import { t as version } from "./version.js";
import { n as LimitError, r as UsageError } from "./errors.js";
import { r as activeFindings, t as count } from "./count.js";
import { i as defaultCacheFolder, o as pruneDaily, r as defaultCacheBytes } from "./cache-folder.js";
import { a as runGit, c as normalizeGitUrl, n as gitFiles, o as safeGitOptions, r as gitRemotes, t as gitEnvironment } from "./git.js";
import { t as groupBy } from "./group-by.js";
import { a as RE2JS, c as isKind, d as versionOf$2, f as fluxGroups$1, i as compilePattern, l as qualifiedName, n as fluxVersions, o as describe, p as kinds, r as knownMinors, s as groupOf, t as rules, u as resourceKey } from "./rules.js";
import { a as isList, c as stringAt, i as formatFieldPath, l as valueAt, n as lenientUtf8, o as isObject, s as listAt, t as decodeBase64$1 } from "./base64.js";
import { a as rangeOf, c as dereference, i as nodeAt, l as lineEnd$1, n as parseYaml, o as resolveDocument, r as locate$1, s as toJson, t as createLineIndex } from "./line-index.js";
import { n as writeYaml } from "./validate.js";
import { n as nearestName } from "./nearest-name.js";
import { _ as readVersion, a as chooseCommit, b as unpackFiles, c as resolveChartTag, d as toTag, f as parseConstraint, g as parseVersion, h as parseFluxVersion, i as submoduleUrl, l as resolveChartVersion, m as compareVersions, n as parseGitUrl, o as isCommitId, p as satisfies, r as plainGitUrl, s as referenceText, t as parseBatch, u as resolveTag, v as insidePath, y as packFiles$1 } from "./cat-file.js";
import { t as dockerEntryFor } from "./docker-config.js";
import { c as isSchemaAddress, i as workspaceOptions, n as networkOptions, s as isAddress$1 } from "./settings.js";
import { a as Turns$1, r as bareHost } from "./failure-reason.js";
import { n as writeForLater } from "./atomic-write.js";
import { t as packageFolder } from "./package-files.js";
import { n as guardedStore } from "./guarded-network2.js";
import { a as fieldOf, c as renderedOf, l as resourceOf, n as shareOf, o as locate$2, r as createObjectFinder, s as locateStep, u as shareNumber } from "./shard.js";
import { n as mergeFindings, r as applyEdits, t as compareText } from "./merge-findings.js";
import { n as readText$1, o as enabledRules, r as unreadPolicies, s as isNamed$1, t as loadConfig } from "./load-config.js";
import { n as toPosix, t as findRoot } from "./root.js";
import { n as fitStart } from "./text-width.js";
import { createRequire } from "node:module";
import { BlockList, isIP } from "node:net";
import { gunzipSync } from "node:zlib";
import { Worker } from "node:worker_threads";
import { createCipheriv, createDecipheriv, createHash, hash, randomBytes } from "node:crypto";
import { fileURLToPath, pathToFileURL } from "node:url";
import { closeSync, constants, existsSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { delimiter, dirname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { spawn, spawnSync } from "node:child_process";
import { setFlagsFromString } from "node:v8";
import { setImmediate } from "node:timers/promises";
//#region src/report/secret-values.ts
/** Shorter texts, and plain words, are found everywhere: hiding them would spoil names and hide nothing. */
const minLength = 6;
const plainWord = /^[a-z-]*$/u;
/** Whether a manifest is a Secret of the core API. */
function isSecret(manifest) {
	return stringAt(manifest, ["kind"]) === "Secret" && stringAt(manifest, ["apiVersion"]) === "v1";
}
/**
* Texts that the Secrets among `manifests` hold: as they are written, decoded, and the values inside a Secret that holds
* YAML or JSON. Longest first, so that masking one leaves no part of another.
*/
function secretTexts(manifests, parse) {
	const texts = /* @__PURE__ */ new Set();
	for (const manifest of manifests) {
		if (!isSecret(manifest)) continue;
		for (const text of leaves(manifest.stringData)) texts.add(text);
		for (const text of leaves(manifest.data)) {
			texts.add(text);
			texts.add(decodeBase64(text));
		}
	}
	for (const text of [...texts]) {
		if (!/[:{\n]/u.test(text)) continue;
		for (const value of parse(text)) for (const leaf of leaves(value)) texts.add(leaf);
		for (const line of text.split("\n")) texts.add(line.trim());
	}
	return [...texts].filter((text) => text.length >= minLength && !plainWord.test(text)).sort((left, right) => right.length - left.length);
}
function leaves(value) {
	if (typeof value === "string") return [value];
	if (typeof value === "number") return [String(value)];
	if (isList(value)) return value.flatMap(leaves);
	return isObject(value) ? Object.values(value).flatMap(leaves) : [];
}
function decodeBase64(text) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
	} catch {
		return "";
	}
}
//#endregion
//#region src/yaml/source-offset.ts
const FOLD = /[ \t]*(?:(?:\r\n?|\n)[ \t]*)+/uy;
const ESCAPED_BREAK = /\\(?:\r\n?|\n)[ \t]*(?:(?:\r\n?|\n)[ \t]*)*/uy;
const ESCAPE = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\r\n])/uy;
const LINE_BREAK = /\r\n?|\n/gu;
/**
* The offset in the text of the file of character `index` of a scalar's decoded value, so that a part of a quoted or
* block scalar can be underlined. An index at or past the end gives the end of the content.
*/
function sourceOffset(text, scalar, index) {
	const { style, start, end, text: value } = scalar;
	const wanted = Math.min(Math.max(index, 0), value.length);
	if (style === "literal" || style === "folded") return inBlock(text, scalar, wanted);
	const quote = style === "plain" ? 0 : 1;
	if (end - start - 2 * quote === value.length) return start + quote + wanted;
	return inFlow(text, scalar, wanted, quote);
}
/** Plain and quoted scalars: blanks around line breaks fold, quotes are doubled or escaped. */
function inFlow(text, scalar, index, quote) {
	const end = scalar.end - quote;
	let at = scalar.start + quote;
	let decoded = 0;
	while (at < end) {
		const stretch = stretchAt(text, at, scalar.style);
		if (decoded + stretch.decoded > index) return at;
		at += stretch.source;
		decoded += stretch.decoded;
	}
	return Math.min(at, end);
}
function stretchAt(text, at, style) {
	const character = text[at];
	if (character === "'" && style === "single") return {
		source: 2,
		decoded: 1
	};
	if (character === "\\" && style === "double") return escapeAt(text, at);
	const fold = character === " " || character === "	" || character === "\n" || character === "\r" ? matchAt(FOLD, text, at) : void 0;
	if (fold === void 0) return {
		source: 1,
		decoded: 1
	};
	const breaks = fold.match(LINE_BREAK)?.length ?? 0;
	return {
		source: fold.length,
		decoded: Math.max(breaks - 1, 1)
	};
}
function escapeAt(text, at) {
	const lineBreak = matchAt(ESCAPED_BREAK, text, at);
	if (lineBreak !== void 0) return {
		source: lineBreak.length,
		decoded: 0
	};
	const sequence = matchAt(ESCAPE, text, at) ?? "\\";
	const isAstral = sequence[1] === "U" && Number.parseInt(sequence.slice(2), 16) > 65535;
	return {
		source: sequence.length,
		decoded: isAstral ? 2 : 1
	};
}
function matchAt(pattern, text, at) {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0];
}
/**
* Block scalars: each line loses its indentation. Blank lines and folding decide how many characters of the value
* stand between two lines.
*/
function inBlock(text, scalar, index) {
	const gap = new Gap(scalar.style === "folded");
	let decoded = 0;
	let previousEnd = lineEnd$1(text, scalar.start);
	for (let at = nextLine$1(text, scalar.start); at < scalar.end; at = nextLine$1(text, at)) {
		const end = lineEnd$1(text, at);
		const content = at + scalar.indent;
		if (end <= content) {
			gap.addBlankLine();
			continue;
		}
		decoded += gap.before(text.charCodeAt(content));
		if (index < decoded) return previousEnd;
		if (index <= decoded + end - content) return content + index - decoded;
		decoded += end - content;
		previousEnd = end;
	}
	return previousEnd;
}
/** Counts the characters of the value between two lines of a block scalar. */
var Gap = class {
	#isFolded;
	#blankLines = 0;
	#isFirst = true;
	#wasIndented = false;
	constructor(isFolded) {
		this.#isFolded = isFolded;
	}
	addBlankLine() {
		this.#blankLines++;
	}
	before(firstCode) {
		const isIndented = firstCode === 32 || firstCode === 9;
		const isPreserved = !this.#isFolded || isIndented || this.#wasIndented;
		const lineBreak = this.#isFirst ? 0 : 1;
		const length = isPreserved ? this.#blankLines + lineBreak : Math.max(this.#blankLines, lineBreak);
		this.#isFirst = false;
		this.#wasIndented = isIndented;
		this.#blankLines = 0;
		return length;
	}
};
function nextLine$1(text, from) {
	const end = lineEnd$1(text, from);
	return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}
//#endregion
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
//#region src/build/remote/bucket-listing.ts
/**
* Reads an answer to ListObjectsV2; undefined for what is none.
* https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
*/
function readBucketPage(text) {
	if (!/<ListBucketResult[\s>]/u.test(text)) return void 0;
	const isEncoded = elementIn(text, "EncodingType") === "url";
	const objects = [];
	for (const part of text.split("<Contents>").slice(1)) {
		const content = part.split("</Contents>")[0] ?? "";
		const key = keyIn(elementIn(content, "Key"), isEncoded);
		const size = Number(elementIn(content, "Size") ?? "0");
		if (key === void 0 || !Number.isSafeInteger(size)) return void 0;
		objects.push({
			key,
			size,
			etag: elementIn(content, "ETag") ?? ""
		});
	}
	const next = elementIn(text, "NextContinuationToken");
	return {
		objects,
		...elementIn(text, "IsTruncated") === "true" && next ? { next } : {}
	};
}
function elementIn(text, name) {
	const start = text.indexOf(`<${name}>`);
	const end = text.indexOf(`</${name}>`, start);
	return start < 0 || end < 0 ? void 0 : decoded$1(text.slice(start + name.length + 2, end));
}
/** Keys are asked for in percent-encoding, since XML cannot hold them all; not every server does it. */
function keyIn(text, isEncoded) {
	try {
		return isEncoded && text !== void 0 ? decodeURIComponent(text.replaceAll("+", " ")) : text;
	} catch {
		return;
	}
}
const entities = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'"
};
function decoded$1(text) {
	return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/giu, (all, decimal, hex, name) => {
		if (name !== void 0) return entities[name] ?? all;
		const point = decimal === void 0 ? Number.parseInt(hex, 16) : Number(decimal);
		return point <= 1114111 ? String.fromCodePoint(point) : all;
	});
}
//#endregion
//#region src/build/remote/chart-url.ts
/** Servers take no longer ones. */
const maxLength$2 = 8192;
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
	if (!base || reference.length > maxLength$2) return void 0;
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
	return address.length <= maxLength$2 && URL.canParse(address) ? new URL(address) : void 0;
}
//#endregion
//#region src/build/remote/credentials.ts
/** The header's value for a name and a password. https://www.rfc-editor.org/rfc/rfc7617 */
function basicAuthorization({ username, password }) {
	const bytes = new TextEncoder().encode(`${username}:${password}`);
	return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`;
}
/** Login, certificate and authorities of a source, bound to the origin of `url`. */
function credentialsFor(url, { login, certificate, authorities }) {
	const own = login ?? loginIn(url);
	return boundTo(originOf(url), {
		...own && { authorization: basicAuthorization(own) },
		...certificate && { certificate },
		...authorities === void 0 ? {} : { authorities }
	});
}
/** Binds what there is to an origin; without an origin only the authorities are left. */
function boundTo(origin, { authorities, ...proof }) {
	const { authorization, certificate, signing } = proof;
	const isEmpty = authorization === void 0 && certificate === void 0 && signing === void 0;
	return {
		...authorities === void 0 ? {} : { authorities },
		...origin === void 0 || isEmpty ? {} : { credentials: {
			origin,
			...proof
		} }
	};
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
const decoder$3 = new TextDecoder("utf-8", { fatal: true });
/**
* The files of a tar archive (ustar, pax, GNU). Links and folders are left out, as Flux leaves them out; a path that leads
* out of the archive makes it a bad one. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
*/
function readTar(bytes, limits = archiveLimits) {
	const files = /* @__PURE__ */ new Map();
	let named;
	for (const { type, header, content } of entriesOf$3(bytes, limits.entries)) {
		if (type === "x" || type === "L") named = type === "L" ? textOf$2(content) : pathIn(content) ?? named;
		if (headerTypes.has(type)) continue;
		const path = named ?? pathOf$2(header);
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
function* entriesOf$3(bytes, maxEntries) {
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
	const [digits = ""] = /^ *[0-7]*/u.exec(textOf$2(field)) ?? [];
	return Number.parseInt(digits.trim() || "0", 8);
}
function pathOf$2(header) {
	const name = textOf$2(header.subarray(0, 100));
	const prefix = textOf$2(header.subarray(257, 262)) === "ustar" && header[263] === 48 ? textOf$2(header.subarray(345, 500)) : "";
	return prefix === "" ? name : `${prefix}/${name}`;
}
/** The record `path` of a pax header: `<length> path=<value>\n`. */
function pathIn(content) {
	let path;
	for (let at = 0; at < content.length;) {
		const space = content.indexOf(32, at);
		const length = space < 0 ? 0 : Number(textOf$2(content.subarray(at, space)));
		if (!Number.isSafeInteger(length) || length <= 0) throw new BadArchive("a header of it is broken");
		const record = textOf$2(content.subarray(space + 1, at + length - 1));
		if (record.startsWith("path=")) path = record.slice(5);
		at += length;
	}
	return path;
}
/** Text up to the first zero byte. */
function textOf$2(field) {
	const end = field.indexOf(0);
	try {
		return decoder$3.decode(end < 0 ? field : field.subarray(0, end));
	} catch {
		throw new BadArchive("a name in it is no text");
	}
}
//#endregion
//#region src/build/remote/refusal.ts
const meanings = {
	401: "asks for a login",
	403: "forbids it",
	404: "is not there",
	410: "is gone"
};
/** Why something could not be had, in words for the report. */
function reasonOf$1(download, url, { missing }) {
	if (download.status === "unchanged") return `${shownUrl(url)} was not sent`;
	if (download.status === "failed") return `${download.reason}${and$1(missing)}`;
	const meaning = meanings[download.code];
	const said = meaning === void 0 ? `answers ${download.code}` : `${meaning} (${download.code})`;
	return `${shownUrl(url)} ${said}${and$1(missing)}`;
}
function and$1(missing) {
	return missing === void 0 ? "" : `, and ${missing}`;
}
//#endregion
//#region src/build/remote/remembered.ts
const decoder$2 = new TextDecoder();
const encoder$2 = new TextEncoder();
/**
* Downloads what may have changed, and spares the way when its server says that it has not. Who asks is part of the key,
* as a digest.
*/
async function downloadChanging(world, request, asking = {
	identity: request.credentials,
	get: (one) => world.network.get(one)
}) {
	const { cache, digest, offline } = world;
	const { url, accept } = request;
	const key = digest(JSON.stringify([
		url,
		accept ?? null,
		asking.identity ?? null
	]));
	const note = await readNote(cache, key);
	const bytesBefore = note && await readContent(world, note.digest);
	const before = note && bytesBefore ? contentOf(note, bytesBefore) : void 0;
	if (offline) return before ?? {
		status: "failed",
		reason: "--offline"
	};
	const download = await asking.get({
		...request,
		...before && note ? validatorsOf(note) : {}
	});
	if (download.status === "unchanged") return before ?? {
		status: "failed",
		reason: "its server says that nothing has changed, unasked"
	};
	if (download.status !== "ok") return download;
	const { digest: own } = await keepContent(world, download.bytes);
	const next = noteOf(own, download.headers);
	await cache.put("remote", key, encoder$2.encode(JSON.stringify(next)));
	return contentOf(next, download.bytes);
}
function validatorsOf({ etag, lastModified }) {
	if (etag === void 0 && lastModified === void 0) return {};
	return { validators: {
		...etag === void 0 ? {} : { etag },
		...lastModified === void 0 ? {} : { lastModified }
	} };
}
function noteOf(digest, headers) {
	const etag = headers.get("etag");
	const lastModified = headers.get("last-modified");
	const link = headers.get("link");
	return {
		digest,
		...etag === void 0 ? {} : { etag },
		...lastModified === void 0 ? {} : { lastModified },
		...link === void 0 ? {} : { link }
	};
}
async function readNote(cache, key) {
	const bytes = await cache.get("remote", key);
	return bytes && JSON.parse(decoder$2.decode(bytes));
}
function contentOf({ digest, link }, bytes) {
	return {
		status: "ok",
		digest,
		bytes,
		...link === void 0 ? {} : { link }
	};
}
/** Content by its digest; what is not what it claims to be is not there. */
async function readContent({ cache, digest }, expected) {
	const bytes = await cache.get("content", expected);
	return bytes && digest(bytes) === expected ? bytes : void 0;
}
/** Keeps content under its digest. */
async function keepContent({ cache, digest }, bytes) {
	const own = digest(bytes);
	await cache.put("content", own, bytes);
	return {
		status: "ok",
		digest: own,
		bytes
	};
}
//#endregion
//#region src/build/remote/bucket.ts
const maxListBytes = 16 * 1024 * 1024;
const maxPages$1 = 100;
/** minio-go's own region where nobody says another. */
const defaultRegion = "us-east-1";
const atOnce = 4;
/** The files of a Bucket's artifact, in one piece (`flux-semantics.md` 4.4). Only what is not ignored is downloaded. */
async function filesFromBucket(world, { source }) {
	const base = baseOf$2(source);
	if (!base) return unavailable$5("its `endpoint` and `bucketName` are no address");
	if (source.access.accessKey === void 0 && source.needsKey) return unavailable$5(source.access.missing ?? "its Secret has no `accesskey` and `secretkey`");
	const asking = {
		world,
		source,
		base,
		access: accessTo(base, source)
	};
	const listed = await listObjects(asking);
	if (typeof listed === "string") return unavailable$5(listed);
	const ignores = listed.find(({ key }) => key === ".sourceignore");
	const patterns = ignores && await readObject(asking, ignores);
	if (typeof patterns === "string") return unavailable$5(patterns);
	const kept = keptObjects(listed, patterns, source.ignore);
	if (typeof kept === "string") return unavailable$5(kept);
	const files = /* @__PURE__ */ new Map();
	for (let start = 0; start < kept.length; start += atOnce) {
		const part = kept.slice(start, start + atOnce);
		const contents = await Promise.all(part.map((object) => readObject(asking, object)));
		for (const [index, content] of contents.entries()) {
			if (typeof content === "string") return unavailable$5(content);
			const path = insidePath(part[index]?.key ?? "");
			if (path !== void 0) files.set(path, content);
		}
	}
	const { bytes, digest } = await keepContent(world, packFiles$1(files));
	return {
		status: "found",
		archive: bytes,
		digest,
		version: world.digest(JSON.stringify(kept)).slice(0, 12),
		place: bucketPlace(source)
	};
}
/** Where the bucket is, as it may be shown. */
function bucketPlace({ url, bucket, prefix }) {
	return `s3://${url}/${bucket}${prefix === "" ? "" : `/${prefix}`}`;
}
/** `https://<endpoint>/<bucket>`: every server of the protocol knows buckets as the first step of the path. */
function baseOf$2({ url, insecure, bucket }) {
	const text = `${insecure ? "http" : "https"}://${url}/${encodeURIComponent(bucket)}`;
	if (!/^[\w.:[\]-]+$/u.test(url) || bucket === "" || !URL.canParse(text)) return void 0;
	return new URL(text);
}
function accessTo({ origin }, { access, region }) {
	const { accessKey, certificate, authorities } = access;
	return boundTo(origin, {
		...accessKey && { signing: {
			...accessKey,
			region: region ?? defaultRegion
		} },
		...certificate && { certificate },
		...authorities === void 0 ? {} : { authorities }
	});
}
async function listObjects(asking) {
	const { world, source, base, access } = asking;
	const objects = [];
	let next;
	for (let page = 0; page < maxPages$1; page++) {
		const url = new URL(base);
		url.searchParams.set("list-type", "2");
		url.searchParams.set("encoding-type", "url");
		if (source.prefix !== "") url.searchParams.set("prefix", source.prefix);
		if (next !== void 0) url.searchParams.set("continuation-token", next);
		const answer = await downloadChanging(world, {
			url: url.href,
			maxBytes: maxListBytes,
			...access
		});
		if (answer.status !== "ok") return reasonOf$1(answer, url.href, source.access);
		const read = readBucketPage(new TextDecoder().decode(answer.bytes));
		if (!read) return `${base.host} does not answer as S3 does`;
		objects.push(...read.objects);
		if (read.next === void 0) return objects;
		next = read.next;
	}
	return `${base.host} lists objects without end`;
}
/** What is in the artifact; folders are objects too, whose keys end in a slash. */
function keptObjects(objects, patterns, ignore) {
	const text = patterns && new TextDecoder().decode(patterns);
	const leftOut = createSourceIgnore({
		files: new Map(text === void 0 ? [] : [[".sourceignore", text]]),
		...ignore === void 0 ? {} : { ignore },
		defaults: "bucket"
	});
	const kept = objects.filter(({ key }) => !key.endsWith("/") && !leftOut(key));
	if (kept.some(({ key }) => insidePath(key) === void 0)) return "a key leads out of it";
	if (kept.length > archiveLimits.entries) return `it has more than ${archiveLimits.entries} objects`;
	return kept.reduce((sum, object) => sum + object.size, 0) > archiveLimits.bytes ? `its objects have more than ${archiveLimits.bytes} bytes` : kept;
}
/** An object that an earlier run has read, as long as the list says that it is the same. */
async function readObject({ world, source, base, access }, { key, etag }) {
	const url = `${base.href}/${key.split("/").map(encodeURIComponent).join("/")}`;
	const note = world.digest(JSON.stringify([
		"object",
		url,
		etag,
		access
	]));
	const known = await world.cache.get("remote", note);
	const content = known && await readContent(world, new TextDecoder().decode(known));
	if (content && etag !== "") return content;
	if (world.offline) return "--offline";
	const answer = await world.network.get({
		url,
		maxBytes: archiveLimits.fileBytes,
		...access
	});
	if (answer.status !== "ok") return reasonOf$1(answer, url, source.access);
	const { digest } = await keepContent(world, answer.bytes);
	await world.cache.put("remote", note, new TextEncoder().encode(digest));
	return answer.bytes;
}
function unavailable$5(reason) {
	return {
		status: "unavailable",
		reason
	};
}
//#endregion
//#region src/version/satisfiable.ts
const huge = 999999999n;
/** Whether any version at all lies in the range; `>2.0.0 <1.0.0` and `1.2.3 1.2.4` hold none. */
function isSatisfiable(constraint) {
	return probesOf(constraint).some((version) => satisfies(version, constraint));
}
/** Whether the range only begins above `version`: nothing up to it lies in the range, something newer does. */
function beginsAbove(constraint, version) {
	const inside = probesOf(constraint).filter((probe) => satisfies(probe, constraint));
	return inside.length > 0 && inside.every((probe) => compareVersions(probe, version) > 0);
}
/** Versions at and around the bounds of a range: when none of them lies in it, none does. */
function probesOf({ groups }) {
	return [
		...groups.flatMap(({ comparators }) => comparators.map(({ version }) => version)),
		versionOf$1(0n, 0n, 0n),
		versionOf$1(huge, 0n, 0n)
	].flatMap(around);
}
function around(bound) {
	const { major, minor, patch } = bound;
	return [
		bound,
		versionOf$1(major, minor, patch),
		versionOf$1(major, minor, patch + 1n),
		versionOf$1(major, minor + 1n, 0n),
		versionOf$1(major + 1n, 0n, 0n),
		...below$1(major, minor, patch)
	];
}
function below$1(major, minor, patch) {
	if (patch > 0n) return [versionOf$1(major, minor, patch - 1n)];
	if (minor > 0n) return [versionOf$1(major, minor - 1n, huge)];
	return major > 0n ? [versionOf$1(major - 1n, huge, huge)] : [];
}
function versionOf$1(major, minor, patch) {
	const version = readVersion(`${major}.${minor}.${patch}`);
	if ("error" in version) throw new Error(version.error);
	return version;
}
//#endregion
//#region src/build/remote/oci-manifest.ts
/** Manifests that are understood: https://github.com/opencontainers/image-spec, and docker's before it. */
const manifestTypes = [
	"application/vnd.oci.image.manifest.v1+json",
	"application/vnd.docker.distribution.manifest.v2+json",
	"application/vnd.oci.image.index.v1+json",
	"application/vnd.docker.distribution.manifest.list.v2+json"
].join(", ");
/** The layer in which Helm keeps a chart; the second type is that of Helm before 3.7. */
const chartLayers = ["application/vnd.cncf.helm.chart.content.v1.tar+gzip", "application/tar+gzip"];
/** Reads a manifest. Of an index the image for linux/amd64 counts, as for Flux; one without platform is taken for it. */
function readManifest(bytes) {
	let content;
	try {
		content = JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return { error: "its manifest is no JSON" };
	}
	if (!isObject(content)) return { error: "its manifest is no JSON object" };
	if (Array.isArray(content.manifests)) {
		const digest = stringAt(content.manifests.find((entry) => isForLinux(entry)), ["digest"]);
		return digest === void 0 ? { error: "its index has no manifest for linux/amd64" } : {
			kind: "index",
			digest
		};
	}
	return {
		kind: "image",
		layers: listAt(content, ["layers"]).flatMap((layer) => {
			const mediaType = stringAt(layer, ["mediaType"]);
			const digest = stringAt(layer, ["digest"]);
			return mediaType === void 0 || digest === void 0 ? [] : [{
				mediaType,
				digest
			}];
		})
	};
}
function isForLinux(entry) {
	const platform = valueAt(entry, ["platform"]);
	return !isObject(platform) || platform.os === "linux" && platform.architecture === "amd64";
}
/** The layer that is the artifact: the first one of the types that are asked for, the first of all without. */
function chooseLayer(layers, mediaTypes) {
	return mediaTypes.length === 0 ? layers[0] : layers.find(({ mediaType }) => mediaTypes.includes(mediaType));
}
/** The hex digits of a sha256 digest; other algorithms are not computed here. */
function sha256Of(digest) {
	return /^sha256:([0-9a-f]{64})$/u.exec(digest)?.[1];
}
/** The codes of a registry's error: `MANIFEST_UNKNOWN`, `NAME_UNKNOWN`. */
function errorCodes(bytes) {
	try {
		return listAt(JSON.parse(new TextDecoder().decode(bytes)), ["errors"]).flatMap((error) => stringAt(error, ["code"]) ?? []);
	} catch {
		return [];
	}
}
//#endregion
//#region src/build/remote/lock.ts
/** What a request asks of which source. */
function askedBy({ source, chart, version }) {
	const place = source.kind === "repository" || source.kind === "git" ? shownUrl(source.url) : source.url;
	if (source.kind === "bucket") return {
		source: bucketPlace(source),
		asks: bucketAsks(source)
	};
	if (source.kind === "git") return {
		source: place,
		asks: gitAsks(source)
	};
	if (source.kind !== "artifact") return {
		source: place,
		chart,
		asks: version || "*"
	};
	const { reference } = source;
	switch (reference.by) {
		case "digest": return {
			source: place,
			asks: reference.digest
		};
		case "tag": return {
			source: place,
			asks: reference.tag
		};
		case "semver": {
			const { semver, filter } = reference;
			return {
				source: place,
				asks: filter === void 0 ? semver : `${semver} of ${filter}`
			};
		}
	}
}
function bucketAsks({ ignore }) {
	return ignore === void 0 ? "objects" : `objects without ${JSON.stringify(ignore)}`;
}
/** What else than the commit makes the files is part of the question. */
function gitAsks({ reference, submodules, folders }) {
	const more = [submodules ? "with submodules" : "", folders ? `of ${folders.join(", ")}` : ""];
	return [referenceText(reference), ...more].filter((part) => part !== "").join(" ");
}
/** Under which an entry is found. */
function lockKey({ source, chart, asks }) {
	return JSON.stringify([
		source,
		chart ?? null,
		asks
	]);
}
const header = `# Written by \`sluice lock\`: what each source had. Checks take these until it is written anew.
version: 1
`;
/** The text of `sluice.lock`; the order of entries is that of their texts. */
function formatLock(lock) {
	const lines = [...lock].sort(([left], [right]) => left < right ? -1 : 1).map(([, { source, chart, asks, version, digest }]) => [
		`  - source: ${JSON.stringify(source)}`,
		...chart === void 0 ? [] : [`chart: ${JSON.stringify(chart)}`],
		`asks: ${JSON.stringify(asks)}`,
		`version: ${JSON.stringify(version)}`,
		`digest: ${digest}`
	].join("\n    "));
	return `${header}sources:${lines.length === 0 ? " []" : `\n${lines.join("\n")}`}\n`;
}
/** Reads `sluice.lock`; one that is not whole is not used at all. */
function parseLock(text) {
	const document = parseYaml(text).documents[0];
	const error = document?.errors[0];
	if (!document || error) return { error: error?.message ?? "it is empty" };
	const content = toJson(document);
	if (valueAt(content, ["version"]) !== 1) return { error: "its `version` is not 1" };
	const entries = listAt(content, ["sources"]).map(readEntry$2);
	const broken = entries.indexOf(void 0);
	if (broken >= 0) return { error: `\`sources[${broken}]\` is not whole` };
	return new Map(entries.flatMap((entry) => entry ? [[lockKey(entry), entry]] : []));
}
function readEntry$2(entry) {
	if (!isObject(entry)) return void 0;
	const [source, asks, version, digest] = [
		"source",
		"asks",
		"version",
		"digest"
	].map((name) => stringAt(entry, [name]));
	const chart = stringAt(entry, ["chart"]);
	if (source === void 0 || asks === void 0 || version === void 0) return void 0;
	if (digest === void 0 || sha256Of(digest) === void 0) return void 0;
	return {
		source,
		asks,
		version,
		digest,
		...chart === void 0 ? {} : { chart }
	};
}
//#endregion
//#region src/build/cached-verdicts.ts
/** More than any repository has of one kind; what was not asked for longest is forgotten. */
const maxVerdicts = 4e3;
/**
* Judges objects one by one as far as they are remembered, and lets the engine judge the others: an object that changes
* leaves the verdicts of its kind's other objects. One entry of the cache holds them all, since a repository has hundreds.
*/
async function cachedVerdicts(request, sources) {
	const book = await sources.get();
	if (book?.status === "failed") return book;
	const known = new Map(book?.verdicts);
	const objects = request.objects.map((object) => ({
		object,
		key: sources.digest(JSON.stringify([object, request.defaults ?? false]))
	}));
	const unknown = objects.filter(({ key }) => !known.has(key));
	const fresh = unknown.length > 0 || book === void 0 ? await sources.ask({
		...request,
		objects: unknown.map(({ object }) => object)
	}) : void 0;
	if (fresh?.status === "failed") await sources.put(fresh);
	if (fresh && fresh.status !== "judged") return fresh;
	const transitionRules = fresh?.transitionRules ?? book?.transitionRules ?? 0;
	for (const [index, { key }] of unknown.entries()) known.set(key, fresh?.verdicts[index] ?? { violations: [] });
	const verdicts = objects.map(({ key }) => known.get(key) ?? { violations: [] });
	if (fresh) await sources.put(bookOf(transitionRules, known, objects));
	return {
		status: "judged",
		transitionRules,
		verdicts
	};
}
function bookOf(transitionRules, known, used) {
	for (const { key } of used) {
		const judgement = known.get(key);
		known.delete(key);
		if (judgement) known.set(key, judgement);
	}
	return {
		status: "judged",
		transitionRules,
		verdicts: [...known].slice(-maxVerdicts)
	};
}
//#endregion
//#region src/build/input-states.ts
/** Remembers digests of contents and the folders of trees, for as long as these live. */
function createInputStates(digest) {
	const contents = /* @__PURE__ */ new WeakMap();
	const listings = /* @__PURE__ */ new WeakMap();
	const contentDigest = (bytes) => {
		const known = contents.get(bytes) ?? digest(bytes);
		contents.set(bytes, known);
		return known;
	};
	const listingsOf = (tree) => {
		const known = listings.get(tree) ?? listFolders(tree.files.keys());
		listings.set(tree, known);
		return known;
	};
	const stateOf = (tree, path) => {
		const bytes = tree.files.get(path);
		if (bytes) return `file ${contentDigest(bytes)}`;
		const listing = listingsOf(tree).get(path);
		return listing === void 0 ? "absent" : `folder ${listing}`;
	};
	return { of: (tree, paths) => digest(JSON.stringify(paths.map((path) => [path, stateOf(tree, normalize(path))]))) };
}
/** The names in each folder, "" for the root; folders end in a slash, so that a file is no folder of its name. */
function listFolders(paths) {
	const folders = new Map([["", /* @__PURE__ */ new Set()]]);
	const add = (path, suffix) => {
		const slash = path.lastIndexOf("/");
		const folder = slash < 0 ? "" : path.slice(0, slash);
		const names = folders.get(folder);
		const name = path.slice(slash + 1) + suffix;
		if (names) {
			names.add(name);
			return;
		}
		folders.set(folder, new Set([name]));
		add(folder, "/");
	};
	for (const path of paths) add(path, "");
	return new Map([...folders].map(([folder, names]) => [folder, JSON.stringify([...names].sort())]));
}
function normalize(path) {
	const trimmed = path.replace(/^(?:\.?\/)+/u, "").replace(/\/+$/u, "");
	return trimmed === "." ? "" : trimmed;
}
//#endregion
//#region src/build/cached-engine.ts
/** How many sets of inputs are remembered for one Kustomization: branches that read different files. */
const maxInputSets = 8;
const encoder$1 = new TextEncoder();
const decoder$1 = new TextDecoder();
/**
* An engine that remembers results under a digest of all that they depend on. The engine behind it starts with the
* first call that is not remembered; a result that a limit has cut short never is.
*/
function cachedEngine(engine, options) {
	return new CachedEngine(engine, options);
}
var CachedEngine = class {
	digest;
	#engine;
	#options;
	#store;
	#states;
	#answered = /* @__PURE__ */ new Set();
	#wasCutShort = false;
	#turns = /* @__PURE__ */ new Map();
	#misses = 0;
	/** Later ones render few charts, or none. */
	#isFirstRun = false;
	constructor(engine, options) {
		this.digest = engine.digest;
		this.#engine = engine;
		this.#options = options;
		this.#store = createStore(options.cache);
		this.#states = createInputStates(options.digest);
	}
	start() {
		this.#startUnlessWarm();
	}
	expect(charts) {
		if (this.#isFirstRun) this.#engine.expect?.(charts);
	}
	async call(name, request, turn) {
		if (name === "kustomize") return await this.#kustomize(request, turn);
		if (name === "validate") return await this.#validate(request);
		const { digest } = this.#options;
		const key = this.#key(name, name === "helm" ? helmKey(request, digest) : request);
		this.#answered.add(key);
		const known = await inTurn(turn, () => this.#store.get(name, key));
		if (known) return known;
		const result = await this.#ask(name, request);
		if (!isLimit(result)) await this.#store.put(name, key, result);
		return result;
	}
	answers() {
		return this.#wasCutShort ? void 0 : this.#key("answers", [...this.#answered].sort());
	}
	async close() {
		await this.#store.put("run", this.#runKey(), { misses: this.#misses });
		await this.#engine.close();
	}
	/** The Kustomization leads to the paths that its builds have looked at; what is there now leads to the result. */
	async #kustomize(request, turn) {
		const first = this.#key("kustomize", kustomizeKey(request));
		const keyOf = (inputs) => this.#options.digest(first + this.#states.of(request.tree, inputs));
		let known = [];
		const remembered = await inTurn(turn, async () => {
			known = await this.#store.get("inputs", first) ?? [];
			for (const inputs of known) {
				const result = await this.#store.get("kustomize", keyOf(inputs));
				if (!result) continue;
				this.#answered.add(keyOf(inputs));
				return result;
			}
		});
		if (remembered) return remembered;
		const result = await this.#ask("kustomize", request);
		if (isLimit(result)) return result;
		const inputs = [...new Set(result.inputs)].sort();
		this.#answered.add(keyOf(inputs));
		await this.#store.put("kustomize", keyOf(inputs), result);
		if (known.every((set) => set.join("\0") !== inputs.join("\0"))) await this.#store.put("inputs", first, [inputs, ...known].slice(0, maxInputSets));
		return result;
	}
	/** Batches of one schema share an entry of the cache: they take turns. */
	async #validate(request) {
		const key = this.#key("validate", [request.schema.digest, this.#options.label]);
		const judged = (this.#turns.get(key) ?? Promise.resolve()).then(() => cachedVerdicts(request, {
			get: () => this.#store.get("validate", key),
			put: (book) => this.#store.put("validate", key, book),
			ask: (unknown) => this.#ask("validate", unknown),
			digest: this.#options.digest
		}));
		this.#turns.set(key, judged.catch(() => void 0));
		return await judged;
	}
	async #startUnlessWarm() {
		const last = await this.#store.get("run", this.#runKey());
		this.#isFirstRun = last === void 0;
		if (last?.misses !== 0) this.#engine.start();
	}
	async #ask(name, request) {
		this.#misses += 1;
		const result = await this.#engine.call(name, request);
		this.#wasCutShort ||= isLimit(result);
		return result;
	}
	#key(name, content) {
		const { digest, toolVersion } = this.#options;
		return digest(JSON.stringify([
			toolVersion,
			this.digest,
			name,
			content
		]));
	}
	#runKey() {
		return this.#key("run", this.#options.label);
	}
};
/** What is not there is looked for once more when the turn comes: somebody else may have put it there meanwhile. */
async function inTurn(turn, look) {
	const found = await look();
	return found === void 0 && await turn?.come() ? await look() : found;
}
function createStore(cache) {
	return {
		get: async (kind, key) => {
			const bytes = await cache.get(kind, key);
			return bytes && JSON.parse(decoder$1.decode(bytes));
		},
		put: (kind, key, value) => cache.put(kind, key, encoder$1.encode(JSON.stringify(value)))
	};
}
function isLimit(result) {
	return "status" in result && result.status === "limit";
}
/** The files are left out: which of them matter is known only after the build. */
function kustomizeKey({ kustomization, variables, strict }) {
	const { status: _status, ...rest } = kustomization;
	return [
		rest,
		variables,
		strict
	];
}
/** The chart's digest stands for its files. */
function helmKey({ chart, valuesFiles, ...rest }, digest) {
	const files = valuesFiles?.map(({ path, data }) => [path, data ? digest(data) : null]);
	return [
		chart.digest,
		files ?? null,
		rest
	];
}
//#endregion
//#region src/build/remote/git-submodules.ts
/** How deep submodules have submodules: go-git's own limit. */
const maxDepth$1 = 10;
/** How many there may be in all. */
const maxModules = 50;
/**
* The files of a commit with those of its submodules. Flux sends the parent's credentials to whatever host a submodule names;
* here they go to the parent's own alone (`safety.md` row 21).
*/
async function withSubmodules(git, remote, commit) {
	const files = new Map(commit.files);
	return await add$1({
		git,
		files,
		count: { left: maxModules }
	}, {
		remote,
		commit,
		folder: "",
		depth: 0
	}) ?? {
		...commit,
		files
	};
}
async function add$1(adding, parent) {
	for (const link of parent.commit.links) {
		const place = parent.folder === "" ? link.path : `${parent.folder}/${link.path}`;
		const failed = (why) => ({
			status: "failed",
			reason: `its submodule \`${place}\` ${why}`
		});
		if (parent.depth >= maxDepth$1 || adding.count.left === 0) return failed("is one too many");
		adding.count.left -= 1;
		const remote = remoteOf$1(parent, link);
		if (remote === void 0) continue;
		if (typeof remote === "string") return failed(remote);
		const fetched = await adding.git.files(remote, { commit: link.commit });
		if (fetched.status !== "ok") return failed(`could not be fetched: ${fetched.reason}`);
		for (const [path, bytes] of fetched.files) adding.files.set(`${place}/${path}`, bytes);
		const failure = await add$1(adding, {
			remote,
			commit: fetched,
			folder: place,
			depth: parent.depth + 1
		});
		if (failure) return failure;
	}
}
/** Where a submodule is fetched from, or why it is not; undefined where `.gitmodules` has no address: it stays empty. */
function remoteOf$1({ remote, commit }, { path }) {
	const entry = [...commit.modules].find(([key, value]) => /^submodule\..*\.path$/su.test(key) && value === path);
	const text = entry && commit.modules.get(entry[0].replace(/\.path$/u, ".url"));
	if (text === void 0) return void 0;
	const url = submoduleUrl(remote.url, text);
	if (!url) return "has an address that is not one of http, https or ssh";
	const isSame = originOf(url.href) === originOf(remote.url) && url.host === new URL(remote.url).host;
	const { authorities } = remote;
	return isSame ? {
		...remote,
		url: plainGitUrl(url)
	} : {
		url: plainGitUrl(url),
		...authorities === void 0 ? {} : { authorities }
	};
}
//#endregion
//#region src/build/remote/git-source.ts
/** The files of a GitRepository's artifact before `.sourceignore`, in one piece. */
async function filesFromGit(world, { source, offline }) {
	const { access, reference } = source;
	const url = parseGitUrl(source.url);
	if (!url) return unavailable$4("its address is not one of http, https or ssh");
	if (url.protocol === "ssh:" && !access.ssh) return unavailable$4(`ssh needs a Secret with \`identity\` and \`known_hosts\`${and(access)}`);
	const remote = remoteOf(url, source);
	const key = (of) => world.digest(JSON.stringify([
		remote,
		optionsOf(source),
		of
	]));
	if (offline) return await remembered$1(world, source, key(reference));
	const chosen = await commitOf(world, remote, source);
	if (chosen.status === "lacking") return unavailable$4(`${chosen.reason}${and(access)}`);
	const known = await remembered$1(world, source, key(chosen.commit));
	if (known.status === "found") {
		await keepNote(world, key(reference), {
			commit: chosen.commit,
			digest: known.digest
		});
		return known;
	}
	const got = await fetchFiles(world, remote, source, chosen);
	if (got.status !== "ok") return unavailable$4(`${got.reason}${and(access)}`);
	const { digest } = await keepContent(world, got.bytes);
	for (const of of [reference, got.commit]) await keepNote(world, key(of), {
		commit: got.commit,
		digest
	});
	return found(source, got.commit, {
		bytes: got.bytes,
		digest
	});
}
function and({ missing }) {
	return missing === void 0 ? "" : `, and ${missing}`;
}
/** What else makes an artifact another one. */
function optionsOf({ submodules, folders }) {
	return [submodules, folders ?? null];
}
/** The repository with the credentials of its source, bound to its own host. */
function remoteOf(url, { access }) {
	const plain = plainGitUrl(url);
	if (url.protocol === "ssh:") return {
		url: plain,
		...access.ssh && { ssh: access.ssh }
	};
	const login = access.login ?? loginIn(url.href);
	const { bearerToken, certificate, authorities } = access;
	const authorization = bearerToken === void 0 ? login && basicAuthorization(login) : `Bearer ${bearerToken}`;
	return {
		url: plain,
		...boundTo(url.origin, {
			...authorization === void 0 ? {} : { authorization },
			...certificate && { certificate },
			...authorities === void 0 ? {} : { authorities }
		})
	};
}
async function commitOf(world, remote, { reference }) {
	if (reference.by === "commit") {
		const { commit } = reference;
		if (!isCommitId(commit)) return {
			status: "lacking",
			reason: `\`${commit}\` is no full commit`
		};
		return {
			status: "chosen",
			commit
		};
	}
	const listed = await world.refs(JSON.stringify(remote), () => world.git.refs(remote));
	return listed.status === "ok" ? chooseCommit(reference, listed.refs) : {
		status: "lacking",
		reason: listed.reason
	};
}
async function fetchFiles(world, remote, source, chosen) {
	const { reference, folders } = source;
	const branch = reference.by === "commit" ? reference.branch : void 0;
	const ref = chosen.ref ?? (branch === void 0 ? void 0 : `refs/heads/${branch}`);
	const answer = await world.git.files(remote, {
		commit: chosen.commit,
		...ref === void 0 ? {} : { ref },
		...folders && { folders }
	});
	if (answer.status !== "ok") return answer;
	const absent = folders?.find((folder) => !hasFolder$1(answer, folder));
	if (absent !== void 0) return {
		status: "failed",
		reason: `it has no folder \`${absent}\` (\`sparseCheckout\`)`
	};
	const whole = source.submodules ? await withSubmodules(world.git, remote, answer) : answer;
	if (whole.status !== "ok") return whole;
	return {
		status: "ok",
		commit: answer.commit,
		bytes: packFiles$1(whole.files)
	};
}
function hasFolder$1({ files, links }, folder) {
	const isThere = (path) => path === folder || path.startsWith(`${folder}/`);
	return folder === "" || [...files.keys(), ...links.map(({ path }) => path)].some(isThere);
}
async function remembered$1(world, source, key) {
	const bytes = await world.cache.get("remote", key);
	const note = bytes && JSON.parse(new TextDecoder().decode(bytes));
	const content = note && await readContent(world, note.digest);
	if (!note || !content) return unavailable$4("--offline");
	return found(source, note.commit, {
		bytes: content,
		digest: note.digest
	});
}
async function keepNote(world, key, note) {
	await world.cache.put("remote", key, new TextEncoder().encode(JSON.stringify(note)));
}
function found({ url }, commit, { bytes, digest }) {
	const parsed = parseGitUrl(url);
	return {
		status: "found",
		archive: bytes,
		digest,
		version: commit,
		place: parsed ? `${parsed.protocol}//${parsed.host}${parsed.pathname}` : ""
	};
}
function unavailable$4(reason) {
	return {
		status: "unavailable",
		reason
	};
}
//#endregion
//#region src/build/remote/judge-lack.ts
/** What a stranger is not shown may be there all the same. What an earlier run has seen may be out of date. */
function judgeLack({ source: { access }, offline }, problem) {
	if (offline) return {
		status: "unavailable",
		reason: "--offline"
	};
	if (access.missing === void 0) return {
		status: "problem",
		problem
	};
	return {
		status: "unavailable",
		reason: `it is not among what anybody may see, and ${access.missing}`
	};
}
/** No version fits. */
function unsatisfied$1({ chart, version }, versions) {
	return {
		kind: "version-unsatisfied",
		message: `no '${chart}' chart with version matching '${version}' found`,
		known: newestFirst(versions),
		certain: true
	};
}
/** Versions from the newest to the oldest, releases before pre-releases: the first one is what one would write. */
function newestFirst(texts) {
	const versions = texts.flatMap((text) => {
		const version = parseFluxVersion(text);
		return version ? [{
			text,
			version
		}] : [];
	});
	const rank = ({ prerelease }) => prerelease === "" ? 0 : 1;
	return versions.sort((a, b) => rank(a.version) - rank(b.version) || compareVersions(b.version, a.version)).map(({ text }) => text);
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
//#region src/build/remote/repository-index.ts
/** Finds the charts in an index; source-controller reads it as JSON or as YAML. */
function readRepositoryIndex(bytes) {
	const decoded = decodeUtf8(bytes);
	if ("error" in decoded) return { error: decoded.error };
	const { text } = decoded;
	if (/^\s*\{/u.test(text.slice(0, 100))) return readJson(text);
	const blocks = splitEntries(text);
	return blocks ? lazyIndex(text, blocks) : readWhole(text);
}
function readJson(text) {
	try {
		return parsedIndex(JSON.parse(text));
	} catch {
		return readWhole(text);
	}
}
function readWhole(text) {
	const document = parseYaml(text).documents[0];
	const error = document?.errors[0];
	if (!document || error) return { error: error?.message ?? "it is empty" };
	return parsedIndex(toJson(document));
}
function parsedIndex(content) {
	const entries = valueAt(content, ["entries"]);
	if (!isObject(entries)) return { error: "it has no `entries`" };
	return {
		names: Object.keys(entries),
		entries: (name) => Object.hasOwn(entries, name) ? listAt(entries, [name]).flatMap(readEntry$1) : []
	};
}
function readEntry$1(entry) {
	const version = stringAt(entry, ["version"]);
	const url = stringAt(entry, ["urls", 0]);
	if (version === void 0 || url === void 0) return [];
	const created = stringAt(entry, ["created"]);
	const digest = stringAt(entry, ["digest"])?.replace(/^sha256:/u, "");
	return [{
		version,
		url,
		...created === void 0 ? {} : { created },
		...digest ? { digest } : {}
	}];
}
function lazyIndex(text, blocks) {
	return {
		names: [...blocks.keys()],
		entries: (name) => {
			const [start = 0, end = 0] = blocks.get(name) ?? [];
			const found = [];
			for (const part of versionsOf$1(text.slice(start, end))) {
				const document = parseYaml(part).documents[0];
				const error = document?.errors[0];
				if (error) return { error: error.message };
				const content = document && toJson(document);
				const list = Array.isArray(content) ? content : Object.values(content ?? {});
				found.push(...list.flat().flatMap((entry) => readEntry$1(entry)));
			}
			return found;
		}
	};
}
/**
* The blocks below `entries:` in YAML as Helm and its like write it: one key a line, all with the same indentation.
* Undefined when the text is of another make; it is read as a whole then.
*/
function splitEntries(text) {
	const head = /^entries:[ \t]*(?:#.*)?\r?$/mu.exec(text);
	if (!head) return void 0;
	const blocks = /* @__PURE__ */ new Map();
	let indentation;
	let open;
	let at = head.index + head[0].length + 1;
	for (; at < text.length;) {
		const end = (text.indexOf("\n", at) + 1 || text.length + 1) - 1;
		const spaces = leadingSpaces(text, at);
		const first = text[at + spaces];
		const isBlank = first === void 0 || first === "\n" || first === "\r" || first === "#";
		if (!isBlank && spaces === 0 && first !== "-") break;
		indentation ??= isBlank ? void 0 : spaces;
		if (!isBlank && spaces === indentation && first !== "-") {
			const name = keyOf$6(text.slice(at + spaces, end));
			if (name === void 0 || blocks.has(name)) return void 0;
			if (open) open[1] = at;
			open = [at, text.length];
			blocks.set(name, open);
		}
		at = end + 1;
	}
	if (open) open[1] = Math.min(at, text.length);
	return blocks;
}
function leadingSpaces(text, at) {
	let count = 0;
	while (text[at + count] === " ") count += 1;
	return count;
}
function keyOf$6(line) {
	const [, double, single, plain] = /^(?:"([\w.+/-]+)"|'([\w.+/-]+)'|([A-Za-z][\w.+/-]*)):[ \t]*(?:\[\][ \t]*)?\r?$/u.exec(line) ?? [];
	return double ?? single ?? plain;
}
/** Well below what the YAML reader takes in one piece. */
const maxPart = 1024 * 1024;
/** A chart's block in parts that each hold whole versions. */
function versionsOf$1(block) {
	if (block.length <= maxPart) return [block];
	const marker = /^ *- /mu.exec(block)?.[0];
	if (marker === void 0) return [block];
	const parts = [];
	let start = block.indexOf(`\n${marker}`) + 1;
	while (start < block.length) {
		const last = block.lastIndexOf(`\n${marker}`, start + maxPart) + 1;
		const next = last > start ? last : block.indexOf(`\n${marker}`, start) + 1;
		const rest = block.length - start <= maxPart || next <= start;
		parts.push(block.slice(start, rest ? block.length : next));
		start = rest ? block.length : next;
	}
	return parts;
}
//#endregion
//#region src/build/remote/helm-repository.ts
const MiB$1 = 1024 * 1024;
/** source-controller's own limits: internal/helm/helm.go. */
const maxIndexBytes = 50 * MiB$1;
const maxArchiveBytes = 10 * MiB$1;
/** Reads the index of a repository. */
async function loadIndex(world, { url, access }) {
	const address = indexUrl(url);
	if (address === void 0) return unavailable$3("its address cannot be read");
	const download = await downloadChanging(world, {
		url: address,
		maxBytes: maxIndexBytes,
		compressible: true,
		...credentialsFor(url, access)
	});
	if (download.status !== "ok") return unavailable$3(reasonOf$1(download, address, access));
	const index = readRepositoryIndex(download.bytes);
	return "error" in index ? unavailable$3(`${shownUrl(address)} is no index of charts: ${index.error}`) : {
		status: "ok",
		index
	};
}
function unavailable$3(reason) {
	return {
		status: "unavailable",
		reason
	};
}
/** Chooses a version of the chart as source-controller would, and gets its archive. */
async function chartFromIndex(world, request, index) {
	const { chart, version, source } = request;
	const entries = index.entries(chart);
	if ("error" in entries) return unavailable$3(`the index of ${shownUrl(source.url)} cannot be read: ${entries.error}`);
	if (!index.names.includes(chart)) return judgeLack(request, notFound(request, index.names));
	const picked = resolveChartVersion(version, entries);
	if (picked.status === "invalid-constraint") return {
		status: "problem",
		problem: {
			kind: "version-invalid",
			message: picked.message
		}
	};
	if (picked.status === "no-match") return judgeLack(request, unsatisfied$1(request, entries.map((entry) => entry.version)));
	return await readArchive$1(world, source, picked.chosen);
}
function notFound({ name, chart }, known) {
	return {
		kind: "chart-not-found",
		message: `${name} has no chart \`${chart}\``,
		known
	};
}
/** Gets the archive that an entry of an index names. */
async function readArchive$1(world, { url: repository, access, passCredentials }, entry) {
	const url = archiveUrl(repository, entry.url);
	if (url === void 0) return unavailable$3("the address of its archive cannot be read");
	const found = (archive, digest) => ({
		status: "found",
		archive,
		digest,
		version: entry.version,
		place: shownUrl(url)
	});
	const known = entry.digest === void 0 ? void 0 : await readContent(world, entry.digest);
	if (known && entry.digest !== void 0) return found(known, entry.digest);
	if (url.startsWith("http:") && repository.startsWith("https:")) return unavailable$3(`${shownUrl(url)} is http, and its repository is https`);
	const download = await downloadChanging(world, {
		url,
		maxBytes: maxArchiveBytes,
		...credentialsFor(passCredentials ? url : repository, access)
	});
	if (download.status !== "ok") return unavailable$3(reasonOf$1(download, url, access));
	const { bytes, digest } = download;
	if (entry.digest !== void 0 && entry.digest !== digest) return unavailable$3(`${shownUrl(url)} does not have the digest that its index states`);
	return found(bytes, digest);
}
//#endregion
//#region src/build/remote/once.ts
/** Remembers the result of each key; with `whileRunning` only until it is there: for what is too large to be kept. */
function once({ whileRunning = false } = {}) {
	const known = /* @__PURE__ */ new Map();
	return (key, work) => {
		const before = known.get(key);
		if (before) return before;
		const running = whileRunning ? work().finally(() => known.delete(key)) : work();
		known.set(key, running);
		return running;
	};
}
//#endregion
//#region src/build/remote/oci-challenge.ts
/**
* The first challenge of `WWW-Authenticate` that is understood, Bearer before Basic.
* https://distribution.github.io/distribution/spec/auth/token/
*/
function readChallenge(header) {
	const challenges = splitChallenges(header ?? "");
	const bearer = challenges.find(({ scheme }) => scheme === "bearer")?.parameters;
	const realm = bearer?.get("realm");
	const service = bearer?.get("service");
	if (realm !== void 0) return {
		scheme: "bearer",
		realm,
		...service === void 0 ? {} : { service }
	};
	return challenges.some(({ scheme }) => scheme === "basic") ? { scheme: "basic" } : void 0;
}
const token = /[\w!#$%&'*+.^`|~-]+/uy;
const quoted$1 = /"(?:[^"\\]|\\.)*"/uy;
function splitChallenges(header) {
	const challenges = [];
	let at = 0;
	const take = (pattern) => {
		pattern.lastIndex = at;
		const found = pattern.exec(header)?.[0];
		if (found !== void 0) at = pattern.lastIndex;
		return found;
	};
	while (at < header.length) {
		const word = take(token);
		if (word === void 0) at += 1;
		else if (header[at] === "=") {
			at += 1;
			const value = take(quoted$1)?.slice(1, -1).replaceAll(/\\(.)/gu, "$1") ?? take(token) ?? "";
			challenges.at(-1)?.parameters.set(word.toLowerCase(), value);
		} else challenges.push({
			scheme: word.toLowerCase(),
			parameters: /* @__PURE__ */ new Map()
		});
	}
	return challenges;
}
/** Where a token is asked for, to pull from one repository and nothing else. */
function tokenUrl({ realm, service }, repository) {
	if (!URL.canParse(realm)) return void 0;
	const url = new URL(realm);
	if (service !== void 0) url.searchParams.set("service", service);
	url.searchParams.set("scope", `repository:${repository}:pull`);
	return url.href;
}
//#endregion
//#region src/build/remote/registry.ts
const maxTokenBytes = 64 * 1024;
/** Asks registries, and logs in where they want it: with a token of their own, or with name and password. */
function createRegistries(network) {
	const granted = /* @__PURE__ */ new Map();
	const ask = (target, request, authorization) => {
		const { certificate, authorities } = target.access;
		return network.get({
			...request,
			...boundTo(target.origin, {
				...authorization === void 0 ? {} : { authorization },
				...certificate && { certificate },
				...authorities === void 0 ? {} : { authorities }
			})
		});
	};
	return { get: async (target, request) => {
		const key = JSON.stringify([
			target.origin,
			target.repository,
			target.access
		]);
		const before = granted.get(key);
		const first = await ask(target, request, await before);
		const challenge = challengeOf(first);
		if (!challenge) return first;
		const now = granted.get(key) === before ? authorize(network, target, challenge) : granted.get(key);
		if (now) granted.set(key, now);
		const authorization = await now;
		return authorization === void 0 ? first : await ask(target, request, authorization);
	} };
}
function challengeOf(download) {
	return download.status === "refused" && download.code === 401 ? readChallenge(download.headers.get("www-authenticate")) : void 0;
}
/** The login for a registry: the source's own, else this user's. */
async function loginOf(network, { registry, access }) {
	return access.login ?? dockerEntryFor(access.dockerConfig ?? "", registry).login ?? await network.loginFor(registry);
}
async function authorize(network, target, challenge) {
	const login = await loginOf(network, target);
	const identityToken = login?.identityToken;
	if (challenge.scheme === "basic") return login && identityToken === void 0 ? basicAuthorization(login) : void 0;
	const url = tokenUrl(challenge, target.repository);
	const isDowngrade = target.origin.startsWith("https:") && url?.startsWith("https:") !== true;
	if (url === void 0 || isDowngrade) return void 0;
	const { authorities } = target.access;
	const form = identityToken === void 0 ? void 0 : formOf(url, identityToken);
	const answer = await network.get({
		url: form ? url.split("?")[0] ?? url : url,
		maxBytes: maxTokenBytes,
		...form && { form },
		...boundTo(originOf(url), {
			...login && !form && { authorization: basicAuthorization(login) },
			...authorities === void 0 ? {} : { authorities }
		})
	});
	const token = answer.status === "ok" ? tokenIn(answer.bytes) : void 0;
	return token === void 0 ? void 0 : `Bearer ${token}`;
}
/** An identity token is exchanged as OAuth does it. https://distribution.github.io/distribution/spec/auth/oauth/ */
function formOf(url, identityToken) {
	const asked = Object.fromEntries(new URL(url).searchParams);
	const grant = {
		grant_type: "refresh_token",
		client_id: "sluice"
	};
	return {
		...asked,
		...grant,
		refresh_token: identityToken
	};
}
/** `token`, or `access_token` as OAuth calls it. A line break in it would end the header. */
function tokenIn(bytes) {
	try {
		const { token, access_token: other } = JSON.parse(new TextDecoder().decode(bytes));
		const found = token ?? other;
		return typeof found === "string" && /^[\x21-\x7e]+$/u.test(found) ? found : void 0;
	} catch {
		return;
	}
}
//#endregion
//#region src/build/remote/oci-reference.ts
/** What the distribution specification lets a repository be called. */
const repositoryName = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/u;
/** No address is longer. */
const maxLength$1 = 2048;
const dockerHosts = new Set([
	"docker.io",
	"index.docker.io",
	"registry-1.docker.io"
]);
/** Reads `oci://host/path`; undefined for what is none. Docker Hub has another name for its API, and one for its own images. */
function parseOciUrl(url, insecure) {
	const [, host = "", path = ""] = url.length > maxLength$1 ? [] : /^oci:\/\/([^/?#@\\]+)\/([^?#]*[^?#/])\/*$/u.exec(url) ?? [];
	const base = `${insecure ? "http" : "https"}://${host}`;
	if (host === "" || !URL.canParse(base)) return void 0;
	const { host: registry } = new URL(base);
	const isDocker = dockerHosts.has(registry);
	const repository = isDocker && !path.includes("/") ? `library/${path}` : path;
	if (path.length > 255 || !repositoryName.test(repository)) return void 0;
	return {
		registry: isDocker ? "docker.io" : registry,
		origin: isDocker ? "https://registry-1.docker.io" : new URL(base).origin,
		repository
	};
}
//#endregion
//#region src/build/remote/registry-content.ts
const MiB = 1024 * 1024;
/** What the distribution specification lets a manifest have. */
const maxManifestBytes = 4 * MiB;
const maxTagBytes = 16 * MiB;
const maxPages = 200;
/** All tags of a repository, page by page. https://github.com/opencontainers/distribution-spec (Listing Tags) */
async function readTags(world, target) {
	const tags = [];
	let url = `${apiOf(target)}/tags/list?n=1000`;
	for (let page = 0; url !== void 0; page++) {
		if (page >= maxPages) return unavailable$2(`${target.registry} lists tags without end`);
		const answer = await download(world, target, {
			url,
			maxBytes: maxTagBytes,
			compressible: true
		});
		if (answer.status !== "ok") return refusedBy(answer, url, target);
		tags.push(...tagsIn(answer.bytes));
		url = nextPage(answer.link, url);
	}
	return {
		status: "ok",
		tags
	};
}
function tagsIn(bytes) {
	try {
		return listAt(JSON.parse(new TextDecoder().decode(bytes)), ["tags"]).filter((tag) => typeof tag === "string");
	} catch {
		return [];
	}
}
/** The next page is on the same server, whatever it says. */
function nextPage(link, url) {
	const [, next] = /<([^<>]*)>\s*;\s*rel="?next"?/u.exec(link ?? "") ?? [];
	if (next === void 0 || !URL.canParse(next, url)) return void 0;
	const address = new URL(next, url);
	return address.origin === new URL(url).origin ? address.href : void 0;
}
/** The layer of an artifact that `mediaTypes` choose, with its content. */
async function readLayer(world, target, { reference, mediaTypes, maxBytes }) {
	const first = await manifestAt(world, target, reference);
	if (first.status !== "ok") return first;
	let manifest = readManifest(first.bytes);
	if (!("error" in manifest) && manifest.kind === "index") {
		const second = await manifestAt(world, target, manifest.digest);
		if (second.status !== "ok") return second;
		manifest = readManifest(second.bytes);
	}
	if ("error" in manifest) return unavailable$2(manifest.error);
	const layer = manifest.kind === "image" ? chooseLayer(manifest.layers, mediaTypes) : void 0;
	if (!layer) return unavailable$2(mediaTypes.length === 0 ? "its artifact has no layer" : `its artifact has no layer of type ${mediaTypes[0]}`);
	const blob = await blobOf(world, target, layer, maxBytes);
	return blob.status === "ok" ? {
		...blob,
		manifest: first.digest
	} : blob;
}
/** A manifest by tag, or by digest, which says what it has to be. */
async function manifestAt(world, target, reference) {
	const url = `${apiOf(target)}/manifests/${encodeURI(reference)}`;
	const request = {
		url,
		accept: manifestTypes,
		maxBytes: maxManifestBytes,
		compressible: true
	};
	if (!reference.includes(":")) {
		const answer = await download(world, target, request);
		return answer.status === "ok" ? answer : refusedBy(answer, url, target);
	}
	return await byDigest(world, target, reference, request);
}
function blobOf(world, target, { digest }, maxBytes) {
	return byDigest(world, target, digest, {
		url: `${apiOf(target)}/blobs/${encodeURI(digest)}`,
		maxBytes
	});
}
/** What is named by its digest is asked for once. */
async function byDigest(world, target, digest, request) {
	const expected = sha256Of(digest);
	if (expected === void 0) return unavailable$2(`${digest} is no sha256 digest`);
	const known = await readContent(world, expected);
	if (known) return {
		status: "ok",
		digest: expected,
		bytes: known
	};
	if (world.offline) return unavailable$2("--offline");
	const answer = await world.registries.get(target, request);
	if (answer.status === "unchanged") return unavailable$2(reasonOf$1(answer, request.url, {}));
	if (answer.status !== "ok") return refusedBy(answer, request.url, target);
	if (world.digest(answer.bytes) !== expected) return unavailable$2(`${target.registry} sends something else than ${digest}`);
	return await keepContent(world, answer.bytes);
}
function download(world, target, request) {
	const asking = {
		identity: target.access,
		get: (one) => world.registries.get(target, one)
	};
	const key = JSON.stringify([
		request.url,
		target.access,
		world.offline
	]);
	return world.answers(key, () => downloadChanging(world, request, asking));
}
function apiOf({ origin, repository }) {
	return `${origin}/v2/${repository}`;
}
function refusedBy(answer, url, { access }) {
	const reason = reasonOf$1(answer, url, access);
	return answer.status === "refused" && answer.code === 404 ? {
		status: "absent",
		bytes: answer.bytes,
		reason
	} : unavailable$2(reason);
}
function unavailable$2(reason) {
	return {
		status: "unavailable",
		reason
	};
}
//#endregion
//#region src/build/remote/registry-chart.ts
/** A chart of a HelmRepository of type `oci`: `<url>/<chart>`, in the version that source-controller would take. */
async function chartFromRegistry(world, request) {
	const { source, chart, version } = request;
	const url = chartUrl(source, chart);
	const target = targetOf$3(url, source);
	if (!target) return unreadable;
	const fetched = async (chosen) => await readChart(world, {
		...request,
		url,
		target
	}, chosen, {
		reference: toTag(chosen),
		mediaTypes: chartLayers,
		maxBytes: maxArchiveBytes
	});
	const exact = resolveChartTag(version, []);
	if (exact.status === "resolved") return await fetched(exact.chosen);
	return await fromTags(world, {
		...request,
		url,
		target
	}, (tags) => resolveChartTag(version, tags), fetched);
}
/** The versions of a chart below a registry's path; none where they cannot be had. */
async function chartTags(world, source, chart) {
	const target = targetOf$3(chartUrl(source, chart), source);
	const listed = target && await readTags(world, target);
	return listed?.status === "ok" ? listed.tags.map(fromTag) : [];
}
function chartUrl({ url }, chart) {
	return `${url.replace(/\/$/u, "")}/${chart}`;
}
/** The chart that an OCIRepository stands for. */
async function chartFromArtifact(world, request, maxBytes = maxArchiveBytes) {
	const { url, reference, mediaType } = request.source;
	const target = targetOf$3(url, request.source);
	if (!target) return unreadable;
	const mediaTypes = mediaType === void 0 ? [] : [mediaType];
	const wanted = {
		...request,
		url,
		target
	};
	const fetched = (tag) => readChart(world, wanted, tag, {
		reference: tag,
		mediaTypes,
		maxBytes
	});
	if (reference.by === "digest") return await fetched(reference.digest);
	if (reference.by === "tag") return await fetched(reference.tag);
	const filter = compilePattern(reference.filter ?? "");
	if (!filter) return unavailable$1("its `semverFilter` is no regular expression");
	const layer = mediaTypes.some((type) => chartLayers[0] === type) ? "chart" : "other";
	return await fromTags(world, wanted, (tags) => resolveTag(reference.semver, tags.filter((tag) => filter.isPartOf(tag)), layer), fetched);
}
const unreadable = {
	status: "unavailable",
	reason: "its address cannot be read"
};
function unavailable$1(reason) {
	return {
		status: "unavailable",
		reason
	};
}
function targetOf$3(url, { insecure, access }) {
	const repository = parseOciUrl(url, insecure);
	return repository && {
		...repository,
		access
	};
}
async function fromTags(world, wanted, pick, fetched) {
	const listed = await readTags(world, wanted.target);
	if (listed.status === "absent") return judgeLack(wanted, absent(wanted));
	if (listed.status !== "ok") return listed;
	const picked = pick(listed.tags);
	if (picked.status === "invalid-constraint") return {
		status: "problem",
		problem: {
			kind: "version-invalid",
			message: picked.message
		}
	};
	return picked.status === "resolved" ? await fetched(picked.chosen) : judgeLack(wanted, unsatisfied$1(wanted, listed.tags.map(fromTag)));
}
async function readChart(world, wanted, version, layer) {
	const found = await readLayer(world, wanted.target, layer);
	if (found.status === "absent") return await lacking(world, wanted, found);
	if (found.status !== "ok") return found;
	const { bytes, digest } = found;
	return {
		status: "found",
		archive: bytes,
		digest,
		version,
		place: wanted.url
	};
}
/** A manifest is not there: is it the tag that is wrong, or the name? */
async function lacking(world, wanted, { bytes, reason }) {
	const { source } = wanted;
	if (source.kind === "artifact" && source.reference.by === "digest") return unavailable$1(reason);
	if (errorCodes(bytes).includes("NAME_UNKNOWN")) return judgeLack(wanted, absent(wanted));
	const listed = await readTags(world, wanted.target);
	if (listed.status === "absent") return judgeLack(wanted, absent(wanted));
	if (listed.status !== "ok") return unavailable$1(reason);
	if (wanted.version === "latest") return judgeLack(wanted, untagged(wanted));
	return judgeLack(wanted, unsatisfied$1(wanted, source.kind === "registry" ? listed.tags.map(fromTag) : listed.tags));
}
function absent({ name, source, chart, url }) {
	return {
		kind: "chart-not-found",
		message: source.kind === "registry" ? `${name} has no chart \`${chart}\`` : `\`${url}\` is not in its registry`,
		known: []
	};
}
function untagged({ url, version }) {
	return {
		kind: "chart-not-found",
		message: `\`${url}\` has no tag \`${version}\``,
		known: []
	};
}
function fromTag(tag) {
	return tag.replaceAll("_", "+");
}
//#endregion
//#region src/build/remote/remote-mirror.ts
/** A repository with an index as a mirror. */
function mirrorOfRepository(world, source, loaded) {
	if (loaded.status !== "ok") return loaded;
	return {
		status: "ok",
		entries: async (chart) => {
			const entries = loaded.index.entries(chart);
			return "error" in entries ? [] : entries;
		},
		read: (_chart, entry) => readArchive$1(world, source, entry)
	};
}
/** A registry as a mirror: `oci://host/path` has a repository for each chart. */
function mirrorOfRegistry(world, source) {
	return {
		status: "ok",
		entries: async (chart) => {
			return (await chartTags(world, source, chart)).map((version) => ({
				version,
				url: `${chart}:${version}`
			}));
		},
		read: (chart, { version }) => chartFromRegistry(world, {
			source,
			chart,
			version,
			name: "the mirror",
			offline: world.offline
		})
	};
}
//#endregion
//#region src/build/remote/create-remote-sources.ts
/** A packed artifact; unpacked it may have twice as much. */
const maxArtifactBytes = 50 * 1024 * 1024;
/** Charts from the network; within one run nothing is asked for twice. */
function createRemoteSources(world) {
	const registries = createRegistries(world.network);
	const indexes = once();
	const answers = once();
	const refs = once();
	const artifacts = once();
	const charts = once({ whileRunning: true });
	const worldOf = (offline) => ({
		...world,
		registries,
		answers,
		offline
	});
	const gitWorldOf = (offline) => ({
		...world,
		refs,
		offline
	});
	const indexOf = (download, source) => {
		return indexes(world.digest(JSON.stringify([source, download.offline])), () => loadIndex(download, source));
	};
	const fromRepository = async (download, request) => {
		const loaded = await indexOf(download, request.source);
		return loaded.status === "ok" ? await chartFromIndex(download, request, loaded.index) : loaded;
	};
	const find = (request) => {
		const download = worldOf(request.offline);
		const { source } = request;
		switch (source.kind) {
			case "repository": return fromRepository(download, {
				...request,
				source
			});
			case "registry": return chartFromRegistry(download, {
				...request,
				source
			});
			case "artifact": return chartFromArtifact(download, {
				...request,
				source
			});
		}
	};
	return {
		find: (given) => {
			const request = world.untrusted ? withoutCredentials(given) : given;
			return charts(world.digest(JSON.stringify(request)), () => find(request));
		},
		artifact: (given) => {
			const request = world.untrusted ? withoutCredentials(given) : given;
			const { source, offline } = request;
			const key = world.digest(JSON.stringify(request));
			if (source.kind === "git") return artifacts(key, () => filesFromGit(gitWorldOf(offline), {
				...request,
				source
			}));
			return source.kind === "bucket" ? artifacts(key, () => filesFromBucket(worldOf(offline), {
				...request,
				source
			})) : chartFromArtifact(worldOf(offline), {
				...request,
				source
			}, maxArtifactBytes);
		},
		mirror: async (url, offline) => {
			const download = worldOf(offline);
			if (url.startsWith("oci:")) return mirrorOfRegistry(download, {
				kind: "registry",
				url,
				access: {},
				insecure: false
			});
			const source = {
				kind: "repository",
				url,
				access: {},
				passCredentials: false
			};
			return mirrorOfRepository(download, source, await indexOf(download, source));
		}
	};
}
function withoutCredentials(request) {
	const { authorities, ...given } = request.source.access;
	if (Object.keys(given).length === 0) return request;
	const access = {
		...authorities === void 0 ? {} : { authorities },
		missing: given.missing ?? "--untrusted sends no credentials"
	};
	return {
		...request,
		source: {
			...request.source,
			access
		}
	};
}
//#endregion
//#region src/build/remote/locked-sources.ts
/** Sources that give what `sluice.lock` says, or nothing; those that it does not name are asked as ever. */
function lockedSources(sources, world) {
	const ask = async (request, fetch) => {
		const asked = askedBy(request);
		const entry = world.lock.get(lockKey(asked));
		const found = entry ? await held(world, request, entry, fetch) : await fetch(request);
		if (found.status === "found") {
			const { version, digest } = found;
			world.onFetched?.({
				...asked,
				version,
				digest: `sha256:${digest}`
			});
		}
		return found;
	};
	return {
		find: (request) => ask(request, (one) => sources.find(one)),
		artifact: (request) => ask(request, (one) => sources.artifact(one)),
		mirror: (url, offline) => sources.mirror(url, offline)
	};
}
/** What is in the cache under the digest needs no question. */
async function held(world, request, { version, digest, source: place }, fetch) {
	const expected = sha256Of(digest) ?? "";
	const known = await readContent(world, expected);
	if (known) return {
		status: "found",
		archive: known,
		digest: expected,
		version,
		place
	};
	const found = await fetch(pinned(request, version));
	if (found.status === "unavailable" || found.status === "found" && found.digest === expected) return found;
	return {
		status: "unavailable",
		reason: `version ${version} ${found.status === "found" ? "has changed" : "is gone"} since sluice.lock was written: run \`sluice lock\``
	};
}
/** A range may have moved on: the version of the lock is asked for. */
function pinned(request, version) {
	const { source } = request;
	if (source.kind === "bucket") return request;
	if (source.kind === "git") {
		const { reference } = source;
		const branch = reference.by === "branch" || reference.by === "commit" ? reference.branch : void 0;
		const commit = {
			by: "commit",
			commit: version,
			...branch === void 0 ? {} : { branch }
		};
		return {
			...request,
			source: {
				...source,
				reference: commit
			}
		};
	}
	if (source.kind !== "artifact") return {
		...request,
		version
	};
	return source.reference.by === "digest" ? request : {
		...request,
		source: {
			...source,
			reference: {
				by: "tag",
				tag: version
			}
		}
	};
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
			const schema = parsed$1(fetched.text);
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
function parsed$1(text) {
	try {
		const value = JSON.parse(text);
		return isObject(value) ? value : void 0;
	} catch {
		return;
	}
}
//#endregion
//#region src/build/remote/remote-schema.ts
/** A JSON Schema from the network, or from an earlier run when its server says that it has not changed. */
async function remoteSchema(world, url) {
	const download = await downloadChanging(world, {
		url,
		maxBytes: maxSchemaBytes,
		compressible: true
	});
	if (download.status === "ok") return {
		status: "ok",
		text: new TextDecoder().decode(download.bytes)
	};
	if (download.status === "refused" && (download.code === 404 || download.code === 410)) return { status: "absent" };
	const reason = reasonOf$1(download, url, {});
	const refused = download.status === "failed" && download.refused === true;
	return {
		status: "unavailable",
		reason,
		chosen: world.offline,
		...refused && { refused }
	};
}
/** What one run keeps of schemas; beyond it the cache is asked, and the server whether it is still good. */
const maxKept = 16 * maxSchemaBytes;
/** Releases of one chart ask for the same schemas. */
function schemasOnce(load) {
	const kept = /* @__PURE__ */ new Map();
	const running = once({ whileRunning: true });
	let bytes = 0;
	return (url, offline) => {
		const key = `${offline} ${url}`;
		return running(key, async () => {
			const before = kept.get(key);
			if (before) return before;
			const fetched = await load(url, offline);
			bytes += fetched.status === "ok" ? fetched.text.length : 0;
			if (bytes <= maxKept) kept.set(key, fetched);
			return fetched;
		});
	};
}
//#endregion
//#region src/build/turns.ts
/** Lets so many units work at the same time. Of those that wait the one of the lowest rank is next. */
var Turns = class {
	#free;
	#waiting = [];
	constructor(atOnce) {
		this.#free = atOnce;
	}
	turn(rank) {
		let hasBegun = false;
		return {
			come: async () => {
				if (hasBegun) return false;
				hasBegun = true;
				return await this.#come(rank);
			},
			end: () => {
				if (hasBegun) this.#next();
				hasBegun = false;
			}
		};
	}
	async #come(rank) {
		if (this.#free > 0) {
			this.#free -= 1;
			return false;
		}
		await new Promise((begin) => {
			const behind = this.#waiting.findIndex((other) => other.rank > rank);
			const place = behind === -1 ? this.#waiting.length : behind;
			this.#waiting.splice(place, 0, {
				rank,
				begin
			});
		});
		return true;
	}
	#next() {
		const next = this.#waiting.shift();
		if (next) next.begin();
		else this.#free += 1;
	}
};
//#endregion
//#region src/host/engine/system-environment.ts
/** The environment of programs that need none: what Windows needs to start any. */
function systemOnly() {
	const { SystemRoot } = process.env;
	return process.platform === "win32" && SystemRoot !== void 0 ? { SystemRoot } : {};
}
//#endregion
//#region src/host/engine/helm/find-helm.ts
const startTimeoutMs$1 = 1e4;
/** The program at `named`, else the first `helm` of the search path; a text says why there is none to use. */
function findHelm(named, environment) {
	const path = named ?? onSearchPath(environment.PATH ?? environment.Path ?? "");
	if (path === void 0) return "there is no `helm` on the search path";
	if (!isFile(path)) return `there is no program \`${path}\``;
	const { status, stdout } = spawnSync(path, [
		"version",
		"--template",
		"{{.Version}}"
	], {
		env: systemOnly(),
		cwd: tmpdir(),
		encoding: "utf8",
		timeout: startTimeoutMs$1
	});
	const version = /^v?(?:3|4)\.\d+\.\d+\S*$/u.exec((stdout ?? "").trim())?.[0];
	if (status !== 0 || version === void 0) return `\`${path}\` is no Helm 3 or 4`;
	return {
		path,
		version,
		size: statSync(path).size
	};
}
/** Folders that are named relative to the current one, which a stranger may have filled, are passed over. */
function onSearchPath(searchPath) {
	const name = process.platform === "win32" ? "helm.exe" : "helm";
	return searchPath.split(delimiter).filter((folder) => isAbsolute(folder)).map((folder) => join(folder, name)).find(isFile);
}
function isFile(path) {
	return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
//#endregion
//#region src/host/engine/messages.ts
/** The manifests of a chart may not be larger; Flux itself stops far earlier, at etcd's limit for a release. */
const maxOutput = 10 * 1024 * 1024;
const encoders = {
	kustomize: ({ tree, ...rest }) => ({
		name: "kustomize",
		request: JSON.stringify({
			...rest,
			tree: tree.id
		}),
		blobs: [],
		attachments: [packFiles("tree", tree.id, tree.files)]
	}),
	values: (request) => plain$3("values", request),
	constraint: (request) => plain$3("constraint", request),
	validate: ({ schema, ...rest }) => ({
		name: "validate",
		request: JSON.stringify({
			...rest,
			schema: schema.digest
		}),
		blobs: [],
		attachments: [packSchema(schema)]
	}),
	helm: ({ chart, valuesFiles, ...rest }, specs) => {
		const blobs = [];
		const files = valuesFiles?.map(({ path, data }) => data === void 0 ? { path } : {
			path,
			blob: blobs.push(data) - 1
		});
		const attachment = "archive" in chart ? packArchive(chart.digest, chart.archive) : packFiles("chart", chart.digest, chart.files);
		const request = {
			...rest,
			chart: chart.digest,
			maxOutput,
			specsAsText: specs !== "json",
			specsKnown: specs === "known",
			valuesFiles: files ?? []
		};
		return {
			name: "helm",
			request: JSON.stringify(request),
			blobs,
			attachments: [attachment]
		};
	}
};
/** Turns a call into what the engine reads. */
function encodeCall(name, request, specs = "json") {
	return encoders[name](request, specs);
}
function plain$3(name, request) {
	return {
		name,
		request: JSON.stringify(request),
		blobs: [],
		attachments: []
	};
}
const packed = /* @__PURE__ */ new WeakMap();
function packOnce(content, pack) {
	const known = packed.get(content);
	if (known !== void 0) return known;
	const attachment = pack();
	packed.set(content, attachment);
	return attachment;
}
function packSchema(schema) {
	return packOnce(schema.schema, () => ({
		kind: "schema",
		key: `schema:${schema.digest}`,
		request: JSON.stringify({ digest: schema.digest }),
		data: share([new TextEncoder().encode(JSON.stringify(schema.schema))])
	}));
}
function packArchive(digest, archive) {
	return packOnce(archive, () => ({
		kind: "chart",
		key: `chart:${digest}`,
		request: JSON.stringify({
			digest,
			archive: true
		}),
		data: share([archive])
	}));
}
function packFiles(kind, id, files) {
	return packOnce(files, () => {
		const contents = [...files.values()];
		const sizes = contents.map((content) => content.length);
		const request = JSON.stringify({
			...kind === "tree" ? { id } : { digest: id },
			paths: [...files.keys()],
			sizes
		});
		return {
			kind,
			key: `${kind}:${id}`,
			request,
			data: share(contents)
		};
	});
}
function share(parts) {
	const data = new SharedArrayBuffer(parts.reduce((sum, part) => sum + part.length, 0));
	const bytes = new Uint8Array(data);
	let offset = 0;
	for (const part of parts) {
		bytes.set(part, offset);
		offset += part.length;
	}
	return data;
}
//#endregion
//#region src/host/engine/artifact.ts
/** Finds the engine beside the package, from sources and from a bundle alike. */
function findArtifact(from = import.meta.url) {
	for (let folder = new URL(".", from);; folder = new URL("..", folder)) {
		const description = new URL("engine/dist/engine.json", folder);
		if (existsSync(description)) return readArtifact(description);
		if (folder.pathname === "/" || new URL("..", folder).href === folder.href) break;
	}
	throw new Error("engine/dist/engine.json is missing: run `node scripts/build-engine.mjs`");
}
function readArtifact(description) {
	const { wasmDigest, wasmBytes, sourceDigest } = JSON.parse(readFileSync(description, "utf8"));
	return {
		digest: wasmDigest,
		sources: sourceDigest,
		size: wasmBytes,
		wasm: new URL("engine.wasm.br", description),
		worker: new URL("worker.mjs", description)
	};
}
/**
* V8's optimizing compiler takes seconds for Go's large functions, longer than a whole run, so only what runs for long
* is worth it; and the module need not be validated, since its digest is known.
*/
function setCompilerFlags() {
	setFlagsFromString("--wasm-tiering-budget=1000000000");
	setFlagsFromString("--wasm-lazy-validation");
}
/**
* Compiles the engine, from the unpacked copy in the cache folder where there is one. A thread of its own does it: what
* it unpacks, several times the size of all else, is given back when it ends.
*/
async function compileArtifact({ wasm, worker, digest, size }, cacheDir) {
	setCompilerFlags();
	const thread = new Worker(worker, {
		env: {},
		argv: [],
		execArgv: []
	});
	const kept = new Promise((resolve) => thread.once("exit", () => resolve()));
	const copy = cacheDir === void 0 ? {} : { copy: join(cacheDir, `engine-${digest}.wasm`) };
	const source = {
		packed: fileURLToPath(wasm),
		digest,
		size,
		...copy
	};
	const loaded = new Promise((resolve, reject) => {
		thread.once("message", (reply) => {
			if (reply.type === "loaded") resolve(reply.module);
			else if (reply.type === "crash") reject(new Error(reply.message));
		});
		thread.once("error", reject);
		const request = {
			type: "load",
			source
		};
		thread.postMessage(request);
	});
	try {
		return {
			module: await loaded,
			kept
		};
	} catch (error) {
		await thread.terminate();
		throw error;
	}
}
//#endregion
//#region src/host/engine/pool.ts
/** Workers that each run one engine. The call with most to do is taken first, so that none is left to run alone at the end. */
var WorkerPool = class {
	#options;
	#members = /* @__PURE__ */ new Set();
	#queue = [];
	#closed = false;
	constructor(options) {
		this.#options = options;
	}
	/** Starts all workers: their threads while the module is still being compiled. */
	start() {
		while (!this.#closed && this.#members.size < this.#options.concurrency) {
			this.#members.add(this.#spawn());
			this.#hold();
		}
	}
	run(call) {
		if (this.#closed) return Promise.reject(/* @__PURE__ */ new Error("the engine is closed"));
		return new Promise((settle, fail) => {
			this.#enqueue({
				call,
				size: sizeOf(call),
				settle,
				fail
			});
			this.start();
			this.#pump();
			this.#hold();
		});
	}
	async close() {
		this.#closed = true;
		const error = /* @__PURE__ */ new Error("the engine was closed during a call");
		for (const job of this.#queue.splice(0)) job.fail(error);
		const members = [...this.#members];
		for (const { job, next } of members) {
			job?.fail(error);
			next?.fail(error);
		}
		await Promise.all(members.map((member) => this.#remove(member)));
	}
	#spawn() {
		const member = {
			worker: this.#options.spawn({
				receive: (reply) => this.#receive(member, reply),
				end: (message) => this.#lose(member, "crash", message),
				fail: (error) => this.#fail(member, error)
			}),
			known: /* @__PURE__ */ new Set(),
			ready: false,
			used: false,
			job: void 0,
			next: void 0,
			timer: void 0
		};
		return member;
	}
	/** Without an engine no worker can serve: nobody is left to wait for. */
	#fail(member, error) {
		if (!this.#members.delete(member)) return;
		member.worker.terminate();
		for (const job of this.#queue.splice(0)) job.fail(error);
	}
	#receive(member, reply) {
		if (reply.type === "crash") {
			this.#lose(member, reply.limit, reply.message);
			return;
		}
		member.ready = true;
		if (reply.type === "answer") {
			member.used = true;
			release$1(member)?.settle(reply.answer);
			this.#watch(member);
			this.#hold();
		}
		this.#pump();
	}
	/** Keeps the process alive for calls that wait, and for no other reason. */
	#hold() {
		for (const { worker, job } of this.#members) if (job !== void 0 || this.#queue.length > 0) worker.ref();
		else worker.unref();
	}
	/** Ends a worker that can serve no more, and puts a new one in its place. */
	#lose(member, limit, message) {
		if (!this.#members.delete(member)) return;
		const answer = {
			status: "limit",
			limit,
			message
		};
		const waiting = member.job && member.next;
		const job = release$1(member);
		member.worker.terminate();
		if (waiting) this.#queue.unshift(waiting);
		if (job !== void 0 && limit === "memory" && member.used && !this.#closed) {
			this.#queue.unshift({
				...job,
				wantsNewEngine: true
			});
			this.start();
			this.#hold();
			return;
		}
		job?.settle(answer);
		this.#hold();
		if (this.#closed) return;
		if (!member.ready && job === void 0) {
			for (const waiting of this.#queue.splice(0)) waiting.settle(answer);
			return;
		}
		this.start();
	}
	async #remove(member) {
		this.#members.delete(member);
		clearTimeout(member.timer);
		await member.worker.terminate();
	}
	#enqueue(job) {
		const place = this.#queue.findIndex(({ size }) => size < job.size);
		this.#queue.splice(place === -1 ? this.#queue.length : place, 0, job);
	}
	#pump() {
		for (let next = this.#queue[0]; next !== void 0; next = this.#queue[0]) {
			const member = this.#choose(next);
			if (member === void 0) break;
			this.#queue.shift();
			this.#assign(member, next);
		}
		while (this.#queue.length > 2 * this.#members.size) {
			const member = [...this.#members].find(({ job, next }) => job && !next);
			const job = this.#queue[0];
			if (member === void 0 || job === void 0 || job.wantsNewEngine) return;
			this.#queue.shift();
			this.#assign(member, job);
		}
	}
	/** An idle worker, if possible one that has what the call needs. */
	#choose({ call, wantsNewEngine }) {
		const idle = [...this.#members].filter(({ ready, job, used }) => ready && job === void 0 && !(wantsNewEngine && used));
		return idle.find(({ known }) => call.attachments.every(({ key }) => known.has(key))) ?? idle[0];
	}
	#assign(member, job) {
		if (member.job) member.next = job;
		else {
			member.job = job;
			this.#watch(member);
		}
		for (const { key } of job.call.attachments) member.known.add(key);
		member.worker.call(job.call);
	}
	/** Gives the call that the worker begins its time. */
	#watch(member) {
		if (!member.job) return;
		member.timer = setTimeout(() => {
			const seconds = this.#options.timeoutMs / 1e3;
			this.#lose(member, "time", `the call took longer than ${seconds} s`);
		}, this.#options.timeoutMs);
	}
};
/** Takes the job from a worker that has done with it and turns to the next one. */
function release$1(member) {
	const { job } = member;
	clearTimeout(member.timer);
	member.job = member.next;
	member.next = void 0;
	member.timer = void 0;
	return job;
}
function sizeOf({ attachments }) {
	return attachments.reduce((sum, { data }) => sum + data.byteLength, 0);
}
//#endregion
//#region src/host/engine/written-definitions.ts
/**
* The definitions of a chart and its subcharts, cut out as the engine's `findSpec` cuts them out of most charts: what is
* found otherwise is not taken for known, and what is missed is sent. None for a chart that cannot be read; why it
* cannot, its render says. Of two that share file and name neither is given.
*/
function* writtenDefinitions(chart) {
	const decoder = new TextDecoder();
	const encoder = new TextEncoder();
	for (const [path, content] of filesOf$1(chart)) {
		if (!/(?:^|\/)crds\/.*\.ya?ml$/u.test(path)) continue;
		const texts = documentsIn(decoder.decode(content));
		const names = texts.map((text) => /\n {2}name: ([\w.-]+)\n/u.exec(text)?.[1]);
		for (const [index, text] of texts.entries()) {
			const name = names[index];
			const spec = specIn(text);
			if (spec === void 0 || name === void 0) continue;
			if (names.filter((other) => other === name).length === 1) yield {
				path,
				name,
				spec,
				bytes: encoder.encode(spec).length
			};
		}
	}
}
function filesOf$1(chart) {
	if ("files" in chart) return /* @__PURE__ */ new Map();
	try {
		return readTar(gunzipSync(chart.archive, { maxOutputLength: archiveLimits.bytes }));
	} catch {
		return /* @__PURE__ */ new Map();
	}
}
/** The line break before the next document belongs to its spec, as for the engine. */
function documentsIn(text) {
	return text.split("\n---").map((document, index, all) => index < all.length - 1 ? `${document}\n` : document);
}
function specIn(text) {
	if (!text.includes("\nkind: CustomResourceDefinition\n")) return void 0;
	const start = text.indexOf("\nspec:\n") + 1;
	if (start === 0) return void 0;
	const next = /\n[a-z]/u.exec(text.slice(start));
	return next ? text.slice(start, start + next.index + 1) : text.slice(start);
}
//#endregion
//#region src/host/engine/definition-specs.ts
/** The specs that the engine leaves to its caller: Go in WebAssembly takes ten times as long for a large definition. */
var DefinitionSpecs = class {
	/** By the digest of the chart, and there by file and name. */
	#known = /* @__PURE__ */ new Map();
	/** Reads what renders of `charts` will bring, each spec in a turn of its own: answers of the engine do not wait. */
	async readAhead(charts) {
		for await (const chart of charts) {
			const specs = /* @__PURE__ */ new Map();
			for (const { path, name, bytes, spec: text } of writtenDefinitions(chart)) {
				await setImmediate();
				const spec = readSpec(text);
				if (spec !== void 0) specs.set(keyOf$5(path, name), {
					bytes,
					spec
				});
			}
			if (specs.size > 0) this.#known.set(chart.digest, specs);
		}
	}
	/** The forms in which a render of `chart` may send its specs: the next one where {@link complete} cannot do with one. */
	formsFor(chart) {
		return this.#known.has(chart.digest) ? [
			"known",
			"text",
			"json"
		] : ["text", "json"];
	}
	/** The result with all specs; undefined when one of them is not known, or no YAML. */
	complete(result, { digest }) {
		if (result.status !== "rendered") return result;
		const objects = [];
		for (const { spec: text, specBytes, ...object } of result.objects) if (text === void 0 && specBytes === void 0) objects.push(object);
		else {
			const spec = text === void 0 ? this.#find(digest, object, specBytes) : readSpec(text);
			if (spec === void 0) return void 0;
			objects.push({
				...object,
				manifest: {
					...object.manifest,
					spec
				}
			});
		}
		return {
			...result,
			objects
		};
	}
	#find(chart, { template, manifest }, bytes) {
		const name = stringAt(manifest, ["metadata", "name"]) ?? "";
		const found = this.#known.get(chart)?.get(keyOf$5(template, name));
		return found?.bytes === bytes ? found?.spec : void 0;
	}
};
function keyOf$5(path, name) {
	return `${path}\n${name}`;
}
/** The value of the only field of `text`. */
function readSpec(text) {
	const [document, ...others] = parseYaml(`${text}\n`).documents;
	if (document === void 0 || others.length > 0) return void 0;
	const { value, errors } = resolveDocument(document);
	return document.errors.length + document.duplicateKeys.length + errors.length === 0 ? valueAt(value, ["spec"]) : void 0;
}
//#endregion
//#region src/host/engine/pooled-engine.ts
/** An engine whose calls are answered by the workers of a pool, which all run the same handlers. */
function pooledEngine(pool, digest) {
	const specs = new DefinitionSpecs();
	const ask = async (name, request, form) => {
		const answer = await pool.run(encodeCall(name, request, form));
		if (!(answer instanceof Uint8Array)) return answer;
		return JSON.parse(new TextDecoder().decode(answer));
	};
	const render = async (request) => {
		for (const form of specs.formsFor(request.chart)) {
			const result = specs.complete(await ask("helm", request, form), request.chart);
			if (result) return withMissingSchemas(result);
		}
		throw new Error("the engine has sent a definition without its spec");
	};
	return {
		digest,
		start: () => pool.start(),
		expect(charts) {
			specs.readAhead(charts()).catch(() => void 0);
		},
		close: () => pool.close(),
		async call(name, request) {
			return name === "helm" ? render(request) : ask(name, request);
		}
	};
}
/** The engine names schemas that it has not been sent in a text alone (`engine/handlers/schema.go`). */
function withMissingSchemas(result) {
	if (result.status !== "rendered" || result.schemaSkipped === void 0) return result;
	const named = result.schemaSkipped.matchAll(/ refers to (https?:\/\/\S+?), which was not fetched/gu);
	const missingSchemas = [...new Set([...named].map(([, url = ""]) => url))];
	return {
		...result,
		missingSchemas
	};
}
//#endregion
//#region src/host/engine/wasm-worker.ts
/** Engines in threads of this process: these start while the module is still being compiled. */
function wasmWorkers({ worker, module }) {
	return (events) => {
		const thread = new Worker(worker, {
			env: {},
			argv: [],
			execArgv: [],
			stdin: false,
			resourceLimits: { stackSizeMb: 64 }
		});
		const post = (message) => thread.postMessage(message);
		thread.on("message", (reply) => events.receive(reply));
		thread.on("error", (error) => events.end(`the engine's thread failed: ${error.message}`));
		thread.on("exit", () => events.end("the engine's thread ended"));
		module().then((compiled) => post({
			type: "start",
			module: compiled
		}), events.fail);
		return {
			call: (call) => post({
				type: "call",
				call
			}),
			ref: () => thread.ref(),
			unref: () => thread.unref(),
			terminate: () => thread.terminate()
		};
	};
}
/** The engine as WebAssembly: no install, any platform, sandboxed. Nothing is loaded before `start()` or the first call. */
function createWasmEngine(options) {
	const artifact = options.artifact ?? findArtifact();
	let compiled;
	const engine = pooledEngine(new WorkerPool({
		concurrency: Math.max(1, options.concurrency),
		timeoutMs: options.timeoutMs ?? 3e4,
		spawn: wasmWorkers({
			worker: artifact.worker,
			module: async () => {
				compiled ??= compileArtifact(artifact, options.cacheDir);
				return (await compiled).module;
			}
		})
	}), artifact.digest);
	return {
		...engine,
		async close() {
			await engine.close();
			await compiled?.then(({ kept }) => kept).catch(() => void 0);
		}
	};
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
//#region src/host/engine/helm/chart-folder.ts
/** The files of a chart, relative to its folder. An archive is unpacked as Helm does; throws `BadArchive`. */
async function chartFiles(chart) {
	return "archive" in chart ? await unpackChart(chart.archive) : chart.files;
}
async function unpackChart(archive) {
	const files = /* @__PURE__ */ new Map();
	for (const [path, content] of await unpack(archive)) {
		const [, ...rest] = path.split("/");
		const inner = rest.join("/");
		if (inner !== "" && inner !== ".helmignore") files.set(inner, content);
	}
	return files;
}
/** The files of a chart and of all charts that lie in its `charts/`, packed or not. */
async function filesOfAll(files) {
	const all = /* @__PURE__ */ new Map();
	for (const [path, content] of files) if (!/^charts\/[^/]+\.tgz$/u.test(path)) all.set(path, content);
	else for (const [inner, bytes] of await filesOfAll(await unpackChart(content))) all.set(`${path}/${inner}`, bytes);
	return all;
}
/** Name, version and app version; undefined when `Chart.yaml` does not say. */
function readMetadata(files) {
	const content = files.get("Chart.yaml");
	const value = content && readYaml(content);
	return isObject(value) && stringAt(value, ["name"]) !== void 0 ? value : void 0;
}
/** `Chart.yaml` and its like without dependencies that are not there: helm-controller renders without them, `helm template` refuses. */
function withoutDependencies(files, names) {
	const changed = new Map(files);
	for (const path of ["Chart.yaml", "requirements.yaml"]) {
		const content = files.get(path);
		const value = content && readYaml(content);
		if (!isObject(value)) continue;
		const dependencies = listAt(value, ["dependencies"]).filter((entry) => !names.includes(stringAt(entry, ["name"]) ?? ""));
		changed.set(path, jsonOf({
			...value,
			dependencies
		}));
	}
	changed.delete("Chart.lock");
	changed.delete("requirements.lock");
	return changed;
}
/**
* Packages `valuesFiles` as source-controller does: put over each other they become the chart's `values.yaml`. A text says why
* that fails.
*/
function withValuesFiles(files, { valuesFiles = [], ignoreMissingValuesFiles }) {
	if (valuesFiles.length === 0) return files;
	let merged = {};
	for (const { path, data } of valuesFiles) {
		const content = data ?? files.get(path.replace(/^\.\//u, ""));
		const isOwn = path === "values.yaml" && content === void 0;
		if (content === void 0 && !isOwn && ignoreMissingValuesFiles) continue;
		if (content === void 0 && !isOwn) return `no values file found at path '${path}'`;
		const value = content === void 0 ? {} : readYaml(content);
		if (!isObject(value ?? {})) return `unmarshaling values from '${path}' failed`;
		merged = mergeMaps(merged, isObject(value) ? value : {});
	}
	return new Map(files).set("values.yaml", jsonOf(merged));
}
/** fluxcd/pkg/chartutil's `MergeMaps`: mappings key by key, everything else as a whole. */
function mergeMaps(base, overlay) {
	const merged = new Map(Object.entries(base));
	for (const [key, value] of Object.entries(overlay)) {
		const below = merged.get(key);
		merged.set(key, isObject(below) && isObject(value) ? mergeMaps(below, value) : value);
	}
	return Object.fromEntries(merged);
}
/** The first document of a file; undefined when it is no YAML. */
function readYaml(content) {
	const [document] = parseYaml(new TextDecoder().decode(content)).documents;
	if (document === void 0) return null;
	const { value, errors } = resolveDocument(document);
	return document.errors.length + errors.length > 0 ? void 0 : value;
}
/** JSON is YAML. */
function jsonOf(value) {
	return new TextEncoder().encode(JSON.stringify(value));
}
//#endregion
//#region src/host/engine/helm/helm-arguments.ts
/** The arguments of `helm template` for a request; Helm 3 and 4 take the same ones. */
function templateArguments(request, { chart, values }) {
	const { release, kubeVersion, apiVersions, integers = [] } = request;
	return [
		"template",
		...[
			"--namespace",
			release.namespace,
			"--kube-version",
			kubeVersion,
			"--include-crds"
		],
		...apiVersions.flatMap((version) => ["--api-versions", version]),
		...["--values", values],
		...integers.flatMap((path) => setArgument(path, valueAt(request.values, path))),
		...request.skipSchemaValidation ? ["--skip-schema-validation"] : [],
		...[
			"--",
			release.name,
			chart
		]
	];
}
/** Numbers from files are floats to templates, those of `--set` integers: what `targetPath` sets is set so here too. */
function setArgument(path, value) {
	if (typeof value !== "number" || !Number.isSafeInteger(value)) return [];
	return ["--set", `${path.map((step) => typeof step === "number" ? `[${step}]` : `.${step.replace(/[\\.,=[\]{}]/gu, "\\$&")}`).join("").replace(/^\./u, "")}=${value}`];
}
//#endregion
//#region src/host/engine/helm/helm-failure.ts
/** Helm's message without what the program writes around it: warnings before, a hint after. */
function messageOf$1(stderr) {
	const [, message = stderr] = /^Error: (.*)$/msu.exec(stderr) ?? [];
	return message.replace("\n\nUse --debug flag to render out invalid YAML", "").trim();
}
/** The dependencies that `helm template` refuses to render without. */
function missingDependencies(message) {
	const [, names = ""] = /missing in charts\/ directory: (.*)$/mu.exec(message) ?? [];
	return names.split(", ").filter((name) => name !== "");
}
/** Reads a failure from Helm's message, as the engine reports its own. */
function readFailure(message, context) {
	const step = stepOf(message);
	const violations = step === "schema" ? violationsIn$1(message, context) : [];
	return {
		status: "failed",
		step,
		message,
		...locate(message),
		...violations.length > 0 && { violations },
		...context.lookups && { lookups: true }
	};
}
function stepOf(message) {
	if (message.startsWith("values don't meet the specifications of the schema")) return "schema";
	if (/^(?:YAML parse error on|error unmarshaling|unable to build kubernetes)/u.test(message)) return "parse";
	if (/^(?:execution error at|template: |parse error at|failed to parse)/u.test(message) || position.test(message)) return "render";
	return /^(?:failed parsing|coalesc|cannot (?:load|unmarshal) values)/u.test(message) ? "values" : "load";
}
const position = /([^\s()":]+\/templates\/[^\s()":]+):(\d+)(?::(\d+))?/u;
const named$2 = /(?: on |: |from |parsing )([^\s()":]+\/(?:templates|crds)\/[^\s()":]+)/u;
/** The outermost template that a message names, as engine/handlers/locate.go finds it. */
function locate(message) {
	const [, template, line, column] = position.exec(message) ?? [];
	if (template !== void 0) {
		const start = Number(column ?? 0) > 0 ? { column: Number(column) + 1 } : {};
		return {
			template,
			line: Number(line),
			...start
		};
	}
	const [, other] = named$2.exec(message) ?? [];
	return other === void 0 ? {} : { template: other };
}
/**
* `- at '/image/tag': got number, want string`, below a line with the name of the chart; causes stand below what they cause, two
* blanks to the right. As in engine/handlers/schema.go: one violation for each value that no cause explains further.
*/
function violationsIn$1(message, { chart, values }) {
	const lines = message.split("\n").slice(1).map(readLine);
	const found = [];
	let of = chart;
	let choice = Number.POSITIVE_INFINITY;
	for (const [index, line] of lines.entries()) {
		if (typeof line === "string") of = line;
		if (typeof line === "string" || line.depth > choice) continue;
		const isChoice = /^(?:anyOf|oneOf) failed/u.test(line.text);
		choice = isChoice ? line.depth : Number.POSITIVE_INFINITY;
		const next = lines[index + 1];
		if (!(typeof next === "object" && next.depth > line.depth && !isChoice)) found.push(...violationsOf$1(line, of, {
			chart,
			values
		}));
	}
	return found;
}
/** A violation, or the name of the chart that the next ones are of. */
function readLine(line) {
	const [, blanks = "", pointer, text] = /^(\s*)- at '(.*?)': (.*)$/u.exec(line) ?? [];
	return pointer === void 0 || text === void 0 ? line.replace(/:$/u, "") : {
		depth: blanks.length,
		pointer,
		text
	};
}
function violationsOf$1({ pointer, text }, chart, root) {
	const keys = pointer.split("/").slice(1);
	const path = pathOf$1(chart === root.chart ? keys : [chart, ...keys], root.values);
	const [, extra] = /^additional properties (.*) not allowed$/u.exec(text) ?? [];
	if (extra === void 0) return [{
		path,
		message: text,
		chart
	}];
	return [...extra.matchAll(/'((?:[^'\\]|\\.)*)'/gu)].map(([name, key = ""]) => ({
		path: [...path, key],
		message: `additional properties ${name} not allowed`,
		chart
	}));
}
/** A JSON pointer does not tell an index from a key: the values do. */
function pathOf$1(keys, values) {
	let at = values;
	return keys.map((escaped) => {
		const key = escaped.replaceAll("~1", "/").replaceAll("~0", "~");
		const step = Array.isArray(at) ? Number(key) : key;
		at = at?.[step];
		return step;
	});
}
//#endregion
//#region src/host/engine/helm/helm-output.ts
/**
* Takes the output of `helm template` apart: Helm begins each manifest with a line `---` and one that names its template. No
* manifest has a line that begins with `---`, since Helm splits templates there; files of `crds/` may, and there a second
* such pair is taken for another file. Helm 4 puts a line break behind each manifest; Helm 3 does so as well, but has taken away
* the manifest's own before.
*/
function splitOutput(output, version) {
	const isDoubled = !/^v?3\./u.test(version);
	const text = Buffer.from(output).toString("latin1");
	const heads = [...text.matchAll(/^---\n# Source: (.+)\n/gmu)];
	const byTemplate = /* @__PURE__ */ new Map();
	for (const [number, head] of heads.entries()) {
		const from = head.index + head[0].length;
		const printed = text.slice(from, heads[number + 1]?.index);
		const content = isDoubled ? printed.replace(/\n$/u, "") : printed;
		const template = Buffer.from(head[1] ?? "", "latin1").toString("utf8");
		byTemplate.set(template, [...byTemplate.get(template) ?? [], content]);
	}
	return [...byTemplate].map(([template, contents]) => ({
		template,
		content: Buffer.from(contents.join(isDoubled ? "\n---\n" : "---\n"), "latin1")
	}));
}
//#endregion
//#region src/host/engine/helm/rendered-chart.ts
/**
* A chart whose templates give what Helm has rendered, byte by byte: the engine runs post-renderers on it, sorts it and takes it
* apart into objects, as it does with its own renders.
*/
function renderedChart(request, metadata, rendered) {
	const inOrder = rendered.toSorted((left, right) => left.template < right.template ? -1 : 1);
	const { name, version, appVersion } = metadata;
	const files = new Map([["Chart.yaml", jsonOf({
		apiVersion: "v2",
		name: name ?? "",
		version: version ?? "0.0.0",
		...appVersion !== void 0 && { appVersion }
	})]]);
	const names = /* @__PURE__ */ new Map();
	for (const [index, { template, content }] of inOrder.entries()) {
		const number = String(index).padStart(6, "0");
		const isDefinition = /\/crds\//u.test(template) && !/\/templates\//u.test(template);
		const path = isDefinition ? `crds/${number}.yaml` : `templates/${number}.yaml`;
		names.set(`${name}/${path}`, template);
		files.set(isDefinition ? path : `rendered/${number}`, content);
		if (!isDefinition) files.set(path, new TextEncoder().encode(`{{ .Files.Get "rendered/${number}" }}`));
	}
	const { valuesFiles: _, integers: __, remoteSchemas: ___, ...rest } = request;
	const digest = `${request.chart.digest}-rendered-${serial++}`;
	return {
		request: {
			...rest,
			values: {},
			chart: {
				digest,
				files
			}
		},
		named: (result) => withNames(result, names)
	};
}
/** Each render is another chart. */
let serial = 0;
function withNames(result, names) {
	if (result.status === "limit") return result;
	if (result.status === "rendered") return {
		...result,
		objects: result.objects.map((object) => ({
			...object,
			template: names.get(object.template) ?? object.template
		}))
	};
	const message = result.message.replace(/[^\s()":]+\/(?:templates|crds)\/\d{6}\.yaml/gu, (path) => names.get(path) ?? path);
	const { template: path, line: _, column: __, ...rest } = result;
	const template = path === void 0 ? void 0 : names.get(path) ?? path;
	return {
		...rest,
		message,
		...template !== void 0 && { template }
	};
}
//#endregion
//#region src/host/engine/helm/run-helm.ts
/** A port that nobody listens on: what a chart's schema would fetch through this proxy fails at once. */
const nowhere = "http://127.0.0.1:9";
const maxErrorText$1 = 1024 * 1024;
/** Runs `helm` with nothing of the user's: no plugins, repositories, registries, clusters, credentials, and no network. */
function runHelm(run) {
	const child = spawn(run.path, [...run.arguments], {
		cwd: run.folder,
		env: environmentIn(run.folder),
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	const parts = [];
	let length = 0;
	let stderr = "";
	let killedFor;
	const kill = (reason) => {
		killedFor ??= reason;
		child.kill("SIGKILL");
	};
	const timer = setTimeout(() => kill("time"), run.timeoutMs);
	const stop = () => kill();
	run.signal.addEventListener("abort", stop);
	child.stdout.on("data", (part) => {
		length += part.length;
		if (length > run.maxOutput) kill("output");
		else parts.push(part);
	});
	child.stderr.on("data", (part) => {
		if (stderr.length < maxErrorText$1) stderr += part.toString("utf8");
	});
	return new Promise((settle, fail) => {
		child.once("error", fail);
		child.once("close", (status) => {
			settle({
				status: killedFor === void 0 ? status ?? void 0 : void 0,
				...killedFor && { killedFor },
				stdout: Buffer.concat(parts),
				stderr
			});
		});
	}).finally(() => {
		clearTimeout(timer);
		run.signal.removeEventListener("abort", stop);
	});
}
function environmentIn(folder) {
	const inFolder = (name) => join(folder, name);
	return {
		...systemOnly(),
		HOME: folder,
		USERPROFILE: folder,
		TMPDIR: folder,
		TEMP: folder,
		TMP: folder,
		HELM_CACHE_HOME: inFolder("cache"),
		HELM_CONFIG_HOME: inFolder("config"),
		HELM_DATA_HOME: inFolder("data"),
		HELM_PLUGINS: inFolder("plugins"),
		HELM_REPOSITORY_CONFIG: inFolder("repositories.yaml"),
		HELM_REPOSITORY_CACHE: inFolder("repositories"),
		HELM_REGISTRY_CONFIG: inFolder("registry.json"),
		DOCKER_CONFIG: inFolder("docker"),
		KUBECONFIG: inFolder("kubeconfig"),
		HTTP_PROXY: nowhere,
		HTTPS_PROXY: nowhere,
		NO_PROXY: "",
		GOMEMLIMIT: "512MiB"
	};
}
//#endregion
//#region src/host/engine/helm/helm-engine.ts
/** An engine that has `helm template` render charts, and leaves to another what comes after: post-renderers, order, objects. */
function createHelmEngine(options) {
	const { engine, program } = options;
	const helm = new HelmRenderer(options);
	return {
		digest: `${engine.digest}-helm-${program.version}-${program.size}`,
		start: () => engine.start(),
		async close() {
			helm.close();
			await engine.close();
		},
		async call(name, request) {
			if (name !== "helm") return await engine.call(name, request);
			return await helm.render(request);
		}
	};
}
var HelmRenderer = class {
	#options;
	#turns;
	#closing = new AbortController();
	constructor(options) {
		this.#options = options;
		this.#turns = new Turns$1(Math.max(1, options.concurrency));
	}
	close() {
		this.#closing.abort();
	}
	async render(request) {
		const { engine, program } = this.#options;
		try {
			const files = await chartFiles(request.chart);
			const metadata = readMetadata(files);
			const all = await filesOfAll(files);
			if (metadata === void 0) return await engine.call("helm", request);
			const packaged = withValuesFiles(files, request);
			if (typeof packaged === "string") return {
				status: "failed",
				step: "values",
				message: packaged
			};
			const schema = refersElsewhere(all) ? await this.#validate(request, files) : void 0;
			if (schema?.status === "failed") return schema;
			const asked = schema ? {
				...request,
				skipSchemaValidation: true
			} : request;
			const context = {
				chart: String(metadata.name),
				values: request.values,
				lookups: callsLookup(all)
			};
			const rendered = await this.#template(asked, packaged, []);
			if ("status" in rendered) return rendered;
			if (rendered.message !== void 0) return isNoInstallable(rendered.message) ? await engine.call("helm", request) : readFailure(rendered.message, context);
			const chart = renderedChart(request, metadata, splitOutput(rendered.stdout, program.version));
			const result = chart.named(await engine.call("helm", chart.request));
			return result.status === "rendered" ? {
				...result,
				...notes(schema, rendered)
			} : result;
		} catch (error) {
			if (error instanceof BadArchive) return await engine.call("helm", request);
			throw error;
		}
	}
	/** Values against schemas that refer to others, by the engine, which fetches nothing: of the chart, its templates are left out. */
	async #validate(request, files) {
		const kept = [...files].filter(([path]) => !/(?:^|\/)(?:templates|crds)\//u.test(path));
		const chart = {
			digest: `${request.chart.digest}-values`,
			files: new Map(kept)
		};
		const { postRenderers: _, ...rest } = request;
		return await this.#options.engine.call("helm", {
			...rest,
			chart
		});
	}
	/** Runs Helm, once more without the dependencies that are not there. */
	async #template(request, files, left) {
		const output = await this.#turns.take(() => this.#run(request, files));
		this.#closing.signal.throwIfAborted();
		if (output.killedFor !== void 0) return limitOf$1(output.killedFor, this.#timeoutMs);
		if (output.status === 0) return {
			stdout: output.stdout,
			missing: left
		};
		const message = messageOf$1(output.stderr);
		const missing = missingDependencies(message);
		if (missing.length === 0 || left.length > 0) return {
			message,
			stdout: output.stdout,
			missing: left
		};
		return await this.#template(request, withoutDependencies(files, missing), missing);
	}
	async #run(request, files) {
		this.#closing.signal.throwIfAborted();
		const folder = mkdtempSync(join(tmpdir(), "sluice-helm-"));
		try {
			const chart = join(folder, "chart");
			const values = join(folder, "values.json");
			for (const [path, content] of files) writeInside(chart, path, content);
			writeFileSync(values, jsonOf(request.values));
			return await runHelm({
				path: this.#options.program.path,
				arguments: templateArguments(request, {
					chart,
					values
				}),
				folder,
				maxOutput,
				timeoutMs: this.#timeoutMs,
				signal: this.#closing.signal
			});
		} finally {
			rmSync(folder, {
				recursive: true,
				force: true
			});
		}
	}
	get #timeoutMs() {
		return this.#options.timeoutMs ?? 3e4;
	}
};
function notes(schema, { missing }) {
	const { schemaSkipped, missingSchemas } = schema?.status === "rendered" ? schema : {};
	return {
		...schemaSkipped !== void 0 && { schemaSkipped },
		...missingSchemas !== void 0 && { missingSchemas },
		...missing.length > 0 && { missingDependencies: missing }
	};
}
function limitOf$1(limit, timeoutMs) {
	return {
		status: "limit",
		limit,
		message: limit === "time" ? `the call took longer than ${timeoutMs / 1e3} s` : `the chart renders more than ${maxOutput} bytes of manifests`
	};
}
/** `helm template` refuses libraries; helm-controller installs the nothing that they render. */
function isNoInstallable(message) {
	return /^library charts are not installable/u.test(message);
}
const decoder = new TextDecoder();
function refersElsewhere(files) {
	return [...files].some(([path, content]) => /(?:^|\/)values\.schema\.json$/u.test(path) && /"\$(?:ref|dynamicRef|id)"\s*:\s*"[a-z]+:/iu.test(decoder.decode(content)));
}
function callsLookup(files) {
	return [...files].some(([path, content]) => /(?:^|\/)templates\//u.test(path) && /\blookup\b/u.test(decoder.decode(content)));
}
/** The paths of a chart have been checked when it was read; here nothing is left to chance. */
function writeInside(folder, path, content) {
	const place = join(folder, path);
	if (!place.startsWith(folder + sep)) throw new BadArchive(`${path} leads out of the chart`);
	mkdirSync(dirname(place), { recursive: true });
	writeFileSync(place, content);
}
//#endregion
//#region src/host/engine/native-program.ts
/** The form of messages that we speak. */
const protocol = 1;
const startTimeoutMs = 1e4;
/** Reads the greeting; undefined when it is none. */
function readGreeting(text) {
	try {
		const { protocol, sources, go } = JSON.parse(text);
		return typeof protocol === "number" && typeof sources === "string" ? {
			protocol,
			sources,
			go: String(go)
		} : void 0;
	} catch {
		return;
	}
}
/** Whether a program runs the very handlers of `engine/dist`. */
function isOurs({ protocol: spoken, sources }) {
	return spoken === protocol && sources === findArtifact().sources;
}
/**
* Finds the native engine: the program that `SLUICE_ENGINE` names, else the package for this system, which npm installs
* beside sluice. Undefined when there is none.
*/
function findNativeProgram(environment) {
	const named = environment.SLUICE_ENGINE;
	const path = named ? named : packagedProgram();
	return path === void 0 ? void 0 : judge(path);
}
function judge(path) {
	const unusable = (reason) => ({
		status: "unusable",
		path,
		reason
	});
	if (!isAbsolute(path)) return unusable("its path is not absolute");
	if (!existsSync(path)) return unusable("it is not there");
	const { status, stdout } = spawnSync(path, ["--version"], {
		env: systemOnly(),
		cwd: tmpdir(),
		encoding: "utf8",
		timeout: startTimeoutMs
	});
	const greeting = status === 0 ? readGreeting(stdout) : void 0;
	if (!greeting) return unusable("it does not start, or is no sluice-engine");
	if (!isOurs(greeting)) return unusable("it is made of other sources than this version of sluice");
	return {
		status: "usable",
		path,
		greeting
	};
}
function packagedProgram() {
	const { platform, arch } = process;
	const program = platform === "win32" ? "sluice-engine.exe" : "sluice-engine";
	return (createRequire(import.meta.url).resolve.paths("@sluice/engine") ?? []).map((folder) => join(folder, `@sluice/engine-${platform}-${arch}`, program)).find((path) => existsSync(path));
}
//#endregion
//#region src/host/engine/frames.ts
const lengthBytes = 4;
/** The parts of a request: its length, the length of its head (32 bits each, little endian), the head, the blobs. */
function frameOf(name, request, blobs) {
	const sizes = JSON.stringify(blobs.map((blob) => blob.length));
	const head = Buffer.from(`{"call":"${name}","request":${request},"blobs":${sizes}}`);
	const size = blobs.reduce((sum, blob) => sum + blob.length, lengthBytes + head.length);
	const lengths = Buffer.alloc(2 * lengthBytes);
	lengths.writeUInt32LE(size, 0);
	lengths.writeUInt32LE(head.length, lengthBytes);
	return [
		lengths,
		head,
		...blobs
	];
}
/** Puts messages together from the pieces in which a pipe brings them; each message follows its length. */
var FrameReader = class {
	#parts = [];
	#held = 0;
	/** The messages that `part` completes. */
	read(part) {
		this.#parts.push(part);
		this.#held += part.length;
		const messages = [];
		for (let next = this.#next(); next !== void 0; next = this.#next()) messages.push(next);
		return messages;
	}
	#next() {
		if (this.#held < lengthBytes) return void 0;
		if ((this.#parts[0]?.length ?? 0) < lengthBytes) this.#parts = [Buffer.concat(this.#parts)];
		const end = lengthBytes + (this.#parts[0]?.readUInt32LE(0) ?? 0);
		if (this.#held < end) return void 0;
		const whole = Buffer.concat(this.#parts);
		this.#parts = [whole.subarray(end)];
		this.#held -= end;
		return new Uint8Array(whole.subarray(lengthBytes, end));
	}
};
//#endregion
//#region src/host/engine/native-worker.ts
/** The exit status by which the program says that its memory was not enough (engine/cmd/native/memory.go). */
const outOfMemory = 86;
/** Of what a crashing program says, the beginning names the reason; the rest is Go's stacks. */
const maxErrorText = 16 * 1024;
/** Engines as programs of their own: the same handlers as in WebAssembly, run natively. */
function nativeWorkers(path, isRight) {
	return (events) => new NativeWorker(path, isRight, events);
}
var NativeWorker = class {
	#child;
	#events;
	#reader = new FrameReader();
	#awaited = [];
	#ended;
	#turn = Promise.resolve();
	#errors = "";
	constructor(path, isRight, events) {
		this.#events = events;
		this.#child = spawn(path, [], {
			env: systemOnly(),
			cwd: tmpdir(),
			stdio: "pipe"
		});
		const { stdin, stdout, stderr } = this.#child;
		this.#ended = new Promise((resolve) => {
			this.#child.once("close", (status) => {
				this.#end(status);
				resolve();
			});
			this.#child.once("error", (error) => {
				events.fail(new Error(`\`${path}\` does not start: ${error.message}`, { cause: error }));
				resolve();
			});
		});
		stdin.on("error", () => {});
		stdout.on("data", (part) => this.#read(part));
		stderr.on("data", (part) => {
			if (this.#errors.length < maxErrorText) this.#errors += part.toString("utf8");
		});
		this.#awaited.push((message) => {
			const greeting = readGreeting(new TextDecoder().decode(message));
			if (greeting && isRight(greeting)) events.receive({ type: "ready" });
			else events.fail(/* @__PURE__ */ new Error(`\`${path}\` is not the engine of this version of sluice`));
		});
	}
	call(call) {
		this.#turn = this.#turn.then(() => this.#answer(call));
	}
	ref() {
		this.#child.ref();
		for (const pipe of this.#pipes()) pipe.ref();
	}
	unref() {
		this.#child.unref();
		for (const pipe of this.#pipes()) pipe.unref();
	}
	async terminate() {
		this.ref();
		this.#child.kill("SIGKILL");
		await this.#ended;
	}
	/** When the program does not have the call's tree or chart, or no longer, it is sent that first. */
	async #answer({ name, request, blobs, attachments }) {
		let answer = await this.#exchange(name, request, blobs);
		if (isMissing(answer)) {
			for (const { kind, request: content, data } of attachments) await this.#exchange(kind, content, [new Uint8Array(data)]);
			answer = await this.#exchange(name, request, blobs);
		}
		this.#events.receive({
			type: "answer",
			answer
		});
	}
	#exchange(name, request, blobs) {
		return new Promise((resolve) => {
			this.#awaited.push(resolve);
			for (const part of frameOf(name, request, blobs)) this.#child.stdin.write(part);
		});
	}
	#read(part) {
		for (const message of this.#reader.read(part)) this.#awaited.shift()?.(message);
	}
	#end(status) {
		if (status === outOfMemory) this.#events.receive({
			type: "crash",
			limit: "memory",
			message: "the engine ran out of memory"
		});
		else this.#events.end(this.#reason(status));
	}
	#reason(status) {
		if (/goroutine stack exceeds/u.test(this.#errors)) return "the engine's call stack overflowed: endless recursion";
		return `the engine crashed: ${/^(?:fatal error|panic|runtime): .*$/mu.exec(this.#errors)?.[0] ?? `its program ended with status ${status}`}`;
	}
	/** Pipes of a child are sockets in Node, and keep the process alive by themselves. */
	#pipes() {
		const { stdin, stdout, stderr } = this.#child;
		return [
			stdin,
			stdout,
			stderr
		];
	}
};
const missing$1 = new TextEncoder().encode("{\"status\":\"missing\"");
function isMissing(message) {
	return missing$1.every((byte, index) => message[index] === byte);
}
//#endregion
//#region src/host/engine/native-engine.ts
/** The engine's handlers as a native program: several times as fast, and not in a sandbox. */
function createNativeEngine(options) {
	const engine = pooledEngine(new WorkerPool({
		concurrency: Math.max(1, options.concurrency),
		timeoutMs: options.timeoutMs ?? 3e4,
		spawn: nativeWorkers(options.path, isOurs)
	}), `native-${options.sources}`);
	return {
		...engine,
		async call(name, request) {
			const result = await engine.call(name, request);
			return name === "helm" ? withoutAddress(result) : result;
		}
	};
}
/**
* Of several schemas that a chart refers to, the validator names the one that it meets first, and Go visits tables in another order
* each time (in WebAssembly its randomness repeats): the host alone is the same in every run.
*/
function withoutAddress(result) {
	if (!("schemaSkipped" in result)) return result;
	const schemaSkipped = String(result.schemaSkipped).replace(/refers to https?:\/\/([^/\s,]+)[^\s,]*, which/gu, "refers to a schema of $1, which");
	return {
		...result,
		schemaSkipped
	};
}
//#endregion
//#region src/host/engine/choose-backend.ts
/** The backend for a run; throws a {@link UsageError} when it asks for Helm and there is none. */
function chooseBackend(wish) {
	if (wish.untrusted || wish.render === "engine") return {};
	const helm = wish.render === "helm" ? requiredHelm(wish) : void 0;
	const found = findNativeProgram(wish.environment);
	return {
		...helm && { helm },
		...found?.status === "usable" && { native: found },
		...found?.status === "unusable" && { refused: found }
	};
}
function requiredHelm({ helm, environment }) {
	const found = findHelm(helm, environment);
	if (typeof found !== "string") return found;
	throw new UsageError(`Charts are to be rendered with Helm, and ${found}.`, { help: "Install Helm 3 or 4, name its program with `--helm PATH`, or use `--render auto`." });
}
/** The engine of a backend. Nothing is started before `start()` or the first call. */
function createBackend({ native, helm }, options) {
	const engine = native ? createNativeEngine({
		...options,
		path: native.path,
		sources: native.greeting.sources
	}) : createWasmEngine(options);
	return helm ? createHelmEngine({
		...options,
		program: helm,
		engine
	}) : engine;
}
/** In words, for people. */
function describeBackend({ native, helm }) {
	const engine = native ? `sluice-engine (${native.path})` : "the embedded engine";
	return helm ? `${engine}; charts by Helm ${helm.version} (${helm.path})` : engine;
}
//#endregion
//#region src/host/fetch/proxy.ts
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
	const login = `${decoded(username)}:${decoded(password)}`;
	return {
		url,
		authorization: `Basic ${Buffer.from(login).toString("base64")}`
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
		return entries.some((entry) => fits$1(entry, host, port));
	};
}
/** `*`, a host, `.` or `*.` and the domain that it is below of; each maybe with a port. */
function fits$1(entry, host, port) {
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
//#region src/host/cache-entry.ts
/** Starts every entry; changes when the format does. */
const magic = Buffer.from("SLC2");
const cipherName = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
/** The name of an entry: it does not give its key away. */
function entryName(key) {
	return sha256$2(`name ${key}`).toString("hex");
}
/**
* Makes an entry. It may hold what a repository keeps in Secrets, so it is encrypted with a key made from its own cache key: who does
* not have the inputs cannot read the result. The cipher's tag, 128 bits over all of the content, verifies it on read.
*/
function sealEntry(key, value) {
	const nonce = randomBytes(nonceBytes);
	const cipher = createCipheriv(cipherName, secretOf(key), nonce);
	const parts = [cipher.update(value), cipher.final()];
	return Buffer.concat([
		magic,
		nonce,
		cipher.getAuthTag(),
		...parts
	]);
}
/** Reads an entry; undefined or an exception when it is of another format, another key, or changed. */
function openEntry(key, entry) {
	const nonceAt = magic.length;
	const tagAt = nonceAt + nonceBytes;
	const contentAt = tagAt + tagBytes;
	if (entry.length < contentAt || !entry.subarray(0, nonceAt).equals(magic)) return void 0;
	const decipher = createDecipheriv(cipherName, secretOf(key), entry.subarray(nonceAt, tagAt));
	decipher.setAuthTag(entry.subarray(tagAt, contentAt));
	const content = decipher.update(entry.subarray(contentAt));
	decipher.final();
	return content;
}
function secretOf(key) {
	return sha256$2(`content ${key}`);
}
function sha256$2(content) {
	return hash("sha256", content, "buffer");
}
//#endregion
//#region src/host/folder-cache.ts
const day = 1440 * 60 * 1e3;
/**
* Results in a folder, one file each, encrypted (see {@link sealEntry}). An entry is written beside its place and renamed into it,
* so readers never see half of one.
*/
function folderCache(folder) {
	return {
		get: async (kind, key) => readEntry(entryPath(folder, kind, key), key),
		put: async (kind, key, value) => writeForLater(entryPath(folder, kind, key), sealEntry(key, value))
	};
}
/** What others have remembered is used, and nothing is added: a stranger's repository leaves nothing behind. */
function readOnly(cache) {
	return {
		get: (kind, key) => cache.get(kind, key),
		put: async () => {}
	};
}
/** Remembers nothing. */
const noCache = {
	get: async () => void 0,
	put: async () => {}
};
function entryPath(folder, kind, key) {
	const name = entryName(key);
	return join(folder, kind, name.slice(0, 2), name.slice(2));
}
function readEntry(path, key) {
	try {
		const content = openEntry(key, readFileSync(path));
		if (content) touch(path);
		return content;
	} catch {
		return;
	}
}
/** What was used today is kept when the cache is pruned. */
function touch(path) {
	const now = /* @__PURE__ */ new Date();
	if (now.getTime() - statSync(path).mtimeMs > day) utimesSync(path, now, now);
}
//#endregion
//#region src/host/node-files.ts
/** Larger trees are no GitOps repositories (`safety.md` row 4). */
const maxFiles = 2e5;
const maxTreeBytes = 1024 * 1024 * 1024;
/** What holds no files of a repository. */
const skippedNames = new Set([".git", "node_modules"]);
/**
* The disk. Inside a git work tree, git says which files there are: what it tracks, and what it does not ignore.
* Elsewhere, or without git, all files are listed. Calls are synchronous inside: thousands of small reads are faster so.
*/
function nodeFiles(environment) {
	return {
		list: async (root) => {
			const tracked = await gitFiles(root, environment);
			const collected = new FileList();
			if (tracked) listTracked(root, tracked, collected);
			else walk(root, "", collected);
			return collected.sorted();
		},
		read: async (root, path) => readWithoutFollowing(join(root, path))
	};
}
/** A link that took a file's place since it was listed is not followed. */
function readWithoutFollowing(path) {
	const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
	try {
		return readFileSync(file);
	} finally {
		closeSync(file);
	}
}
var FileList = class {
	#files = [];
	#bytes = 0;
	add(path, stats) {
		this.#files.push({
			path,
			size: stats.size,
			link: stats.isSymbolicLink()
		});
		this.#bytes += stats.size;
		if (this.#files.length > 2e5) throw new LimitError(`There are more than ${maxFiles} files.`);
		if (this.#bytes > 1073741824) throw new LimitError(`The files have more than ${maxTreeBytes} bytes.`);
	}
	sorted() {
		return this.#files.sort((left, right) => left.path < right.path ? -1 : 1);
	}
};
function listTracked(root, paths, files) {
	for (const path of new Set(paths)) {
		const stats = path.split("/").some((step) => skippedNames.has(step)) ? void 0 : lstatSync(join(root, path), { throwIfNoEntry: false });
		if (stats?.isDirectory() && !path.endsWith("/")) walk(root, path, files);
		else if (stats && isListed(stats)) files.add(path, stats);
	}
}
function walk(root, folder, files) {
	for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
		const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
		if (skippedNames.has(entry.name)) continue;
		if (entry.isDirectory()) walk(root, path, files);
		else if (isListed(entry)) {
			const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
			if (stats) files.add(path, stats);
		}
	}
}
/** Pipes, sockets and devices are never opened. */
function isListed(entry) {
	return entry.isFile() || entry.isSymbolicLink();
}
//#endregion
//#region src/host/package-schemas.ts
/** The schemas in the package's `schemas` folder; each is read once. */
const packageSchemas = createPackageSchemas();
function createPackageSchemas() {
	const known = /* @__PURE__ */ new Map();
	const schemaIn = (path) => {
		const schema = known.get(path) ?? JSON.parse(readText(path));
		known.set(path, schema);
		return schema;
	};
	const structural = /* @__PURE__ */ new Map();
	let kubernetes;
	return {
		validator: async (file) => {
			const { href } = pathToFileURL(join(packageFolder(), "schemas/flux", `${file}.js`));
			const { validate } = await import(href);
			return validate;
		},
		fluxSchema: (file) => schemaIn(`flux/${file}.json`),
		structuralSchema: (file) => {
			if (!structural.has(file)) structural.set(file, readStructural(`flux/${file}.structural.json`));
			return structural.get(file);
		},
		kustomizationFile: () => schemaIn("kustomize/kustomization.json"),
		fileAt: readOwnSchema,
		kubernetes: () => {
			kubernetes ??= readKubernetes();
			return kubernetes;
		}
	};
}
function readKubernetes() {
	const packed = readFileSync(schemaPath("kubernetes/definitions.json.gz"));
	return JSON.parse(gunzipSync(packed).toString("utf8"));
}
function readStructural(path) {
	return existsSync(schemaPath(path)) ? JSON.parse(readText(path)) : void 0;
}
/** A schema that the user has named. */
function readOwnSchema(path) {
	if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return void 0;
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch (cause) {
		throw new UsageError(`The schema \`${path}\` is no JSON.`, {
			cause,
			help: "Correct the file, or leave its folder out of `--schema-location`."
		});
	}
}
function readText(path) {
	return readFileSync(schemaPath(path), "utf8");
}
function schemaPath(path) {
	return join(packageFolder(), "schemas", path);
}
//#endregion
//#region src/host/remote-cache/action-result.ts
const field = {
	outputFiles: 2,
	path: 1,
	digest: 2,
	hash: 1,
	size: 2
};
const wire = {
	varint: 0,
	fixed64: 1,
	bytes: 2,
	fixed32: 5
};
const outputPath = "result";
/** Bazel's `ActionResult` with one output file; servers look into it, and keep the content as long as the entry. */
function encodeActionResult({ hash, size }) {
	const digest = [bytesField(field.hash, Buffer.from(hash)), varintField(field.size, size)];
	const file = [bytesField(field.path, Buffer.from(outputPath)), bytesField(field.digest, Buffer.concat(digest))];
	return bytesField(field.outputFiles, Buffer.concat(file));
}
/** Reads what {@link encodeActionResult} has written; undefined when it is anything else. */
function decodeActionResult(bytes) {
	const file = readFields(bytes)?.get(field.outputFiles);
	const digest = file instanceof Uint8Array ? readFields(file)?.get(field.digest) : void 0;
	const fields = digest instanceof Uint8Array ? readFields(digest) : void 0;
	const [hash, size = 0] = [fields?.get(field.hash), fields?.get(field.size)];
	if (!(hash instanceof Uint8Array) || typeof size !== "number") return void 0;
	const text = Buffer.from(hash).toString("latin1");
	return /^[0-9a-f]{64}$/u.test(text) ? {
		hash: text,
		size
	} : void 0;
}
function varint(value) {
	const bytes = [];
	for (let rest = value;; rest = Math.floor(rest / 128)) {
		if (rest < 128) return [...bytes, rest];
		bytes.push(rest % 128 | 128);
	}
}
function varintField(number, value) {
	return Buffer.from([...varint(number * 8 + wire.varint), ...varint(value)]);
}
function bytesField(number, value) {
	const head = [...varint(number * 8 + wire.bytes), ...varint(value.length)];
	return Buffer.concat([Buffer.from(head), value]);
}
/** The fields of a message by number, the last one of each; undefined when it is cut off or of another make. */
function readFields(bytes) {
	const fields = /* @__PURE__ */ new Map();
	let at = 0;
	const number = () => {
		let value = 0;
		for (let factor = 1; factor < 2 ** 49; factor *= 128) {
			const byte = bytes[at++];
			if (byte === void 0) return NaN;
			value += (byte & 127) * factor;
			if (byte < 128) return value;
		}
		return NaN;
	};
	while (at < bytes.length) {
		const tag = number();
		const kind = tag % 8;
		if (kind === wire.fixed64 || kind === wire.fixed32) at += kind === wire.fixed64 ? 8 : 4;
		else if (kind === wire.varint) fields.set(Math.floor(tag / 8), number());
		else if (kind === wire.bytes) {
			const size = number();
			if (Number.isNaN(size) || at + size > bytes.length) return void 0;
			fields.set(Math.floor(tag / 8), bytes.subarray(at, at + size));
			at += size;
		} else return void 0;
	}
	return at === bytes.length ? fields : void 0;
}
//#endregion
//#region src/host/remote-cache/remote-cache.ts
/**
* What others may use: results that depend on their key alone. Notes of addresses, of folders of this machine and of runs stay
* here.
*/
const shared = new Set([
	"content",
	"helm",
	"inputs",
	"kustomize",
	"values",
	"verdicts"
]);
const maxActionBytes = 64 * 1024;
/** bazel-remote and others refuse more. */
const maxContentBytes = 100 * 1024 * 1024;
/** Reads through and writes through to a shared cache. Its failure makes a run slower, and nothing else. */
function remoteCache(local, options) {
	return new RemoteCache(local, options);
}
var RemoteCache = class {
	#local;
	#options;
	#pending = /* @__PURE__ */ new Set();
	#isDown = false;
	constructor(local, options) {
		this.#local = local;
		this.#options = options;
	}
	async get(kind, key) {
		const known = await this.#local.get(kind, key);
		if (known || !shared.has(kind)) return known;
		const value = await this.#fetch(kind, key);
		if (value) await this.#local.put(kind, key, value);
		return value;
	}
	async put(kind, key, value) {
		await this.#local.put(kind, key, value);
		if (this.#options.readOnly || this.#isDown || !shared.has(kind)) return;
		const upload = this.#upload(kind, key, value).finally(() => this.#pending.delete(upload));
		this.#pending.add(upload);
	}
	async settled() {
		await Promise.all(this.#pending);
	}
	async #fetch(kind, key) {
		const action = await this.#download(`ac/${actionOf(kind, key)}`, maxActionBytes);
		const digest = action && decodeActionResult(action);
		if (!digest || digest.size > maxContentBytes) return void 0;
		const entry = await this.#download(`cas/${digest.hash}`, maxContentBytes);
		if (!entry || sha256$1(entry) !== digest.hash) return void 0;
		try {
			return openEntry(key, Buffer.from(entry));
		} catch {
			return;
		}
	}
	async #upload(kind, key, value) {
		const entry = sealEntry(key, value);
		if (entry.length > maxContentBytes) return;
		const digest = {
			hash: sha256$1(entry),
			size: entry.length
		};
		if (!await this.#store(`cas/${digest.hash}`, entry)) return;
		await this.#store(`ac/${actionOf(kind, key)}`, encodeActionResult(digest));
	}
	async #download(path, maxBytes) {
		if (this.#isDown) return void 0;
		const answer = await this.#options.store.get({
			...this.#request(path),
			maxBytes
		});
		if (answer.status === "ok") return answer.bytes;
		if (answer.status === "failed") this.#giveUp(answer.reason);
		if (answer.status === "refused" && answer.code !== 404) this.#giveUp(`it answers ${answer.code}`);
	}
	async #store(path, upload) {
		if (this.#isDown) return false;
		const problem = await this.#options.store.put({
			...this.#request(path),
			upload,
			maxBytes: maxActionBytes
		});
		if (problem !== void 0) this.#giveUp(problem);
		return problem === void 0;
	}
	#request(path) {
		const { url, credentials } = this.#options;
		return {
			url: url + path,
			...credentials && { credentials }
		};
	}
	#giveUp(reason) {
		if (this.#isDown) return;
		this.#isDown = true;
		this.#options.onFailure(reason);
	}
};
/** Names of other programs are hashes of other things: the two never meet. */
function actionOf(kind, key) {
	return sha256$1(`sluice ${kind} ${entryName(key)}`);
}
function sha256$1(content) {
	return hash("sha256", content, "hex");
}
//#endregion
//#region src/host/remote-cache/open-remote-cache.ts
/** A cache is there to save time. */
const timing = {
	connectMs: 3e3,
	answerMs: 2e4,
	maxPauseMs: 2e3
};
/** Puts the shared cache behind a local one. The user has named its host: that one alone is contacted, wherever it is. */
function openRemoteCache(local, settings) {
	const { url, toolVersion, signal, readOnly, onFailure, proxyFor } = settings;
	const credentials = credentialsOf(url);
	const store = guardedStore({
		toolVersion,
		timing,
		allowPrivateHosts: true,
		allowHosts: [bareHost(url)],
		...signal && { signal },
		...proxyFor && { proxyFor }
	});
	return remoteCache(local, {
		url: `${url.origin}${url.pathname.replace(/\/*$/u, "/")}`,
		store,
		readOnly,
		onFailure,
		...credentials && { credentials }
	});
}
function credentialsOf({ origin, username, password }) {
	if (username === "" && password === "") return void 0;
	const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	return {
		origin,
		authorization: `Basic ${Buffer.from(login).toString("base64")}`
	};
}
//#endregion
//#region src/host/node-host.ts
/** The world as Node shows it. Close its engine when done. */
function nodeHost(options) {
	const { cacheDir, toolVersion, label = "", environment, observer, network, shard } = options;
	const untrusted = network?.untrusted === true;
	const written = cacheDir === void 0 ? noCache : folderCache(cacheDir);
	const { cache, settled } = sharedCache(untrusted ? readOnly(written) : written, options);
	const engine = closedAfter(createEngine(options), settled);
	return {
		files: nodeFiles(environment),
		engine: cacheDir === void 0 ? engine : cachedEngine(engine, {
			cache,
			toolVersion: buildOf(toolVersion),
			label,
			digest: sha256
		}),
		cache,
		schemas: packageSchemas,
		...network && remoteParts(options, network, cache),
		...observer && { observer },
		...shard && { division: {
			shard,
			turns: new Turns(concurrencyOf(options))
		} },
		digest: sha256,
		now: () => performance.now()
	};
}
/** With a remote cache behind it, where there is one and the network may be used. */
function sharedCache(cache, { remoteCache, network, toolVersion, environment }) {
	if (!remoteCache || network?.offline === true) return {
		cache,
		settled: async () => {}
	};
	const { signal } = network ?? {};
	const shared = openRemoteCache(cache, {
		...remoteCache,
		toolVersion,
		readOnly: network?.untrusted === true,
		...network?.untrusted !== true && { proxyFor: proxiesOf(environment) },
		...signal && { signal }
	});
	return {
		cache: shared,
		settled: () => shared.settled()
	};
}
/** An engine that is closed when a run is over waits for what is still on its way to others. */
function closedAfter(engine, settled) {
	return {
		...engine,
		close: async () => {
			await settled();
			await engine.close();
		}
	};
}
function remoteParts({ toolVersion, environment, lock = /* @__PURE__ */ new Map(), onFetched }, network, cache) {
	const world = {
		network: lazyNetwork({
			...network,
			toolVersion
		}, environment),
		git: lazyGit({
			...network,
			environment
		}),
		cache,
		digest: sha256
	};
	return {
		remote: lockedSources(createRemoteSources({
			...world,
			untrusted: network.untrusted === true
		}), {
			lock,
			cache,
			digest: sha256,
			...onFetched && { onFetched }
		}),
		fetchSchema: schemasOnce((url, offline) => remoteSchema({
			...world,
			offline
		}, url))
	};
}
function createEngine(options) {
	const { backend = {}, cacheDir, timeoutMs } = options;
	return createBackend(backend, {
		concurrency: concurrencyOf(options),
		...cacheDir === void 0 ? {} : { cacheDir },
		...timeoutMs === void 0 ? {} : { timeoutMs }
	});
}
/** Node's own clients take tens of milliseconds to load: most runs find everything in the cache, or in the repository. */
function lazyNetwork(options, environment) {
	let loading;
	const start = async () => {
		const [{ guardedNetwork }, { dockerLogin }] = await Promise.all([import("./guarded-network.js"), import("./docker-login.js")]);
		const loginFor = once();
		return guardedNetwork({
			proxyFor: proxiesOf(environment),
			loginFor: (registry) => loginFor(registry, () => dockerLogin(registry, environment)),
			...options
		});
	};
	const load = () => {
		loading ??= start();
		return loading;
	};
	return {
		get: async (request) => (await load()).get(request),
		loginFor: async (registry) => (await load()).loginFor(registry)
	};
}
function lazyGit(options) {
	let loading;
	const load = () => {
		loading ??= import("./guarded-git.js").then(({ guardedGit }) => guardedGit(options));
		return loading;
	};
	return {
		refs: async (remote) => (await load()).refs(remote),
		files: async (remote, wanted) => (await load()).files(remote, wanted)
	};
}
/** What tells one build of sluice from another: what an older one has remembered may be wrong. */
function buildOf(toolVersion) {
	const { mtimeMs, size } = statSync(fileURLToPath(import.meta.url));
	return `${toolVersion} ${mtimeMs} ${size}`;
}
function concurrencyOf({ concurrency }) {
	return concurrency ?? defaultConcurrency();
}
/** One worker for each processor, but each takes some 100 MiB: no more than four. */
function defaultConcurrency() {
	return Math.max(1, Math.min(4, availableParallelism()));
}
/** sha256 in lower-case hex. */
function sha256(content) {
	return hash("sha256", content, "hex");
}
//#endregion
//#region src/resolve/graph.ts
/** Indexes the references of a cluster. */
function createGraph(references) {
	const outgoing = groupBy(references, ({ from }) => from);
	const incoming = groupBy(references, ({ resource }) => resource);
	return {
		references,
		from: (resource) => outgoing.get(resource) ?? [],
		to: (resource) => incoming.get(resource) ?? [],
		cycles: (relation) => cyclesOf(references.filter((reference) => reference.relation === relation))
	};
}
/** One cycle for each set of objects that reach one another, from its first member in name order. */
function cyclesOf(references) {
	const edges = groupBy(references.filter(({ resource }) => resource !== void 0), ({ from }) => from);
	const starts = [...edges.keys()].sort((a, b) => keyOf$4(a) < keyOf$4(b) ? -1 : 1);
	const covered = /* @__PURE__ */ new Set();
	const cycles = [];
	for (const start of starts) {
		if (covered.has(start)) continue;
		const cycle = shortestCycle(start, edges);
		if (!cycle) continue;
		for (const member of reachable(start, edges)) if (reachable(member, edges).has(start)) covered.add(member);
		cycles.push(cycle);
	}
	return cycles;
}
function keyOf$4({ id, server }) {
	return resourceKey(id, server);
}
/** All that `start` leads to. */
function reachable(start, edges) {
	const found = /* @__PURE__ */ new Set();
	const queue = [start];
	for (const current of queue) for (const { resource } of edges.get(current) ?? []) {
		if (!resource || found.has(resource)) continue;
		found.add(resource);
		queue.push(resource);
	}
	return found;
}
/** Breadth first from `start` back to itself. */
function shortestCycle(start, edges) {
	const arrivedBy = /* @__PURE__ */ new Map();
	const queue = [start];
	for (const current of queue) for (const edge of edges.get(current) ?? []) {
		const { resource } = edge;
		if (resource === start) return pathTo(current, start, arrivedBy, edge);
		if (resource && !arrivedBy.has(resource)) {
			arrivedBy.set(resource, edge);
			queue.push(resource);
		}
	}
}
function pathTo(end, start, arrivedBy, last) {
	const path = [last];
	for (let current = end; current !== start;) {
		const edge = arrivedBy.get(current);
		if (!edge) break;
		path.unshift(edge);
		current = edge.from;
	}
	return path;
}
//#endregion
//#region src/resolve/field-pattern.ts
/** The patterns are those of our own tables: few, and asked for again with every object. */
const knownSteps = /* @__PURE__ */ new Map();
/** `spec.valuesFrom[].name` → its steps; `[]` stands for every element, `*` for every key. */
function stepsOf(pattern) {
	const known = knownSteps.get(pattern) ?? pattern.replaceAll("[]", ".[]").split(".");
	knownSteps.set(pattern, known);
	return known;
}
function children({ path, value }, step) {
	if (step === "[]") return isList(value) ? value.map((child, index) => ({
		path: [...path, index],
		value: child
	})) : [];
	if (!isObject(value)) return [];
	if (step === "*") return Object.entries(value).map(([key, child]) => ({
		path: [...path, key],
		value: child
	}));
	const child = valueAt(value, [step]);
	return child === void 0 ? [] : [{
		path: [...path, step],
		value: child
	}];
}
/** Every field that `pattern` names: `spec.valuesFrom[].name` gives one match for each entry that has a name. */
function matchFields(manifest, pattern) {
	return stepsOf(pattern).reduce((matches, step) => matches.flatMap((match) => children(match, step)), [{
		path: [],
		value: manifest
	}]);
}
function childValues(value, step) {
	if (step === "[]") return isList(value) ? value : [];
	if (!isObject(value)) return [];
	if (step === "*") return Object.values(value);
	const child = valueAt(value, [step]);
	return child === void 0 ? [] : [child];
}
/** The non-empty strings that `pattern` names. */
function stringsAt(manifest, pattern) {
	const steps = stepsOf(pattern);
	if (!/[[*]/u.test(pattern)) {
		const value = valueAt(manifest, steps);
		return typeof value === "string" && value !== "" ? [value] : [];
	}
	return steps.reduce((values, step) => values.flatMap((value) => childValues(value, step)), [manifest]).filter((value) => typeof value === "string" && value !== "");
}
/**
* Every text that `template` stands for: `{metadata.name}-app` gives `podinfo-db-app`. In `{a|b}` the field `b` counts
* when there is no `a`. A template whose field is missing gives nothing.
*/
function expandTemplate(template, manifest) {
	return expandParts(partsOf$2(template), manifest);
}
const knownParts = /* @__PURE__ */ new Map();
function partsOf$2(template) {
	const known = knownParts.get(template) ?? template.split(/[{}]/u).map((part, index) => index % 2 === 0 ? part : part.split("|")).filter((part) => part !== "");
	knownParts.set(template, known);
	return known;
}
function expandParts([part, ...rest], manifest) {
	if (part === void 0) return [""];
	const texts = typeof part === "string" ? [part] : firstFound(part, manifest);
	if (rest.length === 0 || texts.length === 0) return texts;
	const tails = expandParts(rest, manifest);
	return texts.flatMap((text) => tails.map((tail) => `${text}${tail}`));
}
function firstFound(patterns, manifest) {
	for (const pattern of patterns) {
		const found = stringsAt(manifest, pattern);
		if (found.length > 0) return found;
	}
	return [];
}
//#endregion
//#region src/resolve/producer-rows.ts
const own$1 = "{metadata.namespace}";
const everywhere = "*";
const secret$1 = (name, namespace = own$1) => ({
	kind: kinds.Secret,
	name,
	namespace
});
const configMap = (name, namespace = own$1) => ({
	kind: kinds.ConfigMap,
	name,
	namespace
});
const secrets = (...names) => names.map((name) => secret$1(name));
const row = (kind, makes) => {
	const [name = "", group = ""] = kind.split(/\.(?<group>.*)/u);
	return {
		group,
		kind: name,
		makes
	};
};
const externalSecrets = [
	{
		...row("ExternalSecret.external-secrets.io", secrets("{spec.target.name|metadata.name}")),
		unless: {
			field: "spec.target.creationPolicy",
			values: ["None"]
		}
	},
	row("ClusterExternalSecret.external-secrets.io", [secret$1("{spec.externalSecretSpec.target.name}", everywhere), secret$1("{spec.externalSecretName|metadata.name}", everywhere)]),
	row("SealedSecret.bitnami.com", secrets("{metadata.name}", "{spec.template.metadata.name}")),
	row("SopsSecret.isindir.github.com", secrets("{spec.secretTemplates[].name}")),
	row("SopsSecret.addons.projectcapsule.dev", secrets("{spec.secrets[].name}")),
	row("VaultStaticSecret.secrets.hashicorp.com", secrets("{spec.destination.name}")),
	row("VaultDynamicSecret.secrets.hashicorp.com", secrets("{spec.destination.name}")),
	row("VaultPKISecret.secrets.hashicorp.com", secrets("{spec.destination.name}")),
	row("HCPVaultSecretsApp.secrets.hashicorp.com", secrets("{spec.destination.name}")),
	row("VaultSecret.redhatcop.redhat.io", secrets("{spec.output.name}")),
	row("AzureKeyVaultSecret.spv.no", [secret$1("{spec.output.secret.name}"), configMap("{spec.output.configMap.name}")]),
	row("BitwardenSecret.lerentis.uploadfilter24.eu", [secret$1("{spec.name}", "{spec.namespace|metadata.namespace}")]),
	row("RegistryCredential.lerentis.uploadfilter24.eu", [secret$1("{spec.name}", "{spec.namespace|metadata.namespace}")]),
	row("InfisicalSecret.secrets.infisical.com", [
		secret$1("{spec.managedSecretReference.secretName}", "{spec.managedSecretReference.secretNamespace|metadata.namespace}"),
		secret$1("{spec.managedKubeSecretReferences[].secretName}", everywhere),
		configMap("{spec.managedKubeConfigMapReferences[].configMapName}", everywhere)
	]),
	row("InfisicalDynamicSecret.secrets.infisical.com", [secret$1("{spec.managedSecretReference.secretName}", everywhere)]),
	row("DopplerSecret.secrets.doppler.com", [secret$1("{spec.managedSecret.name}", "{spec.managedSecret.namespace|metadata.namespace}")]),
	row("OnePasswordItem.onepassword.com", secrets("{metadata.name}")),
	row("SecretProviderClass.secrets-store.csi.x-k8s.io", secrets("{spec.secretObjects[].secretName}")),
	row("SecretSync.secret-sync.x-k8s.io", secrets("{metadata.name}")),
	row("ClusterSecret.clustersecret.io", [secret$1("{metadata.name}", everywhere)]),
	row("Password.secretgen.k14s.io", secrets("{metadata.name}")),
	row("RSAKey.secretgen.k14s.io", secrets("{metadata.name}")),
	row("SSHKey.secretgen.k14s.io", secrets("{metadata.name}")),
	row("BasicAuth.secretgenerator.mittwald.de", secrets("{metadata.name}")),
	row("SSHKeyPair.secretgenerator.mittwald.de", secrets("{metadata.name}"))
];
const certificates = [
	row("Certificate.cert-manager.io", secrets("{spec.secretName}")),
	row("Issuer.cert-manager.io", secrets("{spec.acme.privateKeySecretRef.name}")),
	row("ClusterIssuer.cert-manager.io", [secret$1("{spec.acme.privateKeySecretRef.name}", everywhere)]),
	row("Ingress.networking.k8s.io", secrets("{spec.tls[].secretName}")),
	row("Bundle.trust.cert-manager.io", [configMap("{metadata.name}", everywhere), secret$1("{metadata.name}", everywhere)]),
	row("ClusterBundle.trust-manager.io", [configMap("{metadata.name}", everywhere), secret$1("{metadata.name}", everywhere)])
];
const operators = [
	row("Cluster.postgresql.cnpg.io", [
		"app",
		"superuser",
		"ca",
		"server",
		"replication"
	].map((end) => secret$1(`{metadata.name}-${end}`))),
	row("postgresql.acid.zalan.do", secrets("*.{metadata.name}.credentials.postgresql.acid.zalan.do")),
	row("PostgresCluster.postgres-operator.crunchydata.com", secrets("{metadata.name}-*")),
	row("PerconaXtraDBCluster.pxc.percona.com", secrets("{metadata.name}-*", "{spec.secretsName}")),
	row("RabbitmqCluster.rabbitmq.com", secrets("{metadata.name}-*")),
	row("User.rabbitmq.com", secrets("{metadata.name}-user-credentials")),
	row("Elasticsearch.elasticsearch.k8s.elastic.co", secrets("{metadata.name}-es-*")),
	row("MongoDBCommunity.mongodbcommunity.mongodb.com", secrets("{metadata.name}-*")),
	row("Kafka.kafka.strimzi.io", secrets("{metadata.name}-*")),
	row("KafkaUser.kafka.strimzi.io", secrets("{metadata.name}")),
	row("Database.kinda.rocks", [secret$1("{spec.secretName}"), configMap("{spec.secretName}")]),
	row("ObjectBucketClaim.objectbucket.io", [secret$1("{metadata.name}"), configMap("{metadata.name}")]),
	row("CephObjectStoreUser.ceph.rook.io", secrets("rook-ceph-object-user-{spec.store}-{metadata.name}")),
	row("FieldExport.services.k8s.aws", [secret$1("{spec.to.name}", "{spec.to.namespace|metadata.namespace}"), configMap("{spec.to.name}", "{spec.to.namespace|metadata.namespace}")]),
	row("Terraform.infra.contrib.fluxcd.io", secrets("{spec.writeOutputsToSecret.name}")),
	row("GithubApp.githubapp.samir.io", secrets("{spec.accessTokenSecret}")),
	row("Cluster.cluster.x-k8s.io", secrets("{metadata.name}-kubeconfig")),
	row("Cluster.k0smotron.io", secrets("{metadata.name}-kubeconfig")),
	row("TenantControlPlane.kamaji.clastix.io", secrets("{metadata.name}-admin-kubeconfig")),
	row("HostedCluster.hypershift.openshift.io", secrets("{metadata.name}-*"))
];
const flux = [row("ArtifactGenerator.source.extensions.fluxcd.io", [{
	kind: kinds.ExternalArtifact,
	name: "{spec.artifacts[].name}"
}]), row("HelmRelease.helm.toolkit.fluxcd.io", [{
	kind: kinds.HelmChart,
	name: "{metadata.namespace}-{metadata.name}",
	namespace: "{spec.chart.spec.sourceRef.namespace|metadata.namespace}"
}])];
/** What controllers make, by kind; every row of an object counts. */
const producerRows = [
	...externalSecrets,
	...certificates,
	...operators,
	...flux,
	row("Namespace.", [{
		kind: kinds.ServiceAccount,
		name: "default",
		namespace: "{metadata.name}"
	}, configMap("kube-root-ca.crt", "{metadata.name}")]),
	row("*.*", [
		secret$1("{spec.writeConnectionSecretToRef.name}", "{spec.writeConnectionSecretToRef.namespace|metadata.namespace}"),
		secret$1("{spec.operatorSpec.secrets.*.name}"),
		configMap("{spec.operatorSpec.configMaps.*.name}")
	])
];
//#endregion
//#region src/resolve/producers.ts
/** `{{request.object.metadata.name}}`, and the captures of an ArtifactGenerator: known only in the cluster. */
const placeholder = /\{\{[^}]*\}\}|\$?\{[^}]*\}/gu;
const makeId = (kind, name, namespace) => ({
	group: kind.group,
	kind: kind.kind,
	namespace: namespace.replace(placeholder, "*"),
	name: name.replace(placeholder, "*")
});
const rowsByKind = groupBy(producerRows, ({ kind }) => kind);
const rowsOfEveryKind = rowsByKind.get("*") ?? [];
function rowsFor(kind) {
	return [...rowsByKind.get(kind) ?? [], ...rowsOfEveryKind];
}
function matches(row, { id, manifest }) {
	if (row.group !== "*" && row.group !== id.group) return false;
	const { unless } = row;
	return !unless || !stringsAt(manifest, unless.field).some((value) => unless.values.includes(value));
}
function expandProduct({ kind, name, namespace }, manifest) {
	return expandTemplate(namespace ?? "{metadata.namespace}", manifest).flatMap((space) => expandTemplate(name, manifest).map((text) => makeId(kind, text, space)));
}
/** A kind of another's operator that is called a secret: the Secret most likely has its name. */
function namedAfterSecrets({ id, manifest }) {
	if (id.group === "" || !id.kind.endsWith("Secret") || id.kind === "PushSecret") return [];
	if (rowsByKind.get(id.kind)?.some(({ group }) => group === id.group)) return [];
	return [
		id.name,
		...stringsAt(manifest, "spec.secretName"),
		...stringsAt(manifest, "spec.*.secretName")
	].map((name) => makeId(kinds.Secret, name, id.namespace ?? "*"));
}
const kyvernoKinds = new Set([
	"ClusterPolicy",
	"Policy",
	"GeneratingPolicy"
]);
/** What a Kyverno policy generates. */
function generatedByPolicy({ id, manifest }) {
	if (!kyvernoKinds.has(id.kind) || !/(?:^|\.)kyverno\.io$/u.test(id.group)) return [];
	return matchFields(manifest, "spec.rules[].generate").flatMap(({ value }) => {
		const kind = {
			group: groupOf(stringAt(value, ["apiVersion"]) ?? ""),
			kind: stringAt(value, ["kind"])
		};
		const namespace = stringAt(value, ["namespace"]) ?? "*";
		if (kind.kind !== void 0) return [makeId({
			group: kind.group,
			kind: kind.kind
		}, stringAt(value, ["name"]) ?? "*", namespace)];
		return stringsAt(value, "cloneList.kinds[]").map((text) => makeId({
			group: groupOf(text),
			kind: text.slice(text.lastIndexOf("/") + 1)
		}, "*", namespace));
	});
}
const copyNamespaces = [
	"replicator.v1.mittwald.com/replicate-to",
	"replicator.v1.mittwald.com/replicate-to-matching",
	"reflector.v1.k8s.emberstack.com/reflection-auto-enabled",
	"kubed.appscode.com/sync"
];
const annotationFields = [
	["metadata", "annotations"],
	[
		"spec",
		"template",
		"metadata",
		"annotations"
	],
	[
		"spec",
		"target",
		"template",
		"metadata",
		"annotations"
	],
	[
		"spec",
		"externalSecretSpec",
		"target",
		"template",
		"metadata",
		"annotations"
	],
	[
		"spec",
		"secretTemplate",
		"annotations"
	]
];
/** Whether an object, or what it makes, asks a replicating controller for copies. */
function asksForCopies(manifest) {
	return annotationFields.some((path) => {
		const annotations = valueAt(manifest, path);
		return isObject(annotations) && copyNamespaces.some((name) => Object.hasOwn(annotations, name));
	});
}
/** The same object in other namespaces, where a replicating controller copies it. */
function copiesOf(resource, made) {
	if (!asksForCopies(resource.manifest)) return [];
	return [resource.id, ...made].filter((id) => isKind(id, kinds.Secret) || isKind(id, kinds.ConfigMap)).map((id) => ({
		...id,
		namespace: "*"
	}));
}
/**
* The objects that controllers will make from `resource`. A name or namespace may hold `*`, which stands for any
* characters; compare with {@link covers}.
*/
function producedBy(resource) {
	const made = [
		...rowsFor(resource.id.kind).filter((row) => matches(row, resource)).flatMap(({ makes }) => makes.flatMap((product) => expandProduct(product, resource.manifest))),
		...namedAfterSecrets(resource),
		...generatedByPolicy(resource)
	];
	return [...made, ...copiesOf(resource, made)];
}
function matchesGlob(pattern, text) {
	const [head = "", ...parts] = pattern.split("*");
	const tail = parts.pop();
	if (tail === void 0) return pattern === text;
	if (!text.startsWith(head) || text.length < head.length + tail.length) return false;
	const middle = text.slice(head.length, text.length - tail.length);
	let from = 0;
	return parts.every((part) => {
		const found = middle.indexOf(part, from);
		from = found + part.length;
		return found >= 0;
	}) && text.endsWith(tail);
}
/** Whether `target` is one of the objects that `product` stands for. */
function covers(product, target) {
	return product.kind === target.kind && product.group === target.group && matchesGlob(product.namespace ?? "", target.namespace ?? "") && matchesGlob(product.name, target.name);
}
//#endregion
//#region src/resolve/written-products.ts
const knownIds = /* @__PURE__ */ new WeakMap();
/**
* Whether some file of the repository writes `target`, or an object that a controller makes it from. A namespace that is
* not stated, and a name or namespace with variables, may be anything.
*/
function isMadeSomewhere({ all }, target) {
	return all.some((object) => idsOf(object).some((id) => covers(id, target)));
}
function idsOf(object) {
	const known = knownIds.get(object);
	if (known) return known;
	const { id } = object;
	const placed = {
		...id,
		namespace: id.namespace ?? "*"
	};
	const ids = [{
		...placed,
		namespace: withoutVariables(placed.namespace),
		name: withoutVariables(id.name)
	}, ...producedBy({
		id: placed,
		manifest: withNamespace(object.manifest, placed.namespace)
	})];
	knownIds.set(object, ids);
	return ids;
}
function withoutVariables(text) {
	return text.replace(/\$\{[^}]*\}/gu, "*");
}
function withNamespace(manifest, namespace) {
	const { metadata } = manifest;
	return {
		...manifest,
		metadata: {
			...isObject(metadata) ? metadata : {},
			namespace
		}
	};
}
//#endregion
//#region src/build/blind-spots.ts
/** A cluster that the repository shows a part of. */
const unknownCluster = {
	reason: "nothing in this repository says what syncs it",
	mayDefine: () => true,
	reported: false
};
/** What a cluster's builds have left in the dark. */
function blindSpotsOf(builds, releases, resourceSets, written) {
	return [
		...builds.flatMap((build) => ofKustomization(build, written)),
		...releases.flatMap(ofRelease),
		...resourceSets.map((resourceSet) => ({
			reason: `${describe(resourceSet.id)} is not rendered`,
			mayDefine: () => true,
			reported: false
		}))
	];
}
function ofKustomization(build, written) {
	const { kustomization, status, reason, failure } = build;
	const namespace = stringAt(kustomization.manifest, ["spec", "targetNamespace"]);
	if (status === "failed" && failure?.step !== "substitute") return ofFailed(build, written);
	if (reason === void 0) return [];
	const state = status === "skipped" ? "is not built" : "is built in part";
	const mayDefine = (target, from) => from !== kustomization && (namespace === void 0 || target.namespace === namespace);
	const spot = {
		reason: `${describe(kustomization.id)} ${state}: ${reason}`,
		mayDefine,
		reported: false
	};
	if (build.content.status !== "missing") return [spot];
	const follows = (target, from) => mayDefine(target, from) && written.all.some(({ id }) => isSame(id, target));
	return [{
		...spot,
		mayDefine: follows,
		reported: true
	}, spot];
}
/**
* A build that failed and has a finding of its own. What its files name follows from that and is not said again; of a
* file that does not exist nobody can tell what it named, unless another one of the repository has it.
*/
function ofFailed({ kustomization, mayHold }, written) {
	const reason = `${describe(kustomization.id)} does not build`;
	const heldOf = ({ name }) => mayHold?.(name) ?? "written";
	const follows = (target, from) => {
		const held = heldOf(target);
		if (held === "unseen") return isMadeSomewhere(written, target);
		const isNamed = from.owner === kustomization || written.all.some(({ id }) => isSame(id, target));
		return held === "written" && isNamed;
	};
	const mayDefine = (target, from) => {
		const held = heldOf(target);
		const isOwn = held === "unseen" && from.owner === kustomization;
		return held !== "no" && (target.group === "" || isOwn);
	};
	return [{
		reason,
		mayDefine: follows,
		reported: true
	}, {
		reason,
		mayDefine,
		reported: false
	}];
}
/** Whether a written object may be the target: a namespace that it does not state may be given to it. */
function isSame(id, target) {
	return id.kind === target.kind && id.group === target.group && id.name === target.name && (id.namespace === void 0 || id.namespace === target.namespace);
}
const fluxKinds = new Set(Object.values(kinds).map(({ group }) => group).filter((group) => group !== ""));
/** Charts make workloads and their configuration; that one makes a Flux source or a dependency is not expected. */
function ofRelease({ release, status, reason }) {
	if (status === "rendered") return [];
	return [{
		reason: `${describe(release.id)} is not rendered${reason === void 0 ? "" : `: ${reason}`}`,
		mayDefine: ({ group }, from) => from !== release && !fluxKinds.has(group),
		reported: false
	}];
}
//#endregion
//#region src/build/shard-order.ts
/**
* Units of work in the order of a shard: its own share first, then the next shard's, and so round. Within a share each shard
* has an order of its own: two that have come to the same share rarely work on the same unit.
*/
function shardOrder(units, nameOf, { shard, digest }) {
	const { index, count } = shard;
	return units.map((unit) => {
		const name = nameOf(unit);
		return {
			unit,
			away: (shareNumber([name], count, digest) - index + count) % count,
			place: digest(`${index} ${name}`)
		};
	}).sort((left, right) => left.away - right.away || (left.place < right.place ? -1 : 1)).map(({ unit }) => unit);
}
//#endregion
//#region src/build/build-all.ts
/**
* Builds what can be built at the same time; the results are in the order of `resources`. A shard begins with its own share,
* and looks for the others' in the cache when their turn comes: other shards have put them there by then.
*/
async function buildAll(world, resources, build) {
	const { division, digest, engine } = world;
	if (!division) return await Promise.all(resources.map((resource) => build(world, resource)));
	const { shard, turns } = division;
	const nameOf = ({ id, server }) => resourceKey(id, server);
	const begun = /* @__PURE__ */ new Map();
	for (const [rank, resource] of shardOrder(resources, nameOf, {
		shard,
		digest
	}).entries()) {
		const turn = turns.turn(rank);
		const own = {
			...world,
			engine: takingTurns(engine, turn)
		};
		begun.set(resource, build(own, resource).finally(() => turn.end()));
	}
	return await Promise.all(resources.flatMap((resource) => begun.get(resource) ?? []));
}
/** Values are composed in no time, and what is rendered depends on them: they wait for nobody. */
function takingTurns(engine, turn) {
	return { call: (name, request) => name === "values" ? engine.call(name, request) : engine.call(name, request, turn) };
}
//#endregion
//#region src/load/folders.ts
/** The folder of a path; "" for the root. */
function folderOf(path) {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "" : path.slice(0, slash);
}
/** The last step of a path. */
function baseOf$1(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
/** Steps that need no normalizing, as those of most paths. */
const isPlain$1 = /^[^./][^/]*(?:\/[^./][^/]*)*$/u;
/** Joins and normalises; "" for the root. `undefined` when the path climbs above the root or is absolute. */
function joinInside(folder, path) {
	if (path.startsWith("/")) return void 0;
	const plain = path.startsWith("./") ? path.slice(2) : path;
	if (isPlain$1.test(plain) && (folder === "" || isPlain$1.test(folder))) return folder === "" ? plain : `${folder}/${plain}`;
	const joined = posix.normalize(posix.join(folder, path)).replace(/\/$/u, "");
	if (joined === ".." || joined.startsWith("../")) return void 0;
	return joined === "." ? "" : joined;
}
/** `spec.path` inside an artifact: clamped at its root, as securejoin does (`flux-semantics.md` 5.1). */
function clampInside(path) {
	return posix.normalize(`/${path}`).replace(/^\/|\/$/gu, "");
}
/** Whether `path` is `folder` itself or lies below it. */
function isInside(path, folder) {
	return folder === "" || path === folder || path.startsWith(`${folder}/`);
}
/** Every folder that has a file in it or below it, "" included. */
function foldersOf(paths) {
	const folders = new Set([""]);
	for (const path of paths) for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
	return folders;
}
//#endregion
//#region src/build/build-files.ts
/** What the build of `kustomization` reads from `folder` on. */
function buildFiles({ kustomizationFiles, fileAt, digest }, kustomization, { tree, folder }) {
	return {
		tree,
		folder,
		components: listAt(kustomization.manifest, ["spec", "components"]).flatMap((text, index) => {
			const target = typeof text === "string" ? joinInside(folder, text) : void 0;
			return typeof text !== "string" || target === void 0 ? [] : [{
				index,
				text,
				folder: target
			}];
		}),
		kustomizationFiles,
		fileAt,
		digest
	};
}
//#endregion
//#region src/parse/closure.ts
/** The list of a repository is asked for again with each build. */
const knownIndices = /* @__PURE__ */ new WeakMap();
/** Index for {@link filesReached}; the first file of a folder wins. */
function byFolder(files) {
	const known = knownIndices.get(files);
	if (known) return known;
	const index = new Map([...files].reverse().map((file) => [file.folder, file]));
	knownIndices.set(files, index);
	return index;
}
/**
* The files that a build of `folder` reads: the closure of its kustomization file, or, without one, what Flux's
* generator picks up (`flux-semantics.md` 5.2). Statically, so also where the build itself fails.
*/
function filesReached(folder, paths, kustomizationFiles) {
	const reached = /* @__PURE__ */ new Set();
	visitFolder(folder, {
		paths,
		kustomizationFiles,
		reached,
		visited: /* @__PURE__ */ new Set()
	});
	return reached;
}
function visitFolder(folder, walk) {
	if (walk.visited.has(folder)) return;
	walk.visited.add(folder);
	const kustomizationFile = walk.kustomizationFiles.get(folder);
	if (!kustomizationFile) {
		visitGenerated(folder, walk);
		return;
	}
	walk.reached.add(kustomizationFile.path);
	for (const { kind, target } of kustomizationFile.entries) {
		if (target === void 0) continue;
		if (kind === "folder") visitFolder(target, walk);
		else if (kind === "file") walk.reached.add(target);
	}
}
function visitGenerated(folder, walk) {
	for (const path of walk.paths) {
		if (!isInside(path, folder) || !/\.ya?ml$/u.test(path)) continue;
		const owner = nearestKustomization(folderOf(path), folder, walk.kustomizationFiles);
		if (owner === void 0) walk.reached.add(path);
		else visitFolder(owner, walk);
	}
}
/** The topmost folder between `root` (exclusive) and `folder` (inclusive) that has a kustomization file of its own. */
function nearestKustomization(folder, root, kustomizationFiles) {
	let found;
	for (let current = folder; current !== root && isInside(current, root); current = folderOf(current)) {
		if (kustomizationFiles.has(current)) found = current;
		if (current === "") break;
	}
	return found;
}
//#endregion
//#region src/parse/kustomization-files.ts
/** The names that kustomize recognises; two of them in one folder are an error (`flux-semantics.md` 5.2). */
const fileNames = [
	"kustomization.yaml",
	"kustomization.yml",
	"Kustomization"
];
function isKustomizationFileName(name) {
	return fileNames.includes(name);
}
/** Every kustomization file with what it names. */
function kustomizationFilesOf(files, paths, submodules) {
	const tree = {
		files: paths,
		folders: foldersOf(paths),
		submodules
	};
	return files.filter(({ role }) => role === "kustomization" || role === "component").flatMap(({ source, documents, role }) => {
		const document = documents.find(({ content }) => isObject(content));
		if (!document || isFluxObject(document.content)) return [];
		const folder = folderOf(source.path);
		return [{
			path: source.path,
			folder,
			component: role === "component",
			document,
			entries: entriesOf$2(document, folder, tree),
			rivals: fileNames.map((name) => folder === "" ? name : `${folder}/${name}`).filter((path) => path !== source.path && paths.has(path))
		}];
	});
}
/** A Flux Kustomization in a file called `kustomization.yaml` is no kustomization file's content; kustomize would refuse it. */
function isFluxObject(content) {
	return stringAt(content, ["apiVersion"])?.startsWith("kustomize.toolkit.fluxcd.io/") ?? false;
}
function entriesOf$2(document, folder, tree) {
	const content = document.content;
	const entry = (field, path, text) => typeof text === "string" && text !== "" ? [classify(field, path, text, folder, tree)] : [];
	const list = (field, key) => listAt(content, [key]).flatMap((text, index) => entry(field, [key, index], text));
	const patchFiles = (key) => listAt(content, [key]).flatMap((patch, index) => entry("patches", [
		key,
		index,
		"path"
	], stringAt(patch, ["path"])));
	return [
		...list("resources", "resources"),
		...list("resources", "bases"),
		...list("components", "components"),
		...patchFiles("patches"),
		...patchFiles("patchesJson6902"),
		...list("patches", "patchesStrategicMerge"),
		...["configMapGenerator", "secretGenerator"].flatMap((key) => generatorEntries(content, key, entry)),
		...list("configuration", "configurations"),
		...list("configuration", "crds"),
		...entry("configuration", ["openapi", "path"], stringAt(content, ["openapi", "path"])),
		...listAt(content, ["replacements"]).flatMap((replacement, index) => entry("configuration", [
			"replacements",
			index,
			"path"
		], stringAt(replacement, ["path"]))),
		...[
			"transformers",
			"generators",
			"validators"
		].flatMap((key) => list("transformer", key))
	];
}
function generatorEntries(content, key, entry) {
	return listAt(content, [key]).flatMap((generator, index) => [...["files", "envs"].flatMap((field) => listAt(generator, [field]).flatMap((text, position) => entry("generator", [
		key,
		index,
		field,
		position
	], typeof text === "string" ? withoutKey(text) : text))), ...entry("generator", [
		key,
		index,
		"env"
	], stringAt(generator, ["env"]))]);
}
/** `settings.ini=files/prod.ini` names the file after the equals sign. */
function withoutKey(text) {
	return text.slice(text.indexOf("=") + 1);
}
function classify(field, path, text, folder, tree) {
	const entry = {
		field,
		path,
		text
	};
	if (text.includes("\n") || text.trimStart().startsWith("{")) return {
		...entry,
		kind: "inline"
	};
	const target = joinInside(folder, text);
	if (target !== void 0 && tree.files.has(target)) return {
		...entry,
		target,
		kind: "file"
	};
	if (target !== void 0 && tree.folders.has(target)) return {
		...entry,
		target,
		kind: "folder"
	};
	if (isRemote$1(text)) return {
		...entry,
		kind: "remote"
	};
	if (target === void 0) return {
		...entry,
		kind: "outside"
	};
	if (tree.submodules.some((submodule) => isInside(target, submodule))) return {
		...entry,
		target,
		kind: "elsewhere"
	};
	return {
		...entry,
		target,
		kind: "missing"
	};
}
/** What kustomize would clone or download when no such file or folder exists (`api/internal/git`, `api/ifc`). */
function isRemote$1(text) {
	return /^(?:[a-z][a-z0-9+.-]*:)?\/\//iu.test(text) || /^git::|^[\w.-]+@[\w.-]+:|[?&]ref=|\.git(?:\/|$|\?)/u.test(text) || /^(?:github\.com|gitlab\.com|bitbucket\.org)[/:]/u.test(text);
}
//#endregion
//#region src/resolve/written-objects.ts
/** The objects of a document; those inside a List count one by one. */
function writtenObjects(document) {
	const { content } = document;
	if (!isObject(content)) return [];
	if (stringAt(content, ["kind"])?.endsWith("List") && Array.isArray(content.items)) return listAt(content, ["items"]).flatMap((item, index) => objectOf(document, ["items", index], item));
	return objectOf(document, [], content);
}
function objectOf(document, path, manifest) {
	const id = idOf(manifest);
	const apiVersion = stringAt(manifest, ["apiVersion"]);
	return id && apiVersion !== void 0 && isObject(manifest) ? [{
		document,
		path,
		manifest,
		apiVersion,
		id
	}] : [];
}
/** What an API server would know the object by; undefined without apiVersion, kind or name. */
function idOf(manifest) {
	const apiVersion = stringAt(manifest, ["apiVersion"]);
	const kind = stringAt(manifest, ["kind"]);
	const name = stringAt(manifest, ["metadata", "name"]);
	if (apiVersion === void 0 || kind === void 0 || name === void 0) return void 0;
	const namespace = stringAt(manifest, ["metadata", "namespace"]);
	return {
		group: groupOf(apiVersion),
		kind,
		...namespace ? { namespace } : {},
		name
	};
}
/** Indexes the objects of all files that are not templates, patches or values. */
function indexWritten(files) {
	const byFile = new Map(files.map((file) => [file.source.path, file.documents.flatMap(writtenObjects)]));
	return {
		all: files.filter(({ role }) => role === "manifest").flatMap(({ source }) => byFile.get(source.path) ?? []),
		inFile(path, { kind, name, namespace }) {
			const same = (byFile.get(path) ?? []).filter(({ id }) => id.kind === kind && id.name === name);
			return same.find(({ id }) => id.namespace === namespace) ?? same[0];
		}
	};
}
//#endregion
//#region src/build/held-names.ts
/**
* Answers whether the files and folders of `targets`, which a build has left out, may define an object of a name.
* Undefined ones lie outside the checked root.
*/
function heldNames(files, targets) {
	let texts;
	return (name) => {
		texts ??= targets.map((target) => target === void 0 ? [] : textsAt(files, target));
		if (texts.flat().some((text) => text.includes(name))) return "written";
		if (!texts.some((own) => own.length === 0)) return "no";
		return files.kustomizationFiles.some((file) => generates(file, name)) ? "written" : "unseen";
	};
}
/** The text of a file, or of all that a folder leads to; none for what does not exist. */
function textsAt({ tree, kustomizationFiles, fileAt }, target) {
	const file = fileAt(target);
	if (file) return [file.source.text];
	return [...filesReached(target, [...tree.tree.files.keys()].map((path) => tree.repositoryPath(path) ?? path), byFolder(kustomizationFiles))].flatMap((path) => fileAt(path)?.source.text ?? []);
}
function generates({ document }, name) {
	return ["configMapGenerator", "secretGenerator"].some((field) => listAt(document.content, [field]).some((entry) => stringAt(entry, ["name"]) === name));
}
//#endregion
//#region src/build/source-tree.ts
const contentDigests = /* @__PURE__ */ new WeakMap();
/** A tree of files, with an id over paths and contents. */
function fileTree(files, digest) {
	return {
		id: digest([...files].map(([path, bytes]) => `${path}\0${digestOf(bytes, digest)}`).sort().join("\n")),
		files
	};
}
/** The digest of a file's content, computed once. */
function digestOf(bytes, digest) {
	let known = contentDigests.get(bytes);
	if (known === void 0) {
		known = digest(bytes);
		contentDigests.set(bytes, known);
	}
	return known;
}
/** The artifact that a GitRepository makes of a checkout: without what `.sourceignore` and the defaults leave out. */
function folderTree({ files, folder, ignore, digest, defaults = "git" }) {
	const strip = folder === "" ? 0 : folder.length + 1;
	const inside = files.filter(({ path }) => isInside(path, folder));
	const decoder = new TextDecoder();
	const leftOut = createSourceIgnore({
		files: new Map(inside.filter(({ path }) => baseOf$1(path) === ".sourceignore").map(({ path, bytes }) => [path.slice(strip), decoder.decode(bytes)])),
		...ignore === void 0 ? {} : { ignore },
		defaults
	});
	const kept = /* @__PURE__ */ new Map();
	for (const { path, bytes } of inside) {
		const own = path.slice(strip);
		if (!leftOut(own)) kept.set(own, bytes);
	}
	return {
		tree: fileTree(kept, digest),
		repositoryPath: (path) => folder === "" ? path : path === "" ? folder : `${folder}/${path}`,
		unknown: []
	};
}
/** A tree put together file by file, each with the place it comes from. */
function composedTree(files, digest, unknown = []) {
	return {
		tree: fileTree(new Map([...files].map(([path, { bytes }]) => [path, bytes])), digest),
		repositoryPath: (path) => files.get(path)?.from,
		unknown
	};
}
/** Whether a path may exist in a tree although its files are not known. */
function isUnknown(tree, path) {
	return tree.unknown.some((folder) => isInside(path, folder) || isInside(folder, path));
}
/** Every folder of a tree. */
function treeFolders(tree) {
	return foldersOf(tree.tree.files.keys());
}
//#endregion
//#region src/build/leave-out.ts
/** Leaves out what kustomize would fetch from the network, so that the rest can be built: nothing is fetched. */
function withoutRemote(files) {
	return reduce(files, { leavesEntry: isRemote });
}
function isRemote({ kind, field }) {
	return (kind === "remote" || kind === "elsewhere") && [
		"resources",
		"components",
		"generator"
	].includes(field);
}
/**
* Leaves out what a build cannot read (missing files, YAML that kustomize refuses, files that hold no Kubernetes object,
* folders of the wrong sort), so that one bad file does not hide what the others define.
*/
function withoutBroken(files) {
	const index = byFolder(files.kustomizationFiles);
	const isWrongSort = ({ kind, field, target }) => {
		const found = kind === "folder" && target !== void 0 ? index.get(target) : void 0;
		return found !== void 0 && found.component !== (field === "components");
	};
	const isBroken = (entry) => [
		"resources",
		"components",
		"generator",
		"patches"
	].includes(entry.field) && (entry.kind === "missing" || entry.kind === "outside" || isWrongSort(entry) || entry.target !== void 0 && isRefused(files, entry.target));
	return reduce(files, {
		leavesEntry: isBroken,
		leavesComponent: ({ folder }) => index.get(folder)?.component !== true,
		unnamed: {
			leavesFile: (path) => isUnreadable(files, path) || isRival(files, path),
			leavesFolder: ({ component }) => component
		}
	});
}
/** kustomize's reader stops at syntax errors and at repeated keys. */
function isRefused({ fileAt }, path) {
	return fileAt(path)?.documents.some(({ syntaxErrors, repeatedKeys }) => syntaxErrors.length > 0 || repeatedKeys.length > 0) ?? false;
}
/** A second kustomization file in a folder: the first is kept. */
function isRival({ kustomizationFiles }, path) {
	const own = kustomizationFiles.findIndex((file) => file.path === path);
	return kustomizationFiles.some((file, index) => index < own && file.rivals.includes(path));
}
/** A file that the generator picks up and cannot decode (`flux-semantics.md` 5.2). */
function isUnreadable(files, path) {
	if (isKustomizationFileName(baseOf$1(path))) return false;
	const documents = files.fileAt(path)?.documents;
	if (!documents) return /\.ya?ml$/u.test(path);
	return documents.some((document) => document.syntaxErrors.length > 0 || document.content !== void 0 && document.content !== null && writtenObjects(document).length === 0);
}
function reduce(files, choice) {
	const { tree, digest } = files;
	const { leavesEntry, leavesComponent, unnamed } = choice;
	const withSuch = files.kustomizationFiles.filter(({ entries }) => entries.some(leavesEntry));
	const reached = withSuch.length > 0 || unnamed ? reachedFrom(files) : none;
	const affected = withSuch.filter(({ path }) => reached.has(path));
	const dropped = unnamed ? droppedFiles(files, reached, unnamed) : none;
	const components = files.components.filter((component) => leavesComponent?.(component) ?? false);
	const entries = affected.flatMap((file) => file.entries.filter(leavesEntry));
	const left = [...entries, ...components].map(({ text }) => text).concat([...dropped]);
	const rewritten = new Map(affected.map((file) => [file.path, rewrite(file, leavesEntry)]));
	const kept = () => new Map([...tree.tree.files].flatMap(([path, bytes]) => {
		const place = tree.repositoryPath(path) ?? path;
		return dropped.has(place) ? [] : [[path, rewritten.get(place) ?? bytes]];
	}));
	const isSame = rewritten.size === 0 && dropped.size === 0;
	const targets = [
		...entries.map(({ target }) => target),
		...components.map(({ folder }) => folder),
		...dropped
	];
	return {
		tree: isSame ? tree : {
			...tree,
			tree: fileTree(kept(), digest)
		},
		components: new Set(components.map(({ index }) => index)),
		left,
		mayHold: heldNames(files, targets)
	};
}
const none = /* @__PURE__ */ new Set();
function reachedFrom(files) {
	const { tree, folder, components, kustomizationFiles } = files;
	const paths = [...tree.tree.files.keys()].map((path) => tree.repositoryPath(path) ?? path);
	const index = byFolder(kustomizationFiles);
	const folders = [folder, ...components.map((component) => component.folder)];
	return new Set(folders.flatMap((start) => [...filesReached(start, paths, index)]));
}
function droppedFiles(files, reached, { leavesFile, leavesFolder }) {
	const { kustomizationFiles, tree } = files;
	const listed = new Set(kustomizationFiles.flatMap(({ entries }) => entries.map(({ target }) => target)));
	const rivals = kustomizationFiles.flatMap((file) => reached.has(file.path) ? file.rivals : []);
	const candidates = [...reached, ...rivals].filter((path) => !listed.has(path));
	const starts = [files.folder, ...files.components.map(({ folder }) => folder)];
	const folders = kustomizationFiles.filter(({ path, folder }) => reached.has(path) && !listed.has(folder)).filter((file) => !starts.includes(file.folder) && leavesFolder(file));
	const inside = [...tree.tree.files.keys()].map((path) => tree.repositoryPath(path) ?? path).filter((path) => folders.some(({ folder }) => isInside(path, folder)));
	return new Set([...candidates.filter(leavesFile), ...inside]);
}
function rewrite({ document, entries }, leaves) {
	const left = new Set(entries.filter(leaves).map(({ field, path }) => JSON.stringify(field === "patches" ? path.slice(0, 2) : path)));
	return new TextEncoder().encode(JSON.stringify(without(document.content ?? {}, left, [])));
}
/** A copy of `value` that lacks the list elements at the paths of `left`. */
function without(value, left, path) {
	if (isList(value)) return value.flatMap((element, index) => {
		const inner = [...path, index];
		return left.has(JSON.stringify(inner)) ? [] : [without(element, left, inner)];
	});
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, without(element, left, [...path, key])]));
}
//#endregion
//#region src/build/build-world.ts
/** The API server that an object's `spec.kubeConfig` leads to; the owner's own without one. */
function serverOf(owner) {
	const kubeConfig = owner.manifest.spec?.kubeConfig;
	const name = nameIn(kubeConfig, "secretRef") ?? nameIn(kubeConfig, "configMapRef");
	return name === void 0 ? owner.server : `${owner.id.namespace ?? ""}/${name}`;
}
function nameIn(kubeConfig, field) {
	const reference = kubeConfig?.[field];
	return typeof reference?.name === "string" ? reference.name : void 0;
}
//#endregion
//#region src/build/scope.ts
const index = new Map(Object.entries({
	"": [
		"Namespace",
		"Node",
		"PersistentVolume",
		"ComponentStatus"
	],
	"admissionregistration.k8s.io": [
		"MutatingWebhookConfiguration",
		"ValidatingWebhookConfiguration",
		"ValidatingAdmissionPolicy",
		"ValidatingAdmissionPolicyBinding",
		"MutatingAdmissionPolicy",
		"MutatingAdmissionPolicyBinding"
	],
	"apiextensions.k8s.io": ["CustomResourceDefinition"],
	"apiregistration.k8s.io": ["APIService"],
	"certificates.k8s.io": ["CertificateSigningRequest", "ClusterTrustBundle"],
	"flowcontrol.apiserver.k8s.io": ["FlowSchema", "PriorityLevelConfiguration"],
	"networking.k8s.io": [
		"IngressClass",
		"ServiceCIDR",
		"IPAddress"
	],
	"node.k8s.io": ["RuntimeClass"],
	policy: ["PodSecurityPolicy"],
	"rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
	"resource.k8s.io": ["DeviceClass", "ResourceSlice"],
	"scheduling.k8s.io": ["PriorityClass"],
	"storage.k8s.io": [
		"StorageClass",
		"CSIDriver",
		"CSINode",
		"VolumeAttachment",
		"VolumeAttributesClass"
	],
	"snapshot.storage.k8s.io": ["VolumeSnapshotClass", "VolumeSnapshotContent"],
	"gateway.networking.k8s.io": ["GatewayClass"],
	"cert-manager.io": ["ClusterIssuer"],
	"external-secrets.io": [
		"ClusterSecretStore",
		"ClusterExternalSecret",
		"ClusterPushSecret"
	],
	"kyverno.io": ["ClusterPolicy", "ClusterCleanupPolicy"]
}).map(([group, names]) => [group, new Set(names)]));
/** Whether objects of a kind have no namespace; kinds that nobody knows count as namespaced. */
function isClusterScoped({ group, kind }) {
	return index.get(group)?.has(kind) ?? false;
}
//#endregion
//#region src/build/make-resource.ts
/** An object with its identity; undefined for what has no kind or name. */
function makeResource(parts) {
	const { manifest, origin, owner, server, uncertain, locate } = parts;
	const id = identityOf(manifest, parts.defaultNamespace);
	const apiVersion = stringAt(manifest, ["apiVersion"]);
	if (!id || apiVersion === void 0) return void 0;
	const resource = {
		id,
		apiVersion,
		manifest,
		origin,
		owner,
		server,
		uncertain,
		at: (path, part = "value", span) => locate(resource, path, part, span)
	};
	return resource;
}
function identityOf(manifest, defaultNamespace) {
	const apiVersion = stringAt(manifest, ["apiVersion"]);
	const kind = stringAt(manifest, ["kind"]);
	const name = stringAt(manifest, ["metadata", "name"]);
	if (apiVersion === void 0 || kind === void 0 || name === void 0) return void 0;
	const group = groupOf(apiVersion);
	if (isClusterScoped({
		group,
		kind
	})) return {
		group,
		kind,
		name
	};
	const namespace = stringAt(manifest, ["metadata", "namespace"]) || defaultNamespace;
	return {
		group,
		kind,
		...namespace ? { namespace } : {},
		name
	};
}
//#endregion
//#region src/build/stand-in.ts
/**
* Values that nobody can see (encrypted, or defined outside the repository) are stood in for by a text of this form, so
* that builds go on; no finding rests on them.
*/
const prefix = "sluice-unknown-";
/** The stand-in for a value called `name`. It is a legal DNS label. */
function standIn(name) {
	return `${prefix}${name.toLowerCase().replace(/[^a-z0-9]+/gu, "-").replace(/^-+|-+$/gu, "")}`;
}
/** Whether a text holds a stand-in. */
function holdsStandIn(text) {
	return text.includes(prefix);
}
/** Whether a value is one that SOPS has encrypted (`flux-semantics.md` section 10). */
function isEncryptedValue(value) {
	return typeof value === "string" && value.startsWith("ENC[AES256_GCM,");
}
//#endregion
//#region src/build/patches.ts
/** The patches of a build in the order in which they are applied: the kustomization files', then `spec.patches`. */
function patchesOf(kustomization, kustomizationFiles, fileAt) {
	return [...kustomizationFiles.flatMap((file) => filePatches(file, fileAt)), ...listAt(kustomization.manifest, ["spec", "patches"]).flatMap((patch, index) => {
		const { document, path } = kustomization.at([
			"spec",
			"patches",
			index,
			"patch"
		]);
		return withTarget(document.embedded(path), valueAt(patch, ["target"]));
	})];
}
function filePatches({ document, entries }, fileAt) {
	const { content } = document;
	const fromFiles = entries.filter(({ field }) => field === "patches").flatMap(({ target, path, kind }) => {
		return withTarget(kind === "inline" ? document.embedded(path) : target === void 0 ? [] : fileAt(target)?.documents ?? [], valueAt(content, [...path.slice(0, 2), "target"]));
	});
	const inline = ["patches", "patchesJson6902"].flatMap((key) => listAt(content, [key]).flatMap((patch, index) => withTarget(document.embedded([
		key,
		index,
		"patch"
	]), valueAt(patch, ["target"]))));
	return [...fromFiles, ...inline];
}
function withTarget(documents, target) {
	return documents.map((document) => ({
		document,
		...target === void 0 ? {} : { target }
	}));
}
/**
* Whether a patch may touch an object. Names in targets are regular expressions, so only the kind decides there; who
* asks compares values as well. A patch without target names its object, perhaps before a prefix, a suffix or a variable.
*/
function mayTouch({ document, target }, { id }) {
	if (target !== void 0) {
		const kind = stringAt(target, ["kind"]);
		return kind === void 0 || kind === id.kind || /[^\w]/u.test(kind);
	}
	const { content } = document;
	const name = stringAt(content, ["metadata", "name"]) ?? "";
	const isNamed = id.name.includes(name) || name.includes("${");
	return isObject(content) && content.kind === id.kind && isNamed;
}
/** The path of a field inside a patch, when the patch sets the field to `wanted`. */
function fieldInPatch({ document }, path, accepts) {
	const { content } = document;
	if (isObject(content)) return accepts(valueAt(content, path)) ? path : void 0;
	const operations = listAt(content, []);
	for (let index = operations.length - 1; index >= 0; index--) {
		const rest = restOfPointer(stringAt(operations[index], ["path"]) ?? "", path);
		if (rest && accepts(valueAt(operations[index], ["value", ...rest]))) return [
			index,
			"value",
			...rest
		];
	}
}
/** What is left of `path` below a JSON pointer (RFC 6901); `-` stands for any place in a list. */
function restOfPointer(pointer, path) {
	const steps = pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
	if (steps.length === 0 || steps.length > path.length) return void 0;
	return steps.every((step, index) => step === String(path[index]) || step === "-" && typeof path[index] === "number") ? path.slice(steps.length) : void 0;
}
//#endregion
//#region src/build/trace.ts
/**
* The field of a built object, where a person would edit it: in the document itself, in the last patch that set it, or
* in what gives the object its namespace. Whoever set a field is found by comparing values.
*/
function traceField(resource, source, trace, sought) {
	const { path, part, span } = sought;
	const own = {
		document: source.document,
		path: [...source.path, ...path],
		part,
		...span ? { span } : {},
		resource,
		field: path
	};
	const wanted = valueAt(resource.manifest, path);
	const accepts = (value) => value !== void 0 && explains(value, wanted);
	const written = valueAt(source.document.content, own.path);
	if (accepts(written)) return withVariable(own, written, trace);
	const patched = findInPatches(resource, trace, path, accepts);
	if (patched) return {
		...own,
		...patched,
		via: [declaredAt(source, resource)]
	};
	const setter = namespaceSetter(resource, trace, path);
	return setter ? {
		...own,
		...setter,
		via: [declaredAt(source, resource)]
	} : own;
}
/** Whether a written value can be what became `wanted`: equal, or still to be substituted. */
function explains(written, wanted) {
	if (typeof written === "object" && written !== null) return typeof wanted === "object" && wanted !== null;
	return written === wanted || typeof written === "string" && written.includes("${");
}
function findInPatches(resource, trace, path, accepts) {
	trace.patches ??= patchesOf(trace.kustomization, trace.kustomizationFiles, trace.fileAt);
	for (let index = trace.patches.length - 1; index >= 0; index--) {
		const patch = trace.patches[index];
		const found = patch && mayTouch(patch, resource) ? fieldInPatch(patch, path, accepts) : void 0;
		if (patch && found) return {
			document: patch.document,
			path: found
		};
	}
}
/** `targetNamespace` wins over the kustomization files' `namespace` (`flux-semantics.md` 5.3). */
function namespaceSetter(resource, trace, path) {
	if (path.join(".") !== "metadata.namespace") return void 0;
	const target = ["spec", "targetNamespace"];
	if (stringAt(trace.kustomization.manifest, target) === resource.id.namespace) return trace.kustomization.at(target);
	const file = trace.kustomizationFiles.find(({ document }) => stringAt(document.content, ["namespace"]) === resource.id.namespace);
	return file && {
		document: file.document,
		path: ["namespace"]
	};
}
function declaredAt({ document, path }, resource) {
	return {
		document,
		path,
		part: "value",
		message: `${resource.id.kind} ${resource.id.name} is declared here`
	};
}
function withVariable(own, written, trace) {
	const name = typeof written === "string" ? /\$\{#?(\w+)/u.exec(written)?.[1] : void 0;
	const definition = name === void 0 ? void 0 : trace.variableAt(name);
	if (!definition) return own;
	const { document, path, part } = definition;
	return {
		...own,
		via: [{
			document,
			path,
			part,
			message: `\`${name}\` is set here`
		}]
	};
}
//#endregion
//#region src/build/built-resources.ts
/** The objects of a build, each with the document that a person would edit. */
function builtResources(objects, made) {
	return objects.flatMap((object) => {
		const { manifest } = object;
		const { owner, server, trace } = made;
		const { place, generated } = sourceOf(object, made);
		const resource = makeResource({
			manifest,
			origin: {
				via: "kustomize",
				document: place.document,
				path: place.path,
				generated
			},
			owner,
			server,
			uncertain: made.mayBeUncertain && holdsStandIn(JSON.stringify(manifest)),
			locate: (self, path, part, span) => {
				const own = generated ? generatorField(place, path) : void 0;
				if (own) return {
					...own,
					part,
					resource: self,
					field: path
				};
				return traceField(self, place, trace, {
					path,
					part,
					...span ? { span } : {}
				});
			}
		});
		return resource ? [resource] : [];
	});
}
function sourceOf({ origin, original }, { tree, written, trace, owner }) {
	const file = origin.path === void 0 ? void 0 : tree.repositoryPath(origin.path);
	const object = file === void 0 ? void 0 : written.inFile(file, original);
	if (object) return {
		place: object,
		generated: false
	};
	const configured = origin.configuredIn === void 0 ? void 0 : tree.repositoryPath(origin.configuredIn);
	const generator = trace.kustomizationFiles.find(({ path }) => path === configured);
	if (generator) return {
		place: generatorPlace(generator.document, original),
		generated: true
	};
	const { document, path } = owner.at(["spec", "path"]);
	return {
		place: {
			document,
			path
		},
		generated: true
	};
}
/** The entry of a kustomization file that generates an object. */
function generatorPlace(document, { kind, name }) {
	const field = kind === "Secret" ? "secretGenerator" : "configMapGenerator";
	const index = listAt(document.content, [field]).findIndex((entry) => stringAt(entry, ["name"]) === name);
	return {
		document,
		path: index < 0 ? [] : [field, index]
	};
}
/** The line of a generator that gives an object its `data.key`, or its name. */
function generatorField({ document, path }, field) {
	if (field[0] === "metadata") return {
		document,
		path: [...path, ...field.slice(1)]
	};
	const key = String(field[1] ?? "");
	for (const list of ["files", "literals"]) {
		const index = listAt(document.content, [...path, list]).findIndex((entry) => typeof entry === "string" && keyOf$3(entry) === key);
		if (index >= 0) return {
			document,
			path: [
				...path,
				list,
				index
			]
		};
	}
	return {
		document,
		path
	};
}
/** `values.yaml=files/values.yaml` and `files/values.yaml` both make the key `values.yaml`. */
function keyOf$3(entry) {
	const equals = entry.indexOf("=");
	return equals >= 0 ? entry.slice(0, equals) : entry.slice(entry.lastIndexOf("/") + 1);
}
//#endregion
//#region src/build/variables/expression.ts
/** Flux's `isDefaultOp`: https://github.com/fluxcd/pkg/blob/main/envsubst/template.go */
function isDefaultOperator(operator) {
	return [
		"=",
		":=",
		":-",
		":+",
		":?"
	].includes(operator ?? "");
}
//#endregion
//#region src/build/variables/parse-expression.ts
const argumentError = "unable to parse substitution within function";
/**
* Reads an expression whose `${` has just been read.
* An explicit stack instead of recursion: a hostile text may nest expressions as deep as it is long.
*/
function parseExpression(scanner) {
	const open = [new ExpressionParser(scanner).parse()];
	let finished;
	for (;;) {
		const innermost = open.at(-1);
		if (innermost === void 0) break;
		const step = finished === void 0 ? innermost.next() : innermost.next(finished);
		if (step.done) {
			open.pop();
			finished = step.value;
			if (open.length === 0) return finished;
		} else {
			open.push(new ExpressionParser(scanner).parse());
			finished = void 0;
		}
	}
	throw new Error("An expression always ends.");
}
/**
* The parser of fluxcd/pkg/envsubst, for one expression.
* https://github.com/fluxcd/pkg/blob/main/envsubst/parse/parse.go
*/
var ExpressionParser = class {
	scanner;
	start;
	name = "";
	operator;
	wordStart;
	arguments = [];
	error;
	constructor(scanner) {
		this.scanner = scanner;
		this.start = scanner.position - 2;
	}
	*parse() {
		yield* this.parseBody();
		const { name, operator, error, start } = this;
		const end = this.scanner.position;
		const wordEnd = error === void 0 ? end - 1 : end;
		return {
			start,
			end,
			name,
			...operator === void 0 ? {} : { operator },
			...this.wordStart === void 0 ? {} : { word: this.scanner.text.slice(this.wordStart, wordEnd) },
			hasDefault: isDefaultOperator(operator),
			arguments: this.arguments,
			nested: this.arguments.filter((argument) => typeof argument !== "string"),
			...error === void 0 ? {} : { error }
		};
	}
	*parseBody() {
		if (this.scanner.peek() === "#") return this.parseLength();
		if (this.scanner.scan({ accept: isNameCharacter }) !== "word") return this.fail("unable to parse variable name");
		this.name = this.scanner.word;
		switch (this.scanner.peek()) {
			case ":": return yield* this.parseDefaultOrSubstring();
			case "=": return yield* this.parseDefault();
			case ",":
			case "^": return this.parseOperator(atMostTwo(",^")) && this.parseClosing("bad substitution");
			case "/": return yield* this.parseReplacement();
			case "#": return yield* this.parseTrim("#");
			case "%": return yield* this.parseTrim("%");
			default: return this.parseClosing("missing closing brace");
		}
	}
	/** `#name` */
	parseLength() {
		this.operator = "#";
		this.scanner.position++;
		if (this.scanner.scan({ accept: isNameCharacter }) !== "word") return this.fail("bad substitution");
		this.name = this.scanner.word;
		return this.parseClosing("bad substitution");
	}
	*parseDefaultOrSubstring() {
		const next = this.scanner.text.charAt(this.scanner.position + 1);
		if (next !== "" && "=-?+".includes(next)) return yield* this.parseDefault();
		return (next === "" ? !this.scanner.endsAtNul : next > "") ? this.fail("bad substitution") : yield* this.parseSubstring();
	}
	/** `name:-word` and its kin: any number of texts and expressions. */
	*parseDefault() {
		this.parseOperator((character, place) => place === 1 ? ":=".includes(character) : this.isSecondOfDefault(character, place));
		while (this.scanner.peek() !== "}") if (!(yield* this.parseArgument({ accept: isNotClosing }))) return false;
		return this.parseClosing("bad substitution");
	}
	isSecondOfDefault(character, place) {
		const isAfterColon = this.scanner.text.charAt(this.scanner.position - 1) === ":";
		return place === 2 && isAfterColon && "=-?+".includes(character);
	}
	/** `name:offset` or `name:offset:length` */
	*parseSubstring() {
		this.parseOperator((_character, place) => place === 1);
		if (!(yield* this.parseArgument({ accept: (character) => !":}".includes(character) }))) return false;
		const token = this.scanner.scan({
			accept: (character) => character === ":",
			closes: true
		});
		if (token === "close") return true;
		if (token !== "word") return this.fail("bad substitution");
		if (!(yield* this.parseArgument({ accept: isNotClosing }))) return false;
		return this.parseClosing("bad substitution");
	}
	/** `name#pattern` and its kin: one text or one expression. */
	*parseTrim(sign) {
		this.parseOperator(atMostTwo(sign));
		if (!(yield* this.parseArgument({ accept: isNotClosing }))) return false;
		return this.parseClosing("bad substitution");
	}
	/** `name/pattern/replacement` and its kin; the second slash may be many. */
	*parseReplacement() {
		this.parseOperator((character, place) => place === 1 ? character === "/" : place === 2 && "/#%".includes(character));
		const isNotSlash = (character) => character !== "/";
		if (!(yield* this.parseArgument({
			accept: isNotSlash,
			escapes: "all"
		}))) return false;
		if (this.scanner.scan({ accept: (character) => character === "/" }) !== "word") return this.fail("bad substitution");
		if (this.scanner.peek() === "}") return this.parseClosing("bad substitution");
		if (!(yield* this.parseArgument({
			accept: isNotClosing,
			escapes: "all"
		}))) return false;
		return this.parseClosing("bad substitution");
	}
	*parseArgument(expected) {
		switch (this.scanner.scan({
			...expected,
			opens: true
		})) {
			case "open": {
				const nested = yield "nested";
				this.arguments.push(nested);
				this.error = nested.error;
				return nested.error === void 0;
			}
			case "word":
				this.arguments.push(this.scanner.word);
				return true;
			case "end":
			case "close":
			case "illegal": return this.fail(argumentError);
		}
	}
	/** Only called where the first character is known to be accepted. */
	parseOperator(accept) {
		this.scanner.scan({ accept });
		this.operator = this.scanner.word;
		this.wordStart = this.scanner.position;
		return true;
	}
	parseClosing(message) {
		return this.scanner.scan({ closes: true }) === "close" || this.fail(message);
	}
	fail(message) {
		this.error = {
			message,
			start: this.start,
			end: this.scanner.position
		};
		return false;
	}
};
/** Go's `unicode.IsLetter`, `unicode.IsDigit` and `_`: a name may begin with a digit. */
function isNameCharacter(character) {
	return /^[\p{L}\p{Nd}_]$/u.test(character);
}
function isNotClosing(character) {
	return character !== "}";
}
function atMostTwo(signs) {
	return (character, place) => place <= 2 && signs.includes(character);
}
//#endregion
//#region src/build/variables/scanner.ts
/**
* The lexer of fluxcd/pkg/envsubst: a text, a position, and the rules that the parser sets for each token.
* https://github.com/fluxcd/pkg/blob/main/envsubst/parse/scan.go
*/
var Scanner = class {
	text;
	/** NUL stands for the end of the text: the lexer never gets beyond it. */
	endsAtNul;
	position = 0;
	/** The last word, without its escapes. */
	word = "";
	constructor(text) {
		const end = text.indexOf("\0");
		this.endsAtNul = end !== -1;
		this.text = end === -1 ? text : text.slice(0, end);
	}
	/** The next character; empty at the end. */
	peek() {
		const code = this.text.codePointAt(this.position);
		return code === void 0 ? "" : String.fromCodePoint(code);
	}
	scan(expected) {
		const character = this.peek();
		if (character === "") return "end";
		if (expected.opens && this.isOpening()) {
			this.position += 2;
			return "open";
		}
		if (expected.closes && character === "}") {
			this.position++;
			return "close";
		}
		if (this.readWord(expected)) return "word";
		this.position += character.length;
		return "illegal";
	}
	readWord({ accept, opens, escapes }) {
		if (accept === void 0) return false;
		const pieces = [];
		let from = this.position;
		for (let place = 1; this.position < this.text.length; place++) {
			if (opens && this.isOpening()) break;
			if (this.isEscaped(escapes)) {
				pieces.push(this.text.slice(from, this.position));
				from = this.position + 1;
				this.position += 2;
				continue;
			}
			const character = this.peek();
			if (!accept(character, place)) break;
			this.position += character.length;
		}
		this.word = pieces.join("") + this.text.slice(from, this.position);
		return pieces.length > 0 || from < this.position;
	}
	isOpening() {
		return this.text.startsWith("${", this.position);
	}
	isEscaped(escapes) {
		if (escapes === void 0) return false;
		const next = this.text.charAt(this.position + 1);
		switch (this.text.charAt(this.position)) {
			case "$": return next === "$";
			case "\\": return escapes === "all" && (next === "/" || next === "\\");
			default: return false;
		}
	}
};
//#endregion
//#region src/build/variables/scan.ts
/**
* Finds the expressions of Flux's variable substitution in a text, as fluxcd/pkg/envsubst v1.8.0 reads it.
* Like Flux it stops at the first error: then the last expression carries it. `$$` is an escape, so `$${X}` is none.
*/
function scanExpressions(text) {
	return splitText(text).filter((part) => typeof part !== "string");
}
/** Takes a text apart, up to the first expression with an error. */
function splitText(text) {
	const scanner = new Scanner(text);
	const parts = [];
	for (;;) {
		const token = scanner.scan({
			accept: isAnything,
			opens: true,
			escapes: "dollar"
		});
		if (token === "word") {
			parts.push(scanner.word);
			continue;
		}
		if (token !== "open") return parts;
		const expression = parseExpression(scanner);
		parts.push(expression);
		if (expression.error !== void 0) return parts;
	}
}
function isAnything() {
	return true;
}
//#endregion
//#region src/build/substitution-problems.ts
const switchKey = "kustomize.toolkit.fluxcd.io/substitute";
/** Every expression of the unsubstituted objects that Flux cannot substitute, where it stands. */
function substitutionProblems(objects, variables) {
	return objects.filter(isSubstituted).flatMap((resource) => textsOf(resource.manifest).flatMap(({ text, path, part }) => scanExpressions(text).flatMap((expression) => problemsOf(expression, variables).map((problem) => ({
		...problem,
		resource,
		at: resource.at(path, part, part === "value" ? {
			start: expression.start,
			end: expression.end
		} : void 0),
		expression: text.slice(expression.start, expression.end)
	})))));
}
/** Flux leaves out objects with this label or annotation, in exactly this spelling (`flux-semantics.md` 5.5). */
function isSubstituted({ manifest }) {
	return ["labels", "annotations"].every((field) => stringAt(manifest, [
		"metadata",
		field,
		switchKey
	]) !== "disabled");
}
/** Every key and string that may hold an expression. */
function textsOf(value, path = []) {
	if (typeof value === "string") return value.includes("${") ? [{
		text: value,
		path,
		part: "value"
	}] : [];
	if (isList(value)) return value.flatMap((element, index) => textsOf(element, [...path, index]));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([key, element]) => {
		const inner = [...path, key];
		return [...key.includes("${") ? [{
			text: key,
			path: inner,
			part: "key"
		}] : [], ...textsOf(element, inner)];
	});
}
function problemsOf(expression, variables) {
	if (expression.error) return [{
		kind: "syntax",
		message: expression.error.message
	}];
	return [...expression.hasDefault || variables.has(expression.name) ? [] : [{
		kind: "undefined",
		variable: expression.name
	}], ...expression.nested.flatMap((nested) => problemsOf(nested, variables))];
}
//#endregion
//#region src/build/run-build.ts
/** Builds a tree with the engine; where variables are unknown, with stand-ins. */
async function runBuild(run) {
	const values = valuesOf(run.variables);
	if (run.variables?.incomplete) return buildWithStandIns(run);
	const result = await callEngine(run, values, true);
	if (result.status === "failed" && result.step === "substitute") return buildWithStandIns(run, result.message);
	return finish(run, result, []);
}
function callEngine({ world, manifest, tree }, variables, strict) {
	return world.engine.call("kustomize", {
		tree: tree.tree,
		kustomization: manifest,
		variables,
		strict
	});
}
/**
* A build whose variables cannot all be substituted: built once as it is, to find every expression that is in the way,
* and once more with stand-ins, so that what follows from the build is still known.
*/
async function buildWithStandIns(run, message) {
	const raw = await callEngine(run, null, false);
	if (raw.status !== "built") return finish(run, raw, []);
	const found = substitutionProblems(resourcesOf(run, raw), run.variables?.values ?? /* @__PURE__ */ new Map());
	const names = found.flatMap(({ variable }) => variable === void 0 ? [] : [variable]);
	const problems = message === void 0 ? found.filter(({ kind }) => kind === "syntax") : found;
	const result = await callEngine(run, {
		...Object.fromEntries(names.map((name) => [name, standIn(name)])),
		...valuesOf(run.variables)
	}, false);
	const finished = finish(run, result.status === "built" ? result : raw, problems);
	if (message === void 0 || result.status === "built" && !strictIn(run)) return finished;
	return {
		...finished,
		status: "failed",
		failure: {
			step: "substitute",
			message
		}
	};
}
/** `StrictPostBuildSubstitutions` is on since Flux 2.9 (`flux-semantics.md` 5.5). */
function strictIn({ world }) {
	const { options, target } = world;
	const minor = Number(target.flux.split(".")[1]);
	return options.strictSubstitute ?? (target.flux.startsWith("2.") && minor >= 9);
}
function valuesOf(variables) {
	if (!variables) return null;
	return Object.fromEntries([...variables.values].map(([name, { value }]) => [name, value]));
}
function finish(run, result, substitution) {
	if (result.status === "limit") return {
		...run.base,
		status: "failed",
		failure: {
			step: "limit",
			message: result.message
		}
	};
	const files = result.inputs.flatMap((path) => run.tree.repositoryPath(path) ?? []);
	if (result.status === "failed") return {
		...run.base,
		status: "failed",
		files,
		failure: {
			step: result.step,
			message: result.message
		},
		substitution
	};
	return {
		...run.base,
		status: "built",
		files,
		objects: resourcesOf(run, result),
		substitution
	};
}
function resourcesOf(run, result) {
	const { world, kustomization, tree } = run;
	const read = new Set(result.inputs.map((path) => tree.repositoryPath(path)));
	const trace = {
		kustomization,
		kustomizationFiles: world.kustomizationFiles.filter(({ path }) => read.has(path)),
		fileAt: world.fileAt,
		variableAt: (name) => run.variables?.values.get(name)?.at
	};
	const made = {
		written: world.written,
		tree,
		trace,
		owner: kustomization,
		server: serverOf(kustomization),
		mayBeUncertain: run.variables !== void 0 || kustomization.uncertain
	};
	return builtResources(result.objects, made);
}
//#endregion
//#region src/load/glob.ts
/** Braces nested deeper than this stand for themselves: the pattern engine allows no endless nesting. */
const maxBraceDepth = 50;
/**
* A glob of sluice's own configuration (`--exclude`, `ignore.paths`, allow lists) as a test for paths with `/`.
* The whole path must match: `*` and `?` stop at `/`, `**` between slashes spans any number of folders, `[a-z]`, `[!a-z]`,
* `{a,b}` and `\` are as in a shell; `apps/` means all below `apps`. Dots at the start of a name are nothing special.
* The time to match grows with the length of the path, whatever the pattern (RE2).
*/
function compileGlob(pattern) {
	const anchored = pattern.replace(/^(?:\.?\/)+/, "").replace(/\/$/, "/**");
	const expression = RE2JS.compile(translate(anchored), RE2JS.DOTALL);
	return (path) => expression.testExact(path);
}
function translate(pattern) {
	const closings = findBraces(pattern);
	const open = [];
	let source = "";
	let index = 0;
	while (index < pattern.length) {
		const character = pattern.charAt(index);
		const closing = closings.get(index);
		if (closing !== void 0) {
			open.push(closing);
			source += "(?:";
			index++;
		} else if (index === open.at(-1)) {
			open.pop();
			source += ")";
			index++;
		} else if (character === "," && open.length > 0) {
			source += "|";
			index++;
		} else {
			const part = translatePart(pattern, index);
			source += part.source;
			index = part.next;
		}
	}
	return source;
}
function translatePart(pattern, index) {
	const character = pattern.charAt(index);
	if (character === "\\" && index + 1 < pattern.length) return literal(pattern, index + 1);
	if (character === "?") return {
		source: "[^/]",
		next: index + 1
	};
	if (character === "[") return translateClass(pattern, index);
	if (character === "*" || pattern.startsWith("/**", index)) return translateStars(pattern, index);
	return literal(pattern, index);
}
function literal(pattern, index) {
	const character = String.fromCodePoint(pattern.codePointAt(index) ?? 0);
	return {
		source: RE2JS.quote(character),
		next: index + character.length
	};
}
/** `**` is special only as a whole segment; elsewhere it is `*`. */
function translateStars(pattern, index) {
	const startsSegment = index === 0 || "/{,".includes(pattern.charAt(index - 1));
	const hasSlash = pattern.charAt(index) === "/";
	const stars = hasSlash ? index + 1 : index;
	const after = endOfStars(pattern, stars);
	const isDouble = after - stars === 2;
	const endsPattern = after === pattern.length || ",}".includes(pattern.charAt(after));
	if (hasSlash) return isDouble && endsPattern ? {
		source: "(?:/.*)?",
		next: after
	} : literal(pattern, index);
	if (isDouble && startsSegment && pattern.charAt(after) === "/") return {
		source: "(?:.*/)?",
		next: after + 1
	};
	return {
		source: isDouble && startsSegment && endsPattern ? ".*" : "[^/]*",
		next: after
	};
}
function endOfStars(pattern, start) {
	let end = start;
	while (pattern.charAt(end) === "*") end++;
	return end;
}
/** A class without `/`, whatever its ranges span; a `[` that nothing closes stands for itself. */
function translateClass(pattern, start) {
	const isNegated = "!^".includes(pattern.charAt(start + 1)) && start + 1 < pattern.length;
	const ranges = [];
	let index = start + (isNegated ? 2 : 1);
	const first = index;
	while (index < pattern.length && (pattern.charAt(index) !== "]" || index === first)) {
		const low = classMember(pattern, index);
		const high = pattern.charAt(low.next) === "-" && !/^-?(?:\]|$)/.test(pattern.slice(low.next, low.next + 2)) ? classMember(pattern, low.next + 1) : low;
		ranges.push([low.code, high.code]);
		index = high.next;
	}
	if (index >= pattern.length) return literal(pattern, start);
	return {
		source: formatClass(ranges.map(([low, high]) => formatRange(low, high)).join(""), isNegated),
		next: index + 1
	};
}
function classMember(pattern, index) {
	const isEscaped = pattern.charAt(index) === "\\" && index + 1 < pattern.length;
	const code = pattern.codePointAt(isEscaped ? index + 1 : index) ?? 0;
	return {
		code,
		next: index + (isEscaped ? 1 : 0) + (code > 65535 ? 2 : 1)
	};
}
function formatClass(members, isNegated) {
	if (isNegated) return `[^/${members}]`;
	return members === "" ? "[^\\x00-\\x{10ffff}]" : `[${members}]`;
}
function formatRange(low, high) {
	const slash = 47;
	if (low > high) return "";
	if (low > slash || high < slash) return `${hex(low)}-${hex(high)}`;
	return formatRange(low, slash - 1) + formatRange(slash + 1, high);
}
function hex(code) {
	return `\\x{${code.toString(16)}}`;
}
/** Where the alternatives `{a,b}` open and close; braces without a comma or a partner stand for themselves. */
function findBraces(pattern) {
	const braces = /* @__PURE__ */ new Map();
	const open = [];
	for (let index = 0; index < pattern.length; index++) {
		const character = pattern.charAt(index);
		const innermost = open.at(-1);
		if (character === "\\") index++;
		else if (character === "[") index = translateClass(pattern, index).next - 1;
		else if (character === "{") open.push({
			at: index,
			commas: 0
		});
		else if (character === "," && innermost !== void 0) innermost.commas++;
		else if (character === "}" && innermost !== void 0) {
			open.pop();
			if (innermost.commas > 0 && open.length < maxBraceDepth) braces.set(innermost.at, index);
		}
	}
	return braces;
}
//#endregion
//#region src/build/copied-files.ts
/**
* Pairs of a source file and its place in the artifact, with the semantics of `cp` (source-watcher,
* `internal/builder/builder.go`).
*/
function* copiedFiles({ from, to, exclude }, world) {
	const pattern = from.replace(/\/+$/u, "");
	const isExcluded = excludes(exclude);
	const target = to.replace(/\/+$/u, "");
	if (isGlob(pattern)) {
		yield* matchedFiles(pattern, target, world, isExcluded);
		return;
	}
	if (world.source.has(pattern)) {
		if (isExcluded(pattern, "")) return;
		yield* placed(pattern, target, to === "" || to.endsWith("/") || hasFolder(world.artifact, target) ? baseOf$1(pattern) : "");
		return;
	}
	for (const path of world.source.keys()) {
		if (!isInside(path, pattern) || isExcludedBelow(path, depthOf(pattern), pattern, isExcluded)) continue;
		yield* placed(path, target, baseOf$1(pattern) + path.slice(pattern.length));
	}
}
/** Go's `fs.Glob`: each step of the pattern stands for one step of a path, `**` too; folders are taken whole. */
function* matchedFiles(pattern, target, { source }, isExcluded) {
	const steps = pattern.split("/");
	const matchers = steps.map((step) => compileGoMatch(toBytes(step)));
	const wild = steps.findIndex(isGlob);
	const base = steps.slice(0, wild).join("/");
	const prefix = pattern.endsWith("/**") ? pattern.slice(0, -2) : "";
	for (const path of source.keys()) {
		const parts = path.split("/");
		if (!matchers.every((matches, index) => {
			const part = parts[index];
			return part !== void 0 && matches(toBytes(part)) === "match";
		}) || isExcludedBelow(path, steps.length - 1, base, isExcluded)) continue;
		yield* placed(path, target, path.startsWith(prefix) ? path.slice(prefix.length) : path);
	}
}
function* placed(path, target, rest) {
	const place = joinInside(target, rest);
	if (place !== void 0 && place !== "") yield [path, place];
}
function isGlob(pattern) {
	return /[*?[\]]/u.test(pattern);
}
function depthOf(folder) {
	return folder === "" ? 0 : folder.split("/").length;
}
function hasFolder(files, folder) {
	return [...files.keys()].some((path) => path !== folder && isInside(path, folder));
}
function excludes(patterns) {
	const compiled = patterns.map((pattern) => ({
		matches: compileGlob(pattern),
		isName: !pattern.includes("/")
	}));
	const isHit = (path) => compiled.some(({ matches, isName }) => matches(path) || isName && matches(baseOf$1(path)));
	return (path, base) => isHit(path) || base !== "" && isInside(path, base) && isHit(path.slice(base.length + 1));
}
/** Whether a file, or a folder that it is copied with, is excluded; `depth` folders are not copied themselves. */
function isExcludedBelow(path, depth, base, isExcluded) {
	const parts = path.split("/");
	return parts.some((_, index) => index >= depth && isExcluded(parts.slice(0, index + 1).join("/"), base));
}
//#endregion
//#region src/build/merge-yaml.ts
/**
* Puts one YAML file over another, as source-watcher's strategy `Merge` does (`internal/builder/merge.go`): mappings key by
* key, everything else as a whole. Undefined when one of them is no YAML, or holds more than mappings.
*/
function mergeYaml(base, overlay) {
	const [below, above] = [mappingOf(base), mappingOf(overlay)];
	return below && above ? new TextEncoder().encode(writeYaml(merged(below, above))) : void 0;
}
/** The documents of a file, put over each other. */
function mappingOf(bytes) {
	let all = {};
	for (const document of parseYaml(new TextDecoder().decode(bytes)).documents) {
		const { value = null, errors } = resolveDocument(document);
		if (document.errors.length > 0 || errors.length > 0) return void 0;
		if (value === null) continue;
		if (!isObject(value)) return void 0;
		all = merged(all, value);
	}
	return all;
}
function merged(base, overlay) {
	const values = new Map(Object.entries(base));
	for (const [key, value] of Object.entries(overlay)) {
		const below = values.get(key);
		values.set(key, isObject(below) && isObject(value) ? merged(below, value) : value);
	}
	return Object.fromEntries(values);
}
//#endregion
//#region src/build/artifact-generator.ts
/** Runs the copy list of an ArtifactGenerator on local trees (`flux-semantics.md` 4.6). */
function generateArtifact({ generator, name, sourceOf, digest }) {
	const artifact = listAt(generator.manifest, ["spec", "artifacts"]).find((candidate) => stringAt(candidate, ["name"]) === name);
	if (!artifact) return unknown(`its name comes from a \`pathPattern\``);
	const files = /* @__PURE__ */ new Map();
	for (const copy of listAt(artifact, ["copy"])) {
		const failure = runCopy(copy, sourceOf, files);
		if (failure !== void 0) return failure;
	}
	return {
		status: "made",
		tree: composedTree(files, digest)
	};
}
function unknown(reason, incomplete = false) {
	return {
		status: "unknown",
		reason,
		incomplete
	};
}
function runCopy(copy, sourceOf, files) {
	const from = stringAt(copy, ["from"]) ?? "";
	const to = stringAt(copy, ["to"]);
	const [, alias, path] = /^@([^/]+)\/?(.*)$/su.exec(from) ?? [];
	if (alias === void 0 || path === void 0 || to === void 0) return unknown(`copy from \`${from}\` is not understood`);
	const source = sourceOf(alias);
	if (!source) return unknown(`source @${alias} is not in this checkout`);
	const strategy = stringAt(copy, ["strategy"]) ?? "Overwrite";
	if (strategy === "Extract") return unknown(`sluice does not unpack \`${from}\` (copy strategy Extract)`, true);
	if (strategy !== "Overwrite" && strategy !== "Merge") return unknown(`sluice does not know the copy strategy ${strategy}`, true);
	const exclude = listAt(copy, ["exclude"]).filter((glob) => typeof glob === "string");
	const found = [...copiedFiles({
		from: path,
		to: to.replace(/^@artifact\/?/u, ""),
		exclude
	}, {
		source: source.tree.files,
		artifact: files
	})];
	for (const [own, place] of found) if (!(strategy === "Merge" ? mergeInto : copyInto$1)(files, source, own, place)) return unknown(`\`${own}\` cannot be merged into \`${place}\`: it is no YAML mapping`);
}
function copyInto$1(files, source, path, place) {
	const bytes = source.tree.files.get(path);
	if (bytes) files.set(place, {
		bytes,
		from: source.repositoryPath(path)
	});
	return true;
}
/** A file that is not there yet is copied. Objects have their names in the one below: there a person looks for them. */
function mergeInto(files, source, path, place) {
	const below = files.get(place);
	const overlay = source.tree.files.get(path);
	if (!below || !overlay) return copyInto$1(files, source, path, place);
	const bytes = mergeYaml(below.bytes, overlay);
	if (bytes) files.set(place, {
		bytes,
		from: below.from
	});
	return bytes !== void 0;
}
//#endregion
//#region src/build/own-repository.ts
/** `flux-semantics.md` 9.2: the root's own source, one with its address, or one with the checkout's address. */
function isThisRepository({ roots, remotes, find }, source) {
	const key = resourceKey(source.id);
	if (roots.some((root) => resourceKey(root) === key)) return true;
	const address = isKind(source.id, kinds.GitRepository) ? addressOf$1(source) : void 0;
	return address !== void 0 && (remotes.has(address) || roots.some((root) => addressOf$1(find(root)) === address));
}
function addressOf$1(source) {
	const url = source && stringAt(source.manifest, ["spec", "url"]);
	return url ? normalizeGitUrl(url) : void 0;
}
//#endregion
//#region src/build/source-content.ts
const maxNesting = 10;
/** The content of the source that `id` names, as far as this checkout has it. */
function sourceContent(world, id, depth = 0) {
	const key = `${id.kind}/${id.namespace ?? ""}/${id.name}`;
	const local = world.local.get(key);
	const source = world.find(id);
	if (local && source) return here(source, cached(world, `local ${key}`, () => localTree(local, world)));
	if (isKind(id, kinds.ExternalArtifact)) return generatedContent(world, id, depth);
	if (!source) return { content: { status: "missing" } };
	if (depth > maxNesting) return { content: {
		status: "elsewhere",
		source,
		reason: "its includes are nested too deeply"
	} };
	if (!isThisRepository(world, source)) return remoteContent(world, source, depth);
	const { folder } = world;
	const ignore = stringAt(source.manifest, ["spec", "ignore"]);
	const tree = cached(world, `folder ${folder} ${ignore ?? ""}`, () => folderTree({
		files: world.files,
		folder,
		ignore,
		digest: world.digest
	}));
	return listAt(source.manifest, ["spec", "include"]).length === 0 ? here(source, tree, folder) : here(source, withIncludes(world, source, tree, depth));
}
/** A source on the network, as far as it was fetched. */
function remoteContent(world, source, depth) {
	const fetched = world.fetched(source);
	if (fetched?.status === "ok") {
		const { digest, files } = fetched;
		const ignore = stringAt(source.manifest, ["spec", "ignore"]);
		const key = `fetched ${digest} ${ignore ?? ""}`;
		const defaults = isKind(source.id, kinds.Bucket) ? "bucket" : "git";
		const unpacked = cached(world, `${key} ${defaults}`, () => localTree(files, world, {
			ignore,
			defaults
		}));
		const { tree, content } = here(source, listAt(source.manifest, ["spec", "include"]).length > 0 ? withIncludes(world, source, unpacked, depth) : unpacked);
		return {
			tree,
			content: {
				...content,
				fetched: true
			}
		};
	}
	return { content: {
		status: "elsewhere",
		source,
		reason: fetched?.reason ?? `${describe(source.id)} is not this repository`,
		incomplete: fetched?.kind === "incomplete"
	} };
}
function localTree(files, world, rules = {}) {
	const { tree } = folderTree({
		files,
		folder: "",
		digest: world.digest,
		...rules
	});
	return {
		tree,
		repositoryPath: () => void 0,
		unknown: []
	};
}
function cached(world, key, make) {
	const known = world.trees.get(key);
	if (known) return known;
	const made = make();
	world.trees.set(key, made);
	return made;
}
function here(source, tree, folder) {
	return {
		tree,
		content: {
			status: "here",
			source,
			treeId: tree.tree.id,
			partial: tree.unknown.length > 0,
			paths: repositoryPaths(tree),
			...folder === void 0 ? {} : {
				folder,
				files: repositoryFiles(tree)
			}
		}
	};
}
const knownPaths = /* @__PURE__ */ new WeakMap();
/** The files of a tree, each with its path in the checked root. */
function repositoryPaths(tree) {
	const known = knownPaths.get(tree);
	if (known) return known;
	const paths = /* @__PURE__ */ new Map();
	for (const path of tree.tree.files.keys()) {
		const place = tree.repositoryPath(path);
		if (place !== void 0) paths.set(path, place);
	}
	knownPaths.set(tree, paths);
	return paths;
}
const knownFiles = /* @__PURE__ */ new WeakMap();
/** The files of a tree as paths of the checked root. */
function repositoryFiles(tree) {
	const files = knownFiles.get(tree) ?? new Set(repositoryPaths(tree).values());
	knownFiles.set(tree, files);
	return files;
}
/** An ExternalArtifact is made by the ArtifactGenerator of its namespace that lists its name (4.6). */
function generatedContent(world, id, depth) {
	const generator = world.all(kinds.ArtifactGenerator).find((candidate) => candidate.id.namespace === id.namespace && listAt(candidate.manifest, ["spec", "artifacts"]).some((artifact) => stringAt(artifact, ["name"]) === id.name));
	if (!generator) {
		const source = world.find(id);
		return source ? { content: {
			status: "elsewhere",
			source,
			reason: `no ArtifactGenerator in this repository makes ${describe(id)}`
		} } : { content: { status: "missing" } };
	}
	const made = generateArtifact({
		generator,
		name: id.name,
		digest: world.digest,
		sourceOf: (alias) => aliasedTree(world, generator, alias, depth)
	});
	return made.status === "made" ? here(generator, made.tree) : { content: {
		status: "elsewhere",
		source: generator,
		reason: `${describe(generator.id)}: ${made.reason}`,
		incomplete: made.incomplete
	} };
}
function aliasedTree(world, generator, alias, depth) {
	const source = listAt(generator.manifest, ["spec", "sources"]).find((candidate) => stringAt(candidate, ["alias"]) === alias);
	const kind = stringAt(source, ["kind"]);
	const name = stringAt(source, ["name"]);
	if (kind === void 0 || name === void 0 || depth > maxNesting) return void 0;
	const namespace = stringAt(source, ["namespace"]) ?? generator.id.namespace;
	return sourceContent(world, {
		group: kinds.GitRepository.group,
		kind,
		name,
		...namespace ? { namespace } : {}
	}, depth + 1).tree;
}
/** Included repositories are copied in after the fetch, so their paths exist although this checkout has none (4.1). */
function withIncludes(world, source, own, depth) {
	const files = /* @__PURE__ */ new Map();
	for (const [path, bytes] of own.tree.files) files.set(path, {
		bytes,
		from: own.repositoryPath(path)
	});
	const unknown = [];
	for (const include of listAt(source.manifest, ["spec", "include"])) {
		const name = stringAt(include, ["repository", "name"]);
		if (name === void 0) continue;
		const { namespace } = source.id;
		const found = sourceContent(world, {
			...kinds.GitRepository,
			name,
			...namespace ? { namespace } : {}
		}, depth + 1);
		const to = clampInside(stringAt(include, ["toPath"]) ?? name);
		if (found.tree) copyInto(files, found.tree, clampInside(stringAt(include, ["fromPath"]) ?? ""), to);
		else unknown.push(to);
	}
	return composedTree(files, world.digest, unknown);
}
function copyInto(files, tree, from, to) {
	for (const [path, bytes] of tree.tree.files) {
		if (!isInside(path, from)) continue;
		const rest = from === "" ? path : path.slice(from.length + 1);
		files.set(to === "" ? rest : `${to}/${rest}`, {
			bytes,
			from: tree.repositoryPath(path)
		});
	}
}
//#endregion
//#region src/build/source-id.ts
/** The source that a `sourceRef` or `chartRef` at `path` names; its namespace defaults to the object's own. */
function sourceIdOf(resource, path) {
	const kind = stringAt(resource.manifest, [...path, "kind"]);
	const name = stringAt(resource.manifest, [...path, "name"]);
	const group = kind === void 0 ? void 0 : fluxGroups$1.get(kind);
	if (kind === void 0 || name === void 0 || group === void 0) return void 0;
	const namespace = stringAt(resource.manifest, [...path, "namespace"]) || resource.id.namespace;
	return {
		group,
		kind,
		name,
		...namespace ? { namespace } : {}
	};
}
//#endregion
//#region src/build/config-data.ts
/** The data of a ConfigMap or Secret as a controller reads it: Secrets decoded, `stringData` over `data`. */
function dataOf(object) {
	const { data, stringData } = object.manifest;
	const secret = isKind(object.id, kinds.Secret);
	const values = /* @__PURE__ */ new Map();
	for (const [key, value] of entriesOf$1(data)) values.set(key, {
		field: "data",
		text: textOf$1(value, secret)
	});
	if (secret) for (const [key, value] of entriesOf$1(stringData)) values.set(key, {
		field: "stringData",
		text: textOf$1(value, false)
	});
	return values;
}
function entriesOf$1(data) {
	return isObject(data) ? Object.entries(data) : [];
}
function textOf$1(value, base64) {
	if (isEncryptedValue(value)) return void 0;
	if (typeof value !== "string") return value === null || value === void 0 ? "" : String(value);
	if (!base64) return value;
	const bytes = decodeBase64$1(value);
	const text = bytes && lenientUtf8(bytes);
	return text !== void 0 && looksEncrypted(text) ? void 0 : text ?? value;
}
/** A Secret's `data` may hold a whole SOPS file in base64 (`flux-semantics.md` 5.7 b). */
function looksEncrypted(text) {
	return text.includes("ENC[AES256_GCM,");
}
//#endregion
//#region src/build/substitution-variables.ts
/** The references of `postBuild.substituteFrom`, in order. */
function substituteSources(kustomization) {
	const { namespace } = kustomization.id;
	return listAt(kustomization.manifest, [
		"spec",
		"postBuild",
		"substituteFrom"
	]).flatMap((source) => {
		const kind = stringAt(source, ["kind"]);
		const name = stringAt(source, ["name"]);
		if (name === void 0 || kind !== "ConfigMap" && kind !== "Secret") return [];
		return [{
			id: {
				...kinds[kind],
				name,
				...namespace ? { namespace } : {}
			},
			optional: valueAt(source, ["optional"]) === true
		}];
	});
}
/**
* Later sources win, `postBuild.substitute` wins over all, newlines are removed. Undefined without `postBuild`.
* `extra` are the variables that the user's configuration gives a cluster.
*/
function substitutionVariables(kustomization, lookup, extra = {}) {
	if (!isObject(valueAt(kustomization.manifest, ["spec", "postBuild"]))) return void 0;
	const values = /* @__PURE__ */ new Map();
	let incomplete = false;
	for (const { id } of substituteSources(kustomization)) {
		const object = lookup(id);
		if (object === void 0 || object === "unknown") incomplete = true;
		else addData(values, object);
	}
	for (const [name, value] of Object.entries(extra)) values.set(name, {
		value,
		opaque: false
	});
	const inline = valueAt(kustomization.manifest, [
		"spec",
		"postBuild",
		"substitute"
	]);
	for (const [name, value] of isObject(inline) ? Object.entries(inline) : []) {
		const at = kustomization.at([
			"spec",
			"postBuild",
			"substitute",
			name
		]);
		values.set(name, {
			value: typeof value === "string" ? value : JSON.stringify(value),
			opaque: false,
			at
		});
	}
	return {
		values,
		incomplete
	};
}
function addData(values, object) {
	for (const [name, { text, field }] of dataOf(object)) {
		const at = object.at([field, name]);
		values.set(name, text === void 0 ? {
			value: standIn(name),
			opaque: true,
			at
		} : {
			value: text.replaceAll("\n", ""),
			opaque: object.uncertain,
			at
		});
	}
}
//#endregion
//#region src/build/build-kustomization.ts
/** Builds what one Flux Kustomization applies. Never throws for a bad repository. */
async function buildKustomization(world, kustomization) {
	const path = clampInside(stringAt(kustomization.manifest, ["spec", "path"]) ?? "");
	const variables = substitutionVariables(kustomization, (id) => world.lookup(id), world.substitute);
	const sourceId = sourceIdOf(kustomization, ["spec", "sourceRef"]);
	const found = sourceId ? world.contentOf(sourceId) : { content: { status: "missing" } };
	const content = withFolder(found, path);
	const base = baseOf(kustomization, path, content, variables);
	if (!found.tree) return {
		...base,
		status: "skipped",
		reason: skipReason(found.content)
	};
	if (isUnknown(found.tree, path) && path !== "") return {
		...base,
		status: "skipped",
		reason: "its path lies in an included repository that is not in this checkout"
	};
	const folder = content.status === "here" ? content.folder : void 0;
	const files = folder === void 0 ? void 0 : buildFiles(world, kustomization, {
		tree: found.tree,
		folder: joined$1(folder, path)
	});
	const local = files ? withoutRemote(files) : {
		tree: found.tree,
		left: []
	};
	const { manifest } = kustomization;
	const run = {
		world,
		kustomization,
		manifest,
		tree: local.tree,
		variables,
		base
	};
	const build = await runBuild(run);
	const salvaged = files ? await salvage(run, build, {
		...files,
		tree: local.tree
	}) : build;
	return local.left.length === 0 ? salvaged : partial(salvaged, local.left);
}
/** Where a composed artifact's files keep the layout of the checked root, its paths can be read as paths of that. */
function withFolder({ content, tree }, path) {
	if (content.status !== "here" || content.folder !== void 0 || !tree) return content;
	const inside = [...tree.tree.files.keys()].find((file) => isInside(file, path));
	const place = inside === void 0 ? void 0 : tree.repositoryPath(inside);
	if (inside === void 0 || place === void 0) return content;
	if (place !== inside && !place.endsWith(`/${inside}`)) return content;
	return {
		...content,
		folder: place.slice(0, -inside.length).replace(/\/$/u, ""),
		files: repositoryFiles(tree)
	};
}
function joined$1(folder, path) {
	return [folder, path].filter((part) => part !== "").join("/");
}
/** Flux applies nothing of a build that fails; what its readable files define is still wanted for all other checks. */
async function salvage(run, build, files) {
	const { failure } = build;
	if (build.status !== "failed" || failure?.step !== "build" && failure?.step !== "generate") return build;
	const reduced = withoutBroken(files);
	if (reduced.left.length === 0) return build;
	const manifest = withoutComponents(run.manifest, reduced.components);
	const rest = await runBuild({
		...run,
		manifest,
		tree: reduced.tree
	});
	return rest.status === "built" ? {
		...rest,
		status: "failed",
		failure,
		leftOut: reduced.left,
		mayHold: reduced.mayHold
	} : build;
}
function withoutComponents(manifest, left) {
	const { spec } = manifest;
	if (left.size === 0 || !isObject(spec)) return manifest;
	const kept = listAt(spec, ["components"]).filter((_, index) => !left.has(index));
	return {
		...manifest,
		spec: {
			...spec,
			components: kept
		}
	};
}
/** What is missing from a build may also be why it fails: then nothing is said of it. */
function partial(build, remote) {
	const reason = `what lies outside this checkout is not fetched: ${remote.join(", ")}`;
	if (build.status !== "failed" || build.failure?.step === "substitute" || build.leftOut) return {
		...build,
		reason
	};
	const { failure: _, ...rest } = build;
	return {
		...rest,
		status: "skipped",
		reason
	};
}
function baseOf(kustomization, path, content, variables) {
	return {
		kustomization,
		content,
		path,
		objects: [],
		files: [],
		substitution: [],
		variables: variables?.values,
		variablesIncomplete: variables?.incomplete ?? false
	};
}
function skipReason(content) {
	return content.status === "elsewhere" ? content.reason : "its source is not defined in this repository";
}
//#endregion
//#region src/resolve/reference-fields.ts
const plain$2 = {
	optional: false,
	followsKubeConfig: false,
	wildcards: false
};
const optionalBySibling = { optional: { sibling: "optional" } };
const remote = { followsKubeConfig: true };
/** An object of the same namespace. */
const local = (field, relation, kind, variation = {}) => ({
	field,
	relation,
	target: {
		by: "field",
		kind
	},
	namespace: "own",
	...plain$2,
	...variation
});
/** An object of a fixed kind; a `namespace` beside the name may lead elsewhere. */
const named$1 = (field, relation, kind) => local(field, relation, kind, { namespace: "sibling" });
/** An object whose kind stands beside the name. */
const typed = (field, relation, variation = {}) => ({
	field,
	relation,
	target: { by: "kind" },
	namespace: "sibling",
	...plain$2,
	...variation
});
/** An object of any group, told by the `apiVersion` beside the name. */
const anyKind = (field, relation, variation = {}) => ({
	field,
	relation,
	target: { by: "apiVersion" },
	namespace: "stated",
	...plain$2,
	...variation
});
const secret = (field, variation = {}) => local(field, "secretRef", kinds.Secret, variation);
const account = (field, variation = {}) => local(field, "serviceAccount", kinds.ServiceAccount, variation);
const kubeConfig = [secret("spec.kubeConfig.secretRef.name"), local("spec.kubeConfig.configMapRef.name", "configMapRef", kinds.ConfigMap)];
/** THE table: every field of every Flux kind that names another object. */
const referenceFields = [...new Map([
	[kinds.Kustomization, [
		typed("spec.sourceRef.name", "sourceRef"),
		named$1("spec.dependsOn[].name", "dependsOn", kinds.Kustomization),
		typed("spec.postBuild.substituteFrom[].name", "substituteFrom", {
			namespace: "own",
			...optionalBySibling
		}),
		{
			...anyKind("spec.healthChecks[].name", "healthCheck", remote),
			target: {
				by: "apiVersion",
				default: "apps/v1"
			}
		},
		secret("spec.decryption.secretRef.name"),
		account("spec.decryption.serviceAccountName"),
		account("spec.serviceAccountName", remote),
		...kubeConfig
	]],
	[kinds.HelmRelease, [
		typed("spec.chart.spec.sourceRef.name", "sourceRef"),
		typed("spec.chartRef.name", "chartRef"),
		named$1("spec.dependsOn[].name", "dependsOn", kinds.HelmRelease),
		typed("spec.valuesFrom[].name", "valuesFrom", {
			namespace: "own",
			...optionalBySibling
		}),
		secret("spec.chart.spec.verify.secretRef.name", { namespace: { field: [
			"spec",
			"chart",
			"spec",
			"sourceRef",
			"namespace"
		] } }),
		account("spec.serviceAccountName", remote),
		...kubeConfig
	]],
	[kinds.GitRepository, [
		secret("spec.secretRef.name"),
		secret("spec.proxySecretRef.name"),
		secret("spec.verify.secretRef.name"),
		account("spec.serviceAccountName"),
		local("spec.include[].repository.name", "include", kinds.GitRepository)
	]],
	[kinds.OCIRepository, [
		secret("spec.secretRef.name"),
		secret("spec.certSecretRef.name"),
		secret("spec.proxySecretRef.name"),
		secret("spec.verify.secretRef.name"),
		secret("spec.verify.trustedRootSecretRef.name"),
		account("spec.serviceAccountName")
	]],
	[kinds.HelmRepository, [secret("spec.secretRef.name"), secret("spec.certSecretRef.name")]],
	[kinds.Bucket, [
		secret("spec.secretRef.name"),
		secret("spec.certSecretRef.name"),
		secret("spec.proxySecretRef.name"),
		secret("spec.sts.secretRef.name"),
		secret("spec.sts.certSecretRef.name"),
		account("spec.serviceAccountName")
	]],
	[kinds.HelmChart, [typed("spec.sourceRef.name", "sourceRef", { namespace: "own" }), secret("spec.verify.secretRef.name")]],
	[kinds.ExternalArtifact, [anyKind("spec.sourceRef.name", "sourceRef", {
		namespace: "sibling",
		optional: true
	})]],
	[kinds.ArtifactGenerator, [typed("spec.sources[].name", "artifactSource")]],
	[kinds.Alert, [local("spec.providerRef.name", "providerRef", kinds.Provider), typed("spec.eventSources[].name", "eventSource", { wildcards: true })]],
	[kinds.Provider, [
		secret("spec.secretRef.name"),
		secret("spec.certSecretRef.name"),
		secret("spec.proxySecretRef.name"),
		account("spec.serviceAccountName")
	]],
	[kinds.Receiver, [secret("spec.secretRef.name"), typed("spec.resources[].name", "receiverResource", { wildcards: true })]],
	[kinds.ImageRepository, [
		secret("spec.secretRef.name"),
		secret("spec.certSecretRef.name"),
		secret("spec.proxySecretRef.name"),
		account("spec.serviceAccountName")
	]],
	[kinds.ImagePolicy, [named$1("spec.imageRepositoryRef.name", "imageRepositoryRef", kinds.ImageRepository)]],
	[kinds.ImageUpdateAutomation, [named$1("spec.sourceRef.name", "sourceRef", kinds.GitRepository), secret("spec.git.commit.signingKey.secretRef.name")]],
	[kinds.FluxInstance, [
		secret("spec.sync.pullSecret"),
		secret("spec.distribution.imagePullSecret"),
		secret("spec.distribution.artifactPullSecret")
	]],
	[kinds.ResourceSet, [
		local("spec.inputsFrom[].name", "inputsFrom", kinds.ResourceSetInputProvider),
		anyKind("spec.dependsOn[].name", "dependsOn"),
		account("spec.serviceAccountName")
	]],
	[kinds.ResourceSetInputProvider, [
		secret("spec.secretRef.name"),
		secret("spec.certSecretRef.name"),
		account("spec.serviceAccountName")
	]]
])].flatMap(([kind, fields]) => fields.map((row) => ({
	...row,
	kind
})));
//#endregion
//#region src/resolve/references-of.ts
const coreKinds = new Map([["ConfigMap", ""], ["Secret", ""]]);
function targetKind(rule, holder, manifest) {
	if (rule.by === "field") return rule.kind;
	const kind = stringAt(manifest, [...holder, "kind"]);
	if (!kind) return void 0;
	if (rule.by === "apiVersion") {
		const apiVersion = stringAt(manifest, [...holder, "apiVersion"]) ?? rule.default;
		return apiVersion ? {
			group: groupOf(apiVersion),
			kind
		} : void 0;
	}
	const group = fluxGroups$1.get(kind) ?? coreKinds.get(kind);
	return group === void 0 ? void 0 : {
		group,
		kind
	};
}
function targetNamespace(rule, holder, { id, manifest }) {
	if (rule === "own") return id.namespace;
	if (typeof rule === "object") return stringAt(manifest, rule.field) || id.namespace;
	const stated = stringAt(manifest, [...holder, "namespace"]) || void 0;
	return rule === "stated" ? stated : stated ?? id.namespace;
}
function isOptional({ optional }, holder, manifest) {
	if (typeof optional === "boolean") return optional;
	return valueAt(manifest, [...holder, optional.sibling]) === true;
}
function namedTarget(field, path, resource) {
	const { manifest } = resource;
	const name = stringAt(manifest, path);
	const holder = path.slice(0, -1);
	const kind = targetKind(field.target, holder, manifest);
	if (!name || !kind) return void 0;
	const namespace = targetNamespace(field.namespace, holder, resource);
	const remote = field.followsKubeConfig && valueAt(manifest, ["spec", "kubeConfig"]) !== void 0;
	return {
		relation: field.relation,
		path,
		target: {
			...kind,
			name,
			...namespace === void 0 ? {} : { namespace }
		},
		optional: isOptional(field, holder, manifest),
		...field.wildcards && name === "*" ? { wildcard: true } : {},
		...remote ? { remote: true } : {}
	};
}
const fieldsByKind = groupBy(referenceFields, ({ kind }) => kind.kind);
/** Every reference of one object, in the table's order; names that are missing or no strings give none. */
function referencesOf(resource) {
	return (fieldsByKind.get(resource.id.kind) ?? []).filter(({ kind }) => isKind(resource.id, kind)).flatMap((field) => matchFields(resource.manifest, field.field).map(({ path }) => namedTarget(field, path, resource))).filter((reference) => reference !== void 0);
}
//#endregion
//#region src/build/cluster-references.ts
/** Every reference of a cluster's Flux objects, with what became of it. */
function clusterReferences(world) {
	const products = productsOf(world.resources);
	return world.resources.flatMap((from) => referencesOf(from).map((named) => toReference(world, products, from, named)));
}
/** Indexes what the cluster's controllers will make. */
function productsOf(resources) {
	const products = /* @__PURE__ */ new Map();
	for (const resource of resources) for (const id of productsOfOne(resource)) {
		const known = products.get(id.kind) ?? [];
		known.push({
			id,
			server: resource.server
		});
		products.set(id.kind, known);
	}
	return products;
}
const knownProducts = /* @__PURE__ */ new WeakMap();
/** The inventory grows from round to round; each object is looked at once. */
function productsOfOne(resource) {
	const known = knownProducts.get(resource) ?? producedBy(resource);
	knownProducts.set(resource, known);
	return known;
}
/** Whether a controller will make `target`. */
function isProduced(products, target, server) {
	return (products.get(target.kind) ?? []).some((product) => product.server === server && covers(product.id, target));
}
function toReference(world, products, from, named) {
	const { relation, path, target, optional } = named;
	const server = named.remote ? serverOf(from) : from.server;
	const resource = named.wildcard ? void 0 : world.find(target, server);
	const status = resource ? "found" : statusOf(world, products, {
		named,
		from,
		server
	});
	const doubt = status === "missing" ? doubtOf(world, {
		target,
		from,
		server
	}) : void 0;
	let place;
	return {
		relation,
		from,
		path,
		target,
		optional,
		status,
		...resource ? { resource } : {},
		...doubt === void 0 ? {} : { doubt },
		get at() {
			place ??= from.at(path);
			return place;
		}
	};
}
function statusOf(world, products, { named, from, server }) {
	const { target } = named;
	if (named.wildcard) return "external";
	const text = `${target.namespace ?? ""}/${target.name}`;
	if (text.includes("${") || holdsStandIn(text)) return "uncertain";
	if (isProduced(products, target, server)) return "produced";
	if (world.external.some((external) => isDeclared(external, target)) || isBuiltIn(target)) return "external";
	return world.blindSpots.some(({ reported, mayDefine }) => reported && mayDefine(target, from)) || isAppliedByHand(world, target) ? "uncertain" : "missing";
}
/**
* Bootstrap scripts apply Secrets and the like from files that no Kustomization reaches; and what the Kustomizations of
* other repositories take from a collection of bases, these do not say.
*/
function isAppliedByHand({ outside, elsewhere }, target) {
	return (target.group === "" ? [...outside, ...elsewhere] : elsewhere).some(({ id }) => isKind(id, target) && id.name === target.name && (id.namespace === void 0 || id.namespace === target.namespace));
}
/** Why a source is not asked: the user says that it is out of reach. */
function outOfReach(external, source) {
	return external.some((one) => isDeclared(one, source.id)) ? `${describe(source.id)} is declared as \`external\`` : void 0;
}
/** Whether the user's configuration says that an object exists; `*` stands for any name. */
function isDeclared(external, target) {
	const matches = (pattern, text) => pattern === "*" || pattern === text;
	return external.kind === target.kind && matches(external.namespace, target.namespace ?? "") && matches(external.name, target.name);
}
const controllers = [
	"source-controller",
	"kustomize-controller",
	"helm-controller",
	"notification-controller",
	"image-reflector-controller",
	"image-automation-controller",
	"source-watcher",
	"flux-operator"
];
/** What every cluster with Flux has, although no file says so. */
function isBuiltIn(target) {
	if (isKind(target, kinds.ServiceAccount)) return target.name === "default" || controllers.includes(target.name);
	if (target.kind === "Deployment") return controllers.includes(target.name) || target.namespace === "kube-system";
	if (target.kind === "CustomResourceDefinition") return true;
	return isKind(target, kinds.ConfigMap) && target.name === "kube-root-ca.crt";
}
function doubtOf({ blindSpots }, { target, from, server }) {
	if (server !== "") return `it lives in the cluster ${server}`;
	return blindSpots.find(({ mayDefine }) => mayDefine(target, from))?.reason;
}
//#endregion
//#region src/build/release/chart-request.ts
/** `spec.chart`, or the HelmChart behind `spec.chartRef`; undefined when the release names none that is understood. */
function chartRequestOf(release, find) {
	if (isObject(valueAt(release.manifest, [
		"spec",
		"chart",
		"spec"
	]))) return templateRequest(release, [
		"spec",
		"chart",
		"spec"
	]);
	const source = sourceIdOf(release, ["spec", "chartRef"]);
	if (!source) return void 0;
	if (isKind(source, kinds.HelmChart)) {
		const chart = find(source);
		return chart && requestOfChart(chart);
	}
	return {
		source,
		chart: "",
		version: "",
		valuesFiles: [],
		ignoreMissingValuesFiles: false
	};
}
/** What a HelmChart asks for. */
function requestOfChart(chart) {
	return templateRequest(chart, ["spec"]);
}
function templateRequest(holder, path) {
	const source = sourceIdOf(holder, [...path, "sourceRef"]);
	const chart = stringAt(holder.manifest, [...path, "chart"]);
	if (!source || chart === void 0) return void 0;
	const version = valueAt(holder.manifest, [...path, "version"]);
	return {
		source,
		chart,
		version: version === void 0 || version === null ? "" : String(version),
		valuesFiles: listAt(holder.manifest, [...path, "valuesFiles"]).filter((file) => typeof file === "string"),
		ignoreMissingValuesFiles: valueAt(holder.manifest, [...path, "ignoreMissingValuesFiles"]) === true
	};
}
//#endregion
//#region src/build/remote/source-access.ts
/**
* Reads `secretRef`, `certSecretRef` and `serviceAccountName`; all of them name objects of the source's own namespace
* (`flux-semantics.md` section 4).
*/
function accessOf(source, lookup) {
	const secret = secretAt(source, ["spec", "secretRef"], lookup);
	const certificates = secretAt(source, ["spec", "certSecretRef"], lookup);
	const pulled = pullSecretsOf(source, lookup);
	const legacy = certificates.keys.size === 0 ? secret.keys : certificates.keys;
	const username = secret.keys.get("username");
	const password = secret.keys.get("password");
	const dockerConfig = secret.keys.get(".dockerconfigjson") ?? pulled.config;
	const cert = certificates.keys.get("tls.crt") ?? legacy.get("certFile");
	const key = certificates.keys.get("tls.key") ?? legacy.get("keyFile");
	const authorities = certificates.keys.get("ca.crt") ?? legacy.get("caFile");
	const bearerToken = secret.keys.get("bearerToken");
	const ssh = sshOf(secret.keys);
	const id = secret.keys.get("accesskey");
	const accessSecret = secret.keys.get("secretkey");
	const missing = secret.missing ?? certificates.missing ?? pulled.missing ?? cloudOf(source) ?? proxyOf(source);
	return {
		...username === void 0 || password === void 0 ? {} : { login: {
			username,
			password
		} },
		...bearerToken === void 0 ? {} : { bearerToken },
		...ssh && { ssh },
		...id === void 0 || accessSecret === void 0 ? {} : { accessKey: {
			id,
			secret: accessSecret
		} },
		...dockerConfig === void 0 ? {} : { dockerConfig },
		...cert === void 0 || key === void 0 ? {} : { certificate: {
			cert,
			key
		} },
		...authorities === void 0 ? {} : { authorities },
		...missing === void 0 ? {} : { missing }
	};
}
function secretAt(source, path, lookup) {
	const name = stringAt(source.manifest, [...path, "name"]);
	return name === void 0 ? { keys: /* @__PURE__ */ new Map() } : readSecret(source, name, lookup);
}
function readSecret(source, name, lookup) {
	const id = inNamespaceOf(source, kinds.Secret, name);
	const secret = lookup(id);
	if (!secret || secret === "unknown") return {
		keys: /* @__PURE__ */ new Map(),
		missing: `${describe(id)} is not in this repository`
	};
	const keys = /* @__PURE__ */ new Map();
	for (const [key, { text }] of dataOf(secret)) {
		if (text === void 0 || holdsStandIn(text)) return {
			keys: /* @__PURE__ */ new Map(),
			missing: `${describe(id)} cannot be read here`
		};
		keys.set(key, text);
	}
	if (!keys.has("identity") && keys.has("username") !== keys.has("password")) return {
		keys,
		missing: `${describe(id)} has only one of \`username\` and \`password\``
	};
	return { keys };
}
/** Flux wants both: without `known_hosts` it connects to nothing (4.1). */
function sshOf(keys) {
	const identity = keys.get("identity");
	const knownHosts = keys.get("known_hosts");
	const passphrase = keys.get("password");
	if (identity === void 0 || knownHosts === void 0) return void 0;
	return {
		identity,
		knownHosts,
		...passphrase === void 0 ? {} : { passphrase }
	};
}
/** With the provider `generic` a service account lends its image pull secrets (4.2). */
function pullSecretsOf(source, lookup) {
	const name = stringAt(source.manifest, ["spec", "serviceAccountName"]);
	if (name === void 0) return {};
	const account = lookup(inNamespaceOf(source, kinds.ServiceAccount, name));
	if (!account || account === "unknown") return { missing: `ServiceAccount ${name} is not in this repository` };
	for (const entry of listAt(account.manifest, ["imagePullSecrets"])) {
		const secret = stringAt(entry, ["name"]);
		if (secret === void 0) continue;
		const { keys, missing } = readSecret(source, secret, lookup);
		const config = keys.get(".dockerconfigjson");
		if (config !== void 0) return { config };
		if (missing !== void 0) return { missing };
	}
	return {};
}
/** A login that only a machine of the cloud gets. */
function cloudOf(source) {
	const provider = valueAt(source.manifest, ["spec", "provider"]);
	return typeof provider === "string" && provider !== "generic" ? `the login of provider ${provider} is the cluster's alone` : void 0;
}
/** What only the proxy reaches is not there for sluice, which proves nothing. */
function proxyOf(source) {
	return stringAt(source.manifest, [
		"spec",
		"proxySecretRef",
		"name"
	]) === void 0 ? void 0 : "the proxy of its `proxySecretRef` is the cluster's alone";
}
function inNamespaceOf({ id: { namespace } }, kind, name) {
	return {
		...kind,
		name,
		...namespace ? { namespace } : {}
	};
}
//#endregion
//#region src/build/remote/remote-source-of.ts
/** Where a source says that its charts are; undefined where that is not known. */
function remoteSourceOf(world, source) {
	const { manifest } = source;
	const url = stringAt(manifest, ["spec", "url"]);
	if (url === void 0 || holdsStandIn(JSON.stringify(manifest.spec))) return void 0;
	const access = accessOf(source, (id) => world.lookup(id, source.server));
	const insecure = valueAt(manifest, ["spec", "insecure"]) === true;
	if (isKind(source.id, kinds.OCIRepository)) {
		const mediaType = stringAt(manifest, [
			"spec",
			"layerSelector",
			"mediaType"
		]);
		return {
			kind: "artifact",
			url,
			access,
			insecure,
			reference: referenceOf(source),
			...mediaType ? { mediaType } : {}
		};
	}
	if (!isKind(source.id, kinds.HelmRepository)) return void 0;
	if (stringAt(manifest, ["spec", "type"]) === "oci") return {
		kind: "registry",
		url,
		access,
		insecure
	};
	const passCredentials = valueAt(manifest, ["spec", "passCredentials"]) === true;
	return /^https?:\/\//u.test(url) ? {
		kind: "repository",
		url,
		access,
		passCredentials
	} : void 0;
}
/** Where a source says that its files are; undefined where that is not known. */
function fileSourceOf(world, source) {
	if (isKind(source.id, kinds.Bucket)) return bucketOf(world, source);
	if (!isKind(source.id, kinds.GitRepository)) {
		const found = remoteSourceOf(world, source);
		return found?.kind === "artifact" ? found : void 0;
	}
	const { manifest } = source;
	const url = stringAt(manifest, ["spec", "url"]);
	if (url === void 0 || holdsStandIn(JSON.stringify(manifest.spec))) return void 0;
	const folders = listAt(manifest, ["spec", "sparseCheckout"]).filter((folder) => typeof folder === "string").map((folder) => folder.replace(/^\.\//u, "").replace(/\/+$/u, ""));
	return {
		kind: "git",
		url,
		reference: gitReferenceOf(source),
		access: accessOf(source, (id) => world.lookup(id, source.server)),
		submodules: valueAt(manifest, ["spec", "recurseSubmodules"]) === true,
		...folders.length > 0 ? { folders } : {}
	};
}
/** Other providers speak S3 only with `aws`: the others are {@link foreignProvider}. */
function bucketOf(world, source) {
	const { manifest } = source;
	const field = (name) => stringAt(manifest, ["spec", name]) || void 0;
	const url = field("endpoint");
	const bucket = field("bucketName");
	if (url === void 0 || bucket === void 0 || holdsStandIn(JSON.stringify(manifest.spec))) return void 0;
	const region = field("region");
	const ignore = field("ignore");
	return {
		kind: "bucket",
		url,
		bucket,
		prefix: field("prefix") ?? "",
		access: accessOf(source, (id) => world.lookup(id, source.server)),
		insecure: valueAt(manifest, ["spec", "insecure"]) === true,
		needsKey: valueAt(manifest, ["spec", "secretRef"]) !== void 0,
		...region === void 0 ? {} : { region },
		...ignore === void 0 ? {} : { ignore }
	};
}
/** Why a source is not asked: it speaks a protocol of its cloud, or wants a login that only the cluster has. */
function foreignProvider({ id, manifest }) {
	if (!isKind(id, kinds.Bucket)) return void 0;
	const provider = stringAt(manifest, ["spec", "provider"]) ?? "generic";
	if (provider === "gcp" || provider === "azure") return `sluice does not log in to the cloud of provider ${provider}`;
	if (valueAt(manifest, ["spec", "sts"]) !== void 0) return "sluice does not ask for keys as `sts` says";
}
/** Without any `ref` Flux takes the branch `master`, not what the repository calls its own. */
function gitReferenceOf({ manifest }) {
	const field = (name) => stringAt(manifest, [
		"spec",
		"ref",
		name
	]) || void 0;
	const commit = field("commit");
	const branch = field("branch");
	if (commit !== void 0) return {
		by: "commit",
		commit,
		...branch === void 0 ? {} : { branch }
	};
	const name = field("name");
	if (name !== void 0) return {
		by: "name",
		name
	};
	const tag = field("tag");
	if (tag !== void 0) return {
		by: "tag",
		tag
	};
	const semver = field("semver");
	if (semver !== void 0) return {
		by: "semver",
		semver
	};
	return {
		by: "branch",
		branch: branch ?? "master"
	};
}
function referenceOf({ manifest }) {
	const field = (name) => stringAt(manifest, [
		"spec",
		"ref",
		name
	]) || void 0;
	const digest = field("digest");
	if (digest !== void 0) return {
		by: "digest",
		digest
	};
	const semver = field("semver");
	const filter = field("semverFilter");
	if (semver !== void 0) return {
		by: "semver",
		semver,
		...filter === void 0 ? {} : { filter }
	};
	return {
		by: "tag",
		tag: field("tag") ?? "latest"
	};
}
//#endregion
//#region src/build/fetched-source.ts
/** Sources that Kustomizations and ArtifactGenerators take their content from. */
function neededSources(kustomizations, generators) {
	const direct = kustomizations.flatMap((one) => sourceIdOf(one, ["spec", "sourceRef"]) ?? []);
	const copied = generators.flatMap((generator) => listAt(generator.manifest, ["spec", "sources"]).flatMap((_, index) => sourceIdOf(generator, [
		"spec",
		"sources",
		index
	]) ?? []));
	return [...direct, ...copied];
}
/** Sources of charts that are folders: HelmReleases and HelmCharts have them with all of the source. */
function folderSources(world, askers) {
	if (world.options.render === "off") return [];
	const find = (id) => {
		const found = world.lookup(id);
		return found === "unknown" ? void 0 : found;
	};
	const requestOf = (asker) => isKind(asker.id, kinds.HelmChart) ? requestOfChart(asker) : chartRequestOf(asker, find);
	return askers.flatMap((asker) => requestOf(asker)?.source ?? []).filter((id) => isKind(id, kinds.GitRepository) || isKind(id, kinds.Bucket));
}
/** What a cluster's sources have given. Looking into a source is no time to wait for it: they are fetched before. */
var FetchedSources = class {
	#fetched = /* @__PURE__ */ new Map();
	#failures = /* @__PURE__ */ new Map();
	get(source) {
		return this.#fetched.get(keyOf$2(source));
	}
	/** The sources that could not be fetched, although they should have been. */
	get failures() {
		return [...this.#failures.values()];
	}
	/** Fetches those sources that are elsewhere, each once. */
	async fetch(world, ids) {
		const wanted = /* @__PURE__ */ new Map();
		for (const id of withIncluded(world, ids)) {
			const { content } = world.contentOf(id);
			const source = content.status === "elsewhere" ? content.source : void 0;
			if (source && !this.#fetched.has(keyOf$2(source))) wanted.set(keyOf$2(source), source);
		}
		await Promise.all([...wanted].map(async ([key, source]) => {
			const fetched = await fetchSource(world, source);
			this.#fetched.set(key, fetched);
			if (fetched?.status === "unavailable" && fetched.kind === "incomplete") this.#failures.set(key, {
				source,
				reason: fetched.reason
			});
		}));
	}
};
/** A source that is patched later is another one. */
function keyOf$2({ id, server, manifest }) {
	return `${resourceKey(id, server)} ${JSON.stringify(manifest.spec)}`;
}
/** A GitRepository's own files are not all of its artifact: it includes others (`flux-semantics.md` 4.1). */
function withIncluded(world, ids) {
	const all = new Map(ids.map((id) => [resourceKey(id), id]));
	for (const id of all.values()) {
		const source = isKind(id, kinds.GitRepository) ? world.lookup(id) : void 0;
		if (!source || source === "unknown") continue;
		for (const included of includesOf(source)) all.set(resourceKey(included), included);
	}
	return [...all.values()];
}
/** The GitRepositories that `spec.include` names. */
function includesOf({ id: { namespace }, manifest }) {
	return listAt(manifest, ["spec", "include"]).flatMap((include) => {
		const name = stringAt(include, ["repository", "name"]);
		const place = namespace ? { namespace } : {};
		return name === void 0 ? [] : [{
			...kinds.GitRepository,
			name,
			...place
		}];
	});
}
/** Fetches the files of an OCIRepository or GitRepository; undefined for sources of another kind, and where nothing is fetched. */
async function fetchSource(world, source) {
	const { remote, options } = world;
	const outside = outOfReach(options.external, source);
	if (outside !== void 0) return {
		status: "unavailable",
		reason: outside,
		kind: "chosen"
	};
	const foreign = options.offline ? void 0 : foreignProvider(source);
	if (remote && foreign !== void 0) return unavailable(`${describe(source.id)} could not be fetched: ${foreign}`);
	const from = remote && fileSourceOf(world, source);
	if (!remote || !from) return void 0;
	const { offline } = options;
	const name = describe(source.id);
	const tag = stringAt(source.manifest, [
		"spec",
		"ref",
		"tag"
	]) ?? "latest";
	const found = await remote.artifact({
		source: from,
		name,
		chart: name,
		version: tag,
		offline
	});
	if (found.status === "found") return await unpacked(found, name, from.kind);
	if (offline) return void 0;
	return unavailable(`${name} could not be fetched: ${found.status === "problem" ? lackOf(found.problem) : found.reason}`);
}
function lackOf(problem) {
	return problem.kind === "version-unsatisfied" ? "no tag fits its `spec.ref`" : problem.message;
}
async function unpacked({ archive, digest }, name, kind) {
	try {
		return {
			status: "ok",
			digest,
			files: [...kind === "artifact" ? await unpack(archive) : unpackFiles(archive)].map(([path, bytes]) => ({
				path,
				bytes
			}))
		};
	} catch (error) {
		if (!(error instanceof BadArchive)) throw error;
		return unavailable(`the artifact of ${name} cannot be unpacked: ${error.message}`);
	}
}
function unavailable(reason) {
	return {
		status: "unavailable",
		reason,
		kind: "incomplete"
	};
}
//#endregion
//#region src/build/inventory.ts
/** A Kustomization that is built again yields its objects again. */
function hasSameOwner(known, resource) {
	const { owner } = resource;
	return owner !== void 0 && known.owner !== void 0 && resourceKey(known.owner.id, known.owner.server) === resourceKey(owner.id, owner.server);
}
/** The objects of a cluster while it is being built. The first to define an object wins, apart from a root's stand-ins. */
var Inventory = class {
	#byKey = /* @__PURE__ */ new Map();
	#provisional = /* @__PURE__ */ new Set();
	#sorted;
	/** Adds what a build yields. */
	add(resource) {
		const key = resourceKey(resource.id, resource.server);
		const known = this.#byKey.get(key);
		if (known && !this.#provisional.has(key) && !hasSameOwner(known, resource)) return;
		this.#provisional.delete(key);
		this.#set(key, resource);
	}
	/** Adds an object that a cluster begins with; what a build yields under the same id takes its place. */
	addProvisional(resource) {
		const key = resourceKey(resource.id, resource.server);
		if (this.#byKey.has(key)) return;
		this.#set(key, resource);
		this.#provisional.add(key);
	}
	find(id, server = "") {
		return this.#byKey.get(resourceKey(id, server));
	}
	/** Objects of a kind on the cluster's own API server, in name order. */
	all(kind) {
		return this.resources.filter(({ id, server }) => server === "" && isKind(id, kind));
	}
	/** Everything, ordered by identity. */
	get resources() {
		this.#sorted ??= [...this.#byKey.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, resource]) => resource);
		return this.#sorted;
	}
	#set(key, resource) {
		this.#byKey.set(key, resource);
		this.#sorted = void 0;
	}
};
//#endregion
//#region src/build/lockdown.ts
const flag = "--no-cross-namespace-refs=true";
/** Where the repository shows that Flux's controllers refuse references to other namespaces (`flux-semantics.md` 6.3). */
function lockdownOf(resources) {
	for (const resource of resources) {
		if (isKind(resource.id, kinds.FluxInstance) && valueAt(resource.manifest, [
			"spec",
			"cluster",
			"multitenant"
		]) === true) return { at: resource.at([
			"spec",
			"cluster",
			"multitenant"
		]) };
		const path = resource.id.kind === "Deployment" ? flagPath(resource) : void 0;
		if (path) return { at: resource.at(path) };
	}
}
function flagPath({ manifest, id }) {
	if (!id.name.endsWith("-controller")) return void 0;
	const base = [
		"spec",
		"template",
		"spec",
		"containers"
	];
	const containers = listAt(manifest, base);
	for (const [index, container] of containers.entries()) {
		const position = listAt(container, ["args"]).indexOf(flag);
		if (position >= 0) return [
			...base,
			index,
			"args",
			position
		];
	}
}
//#endregion
//#region src/build/release/fetched-chart.ts
/**
* The chart as its source has it; undefined where nothing may be fetched. `mirrored` is what the mirrors have said: it holds
* when the source cannot be asked.
*/
async function fetchedChart(world, source, request, mirrored) {
	const { offline, render } = world.options;
	if (!world.remote || render === "off") return void 0;
	const outside = outOfReach(world.options.external, source);
	if (outside !== void 0) return mirrored.status === "skipped" ? skip$1(outside, "chosen") : void 0;
	const remote = remoteSourceOf(world, source);
	if (!remote) return void 0;
	const name = describe(source.id);
	const { chart, version } = wantedOf(remote, request);
	const asked = await world.remote.find({
		source: remote,
		name,
		chart,
		version,
		offline
	});
	if (asked.status !== "unavailable") return foundChart(asked, chart);
	if (mirrored.status !== "skipped") return void 0;
	const label = `chart ${chart} ${version || "(any version)"}`;
	return offline ? skip$1(`--offline, and ${mirrored.reason}`, mirrored.kind) : skip$1(`${label} could not be fetched: ${asked.reason}`, "incomplete");
}
/** An artifact is named by its source alone. */
function wantedOf(source, { chart, version }) {
	if (source.kind !== "artifact") return {
		chart,
		version
	};
	return {
		chart: source.url.slice(source.url.lastIndexOf("/") + 1),
		version: textOf(source.reference)
	};
}
function textOf(reference) {
	switch (reference.by) {
		case "digest": return reference.digest;
		case "semver": return reference.semver;
		case "tag": return reference.tag;
	}
}
function skip$1(reason, kind) {
	return {
		status: "skipped",
		reason,
		kind
	};
}
function foundChart(asked, name) {
	if (asked.status === "problem") return asked;
	const { archive, digest, version, place } = asked;
	return {
		status: "found",
		chart: {
			digest,
			archive
		},
		use: {
			name,
			version,
			from: {
				kind: "archive",
				path: place
			}
		}
	};
}
//#endregion
//#region src/build/release/chart-dependencies.ts
/**
* source-controller fetches the dependencies that are not vendored: from the same artifact (`file://`), here from a mirror
* when one has it, or from their repository.
*/
async function addDependencies(world, chart) {
	for (const entry of chart.dependencies) {
		const name = stringAt(entry, ["name"]);
		if (name === void 0 || isVendored(chart.files, name)) continue;
		const unmet = await add(world, chart, {
			name,
			version: String(stringAt(entry, ["version"]) ?? ""),
			repository: stringAt(entry, ["repository"]) ?? ""
		});
		if (unmet) return unmet;
	}
}
async function add(world, chart, dependency) {
	const { name, repository } = dependency;
	const absent = {
		reason: `its dependency ${name} is neither vendored nor in a mirror`,
		kind: "chosen"
	};
	if (repository.startsWith("file://")) {
		const local = chart.sibling(repository.slice(7));
		for (const [path, bytes] of local) chart.files.set(`charts/${name}/${path}`, bytes);
		return local.has("Chart.yaml") ? void 0 : absent;
	}
	const archive = await mirrored(world, dependency);
	const fetched = archive ? void 0 : await fetchedFrom(world, dependency, chart.namespace);
	const isThere = fetched !== "outside" && fetched?.status === "found";
	const found = archive ?? (isThere ? fetched.archive : void 0);
	if (found) {
		chart.files.set(`charts/${name}.tgz`, found);
		return;
	}
	if (fetched === "outside" || !fetched || world.options.offline) return absent;
	return {
		reason: `its dependency ${name} could not be fetched: ${fetched.status === "unavailable" ? fetched.reason : messageOf(fetched)}`,
		kind: "incomplete"
	};
}
function messageOf(fetched) {
	return fetched.status === "problem" ? fetched.problem.message : "";
}
function isVendored(files, name) {
	return [...files.keys()].some((path) => path.startsWith(`charts/${name}/`) || path.startsWith(`charts/${name}-`) && path.endsWith(".tgz"));
}
async function mirrored(world, { name, version }) {
	for (const mirror of world.mirrors) {
		const found = resolveChartVersion(version, await mirror.entries(name));
		if (found.status !== "resolved") continue;
		const archive = await mirror.read(found.chosen).catch(() => void 0);
		if (archive) return archive;
	}
}
/** From its repository, with the credentials of a HelmRepository of the same address. */
async function fetchedFrom(world, { name, version, repository }, namespace) {
	const known = repositoryAt(world, repository, namespace);
	if (known && outOfReach(world.options.external, known) !== void 0) return "outside";
	const source = (known && remoteSourceOf(world, known)) ?? sourceAt(repository);
	const { offline, render } = world.options;
	if (!source || !world.remote || render === "off") return void 0;
	return await world.remote.find({
		source,
		name: repository,
		chart: name,
		version,
		offline
	});
}
/**
* The HelmRepository that source-controller would take for a dependency: in the chart's namespace, with the same address but
* for slashes at its end. https://github.com/fluxcd/source-controller (`resolveDependencyRepository`)
*/
function repositoryAt(world, url, namespace) {
	const normalized = (address) => address.replace(/\/+$/u, "");
	return world.all(kinds.HelmRepository).find(({ id, server, manifest }) => {
		const own = stringAt(manifest, ["spec", "url"]);
		return id.namespace === namespace && server === "" && own !== void 0 && normalized(own) === normalized(url);
	});
}
function sourceAt(url) {
	const access = {};
	if (url.startsWith("oci://")) return {
		kind: "registry",
		url,
		access,
		insecure: false
	};
	return /^https?:\/\//u.test(url) ? {
		kind: "repository",
		url,
		access,
		passCredentials: false
	} : void 0;
}
//#endregion
//#region src/build/release/folder-chart.ts
/** A chart that is a folder (or an archive) of an artifact: GitRepository, Bucket and ExternalArtifact sources. */
async function folderChart(world, request) {
	const found = world.contentOf(request.source);
	if (!found.tree) {
		const { content } = found;
		if (content.status === "elsewhere") {
			const kind = content.incomplete ? "incomplete" : "chosen";
			return {
				status: "skipped",
				reason: content.reason,
				kind
			};
		}
		return {
			status: "skipped",
			reason: `${describe(request.source)} is not defined in this repository`,
			kind: "chosen"
		};
	}
	const { tree } = found;
	const folder = isKind(request.source, kinds.ExternalArtifact) ? topFolder$1(tree) : clampInside(request.chart);
	const valuesData = isKind(request.source, kinds.ExternalArtifact) ? void 0 : dataIn(tree);
	const archive = tree.tree.files.get(folder);
	if (archive && /\.t(?:ar\.)?gz$/u.test(folder)) {
		const use = {
			name: request.chart,
			from: {
				kind: "archive",
				path: folder
			}
		};
		return {
			status: "found",
			chart: {
				digest: digestOf(archive, world.digest),
				archive
			},
			use,
			...valuesData ? { valuesData } : {}
		};
	}
	const files = filesBelow$1(tree, folder);
	const metadata = files.get("Chart.yaml");
	if (!metadata) return missing(tree, folder, request);
	const unmet = await addDependencies(world, {
		files,
		dependencies: listAt(yamlOf(metadata), ["dependencies"]),
		namespace: request.source.namespace,
		sibling: (path) => filesBelow$1(tree, clampInside(`${folder}/${path}`))
	});
	if (unmet) return {
		status: "skipped",
		...unmet
	};
	const path = tree.repositoryPath(folder) ?? folder;
	const version = stringAt(yamlOf(metadata), ["version"]);
	return {
		status: "found",
		chart: {
			digest: digestOfFiles(files, world),
			files
		},
		use: {
			name: stringAt(yamlOf(metadata), ["name"]) ?? folder,
			from: {
				kind: "folder",
				path,
				...version !== void 0 && { version }
			}
		},
		...valuesData ? { valuesData } : {}
	};
}
/**
* Helm wants a chart archive to hold one folder, so the artifact of an ExternalArtifact must too: its files below
* `@artifact/<name>/`. https://github.com/fluxcd/source-watcher/issues/290
*/
function topFolder$1(tree) {
	const charts = [...tree.tree.files.keys()].filter((path) => /^[^/]+\/Chart\.yaml$/u.test(path));
	return charts.length === 1 ? folderOf(charts[0] ?? "") : "";
}
function dataIn(tree) {
	return (path) => tree.tree.files.get(clampInside(path));
}
function filesBelow$1(tree, folder) {
	const skip = folder === "" ? 0 : folder.length + 1;
	return new Map([...tree.tree.files].filter(([path]) => isInside(path, folder)).map(([path, bytes]) => [path.slice(skip), bytes]));
}
function digestOfFiles(files, { digest }) {
	return digest([...files].map(([path, bytes]) => `${path}\0${digestOf(bytes, digest)}`).sort().join("\n"));
}
function missing(tree, folder, { source, chart }) {
	if (isUnknown(tree, folder)) return {
		status: "skipped",
		reason: `${chart} lies in an included repository that is not in this checkout`,
		kind: "chosen"
	};
	const charts = [...tree.tree.files.keys()].filter((path) => path.endsWith("/Chart.yaml"));
	return {
		status: "problem",
		problem: {
			kind: "chart-not-found",
			message: treeFolders(tree).has(folder) ? `\`${chart}\` holds no Chart.yaml` : `${describe(source)} has no folder \`${chart}\``,
			known: charts.map((path) => path.slice(0, -11))
		}
	};
}
function yamlOf(bytes) {
	const document = parseYaml(new TextDecoder().decode(bytes)).documents[0];
	return document?.root ? toJson(document) : void 0;
}
//#endregion
//#region src/build/release/mirrored-chart.ts
/** Looks for the chart in the mirrors; the first one that has it by name serves. */
async function fromMirrors(world, { name, version, pick }) {
	const constraint = parseConstraint(version || "*");
	const checked = pick([]);
	if (checked.status === "invalid-constraint") return {
		status: "problem",
		problem: {
			kind: "version-invalid",
			message: checked.message
		}
	};
	const label = `chart ${name} ${version || "(any version)"}`;
	const { mirror, entries } = await firstWith(world.mirrors, name);
	const picked = pick(entries);
	if (picked.status !== "resolved") return unsatisfied({
		name,
		version,
		label
	}, constraint, entries);
	if (!mirror) return notMirrored(`${label} is in no cache or mirror`);
	return readArchive(mirror, entries, {
		name,
		version: picked.chosen,
		label
	}, world);
}
async function firstWith(mirrors, name) {
	for (const mirror of mirrors) {
		const entries = await mirror.entries(name);
		if (entries.length > 0) return {
			mirror,
			entries
		};
	}
	return { entries: [] };
}
/**
* A range that nothing satisfies is wrong; one that begins above all that a mirror holds probably is. A mirror may lack
* any other version.
*/
function unsatisfied({ name, version, label }, constraint, entries) {
	const known = entries.map((entry) => entry.version);
	const newest = known.map(parseFluxVersion).filter((one) => one !== void 0).sort(compareVersions).at(-1);
	const never = !("error" in constraint) && !isSatisfiable(constraint);
	const above = !("error" in constraint) && newest !== void 0 && beginsAbove(constraint, newest);
	if (!never && (!above || parseFluxVersion(version))) return notMirrored(`${label} is in no cache or mirror`);
	return {
		status: "problem",
		problem: {
			kind: "version-unsatisfied",
			message: `no '${name}' chart with version matching '${version}' found`,
			known,
			certain: never
		}
	};
}
async function readArchive(mirror, entries, wanted, world) {
	const entry = entries.find(({ version }) => version === wanted.version) ?? entries.find(({ version }) => withoutV(version) === withoutV(wanted.version));
	if (!entry) return notMirrored(`${wanted.label} is in no cache or mirror`);
	const archive = await mirror.read(entry).catch(() => void 0);
	if (!archive) return {
		status: "skipped",
		reason: `${entry.file} of ${mirror.place} cannot be read`,
		kind: "incomplete"
	};
	const digest = world.digest(archive);
	if (entry.digest !== void 0 && entry.digest.replace(/^sha256:/u, "") !== digest) return {
		status: "skipped",
		reason: `${entry.file} does not have the digest that the mirror's index states`,
		kind: "incomplete"
	};
	return {
		status: "found",
		chart: {
			digest,
			archive
		},
		use: {
			name: wanted.name,
			version: entry.version,
			from: {
				kind: "archive",
				path: `${mirror.place}/${entry.file}`
			}
		}
	};
}
function notMirrored(reason) {
	return {
		status: "skipped",
		reason,
		kind: "chosen"
	};
}
function withoutV(version) {
	return version.replace(/^v/u, "");
}
//#endregion
//#region src/build/release/find-chart.ts
/** Gets the chart as source-controller would: from this checkout, from the mirrors, or from where its source says. */
async function findChart(world, request) {
	const source = world.lookup(request.source);
	if (source === "unknown") return folderChart(world, request);
	if (isKind(request.source, kinds.ExternalArtifact)) return folderChart(world, request);
	if (!source) return skip(`${describe(request.source)} is not defined in this repository`);
	if (isKind(source.id, kinds.GitRepository) || isKind(source.id, kinds.Bucket)) return folderChart(world, request);
	const mirrored = await mirroredChart(world, source, request);
	if (mirrored.status === "found" || isCertain(mirrored)) return mirrored;
	return await fetchedChart(world, source, request, mirrored) ?? mirrored;
}
/** Looks for the chart of a HelmRepository or OCIRepository in the mirrors alone. */
function mirroredChart(world, source, request) {
	return isKind(source.id, kinds.OCIRepository) ? fromArtifact(world, source) : fromRepository(world, source, request);
}
/** A mirror may lack what the source has; what is wrong whatever the source has needs no look at it. */
function isCertain(found) {
	return found.status === "problem" && (found.problem.kind !== "version-unsatisfied" || found.problem.certain);
}
function skip(reason) {
	return {
		status: "skipped",
		reason,
		kind: "chosen"
	};
}
function fromRepository(world, source, { chart, version }) {
	const oci = stringAt(source.manifest, ["spec", "type"]) === "oci";
	const pick = (entries) => {
		if (oci) return resolveChartTag(version, entries.map((entry) => entry.version));
		const found = resolveChartVersion(version, entries);
		return found.status === "resolved" ? {
			...found,
			chosen: found.chosen.version,
			ties: []
		} : found;
	};
	return fromMirrors(world, {
		name: lastStep(chart),
		version,
		pick
	});
}
function fromArtifact(world, source) {
	const name = lastStep(stringAt(source.manifest, ["spec", "url"]) ?? "");
	const ref = (field) => stringAt(source.manifest, [
		"spec",
		"ref",
		field
	]);
	const semver = ref("semver");
	const tag = ref("tag");
	if (semver !== void 0 && ref("digest") === void 0) {
		const pick = (entries) => resolveTag(semver, entries.map((entry) => entry.version), "chart");
		return fromMirrors(world, {
			name,
			version: semver,
			pick
		});
	}
	if (tag === void 0) return skip(`${describe(source.id)} names its chart by ${ref("digest") ? "digest" : "the tag `latest`"} alone`);
	const version = tag.replaceAll("_", "+");
	return fromMirrors(world, {
		name,
		version,
		pick: () => ({
			status: "resolved",
			chosen: version,
			ties: []
		})
	});
}
function lastStep(path) {
	return path.replace(/\/+$/u, "").split("/").at(-1) ?? path;
}
//#endregion
//#region src/build/release/build-chart.ts
/** The HelmCharts among `charts` that no release has its chart from: what is wrong with the others is said of the releases. */
function unnamedCharts(charts, releases) {
	const named = new Set(releases.flatMap((release) => {
		const id = sourceIdOf(release, ["spec", "chartRef"]);
		return id && isKind(id, kinds.HelmChart) ? [resourceKey(id)] : [];
	}));
	return charts.filter(({ id }) => !named.has(resourceKey(id)));
}
/** Looks for the chart of a HelmChart as source-controller would. */
async function buildChart(world, chart) {
	const request = requestOfChart(chart);
	const source = request && world.lookup(request.source);
	if (!request || !source || source === "unknown") return { chart };
	const found = await findChart(world, request);
	if (found.status === "problem") return {
		chart,
		chartProblem: found.problem
	};
	if (found.status === "found") return { chart };
	return {
		chart,
		reason: found.reason,
		incomplete: found.kind === "incomplete"
	};
}
//#endregion
//#region src/build/release/release-names.ts
const maxLength = 53;
const keptLength = 40;
const hashLength = 12;
/**
* Names and namespaces of a release (`flux-semantics.md` 2.4). A composed name of more than 53 characters is cut to 40
* and ends in 12 hex digits of its sha256; helm-controller: internal/release/name.go.
*/
function releaseNames({ id, manifest }, digest) {
	const own = id.namespace ?? "";
	const target = stringAt(manifest, ["spec", "targetNamespace"]);
	return {
		name: shorten(stringAt(manifest, ["spec", "releaseName"]) ?? (target ? `${target}-${id.name}` : id.name), digest),
		namespace: target || own,
		storageNamespace: stringAt(manifest, ["spec", "storageNamespace"]) || own
	};
}
function shorten(name, digest) {
	return name.length <= maxLength ? name : `${name.slice(0, keptLength)}-${digest(name).slice(0, hashLength)}`;
}
//#endregion
//#region src/build/release/release-values.ts
/** The entries of `spec.valuesFrom`, in order. */
function valuesReferences(release) {
	return listAt(release.manifest, ["spec", "valuesFrom"]).flatMap((entry) => {
		const kind = stringAt(entry, ["kind"]);
		const name = stringAt(entry, ["name"]);
		if (name === void 0 || kind !== "ConfigMap" && kind !== "Secret") return [];
		const { namespace } = release.id;
		return [{
			id: {
				...kinds[kind],
				name,
				...namespace ? { namespace } : {}
			},
			key: stringAt(entry, ["valuesKey"]) ?? "values.yaml",
			targetPath: stringAt(entry, ["targetPath"]),
			optional: valueAt(entry, ["optional"]) === true
		}];
	});
}
/** Composes values with fluxcd/pkg/chartutil; values that nobody can see are stood in for, and the result is uncertain. */
async function composeValues(world, release) {
	const chain = [];
	const objects = /* @__PURE__ */ new Map();
	let uncertain = release.uncertain;
	for (const reference of valuesReferences(release)) {
		const found = world.lookup(reference.id);
		if (found === void 0 || found === "unknown" && reference.optional) {
			uncertain ||= found === "unknown";
			continue;
		}
		const object = found === "unknown" ? void 0 : found;
		uncertain ||= provide(objects, reference, object);
		if (object && reference.targetPath === void 0) chain.push(...partsOf$1(world, object, reference.key));
	}
	const own = release.at(["spec", "values"]);
	chain.push({
		document: own.document,
		path: own.path,
		resource: release
	});
	const result = await world.engine.call("values", {
		release: release.manifest,
		objects: [...objects.values()].map(({ id, data }) => manifestOf(id, data))
	});
	if (result.status === "composed") {
		const { values, integers = [] } = result;
		return {
			status: "composed",
			values,
			integers,
			chain,
			uncertain
		};
	}
	return {
		status: "failed",
		step: result.status === "limit" ? "limit" : "values",
		message: result.message,
		chain,
		uncertain
	};
}
/** Adds what is known of an object's key; tells whether the value had to be stood in for. */
function provide(objects, { id, key, targetPath }, object) {
	const name = `${id.kind}/${id.name}`;
	const entry = objects.get(name) ?? {
		object,
		data: /* @__PURE__ */ new Map(),
		id
	};
	objects.set(name, entry);
	const value = object && dataOf(object).get(key);
	if (object && !value) return false;
	if (value?.text !== void 0) {
		entry.data.set(key, value.text);
		return object?.uncertain ?? false;
	}
	entry.data.set(key, targetPath === void 0 ? "{}" : standIn(key));
	return true;
}
function manifestOf(id, data) {
	const secret = isKind(id, kinds.Secret);
	const encode = (text) => {
		if (!secret) return text;
		let binary = "";
		for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
		return btoa(binary);
	};
	return {
		apiVersion: "v1",
		kind: id.kind,
		metadata: {
			name: id.name,
			...id.namespace ? { namespace: id.namespace } : {}
		},
		data: Object.fromEntries([...data].map(([key, text]) => [key, encode(text)]))
	};
}
/** The YAML inside a ConfigMap's or Secret's key: in the object itself, or in the file that a generator reads. */
function partsOf$1(world, object, key) {
	const value = dataOf(object).get(key);
	if (!value) return [];
	const { document, path } = object.at([value.field, key]);
	return (object.origin.via === "kustomize" && object.origin.generated ? generatedFrom(world, document, path) : document.embedded(path)).filter(({ content, syntaxErrors }) => isObject(content) || syntaxErrors.length > 0).map((part) => ({
		document: part,
		path: [],
		resource: object
	}));
}
function generatedFrom(world, document, path) {
	const file = world.kustomizationFiles.find((candidate) => candidate.document === document);
	const wanted = JSON.stringify(path);
	const entry = file?.entries.find((candidate) => JSON.stringify(candidate.path) === wanted);
	return entry?.target === void 0 ? [] : world.fileAt(entry.target)?.documents ?? [];
}
//#endregion
//#region src/build/release/schema-references.ts
/** Keywords whose values are no schemas: what looks like a reference in them is none. */
const plainKeywords = new Set([
	"const",
	"default",
	"enum",
	"examples"
]);
const maxDepth = 200;
/** The addresses of other documents that a JSON Schema refers to; relative ones are below its own, or its `$id`. */
function schemaReferences(text, url) {
	const walk = {
		own: new Set([documentOf(url)]),
		found: /* @__PURE__ */ new Set()
	};
	visit(walk, parsed(text), {
		base: url,
		depth: 0
	});
	return [...walk.found].filter((address) => !walk.own.has(address) && /^https?:\/\//u.test(address)).sort();
}
function visit(walk, value, { base, depth }) {
	if (depth > maxDepth) return;
	if (Array.isArray(value)) for (const entry of value) visit(walk, entry, {
		base,
		depth: depth + 1
	});
	else if (isObject(value)) {
		const here = note(walk, value, base);
		for (const [keyword, entry] of Object.entries(value)) if (!plainKeywords.has(keyword)) visit(walk, entry, {
			base: here,
			depth: depth + 1
		});
	}
}
/** Notes what one schema is called and refers to; gives what is relative in it its base. */
function note({ own, found }, { $id, $ref }, base) {
	const id = resolve$1($id, base);
	if (id !== void 0) own.add(documentOf(id));
	const target = resolve$1($ref, id ?? base);
	if (target !== void 0) found.add(documentOf(target));
	return id ?? base;
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function resolve$1(reference, base) {
	return typeof reference === "string" && URL.canParse(reference, base) ? new URL(reference, base).href : void 0;
}
function documentOf(url) {
	return url.split("#")[0] ?? url;
}
//#endregion
//#region src/build/release/remote-schemas.ts
/** What one chart may make a run fetch. */
const maxSchemas = 64;
const maxBytes = 4 * maxSchemaBytes;
/** How far references are followed ahead of the engine, which names one at a time. */
const maxLevels = 5;
/** How often the engine is asked again. */
const maxRounds$1 = 8;
/**
* Renders a chart, and fetches the schemas that its `values.schema.json` refers to, as Helm does. Unless all are there the
* first answer counts, which was made without any: half of the schemas may refuse what all of them take.
*/
async function withRemoteSchemas(render, fetch) {
	const first = await render(/* @__PURE__ */ new Map());
	if (first.status !== "rendered" || !fetch || missingIn(first).length === 0) return {
		result: first,
		incomplete: false
	};
	const collection = new Collection(fetch);
	let missing = missingIn(first);
	for (let round = 0; round < maxRounds$1; round++) {
		const lacking = await collection.add(missing);
		if (lacking.length > 0) return withReason(first, lacking);
		const result = await render(collection.texts());
		if (result.status === "limit") return withReason(first, [{
			reason: result.message,
			isChosen: false
		}]);
		missing = missingIn(result);
		if (missing.length === 0) return {
			result,
			incomplete: false
		};
	}
	return withReason(first, [tooMany]);
}
function missingIn(result) {
	return result.status === "rendered" ? result.missingSchemas ?? [] : [];
}
const tooMany = {
	reason: `they refer to more than ${maxSchemas} schemas, or ${maxBytes / 1024 / 1024} MiB of them`,
	isChosen: false
};
function withReason(first, lacking) {
	const reasons = [...new Set(lacking.map(({ reason }) => reason))].sort().join("; ");
	const isChosen = lacking.every((one) => one.isChosen);
	const said = isChosen ? `${first.schemaSkipped}: ${reasons}` : `its values.schema.json refers to schemas that could not be fetched: ${reasons}`;
	return {
		result: {
			...first,
			schemaSkipped: said
		},
		incomplete: !isChosen
	};
}
/** What was fetched for one chart. */
var Collection = class {
	#fetch;
	#texts = /* @__PURE__ */ new Map();
	#asked = /* @__PURE__ */ new Map();
	#bytes = 0;
	constructor(fetch) {
		this.#fetch = fetch;
	}
	/** In the same order whatever came first: they are part of a key of the cache. */
	texts() {
		return new Map([...this.#texts].sort(([left], [right]) => left < right ? -1 : 1));
	}
	/** Fetches schemas, and those that they refer to; tells which of `urls` cannot be had. */
	async add(urls) {
		const outcomes = await Promise.all(urls.map((url) => this.#get(url)));
		let ahead = this.#referencesOf(urls);
		for (let level = 1; level < maxLevels && ahead.length > 0; level++) {
			await Promise.all(ahead.map((url) => this.#get(url)));
			ahead = this.#referencesOf(ahead);
		}
		return outcomes.filter((outcome) => outcome !== void 0);
	}
	#referencesOf(urls) {
		const all = urls.flatMap((url) => schemaReferences(this.#texts.get(url) ?? "", url));
		return [...new Set(all)].filter((url) => !this.#asked.has(url));
	}
	#get(url) {
		const before = this.#asked.get(url);
		if (before) return before;
		if (this.#asked.size >= maxSchemas) return Promise.resolve(tooMany);
		const asked = this.#load(url);
		this.#asked.set(url, asked);
		return asked;
	}
	async #load(url) {
		const fetched = await this.#fetch(url);
		if (!fetched) return {
			reason: "nothing is fetched in this run",
			isChosen: true
		};
		if (fetched.status === "absent") return {
			reason: `${shownUrl(url)} is not there`,
			isChosen: false
		};
		if (fetched.status === "unavailable") {
			const isChosen = fetched.chosen === true || fetched.refused === true;
			return {
				reason: fetched.reason,
				isChosen
			};
		}
		if (!isJson$1(fetched.text)) return {
			reason: `${shownUrl(url)} is no JSON`,
			isChosen: false
		};
		this.#bytes += fetched.text.length;
		if (this.#bytes > maxBytes) return tooMany;
		this.#texts.set(url, fetched.text);
	}
};
function isJson$1(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
//#endregion
//#region src/build/release/build-release.ts
/** Renders a HelmRelease as helm-controller would install it. Never throws for a bad repository. */
async function buildRelease(world, { release, apiVersions }) {
	const names = releaseNames(release, world.digest);
	const base = {
		release,
		releaseName: names.name,
		releaseNamespace: names.namespace,
		storageNamespace: names.storageNamespace,
		objects: [],
		valuesChain: []
	};
	const request = chartRequestOf(release, (id) => known(world.lookup(id)));
	if (!request) {
		const reason = "it names no chart that is defined in this repository";
		return withoutChart(world, {
			...base,
			status: "skipped",
			reason
		});
	}
	const found = await findChart(world, request);
	if (found.status === "problem") return withoutChart(world, {
		...base,
		status: "failed",
		chartProblem: found.problem
	});
	if (found.status === "skipped") {
		const { reason, kind } = found;
		const incomplete = kind === "incomplete";
		return withoutChart(world, {
			...base,
			status: "skipped",
			reason,
			incomplete
		});
	}
	if (world.options.render === "off") return {
		...base,
		chart: found.use,
		status: "skipped",
		reason: "rendering is switched off"
	};
	return render({
		world,
		release,
		request,
		found,
		names,
		apiVersions,
		base: {
			...base,
			chart: found.use
		}
	});
}
/** Without its chart a release is not rendered, but Flux composes its values without looking at it, and that can fail by itself. */
async function withoutChart(world, build) {
	if (valuesReferences(build.release).length === 0) return build;
	const composed = await composeValues(world, build.release);
	const withChain = {
		...build,
		valuesChain: composed.chain
	};
	if (composed.status === "composed") return {
		...withChain,
		values: composed.values
	};
	if (composed.uncertain) return withChain;
	const { reason: _, incomplete: __, ...rest } = withChain;
	return failed(rest, valuesFailure(composed), false);
}
function valuesFailure({ step, message }) {
	return {
		step,
		message
	};
}
function known(found) {
	return found === "unknown" ? void 0 : found;
}
async function render(rendering) {
	const { world, release, base } = rendering;
	const composed = await composeValues(world, release);
	const withChain = {
		...base,
		valuesChain: composed.chain
	};
	if (composed.status === "failed") return failed(withChain, valuesFailure(composed), composed.uncertain);
	const uncertain = composed.uncertain || holdsStandIn(JSON.stringify(composed.values));
	const withValues = {
		...withChain,
		values: composed.values
	};
	const request = helmRequest(rendering, composed);
	const { result, incomplete } = await withRemoteSchemas((schemas) => world.engine.call("helm", withSchemas(request, schemas)), world.fetchSchema);
	if (result.status !== "rendered") return isUnjudged(result) ? {
		...withValues,
		status: "skipped",
		reason: asksCluster
	} : failed(withValues, failureOf(result), uncertain);
	const objects = result.objects.flatMap(({ manifest, template, role }) => {
		const { path } = release.at(["spec"]);
		const resource = makeResource({
			manifest,
			origin: {
				via: "helm",
				release,
				template
			},
			owner: release,
			server: serverOf(release),
			uncertain,
			defaultNamespace: base.releaseNamespace,
			locate: (self, field, part) => ({
				...release.at(["spec"], part),
				resource: self,
				field,
				path
			})
		});
		return resource && role !== "test" ? [resource] : [];
	});
	return {
		...withValues,
		status: "rendered",
		objects,
		...result.schemaSkipped ? { schemaSkipped: result.schemaSkipped } : {},
		...incomplete ? { schemaIncomplete: true } : {}
	};
}
function withSchemas(request, schemas) {
	return schemas.size === 0 ? request : {
		...request,
		remoteSchemas: Object.fromEntries(schemas)
	};
}
/** A chart may check what `lookup` finds, and that it finds nothing here proves nothing. */
function isUnjudged(result) {
	return result.status === "failed" && result.step === "render" && result.lookups === true;
}
const asksCluster = "its chart asks the cluster for what it has (`lookup`), which is not known here, and does not render without";
/** A failure that rests on a stand-in proves nothing. */
function failed(base, failure, uncertain) {
	return uncertain && failure.step !== "limit" ? {
		...base,
		status: "skipped",
		reason: "its values are not all known (encrypted, or defined outside this repository), and it does not render with stand-ins"
	} : {
		...base,
		status: "failed",
		failure
	};
}
function failureOf(result) {
	if (result.status === "limit") return {
		step: "limit",
		message: result.message
	};
	const { status: _, lookups: __, ...failure } = result;
	return failure;
}
function helmRequest({ world, release, request, found, names, apiVersions }, composed) {
	const { manifest, id } = release;
	const strategy = stringAt(manifest, ["spec", "postRenderStrategy"]);
	const metadata = valueAt(manifest, ["spec", "commonMetadata"]);
	const valuesFiles = request.valuesFiles.map((path) => {
		const data = found.valuesData?.(path);
		return {
			path,
			...data ? { data } : {}
		};
	});
	return {
		chart: found.chart,
		release: {
			name: names.name,
			namespace: names.namespace
		},
		values: composed.values,
		integers: composed.integers,
		kubeVersion: `v${world.target.kubernetes}.0`,
		apiVersions: [...new Set([...world.options.apiVersions, ...apiVersions])].sort(),
		postRenderers: listAt(manifest, ["spec", "postRenderers"]).filter((renderer) => isObject(renderer)),
		...strategy === "separate" || strategy === "nohooks" || strategy === "combined" ? { postRenderStrategy: strategy } : {},
		...valuesFiles.length > 0 ? {
			valuesFiles,
			ignoreMissingValuesFiles: request.ignoreMissingValuesFiles
		} : {},
		...valueAt(manifest, [
			"spec",
			"install",
			"disableSchemaValidation"
		]) === true ? { skipSchemaValidation: true } : {},
		...isObject(metadata) ? { commonMetadata: metadata } : {},
		owner: {
			name: id.name,
			namespace: id.namespace ?? ""
		}
	};
}
//#endregion
//#region src/build/root-resource.ts
/** A root object as a resource of the cluster. */
function rootResource(object) {
	const place = "written" in object ? object.written : object;
	const { document, path: base } = place;
	const resource = makeResource({
		manifest: place.manifest,
		origin: "written" in object ? {
			via: "file",
			document,
			path: base
		} : {
			via: "implied",
			document,
			path: base,
			by: object.by
		},
		owner: void 0,
		server: "",
		uncertain: false,
		locate: (self, path, part, span) => ({
			document,
			path: "written" in object ? [...base, ...path] : base,
			part,
			...span ? { span } : {},
			resource: self,
			field: path
		})
	});
	return resource ? [resource] : [];
}
/** A ConfigMap or Secret whose data the user's configuration states. */
function declaredObject(id, data, near) {
	const { document, path } = near?.at([]) ?? missingPlace();
	const field = isKind(id, kinds.Secret) ? "stringData" : "data";
	return {
		manifest: {
			apiVersion: "v1",
			kind: id.kind,
			metadata: {
				name: id.name,
				...id.namespace ? { namespace: id.namespace } : {}
			},
			[field]: data
		},
		document,
		path,
		by: "the configuration"
	};
}
function missingPlace() {
	throw new Error("a cluster without objects was built");
}
//#endregion
//#region src/build/root-sources.ts
/** The sources of a root's Kustomizations, among `resources`. */
function rootSources({ sourceFolder, assumesSource }, resources, { folders, isDefined }) {
	const ids = [];
	const assumed = /* @__PURE__ */ new Map();
	for (const kustomization of resources.filter(({ id }) => isKind(id, kinds.Kustomization))) {
		const id = sourceIdOf(kustomization, ["spec", "sourceRef"]);
		if (!id || isKind(id, kinds.ExternalArtifact)) continue;
		const inTree = [sourceFolder, clampInside(stringAt(kustomization.manifest, ["spec", "path"]) ?? "")].filter((part) => part !== "").join("/");
		const key = resourceKey(id);
		const isKnown = isDefined(id) || assumed.has(key);
		if (isKnown && assumesSource && !folders.has(inTree)) continue;
		for (const source of isKnown ? [] : assumeSource(kustomization, id)) assumed.set(key, source);
		ids.push(id);
	}
	return {
		ids,
		assumed: [...assumed.values()]
	};
}
function assumeSource(kustomization, id) {
	const { document, path } = kustomization.at(["spec", "sourceRef"]);
	return rootResource({
		manifest: {
			apiVersion: `${id.group}/v1`,
			kind: id.kind,
			metadata: {
				name: id.name,
				...id.namespace ? { namespace: id.namespace } : {}
			},
			spec: {}
		},
		document,
		path,
		by: "something outside Git"
	});
}
//#endregion
//#region src/build/build-cluster.ts
/** Rounds after which a repository that keeps yielding new Kustomizations is left alone. */
const maxRounds = 50;
/** How often a Kustomization is built that keeps changing itself. */
const maxRuns = 3;
/** Builds all that follows from a cluster's roots: a fixed point, as what a build yields may be built itself. */
async function buildCluster(world, root) {
	const state = new ClusterState(world, root);
	for (let round = 0; round < maxRounds; round++) if (!(await state.buildKustomizations() || await state.buildReleases())) break;
	return state.finish(await state.buildCharts());
}
var ClusterState = class {
	#world;
	#root;
	#inventory = new Inventory();
	#builds = /* @__PURE__ */ new Map();
	#runs = /* @__PURE__ */ new Map();
	#releases = /* @__PURE__ */ new Map();
	#fetched = new FetchedSources();
	#build;
	/** What controllers will make of the objects known so far. */
	#made;
	constructor(world, root) {
		this.#world = world;
		this.#root = root;
		const resources = root.objects.flatMap((object) => rootResource(object));
		for (const resource of resources) this.#inventory.addProvisional(resource);
		const { ids, assumed } = rootSources(root, resources, {
			folders: world.folders,
			isDefined: (id) => this.#inventory.find(id) !== void 0
		});
		for (const source of assumed) this.#inventory.addProvisional(source);
		const sources = {
			...world,
			roots: ids,
			folder: root.sourceFolder,
			find: (id) => this.#inventory.find(id),
			all: (kind) => this.#inventory.all(kind),
			fetched: (source) => this.#fetched.get(source)
		};
		this.#build = {
			...world,
			substitute: root.substitute ?? {},
			contentOf: (id) => sourceContent(sources, id),
			lookup: (id, server) => this.#lookup(id, server),
			all: (kind) => this.#inventory.all(kind)
		};
	}
	#lookup(id, server = "") {
		const found = this.#inventory.find(id, server);
		if (found) return found;
		const declared = this.#world.options.external.find((external) => isDeclared(external, id));
		if (declared?.data) return rootResource(declaredObject(id, declared.data, this.#anyDocument()))[0] ?? "unknown";
		if (declared || isProduced(this.#products(), id, server)) return "unknown";
	}
	#products() {
		const { resources } = this.#inventory;
		if (this.#made?.resources !== resources) this.#made = {
			resources,
			products: productsOf(resources)
		};
		return this.#made.products;
	}
	#anyDocument() {
		return this.#inventory.resources[0];
	}
	/** Builds every Kustomization whose variables are there; those that still lack some come last. */
	async buildKustomizations() {
		const chosen = this.#nextKustomizations();
		if (chosen.length === 0) return false;
		await this.#fetched.fetch(this.#build, this.#needed(chosen));
		const builds = await buildAll(this.#build, chosen, async (world, kustomization) => {
			const build = await buildKustomization(world, kustomization);
			this.#world.onUnit?.(describe(kustomization.id));
			return build;
		});
		for (const build of builds) {
			const key = keyOf$1(build.kustomization);
			this.#builds.set(key, build);
			this.#runs.set(key, (this.#runs.get(key) ?? 0) + 1);
			for (const resource of build.objects) this.#inventory.add(resource);
		}
		return true;
	}
	#needed(kustomizations) {
		return neededSources(kustomizations, this.#inventory.all(kinds.ArtifactGenerator));
	}
	/** One that a build has changed (patches on flux-system change itself) goes before what it applies. */
	#nextKustomizations() {
		const all = this.#inventory.all(kinds.Kustomization);
		const changed = all.filter((one) => this.#isChanged(one));
		if (changed.length > 0) return changed;
		const pending = all.filter((one) => !this.#builds.has(keyOf$1(one)));
		const ready = pending.filter((one) => substituteSources(one).every(({ id, optional }) => !optional && this.#lookup(id) !== void 0));
		return ready.length > 0 ? ready : pending;
	}
	#isChanged(kustomization) {
		const key = keyOf$1(kustomization);
		const built = this.#builds.get(key)?.kustomization;
		if (!built || built === kustomization || (this.#runs.get(key) ?? 0) >= maxRuns) return false;
		return JSON.stringify(built.manifest.spec) !== JSON.stringify(kustomization.manifest.spec);
	}
	async buildReleases() {
		const pending = this.#inventory.all(kinds.HelmRelease).filter((one) => !this.#releases.has(keyOf$1(one)));
		if (pending.length === 0) return false;
		const ready = pending.filter((one) => valuesReferences(one).every(({ id }) => this.#lookup(id) !== void 0));
		const chosen = ready.length > 0 ? ready : pending;
		await this.#fetched.fetch(this.#build, [...this.#needed([]), ...folderSources(this.#build, chosen)]);
		const apiVersions = [...new Set(this.#inventory.resources.map(({ apiVersion }) => apiVersion))].filter((version) => version.includes("/"));
		apiVersions.sort();
		const releases = await buildAll(this.#build, chosen, async (world, release) => {
			const build = await buildRelease(world, {
				release,
				apiVersions
			});
			this.#world.onUnit?.(describe(release.id));
			return build;
		});
		for (const build of releases) {
			this.#releases.set(keyOf$1(build.release), build);
			for (const resource of build.objects) this.#inventory.add(resource);
		}
		return true;
	}
	/** HelmCharts of their own come last: nothing waits for them. */
	async buildCharts() {
		const { all } = this.#build;
		const charts = unnamedCharts(all(kinds.HelmChart), all(kinds.HelmRelease));
		await this.#fetched.fetch(this.#build, folderSources(this.#build, charts));
		return await Promise.all(charts.map((chart) => buildChart(this.#build, chart)));
	}
	finish(charts) {
		const { options, written, target, outside } = this.#world;
		const inventory = this.#inventory;
		const builds = [...this.#builds.values()].sort(byKey(({ kustomization }) => kustomization));
		const releases = [...this.#releases.values()].sort(byKey(({ release }) => release));
		const { resources } = inventory;
		const find = (id, server) => inventory.find(id, server);
		const blindSpots = [...blindSpotsOf(builds, releases, inventory.all(kinds.ResourceSet), written), ...this.#root.partial ? [unknownCluster] : []];
		const references = clusterReferences({
			resources,
			find,
			external: options.external,
			blindSpots,
			outside,
			elsewhere: this.#root.partial ? written.all : []
		});
		return {
			name: this.#root.name,
			path: this.#root.path,
			target,
			resources,
			builds,
			releases,
			graph: createGraph(references),
			lockdown: lockdownOf(resources),
			charts,
			unfetched: this.#fetched.failures,
			blindSpots: blindSpots.map(({ reason }) => reason),
			find,
			all: (kind) => inventory.all(kind),
			buildOf: (kustomization) => this.#builds.get(keyOf$1(kustomization)),
			releaseOf: (release) => this.#releases.get(keyOf$1(release))
		};
	}
};
function keyOf$1({ id, server }) {
	return resourceKey(id, server);
}
function byKey(resourceOf) {
	return (a, b) => keyOf$1(resourceOf(a)) < keyOf$1(resourceOf(b)) ? -1 : 1;
}
//#endregion
//#region src/build/chart-mirror.ts
/** Reads the index of a mirror. Entries that name no file of the folder are left out. */
function parseMirrorIndex(bytes) {
	const decoded = decodeUtf8(bytes);
	if ("error" in decoded) return { error: decoded.error };
	const document = parseYaml(decoded.text).documents[0];
	const error = document?.errors[0];
	if (!document || error) return { error: error?.message ?? "it is empty" };
	const entries = valueAt(toJson(document), ["entries"]);
	if (!isObject(entries)) return { error: "it has no `entries`" };
	return new Map(Object.keys(entries).map((name) => [name, listAt(entries, [name]).flatMap((entry) => {
		const version = stringAt(entry, ["version"]);
		const file = stringAt(entry, ["urls", 0]);
		if (version === void 0 || file === void 0 || !/^[\w.+@-]+$/u.test(file)) return [];
		const created = stringAt(entry, ["created"]);
		return [{
			name,
			version,
			file,
			digest: stringAt(entry, ["digest"]),
			...created ? { created } : {}
		}];
	})]));
}
//#endregion
//#region src/build/load-mirrors.ts
/** Reads the indexes of the mirrors; one that cannot be read is said in the report, and the others still serve. */
async function loadMirrors(host, { mirrors, offline }) {
	const loaded = [];
	const skipped = [];
	for (const place of mirrors) {
		const remote = isAddress$1(place);
		const mirror = remote ? await remoteMirror(host.remote, place, offline) : await folderMirror(host, place);
		if ("error" in mirror) {
			const kind = remote && offline ? "chosen" : "incomplete";
			const shown = remote ? shownUrl(place) : place;
			skipped.push({
				path: shown,
				what: `the chart mirror ${shown}`,
				reason: mirror.error,
				kind
			});
		} else loaded.push(mirror);
	}
	return {
		mirrors: loaded,
		skipped
	};
}
async function folderMirror(host, folder) {
	const index = await host.files.read(folder, "index.yaml").catch(() => void 0);
	const charts = index ? await readIndex(index, host) : { error: "it has no index.yaml" };
	if ("error" in charts) return { error: String(charts.error) };
	return {
		place: folder,
		isFolder: true,
		entries: async (name) => charts.get(name) ?? [],
		read: ({ file }) => host.files.read(folder, file)
	};
}
async function remoteMirror(remote, url, offline) {
	const place = shownUrl(url);
	const opened = await remote?.mirror(url, offline);
	if (opened?.status !== "ok") return { error: opened?.reason ?? "nothing is fetched here" };
	return {
		place,
		isFolder: false,
		entries: async (name) => (await opened.entries(name)).map(({ url: file, digest, ...entry }) => ({
			...entry,
			name,
			file,
			digest
		})),
		read: async ({ name, file, version, digest }) => {
			const entry = {
				version,
				url: file,
				...digest === void 0 ? {} : { digest }
			};
			const found = await opened.read(name, entry);
			if (found.status !== "found") throw new Error(`${file} is not there`);
			return found.archive;
		}
	};
}
/** The entries of an index are remembered: a large one takes longer to parse than all else of a run without changes. */
async function readIndex(index, { cache, digest }) {
	const key = digest(index);
	const known = await cache.get("mirror", key);
	if (known) return new Map(JSON.parse(new TextDecoder().decode(known)));
	const charts = parseMirrorIndex(index);
	if (!("error" in charts)) {
		const entries = [...charts];
		await cache.put("mirror", key, new TextEncoder().encode(JSON.stringify(entries)));
	}
	return charts;
}
//#endregion
//#region src/build/release/expected-charts.ts
/**
* The charts of folder mirrors that files name, whether or not a build will lead to them: a guess, so that an engine
* can read them while the first builds keep it waiting.
*/
async function* expectedCharts(world) {
	const folders = {
		...world,
		mirrors: world.mirrors.filter(({ isFolder }) => isFolder)
	};
	if (folders.mirrors.length === 0) return;
	const given = /* @__PURE__ */ new Set();
	for (const [source, request] of chartsNamed(world.written.all)) {
		const found = await mirroredChart(folders, source, request);
		if (found.status !== "found" || given.has(found.chart.digest)) continue;
		given.add(found.chart.digest);
		yield found.chart;
	}
}
/** Sources and what is asked of them. Namespaces are often given by a build: names have to do. */
function* chartsNamed(written) {
	const repositories = new Map(written.flatMap((one) => isKind(one.id, kinds.HelmRepository) ? [[one.id.name, one]] : []));
	for (const one of written) {
		if (isKind(one.id, kinds.OCIRepository)) yield [one, {
			chart: "",
			version: ""
		}];
		if (!isKind(one.id, kinds.HelmRelease)) continue;
		const spec = valueAt(one.manifest, [
			"spec",
			"chart",
			"spec"
		]);
		const repository = repositories.get(stringAt(spec, ["sourceRef", "name"]) ?? "");
		const chart = stringAt(spec, ["chart"]);
		if (repository && chart !== void 0) yield [repository, {
			chart,
			version: stringAt(spec, ["version"]) ?? ""
		}];
	}
}
//#endregion
//#region src/build/cluster-skips.ts
/** What could not be looked at in a cluster, and why. */
function skipsOf(cluster) {
	const clusters = [cluster.name];
	const note = (at, what, reason, kind = "chosen") => ({
		at,
		what,
		reason,
		clusters,
		kind
	});
	const builds = cluster.builds.flatMap(({ kustomization, content, reason, failure }) => {
		const what = `building ${describe(kustomization.id)}`;
		const at = kustomization.at(["spec", "sourceRef"]);
		if (failure?.step === "limit") return [note(at, what, failure.message, "incomplete")];
		const incomplete = content.status === "elsewhere" && content.incomplete;
		return reason === void 0 ? [] : [note(at, what, reason, incomplete ? "incomplete" : "chosen")];
	});
	const releases = cluster.releases.flatMap(({ release, reason, incomplete, failure, schemaSkipped, schemaIncomplete }) => {
		const at = chartOf$1(release);
		const what = `rendering ${describe(release.id)}`;
		if (failure?.step === "limit") return [note(at, what, failure.message, "incomplete")];
		const values = `checking the values of ${describe(release.id)}`;
		return [...reason === void 0 ? [] : [note(at, what, reason, incomplete ? "incomplete" : "chosen")], ...schemaSkipped === void 0 ? [] : [note(at, values, schemaSkipped, schemaIncomplete ? "incomplete" : "chosen")]];
	});
	const resourceSets = cluster.all(kinds.ResourceSet).map((set) => note(set.at(["metadata", "name"]), `rendering ${describe(set.id)}`, "ResourceSets are not rendered yet"));
	const charts = cluster.charts.flatMap(({ chart, reason, incomplete }) => reason === void 0 ? [] : [note(chart.at(["spec", "chart"]), `fetching the chart of ${describe(chart.id)}`, reason, incomplete ? "incomplete" : "chosen")]);
	const signatures = unverified(cluster).map(({ at, id }) => note(at, `verifying ${describe(id)}`, "sluice does not check signatures"));
	const said = [
		...builds,
		...releases,
		...charts
	].filter(({ kind }) => kind === "incomplete");
	const unfetched = cluster.unfetched.filter(({ reason }) => !said.some((one) => one.reason === reason)).map(({ source, reason }) => note(source.at(["spec", "url"]), `fetching ${describe(source.id)}`, reason, "incomplete"));
	return [
		...builds,
		...releases,
		...unfetched,
		...resourceSets,
		...charts,
		...signatures
	];
}
function chartOf$1(release) {
	return release.at(["spec", "chartRef" in (release.manifest.spec ?? {}) ? "chartRef" : "chart"]);
}
/** Objects whose `verify` Flux would obey. */
function unverified(cluster) {
	const own = [
		kinds.GitRepository,
		kinds.OCIRepository,
		kinds.HelmChart
	].flatMap((kind) => cluster.all(kind).map((resource) => ({
		resource,
		path: ["spec", "verify"]
	})));
	const releases = cluster.all(kinds.HelmRelease).map((resource) => ({
		resource,
		path: [
			"spec",
			"chart",
			"spec",
			"verify"
		]
	}));
	return [...own, ...releases].filter(({ resource, path }) => valueAt(resource.manifest, path) !== void 0).map(({ resource, path }) => ({
		at: resource.at(path),
		id: resource.id
	}));
}
//#endregion
//#region src/build/workspace.ts
/** All that rules may look at; no object is judged by its schema yet. */
function workspaceOf(parts) {
	const { parsed, written, clusters, skipped, target } = parts;
	const { files, kustomizationFiles } = parsed;
	const byPath = new Map(files.map((file) => [file.source.path, file]));
	const readers = readersOf$1(parsed, clusters);
	const reached = new Set(clusters.flatMap((cluster) => cluster.resources.flatMap(({ origin }) => "document" in origin ? [origin.document] : [])));
	const isUnreached = ({ document }) => !reached.has(document);
	return {
		files,
		documents: files.flatMap(({ documents }) => documents),
		kustomizationFiles,
		links: parts.links,
		clusters,
		skipped: [...skipped, ...clusters.flatMap(skipsOf)],
		file: (path) => byPath.get(path),
		clustersOf: (path) => readers.get(path) ?? [],
		unreached: written.all.filter(isUnreached).flatMap(writtenResource),
		unreachedTarget: newestTarget(clusters) ?? target,
		verdictOf: () => ({ status: "unknown" }),
		violationsIn: () => []
	};
}
/** Nobody knows where a file belongs that nothing leads to: the newest of the clusters is the mildest guess. */
function newestTarget(clusters) {
	const order = ({ flux, kubernetes }) => numberOf(flux) * 1e6 + numberOf(kubernetes);
	const [newest] = clusters.map(({ target }) => target).toSorted((left, right) => order(right) - order(left));
	return newest;
}
/** `2.10` → 2010. */
function numberOf(version) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	return major * 1e3 + minor;
}
/** Which clusters' builds read a file, also where the build fails. */
function readersOf$1({ files, kustomizationFiles }, clusters) {
	const readers = /* @__PURE__ */ new Map();
	const index = byFolder(kustomizationFiles);
	const paths = files.map(({ source }) => source.path);
	for (const cluster of clusters) for (const path of new Set(cluster.builds.flatMap((build) => filesOf(build, paths, index)))) readers.set(path, [...readers.get(path) ?? [], cluster]);
	return readers;
}
function filesOf({ files, status, content, path }, paths, index) {
	if (status === "built" || content.status !== "here" || content.folder === void 0) return files;
	const folder = [content.folder, path].filter((part) => part !== "").join("/");
	const isInArtifact = (file) => content.files?.has(file) ?? true;
	return [...files, ...[...filesReached(folder, paths.filter(isInArtifact), index)]];
}
function writtenResource({ document, path: base, manifest }) {
	const resource = makeResource({
		manifest,
		origin: {
			via: "file",
			document,
			path: base
		},
		owner: void 0,
		server: "",
		uncertain: false,
		locate: (self, path, part, span) => ({
			document,
			path: [...base, ...path],
			part,
			...span ? { span } : {},
			resource: self,
			field: path
		})
	});
	return resource ? [resource] : [];
}
//#endregion
//#region src/fix/comments.ts
/**
* Whether every comment of a text is still there, word for word. Comments are told by their sign alone, also in YAML that
* stands inside of a scalar: where a list becomes the text of a patch, its comments go along.
*/
function keepsComments(before, after) {
	if (!before.includes("#")) return true;
	const left = countedComments(after);
	return [...countedComments(before)].every(([comment, count]) => count <= (left.get(comment) ?? 0));
}
function countedComments(text) {
	const counts = /* @__PURE__ */ new Map();
	for (const [, comment = ""] of text.matchAll(/(?:^|\s)(#[^\r\n]*)/gmu)) {
		const words = comment.trimEnd();
		counts.set(words, (counts.get(words) ?? 0) + 1);
	}
	return counts;
}
//#endregion
//#region src/fix/change-content.ts
/** What a document holds after `changes`; all paths are those of before. Undefined where a change has nothing to change. */
function changeContent(content, changes) {
	return changes.toSorted((left, right) => rank(left) - rank(right) || compareBackwards(left.path, right.path)).reduce((changed, change) => changed && changeAt(changed, change.path, change), content);
}
/** A list keeps its indexes until all of its elements are set, a mapping its keys until all of its fields are. */
function rank({ op }) {
	return {
		set: 0,
		insert: 1,
		join: 2,
		remove: 3,
		rename: 4
	}[op];
}
function compareBackwards(left, right) {
	if (left.length !== right.length) return right.length - left.length;
	const [first, second] = [left.at(-1), right.at(-1)];
	return typeof first === "number" && typeof second === "number" ? second - first : 0;
}
function changeAt(value, [step, ...rest], change) {
	if (step === void 0) return change.op === "set" ? change.value : void 0;
	if (rest.length === 0) return changeParent(value, step, change);
	const child = isList(value) ? value[Number(step)] : isObject(value) ? value[step] : void 0;
	if (child === void 0) return void 0;
	const changed = changeAt(child, rest, change);
	return changed === void 0 ? void 0 : withChild(value, step, changed);
}
function withChild(value, step, child) {
	if (isObject(value)) return {
		...value,
		[step]: child
	};
	return isList(value) && typeof step === "number" && step < value.length ? value.with(step, child) : void 0;
}
function changeParent(value, step, change) {
	if (change.op === "set") return withChild(value, step, change.value);
	if (change.op === "insert") return isList(value) && typeof step === "number" ? value.toSpliced(step, 0, change.value) : void 0;
	const key = String(step);
	if (!isObject(value) || !Object.hasOwn(value, key)) return void 0;
	const { [key]: field, ...others } = value;
	if (change.op === "remove") return others;
	if (change.op === "join") return joined(others, change.key, field);
	return field === void 0 || Object.hasOwn(value, change.key) ? void 0 : {
		...others,
		[change.key]: field
	};
}
function joined(others, key, field) {
	const list = Object.hasOwn(others, key) ? others[key] : void 0;
	return isList(list) && isList(field) ? {
		...others,
		[key]: [...list, ...field]
	} : void 0;
}
//#endregion
//#region src/fix/field-place.ts
/** The place of a field that stands there itself; undefined for one that is missing, merged in, or the whole document. */
function placeOf$2(document, path) {
	const value = nodeAt(document, path);
	const parent = parentOf(document, path);
	if (value === void 0 || parent === void 0 || path.length === 0) return void 0;
	if (parent.kind === "sequence") {
		const index = parent.items.indexOf(value);
		return index < 0 ? void 0 : {
			in: "list",
			parent,
			index,
			value
		};
	}
	const index = parent.entries.findIndex((entry) => entry.value === value);
	const entry = parent.entries[index];
	return entry && {
		in: "mapping",
		parent,
		index,
		entry,
		value
	};
}
/** The mapping or list that holds the field, or would hold it. */
function parentOf(document, path) {
	const node = nodeAt(document, path.slice(0, -1));
	const parent = node && dereference(node);
	return parent?.kind === "scalar" ? void 0 : parent;
}
/** Whether a mapping or list is written in braces or brackets. */
function isFlow(text, { start }) {
	return text[start] === "{" || text[start] === "[";
}
/** How many characters stand before `offset` on its line. */
function columnOf(text, offset) {
	return offset - lineStart(text, offset);
}
/** The offset at which the line of `offset` begins. */
function lineStart(text, offset) {
	let at = offset;
	while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
	return at;
}
/** The offset of the line break after `offset`, or the end of the text. */
function lineEnd(text, offset) {
	let at = offset;
	while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
	return at;
}
/** The offset at which the line after that of `offset` begins. */
function nextLine(text, offset) {
	const end = lineEnd(text, offset);
	return text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : Math.min(end + 1, text.length);
}
//#endregion
//#region src/fix/list-indent.ts
const customary = 2;
/** How many columns the lists of a document stand to the right of their keys: 0 or 2, as its first one does it. */
function listIndent({ text, root }) {
	return (root && firstIndent(text, root)) ?? customary;
}
function firstIndent(text, node) {
	if (node.kind === "sequence") return firstOf$1(node.items, (item) => firstIndent(text, item));
	if (node.kind !== "mapping" || isFlow(text, node)) return void 0;
	return firstOf$1(node.entries, ({ value }) => {
		if (value.kind !== "sequence" || isFlow(text, value)) return firstIndent(text, value);
		return columnOf(text, value.start) - columnOf(text, node.start);
	});
}
function firstOf$1(elements, find) {
	for (const element of elements) {
		const found = find(element);
		if (found !== void 0) return found;
	}
}
//#endregion
//#region src/fix/write-value.ts
/** A value on one line, as it may stand in braces, in brackets or after a key. */
function inlineValue(value) {
	if (isList(value)) return `[${value.map(inlineValue).join(", ")}]`;
	if (isObject(value)) return `{${Object.entries(value).map(([key, field]) => `${inlineValue(key)}: ${inlineValue(field)}`).join(", ")}}`;
	if (typeof value !== "string") return String(value);
	return /^[\w./-]+$/u.test(value) ? writeYaml(value).trimEnd() : quoted(value);
}
/** A string in the quotes that the scalar before it had, or as YAML needs it where there were none. */
function scalarLike({ style }, value) {
	if (style === "single" && !/[\n\r]/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
	if (style === "double") return quoted(value);
	return writeYaml(value).trimEnd();
}
function quoted(value) {
	return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** A value as block YAML, without its last line break; each line after the first is indented by `indent` columns. */
function blockValue(value, indent) {
	const lines = writeYaml(value).replace(/\n$/u, "").split("\n");
	const space = " ".repeat(indent);
	return lines.map((line, index) => line === "" || index === 0 ? line : space + line).join("\n");
}
/** Whether a value needs lines of its own in block YAML. */
function needsBlock(value) {
	if (isList(value)) return value.length > 0;
	return isObject(value) && Object.keys(value).length > 0;
}
//#endregion
//#region src/fix/add-field.ts
/** Writes a field that its mapping does not have yet, after the last one that it has. */
function addField(document, { path, value }) {
	const parent = parentOf(document, path);
	const key = path.at(-1);
	if (parent?.kind !== "mapping" || typeof key !== "string") return void 0;
	const { text } = document;
	const name = inlineValue(key);
	if (isFlow(text, parent)) return addToFlow(parent, `${name}: ${inlineValue(value)}`);
	const last = parent.entries.at(-1);
	if (!last) return void 0;
	const column = columnOf(text, parent.start);
	const at = lineEnd(text, last.value.end);
	return {
		start: at,
		end: at,
		newText: `\n${" ".repeat(column)}${name}:${fieldText(document, value, column)}`
	};
}
/** What follows the colon of a key that stands at `column`. */
function fieldText(document, value, column) {
	if (Array.isArray(value) && value.length > 0) {
		const indent = column + listIndent(document);
		return `\n${" ".repeat(indent)}${blockValue(value, indent)}`;
	}
	return blockValue({ k: value }, column).slice(2);
}
function addToFlow({ start, entries }, field) {
	const last = entries.at(-1);
	if (!last) return {
		start: start + 1,
		end: start + 1,
		newText: field
	};
	return {
		start: last.value.end,
		end: last.value.end,
		newText: `, ${field}`
	};
}
//#endregion
//#region src/fix/remove-field.ts
/** Takes a field out of its mapping: with its lines where it has lines of its own, else with its comma. */
function removeField(text, place) {
	if (place.in !== "mapping") return void 0;
	const { parent, index, entry } = place;
	if (isFlow(text, parent)) return removeFromFlow(parent, index);
	const { start } = entry.key;
	const { end } = place.value;
	const next = parent.entries[index + 1];
	if (text.slice(lineStart(text, start), start).trim() === "" && parent.entries.length > 1) return {
		start: lineStart(text, start),
		end: nextLine(text, end),
		newText: ""
	};
	if (next) return {
		start,
		end: next.key.start,
		newText: ""
	};
	return emptied(text, parent);
}
function removeFromFlow({ entries }, index) {
	const [entry, next, previous] = [
		entries[index],
		entries[index + 1],
		entries[index - 1]
	];
	if (!entry) return void 0;
	if (next) return {
		start: entry.key.start,
		end: next.key.start,
		newText: ""
	};
	return {
		start: previous ? previous.value.end : entry.key.start,
		end: entry.value.end,
		newText: ""
	};
}
/** A mapping without fields has to be written as one, or it would be null. */
function emptied(text, { start, end }) {
	const line = lineStart(text, start);
	if (!(line > 0 && columnOf(text, start) > 0 && text.slice(line, start).trim() === "")) return {
		start,
		end,
		newText: "{}"
	};
	const before = text.slice(0, line).trimEnd().length;
	return lineEnd(text, before) === before || nextLine(text, before) === line ? {
		start: before,
		end,
		newText: " {}"
	} : void 0;
}
//#endregion
//#region src/fix/join-list.ts
/** Moves the elements of a list to the end of the list beside it: lines stay lines, with the comments between them. */
function joinList(document, place, { path, key }) {
	const { text } = document;
	const target = placeOf$2(document, [...path.slice(0, -1), key])?.value;
	const { value: list } = place;
	const removal = removeField(text, place);
	if (list.kind !== "sequence" || target?.kind !== "sequence" || !removal) return void 0;
	if (list.anchor !== void 0 || list.tag !== void 0) return void 0;
	if (list.items.length === 0) return [removal];
	return [isFlow(text, target) ? inBrackets(text, target, list) : asLines(text, target, place), removal];
}
function inBrackets(text, target, { items }) {
	const written = items.map(({ start, end }) => text.slice(start, end)).join(", ");
	const last = target.items.at(-1);
	const at = last?.end ?? target.start + 1;
	return {
		start: at,
		end: at,
		newText: last ? `, ${written}` : written
	};
}
function asLines(text, target, place) {
	const at = lineEnd(text, target.items.at(-1)?.end ?? target.end);
	return {
		start: at,
		end: at,
		newText: linesOf(text, place, columnOf(text, target.start)).map((line) => `\n${line}`).join("")
	};
}
/** The elements of the list at `place`, as they are written in a list at `column`. */
function linesOf(text, place, column) {
	const space = " ".repeat(column);
	const { value } = place;
	if (value.kind !== "sequence" || place.in !== "mapping") return [];
	if (isFlow(text, value)) return value.items.map(({ start, end }) => `${space}- ${text.slice(start, end)}`);
	const colon = text.indexOf(":", place.entry.key.end);
	const beside = text.slice(colon + 1, lineEnd(text, colon)).trim();
	const last = value.items.at(-1)?.end ?? value.end;
	const lines = text.slice(nextLine(text, colon), lineEnd(text, last)).split(/\r?\n/u);
	const shift = column - columnOf(text, value.start);
	return [...beside === "" ? [] : [space + beside], ...lines.map((line) => shifted(line, shift))];
}
function shifted(line, shift) {
	if (line.trim() === "") return "";
	if (shift >= 0) return " ".repeat(shift) + line;
	return line.replace(new RegExp(`^ {0,${-shift}}`, "u"), "");
}
//#endregion
//#region src/fix/edit-field.ts
/**
* The edits of a document's text that make a change; undefined where the change cannot be written without guessing. They
* touch nothing but the field. Whether the text then means what it should is for the caller to verify.
*/
function editsOfField(document, change) {
	if (change.op !== "join") {
		const edit = editField(document, change);
		return edit && [edit];
	}
	const place = placeOf$2(document, change.path);
	return place && joinList(document, place, change);
}
function editField(document, change) {
	const place = placeOf$2(document, change.path);
	if (change.op === "set" && !place) return addField(document, change);
	if (!place) return void 0;
	switch (change.op) {
		case "set": return setValue(document, place, change.value);
		case "insert": return insertBefore(document, place, change.value);
		case "rename": return renameKey(place, change.key);
		case "remove": return removeField(document.text, place);
	}
}
function renameKey(place, key) {
	const node = place.in === "mapping" ? place.entry.key : void 0;
	if (node?.kind !== "scalar" || node.indent >= 0) return void 0;
	return {
		start: node.start,
		end: node.end,
		newText: scalarLike(node, key)
	};
}
function setValue(document, place, value) {
	const { text } = document;
	const { value: node } = place;
	const { start, end } = node;
	if (isFlow(text, place.parent)) return {
		start,
		end,
		newText: valueInFlow(node, value)
	};
	const isLine = node.kind === "alias" || node.kind === "scalar" && node.indent < 0;
	const needsLines = needsBlock(value) || typeof value === "string" && value.includes("\n");
	if (!isLine || needsLines) return setLines(document, place, value);
	const written = node.kind === "scalar" && typeof value === "string" ? scalarLike(node, value) : blockValue(value, 0);
	return {
		start,
		end,
		newText: start === end ? ` ${written}` : written
	};
}
function valueInFlow(node, value) {
	return node.kind === "scalar" && node.style !== "plain" && typeof value === "string" ? scalarLike(node, value) : inlineValue(value);
}
/** A value that has lines of its own, before or afterwards. */
function setLines(document, place, value) {
	const { text } = document;
	const { parent, value: node } = place;
	if (node.anchor !== void 0 || node.tag !== void 0) return void 0;
	const column = columnOf(text, parent.start);
	if (place.in === "mapping") return {
		start: text.indexOf(":", place.entry.key.end) + 1,
		end: node.end,
		newText: fieldText(document, value, column)
	};
	if (!(text.slice(lineStart(text, node.start), node.start).trim() === "-") || node.start === node.end) return void 0;
	const newText = blockValue([value], column).slice(2);
	return {
		start: node.start,
		end: node.end,
		newText
	};
}
function insertBefore({ text }, place, value) {
	if (place.in !== "list") return void 0;
	const { parent, index } = place;
	const at = dereference(place.value).start;
	if (isFlow(text, parent)) return {
		start: at,
		end: at,
		newText: `${inlineValue(value)}, `
	};
	const column = columnOf(text, parent.start);
	const dash = index === 0 ? parent.start : text.lastIndexOf("-", place.value.start - 1);
	return {
		start: dash,
		end: dash,
		newText: `- ${blockValue(value, column + 2)}\n${" ".repeat(column)}`
	};
}
//#endregion
//#region src/fix/edits-of-scalar.ts
/**
* Edits of what a scalar says, as edits of the text that it stands in. Only block scalars take new lines; whether quotes
* and escapes survive is for the caller to verify.
*/
function editsOfScalar(text, scalar, edits) {
	if (!(scalar.style === "literal") && edits.some(({ newText }) => newText.includes("\n"))) return void 0;
	const space = " ".repeat(Math.max(0, scalar.indent));
	return edits.map(({ start, end, newText }) => {
		const from = sourceOffset(text, scalar, start);
		const to = end === start ? from : sourceOffset(text, scalar, end);
		return {
			start: newText === "" && isWholeLine(text, from, to) ? text.slice(0, lineStart(text, from)).trimEnd().length : from,
			end: to,
			newText: newText.replace(/\n(?=[^\n])/gu, `\n${space}`)
		};
	});
}
/** The last line of a block scalar: nothing but its indentation would be left of it. */
function isWholeLine(text, start, end) {
	return end > start && end === lineEnd(text, end) && text.slice(lineStart(text, start), start).trim() === "";
}
//#endregion
//#region src/fix/offset-edit.ts
/** Whether no two of the edits touch the same characters. */
function areApart(edits) {
	const sorted = edits.toSorted((left, right) => left.start - right.start || left.end - right.end);
	return sorted.every((edit, index) => index === 0 || (sorted[index - 1]?.end ?? 0) <= edit.start);
}
/** `text` with all edits applied at once; undefined when two of them overlap. */
function applyOffsetEdits(text, edits) {
	if (!areApart(edits)) return void 0;
	const sorted = edits.toSorted((left, right) => left.start - right.start || left.end - right.end);
	let result = "";
	let done = 0;
	for (const { start, end, newText } of sorted) {
		result += text.slice(done, start) + newText;
		done = end;
	}
	return result + text.slice(done);
}
/** The same edits, by line and column. */
function toTextEdits(text, edits) {
	const lines = createLineIndex(text);
	return edits.map(({ start, end, newText }) => ({
		range: {
			start: lines.positionAt(start),
			end: lines.positionAt(end)
		},
		newText
	}));
}
//#endregion
//#region src/fix/same-content.ts
/** Whether two values are the same for a reader of JSON: the order of fields does not count. */
function isSameContent(left, right) {
	if (left === right) return true;
	if (isList(left) && isList(right)) return left.length === right.length && left.every((element, index) => isSameContent(element, right[index]));
	if (!isObject(left) || !isObject(right)) return false;
	const keys = Object.keys(left);
	return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && isSameContent(left[key], right[key]));
}
//#endregion
//#region src/fix/verify.ts
/** Flux's readers do not agree on all scalars: the edited text has to be right for both. */
const dialects = ["sigs", "kustomize"];
/** Whether a document, edited, still is one document, and holds what `expected` makes of its content. */
function meansWhatItShould(document, edits, expected) {
	const edited = readEdited(document, edits);
	if (!edited) return false;
	return dialects.every((dialect) => {
		const before = toJson(document, dialect);
		if (before === void 0) return dialect !== "sigs";
		const wanted = expected(before);
		return wanted !== void 0 && isSameContent(toJson(edited, dialect), wanted);
	});
}
function readEdited({ text, start, end }, edits) {
	const local = edits.map((edit) => ({
		...edit,
		start: edit.start - start,
		end: edit.end - start
	}));
	const edited = applyOffsetEdits(text.slice(start, end), local);
	const { documents } = edited === void 0 ? { documents: [] } : parseYaml(edited);
	const [only] = documents;
	return documents.length === 1 && only?.errors.length === 0 ? only : void 0;
}
//#endregion
//#region src/fix/edit-text.ts
/**
* The edits that make `changes` in a YAML text: all of them, or undefined. The edited text has been read again and means
* just what the changes say: what an anchor shows elsewhere, or what YAML takes for something else, is found here.
*/
function editText(text, changes, stream = parseYaml(text)) {
	return allOf([...new Set(changes.map(({ index }) => index))].map((index) => {
		const document = stream.documents[index];
		const own = changes.filter((change) => change.index === index);
		return document && editDocument(document, own);
	}))?.flat();
}
function editDocument(document, changes) {
	const direct = changes.flatMap((own) => own.inside ? [] : [own.change]);
	const fields = allOf(direct.map((change) => editsOfField(document, change)));
	const scalars = allOf(embedded$1(changes).map((within) => editScalar(document, within)));
	if (!fields || !scalars) return void 0;
	const edits = withLineBreaks(document.text, [...fields.flat(), ...scalars.flatMap((scalar) => scalar.edits)]);
	const all = [...direct, ...scalars.flatMap((scalar) => scalar.changes)];
	return meansWhatItShould(document, edits, (content) => changeContent(content, all)) ? edits : void 0;
}
/** Changes of YAML inside scalars, one group for each scalar. */
function embedded$1(changes) {
	return [...groupBy(changes.flatMap(({ inside }) => inside ?? []), ({ path }) => JSON.stringify(path)).values()];
}
function editScalar(document, within) {
	const path = within[0]?.path ?? [];
	const scalar = nodeAt(document, path);
	if (scalar?.kind !== "scalar") return void 0;
	const inner = editText(scalar.text, within.map(({ change }) => change));
	const value = inner && applyOffsetEdits(scalar.text, inner);
	const edits = inner && editsOfScalar(document.text, scalar, inner);
	return value === void 0 || !edits ? void 0 : {
		edits,
		changes: [{
			op: "set",
			path,
			value
		}]
	};
}
/** New lines end as the lines of the file do. */
function withLineBreaks(text, edits) {
	if (!text.includes("\r\n")) return edits;
	return edits.map((edit) => ({
		...edit,
		newText: edit.newText.replace(/\r?\n/gu, "\r\n")
	}));
}
function allOf(elements) {
	const present = elements.filter((element) => element !== void 0);
	return present.length === elements.length ? present : void 0;
}
//#endregion
//#region src/fix/fix-edits.ts
/**
* A rule's fix as edits of files; undefined when not all of its changes can be written and be certain to mean what they
* say. A fix that takes a comment away is never safe.
*/
function fixOf({ title, applicability, changes }) {
	const byFile = groupBy(changes, ({ at }) => at.document.file);
	const edits = {};
	let isSafe = applicability === "safe";
	for (const [file, own] of byFile) {
		const edited = editFile(file, own);
		const text = edited && applyEdits(file.text, edited);
		if (!edited || text === void 0 || file.path.endsWith(".json") && !isJson(text)) return void 0;
		edits[file.path] = edited;
		isSafe &&= keepsComments(file.text, text);
	}
	return {
		title,
		applicability: isSafe ? "safe" : "unsafe",
		edits
	};
}
/** Many findings of a run are about the same files. */
const streams = /* @__PURE__ */ new WeakMap();
function editFile(file, changes) {
	const stream = streams.get(file) ?? parseYaml(file.text);
	streams.set(file, stream);
	if (stream.documents.some(isEncrypted)) return void 0;
	const addressed = changes.map((change) => addressOf(change.at.document, plain$1(change)));
	const edits = editText(file.text, addressed, stream);
	return edits && toTextEdits(file.text, edits);
}
function isEncrypted(document) {
	return document.text.includes("sops") && stringAt(toJson(document), ["sops", "mac"]) !== void 0;
}
function isJson(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
function plain$1(change) {
	const { path } = change.at;
	switch (change.op) {
		case "set":
		case "insert": return {
			op: change.op,
			path,
			value: change.value
		};
		case "rename":
		case "join": return {
			op: change.op,
			path,
			key: change.key
		};
		case "remove": return {
			op: "remove",
			path
		};
	}
}
/** From the document to the file that it stands in, through all scalars around it. */
function addressOf({ index, within }, change) {
	const own = {
		index,
		change
	};
	return within ? enclose(within, own) : own;
}
function enclose({ document, path }, change) {
	const own = {
		index: document.index,
		inside: {
			path,
			change
		}
	};
	return document.within ? enclose(document.within, own) : own;
}
//#endregion
//#region src/check/ignores/read-ignores.ts
const pattern = /(?<before>^|.*\s)#\s*(?<call>sluice:\s*ignore(?<file>-file)?\[(?<rules>[^\]]*)\])(?<rest>.*)$/u;
/**
* The ignores of a file. A comment behind a field covers its line; alone on a line it covers the field or the list entry
* below with all that is in it, and before the first field of a document the whole document. The sign of a comment is
* enough, so that YAML inside a scalar (a patch, values in a ConfigMap) can hold them too.
*/
function readIgnores({ path, text }) {
	if (!/sluice:\s*ignore/u.test(text)) return [];
	const lines = text.split(/\r?\n/u);
	return lines.flatMap((line, number) => {
		const groups = pattern.exec(line)?.groups;
		if (!groups) return [];
		const { before = "", call = "", file, rules = "", rest = "" } = groups;
		const start = line.indexOf(call, before.length);
		const [, until, reason = ""] = /^\s*(?:until=(\d{4}-\d{2}-\d{2})(?=\s|$))?\s*(.*?)\s*$/u.exec(rest) ?? [];
		return [{
			path,
			rules: rules.split(",").map((name) => name.trim()),
			...until !== void 0 && { until },
			...reason !== "" && { reason },
			lines: coveredLines(lines, number, {
				isFile: file !== void 0,
				before
			}),
			range: {
				start: {
					line: number,
					character: start
				},
				end: {
					line: number,
					character: start + call.length
				}
			}
		}];
	});
}
function coveredLines(lines, number, { isFile, before }) {
	if (isFile) return {
		first: 0,
		last: lines.length
	};
	if (before.trim() !== "") return {
		first: number,
		last: number
	};
	const next = lines.findIndex((line, index) => index > number && !isEmpty(line));
	if (next === -1) return {
		first: number,
		last: number
	};
	return {
		first: number,
		last: lastLine(lines, next, isAtStart(lines, number))
	};
}
/** The last line of the field, list entry or document that begins in line `first`. */
function lastLine(lines, first, isDocument) {
	const text = lines[first] ?? "";
	const indent = indentOf(text);
	const isEntry = /^\s*-\s/u.test(text);
	const begin = isMarker(text) ? first + 1 : first;
	const after = lines.findIndex((line, index) => {
		if (index <= begin || isEmpty(line)) return false;
		if (isMarker(line)) return true;
		if (isDocument || isMarker(text)) return false;
		const other = indentOf(line);
		return other < indent || other === indent && (isEntry || !/^\s*-\s/u.test(line));
	});
	return after === -1 ? lines.length : after - 1;
}
/** Whether a document begins after nothing but comments above this line. */
function isAtStart(lines, number) {
	const above = lines.slice(0, number).findLast((line) => !isEmpty(line));
	return above === void 0 || isMarker(above);
}
function isMarker(line) {
	return /^(?:---|\.\.\.)(?:\s|$)/u.test(line);
}
function isEmpty(line) {
	return /^\s*(?:#|$)/u.test(line);
}
function indentOf(line) {
	return line.length - line.trimStart().length;
}
const reasonAnnotation = "sluice.dev/ignore-reason";
/** All ignores of a repository; it remembers which of them were needed. */
var IgnoreIndex = class {
	#comments;
	#used = /* @__PURE__ */ new Map();
	#today;
	/** `today` is a day such as `2027-01-31`. */
	constructor(files, today) {
		this.#comments = new Map(files.map(({ source }) => [source.path, readIgnores(source)]));
		this.#today = today;
	}
	/** Why a finding does not count; undefined when it does. */
	find({ rule, path, line, resource }) {
		for (const comment of this.#comments.get(path) ?? []) {
			const { first, last } = comment.lines;
			const name = nameOf(rule, comment.rules);
			if (name === void 0 || line < first || line > last || this.#isExpired(comment)) continue;
			this.#used.set(comment, (this.#used.get(comment) ?? /* @__PURE__ */ new Set()).add(name));
			return suppression("comment", comment.reason);
		}
		const annotations = annotationsOf(resource);
		return nameOf(rule, listedRules(annotations["sluice.dev/ignore"])) === void 0 ? void 0 : suppression("annotation", annotations[reasonAnnotation]);
	}
	/** Every comment, as it was judged by the questions so far. */
	judged() {
		return [...this.#comments.values()].flat().map((comment) => ({
			comment,
			expired: this.#isExpired(comment),
			used: this.#used.get(comment) ?? /* @__PURE__ */ new Set()
		}));
	}
	#isExpired({ until }) {
		return until !== void 0 && until < this.#today;
	}
};
/** The rules that an annotation names. */
function listedRules(annotation) {
	return annotation === void 0 ? [] : annotation.split(",").map((name) => name.trim());
}
/** The name in a list that means a rule. */
function nameOf({ id, category }, listed) {
	return listed.find((name) => name === id || name === category || name === "*");
}
function annotationsOf(resource) {
	const annotations = (resource?.manifest.metadata)?.annotations;
	if (typeof annotations !== "object" || annotations === null) return {};
	return Object.fromEntries(Object.entries(annotations).filter(([, value]) => typeof value === "string"));
}
function suppression(kind, reason) {
	return {
		kind,
		...reason !== void 0 && { reason }
	};
}
//#endregion
//#region src/check/suppress.ts
/** Compiles the `ignore` entries of a configuration. */
function createSuppressor(ignores) {
	const entries = ignores.map((entry) => ({
		entry,
		globs: entry.paths.map(compileGlob)
	}));
	return (rule, path) => {
		const match = entries.find(({ entry, globs }) => (entry.rules.includes("*") || isNamed$1(rule, entry.rules)) && globs.some((matches) => matches(path)));
		if (!match) return void 0;
		const { reason } = match.entry;
		return {
			kind: "config",
			...reason === void 0 ? {} : { reason }
		};
	};
}
/** Whether `path` is one of `wanted`, or below one of them; all paths are when nothing was asked for. */
function isWanted$1(path, wanted) {
	return wanted.length === 0 || wanted.some((parent) => parent === "" || path === parent || path.startsWith(`${parent}/`));
}
//#endregion
//#region src/check/silence.ts
/** All that keeps findings from counting: the configuration, comments and annotations, the baseline; it remembers what was needed. */
var Silence = class {
	#settings;
	#configured;
	#ignores;
	#known = /* @__PURE__ */ new Set();
	constructor({ files }, settings) {
		this.#settings = settings;
		this.#configured = createSuppressor(settings.ignores);
		this.#ignores = new IgnoreIndex(settings.inlineIgnores ? files : [], settings.today ?? "");
	}
	/** Why a finding does not count; undefined when it does. */
	find(question) {
		const { rule, path, fingerprint } = question;
		const { baseline, inlineIgnores } = this.#settings;
		const isKnown = baseline?.entries.has(fingerprint) === true;
		if (isKnown) this.#known.add(fingerprint);
		return this.#configured(rule, path) ?? (inlineIgnores ? this.#ignores.find(question) : void 0) ?? (isKnown ? { kind: "baseline" } : void 0);
	}
	/** What rules about the report are told, once the other rules have run. */
	outcome(rules, enabled) {
		const { baseline, narrowed } = this.#settings;
		const ran = new Set(enabled.map(({ rule }) => rule.id));
		const hasRun = (name) => !narrowed && rules.every(({ id, category }) => name !== id && name !== category && name !== "*" || ran.has(id));
		const stale = [...baseline?.entries ?? []].filter(([fingerprint, { rule }]) => !this.#known.has(fingerprint) && hasRun(rule));
		return {
			ignores: this.#ignores.judged(),
			stale: stale.flatMap(([, { rule, subject, range }]) => baseline ? [{
				rule,
				subject,
				range,
				document: baseline.document
			}] : []),
			names: new Set(rules.flatMap(({ id, category }) => [id, category])),
			hasRun
		};
	}
};
//#endregion
//#region src/check/check-workspace.ts
/** Runs the enabled rules: those of files once, those of clusters once for each cluster, those of the report at the end. */
function checkWorkspace(workspace, rules, options) {
	const { settings, digest } = options;
	const findings = [];
	const crashes = [];
	const enabled = enabledRules(rules, settings);
	const silence = new Silence(workspace, settings);
	const run = (rule, problems, cluster) => {
		try {
			for (const problem of problems()) findings.push(toFinding({
				enabled: rule,
				problem,
				cluster,
				silence
			}, digest));
		} catch (error) {
			crashes.push({
				rule: rule.rule.id,
				...cluster && { cluster: cluster.name },
				error
			});
		}
	};
	for (const one of enabled) {
		const { rule, options: values } = one;
		if (rule.scope === "file") run(one, () => rule.check({
			workspace,
			options: values
		}));
		if (rule.scope !== "cluster") continue;
		for (const cluster of workspace.clusters) {
			const { target } = cluster;
			run(one, () => rule.check({
				workspace,
				options: values,
				cluster,
				target
			}), cluster);
		}
	}
	const silenced = silence.outcome(rules, enabled);
	for (const one of enabled) {
		const { rule, options: values } = one;
		if (rule.scope === "report") run(one, () => rule.check({
			workspace,
			options: values,
			...silenced
		}));
	}
	return {
		findings: mergeFindings(findings.filter(({ location }) => isWanted$1(location.path, settings.paths))),
		crashes
	};
}
function toFinding(judged, digest) {
	const { problem, cluster, silence } = judged;
	const { rule, severity } = judged.enabled;
	const { at, message, help } = problem;
	const location = locate$2(at);
	const resource = resourceOf(at);
	const field = fieldOf(at);
	const rendered = renderedOf(problem);
	const fix = problem.fix && fixOf(problem.fix);
	const owner = ownerOf(at) ?? location.path;
	const fingerprint = digest(JSON.stringify([
		rule.id,
		owner,
		field ?? "",
		message
	]));
	const suppressedBy = silence.find({
		rule,
		path: location.path,
		line: location.range.start.line,
		resource: at.resource,
		fingerprint
	});
	return {
		rule: rule.id,
		category: rule.category,
		severity: severity ?? problem.severity ?? rule.severity,
		message,
		...help === void 0 ? {} : { help },
		why: rule.why,
		location,
		...resource && { resource },
		...field === void 0 ? {} : { field },
		...rendered && { rendered },
		clusters: cluster ? [cluster.name] : [],
		related: (problem.related ?? []).map((other) => ({
			...locate$2(other.at),
			message: other.message
		})),
		via: (at.via ?? []).map(locateStep),
		...fix && { fix },
		...suppressedBy && { suppressedBy },
		fingerprint
	};
}
/** An object stays the same when its file is renamed or its API version is replaced. */
function ownerOf({ resource }) {
	if (!resource) return void 0;
	const { group, kind, namespace = "", name } = resource.id;
	return [
		group,
		kind,
		namespace,
		name
	];
}
//#endregion
//#region src/fix/broken-builds.ts
/**
* Files that a Kustomization or HelmRelease reads which Flux could build before a change and cannot build after it: a fix
* in one of them did more than its finding says.
*/
function filesOfBrokenBuilds(before, after) {
	const clusters = new Map(before.clusters.map((cluster) => [cluster.name, cluster]));
	return new Set(after.clusters.flatMap((cluster) => {
		const previous = clusters.get(cluster.name);
		return previous ? [...brokenBuilds(previous, cluster), ...brokenReleases(previous, cluster)] : [];
	}));
}
function brokenBuilds(before, after) {
	const built = new Map(before.builds.flatMap((build) => build.status === "built" ? [[resourceKey(build.kustomization.id), build.files]] : []));
	return after.builds.flatMap(({ kustomization, status, files }) => {
		const previous = built.get(resourceKey(kustomization.id));
		return previous && status === "failed" ? [...previous, ...files] : [];
	});
}
function brokenReleases(before, after) {
	const rendered = new Set(before.releases.flatMap(({ release, status }) => status === "rendered" ? [resourceKey(release.id)] : []));
	return after.releases.flatMap(({ release: { id, origin }, status }) => status === "failed" && rendered.has(resourceKey(id)) && "document" in origin ? [origin.document.file.path] : []);
}
//#endregion
//#region src/fix/choose-fixes.ts
/** The fixes that do not get in each other's way, the first in reading order first; the others wait for the next round. */
function chooseFixes(findings, choice) {
	const taken = /* @__PURE__ */ new Map();
	const chosen = findings.filter((finding) => {
		const edits = Object.entries(finding.fix?.edits ?? {});
		if (edits.length === 0 || finding.suppressedBy || !choice.wants(finding)) return false;
		if (!edits.every(([path]) => choice.mayEdit(path))) return false;
		const files = edits.map(([path, own]) => ({
			own,
			taken: takenIn(taken, path, choice)
		}));
		if (!files.every((file) => file.taken?.accepts(file.own))) return false;
		for (const file of files) file.taken?.take(file.own);
		return true;
	});
	const texts = [...taken].flatMap(([path, edits]) => edits.isEmpty ? [] : [[path, edits.apply()]]);
	return {
		findings: chosen,
		texts: new Map(texts)
	};
}
function takenIn(taken, path, choice) {
	const known = taken.get(path);
	const source = known ? void 0 : choice.source(path);
	if (known || !source) return known;
	const edits = new TakenEdits(source);
	taken.set(path, edits);
	return edits;
}
/** The edits of one file that are already certain to be made. */
var TakenEdits = class {
	#source;
	#edits = [];
	#troubles;
	constructor(source) {
		this.#source = source;
	}
	get isEmpty() {
		return this.#edits.length === 0;
	}
	accepts(edits) {
		const more = this.#without(edits);
		return more.every((edit) => this.#edits.every((other) => this.#areApart(edit, other))) && (this.isEmpty || this.#isSound([...this.#edits, ...more]));
	}
	take(edits) {
		this.#edits.push(...this.#without(edits));
	}
	apply() {
		return applyEdits(this.#source.text, this.#edits);
	}
	#isSound(edits) {
		this.#troubles ??= troublesOf(this.#source.text);
		return troublesOf(applyEdits(this.#source.text, edits)) <= this.#troubles;
	}
	/** Two fixes may need the same edit: the object and its patch move together. */
	#without(edits) {
		const known = new Set(this.#edits.map((edit) => JSON.stringify(edit)));
		return edits.filter((edit) => !known.has(JSON.stringify(edit)));
	}
	#areApart(left, right) {
		const [first, second] = [this.#offsets(left), this.#offsets(right)].sort((one, other) => one.start - other.start || one.end - other.end);
		if (!first || !second) return true;
		if (first.start === second.start || first.end > second.start) return false;
		const between = this.#source.text.slice(first.end, second.start);
		return first.newText !== "" || second.newText !== "" || /^---/mu.test(between);
	}
	#offsets({ range, newText }) {
		const { lines } = this.#source;
		return {
			start: lines.offsetAt(range.start),
			end: lines.offsetAt(range.end),
			newText
		};
	}
};
function troublesOf(text) {
	return parseYaml(text).documents.reduce((sum, { errors, duplicateKeys }) => sum + errors.length + duplicateKeys.length, 0);
}
//#endregion
//#region src/fix/fix-rounds.ts
/** A fix may bring up what it has hidden, and waits while another is in its way; a few rounds are usual. */
const mostRounds = 25;
/**
* Makes fixes round by round until none is left: each round makes those that do not get in each other's way, and checks
* the repository anew. Where a build fails that did not fail before, the fixes in its files are taken back.
*/
async function fixInRounds(first, options) {
	const refused = /* @__PURE__ */ new Map();
	const passedOver = /* @__PURE__ */ new Set();
	const mayEdit = editPermission(first.workspace, refused, options);
	let current = {
		...first,
		fixed: [],
		texts: /* @__PURE__ */ new Map(),
		refused
	};
	for (let round = 0; round < mostRounds; round++) {
		const { workspace } = current;
		const chosen = chooseFixes(current.result.findings, {
			wants: (finding) => isWanted(finding, options) && !passedOver.has(finding.fingerprint),
			mayEdit,
			source: (path) => workspace.file(path)?.source
		});
		if (chosen.findings.length === 0) break;
		const texts = new Map([...current.texts, ...chosen.texts]);
		const next = await options.check(texts);
		const broken = filesOfBrokenBuilds(workspace, next.workspace);
		if (broken.size === 0) current = {
			...next,
			fixed: [...current.fixed, ...chosen.findings],
			texts,
			refused
		};
		else for (const { fingerprint } of culprits(chosen.findings, broken)) passedOver.add(fingerprint);
	}
	return current;
}
function isWanted({ fix }, { applicability }) {
	return fix !== void 0 && (fix.applicability === "safe" || applicability === "unsafe");
}
/** Asks once for each file; `disk` has the texts that are there now. */
function editPermission(disk, refused, { paths, within, refusal }) {
	const allowed = /* @__PURE__ */ new Set();
	return (path) => {
		if (allowed.has(path)) return true;
		const text = disk.file(path)?.source.text;
		if (text === void 0 || refused.has(path) || !isWanted$1(path, paths)) return false;
		if (within?.has(path) === false) return false;
		const reason = refusal(path, text);
		if (reason === void 0) allowed.add(path);
		else refused.set(path, reason);
		return reason === void 0;
	};
}
/** The fixes that may have broken a build: those in its files, or else all. */
function culprits(findings, broken) {
	const near = findings.filter(({ fix }) => Object.keys(fix?.edits ?? {}).some((path) => broken.has(path)));
	return near.length > 0 ? near : findings;
}
//#endregion
//#region src/load/files.ts
/** Helm's and Flux's own limit for one file of an artifact (`safety.md` row 3). */
const maxFileBytes = 5 * 1024 * 1024;
/** Reads every file below `root`, apart from those that a glob of `exclude` matches. */
async function loadFiles(fileSystem, root, exclude) {
	const excluded = exclude.map(compileGlob);
	const listed = (await fileSystem.list(root)).filter(({ path }) => !excluded.some((matches) => matches(path)));
	const small = listed.filter(({ link, size }) => !link && size <= 5242880);
	const read = await Promise.all(small.map(({ path }) => readOne(fileSystem, root, path)));
	const tooLarge = listed.filter(({ link, size }) => !link && size > 5242880).map(({ path, size }) => ({
		path,
		reason: `it has ${size} bytes, more than the ${maxFileBytes} that are read`
	}));
	return {
		files: read.filter((result) => "bytes" in result),
		links: listed.filter(({ link }) => link).map(({ path }) => path),
		unread: [...tooLarge, ...read.filter((result) => "reason" in result)]
	};
}
async function readOne(fileSystem, root, path) {
	try {
		return {
			path,
			bytes: await fileSystem.read(root, path)
		};
	} catch (error) {
		return {
			path,
			reason: error instanceof Error ? error.message : String(error)
		};
	}
}
//#endregion
//#region src/load/overlaid-files.ts
const encoder = new TextEncoder();
/** The same files, with other texts for some of them, by path below `root`: what the repository would be after a change. */
function overlaidFiles(files, root, texts) {
	const overlaid = new Map([...texts].map(([path, text]) => [posix.join(root, path), text]));
	return {
		list: (folder) => files.list(folder),
		read: async (folder, path) => {
			const text = overlaid.get(posix.join(folder, path));
			return text === void 0 ? await files.read(folder, path) : encoder.encode(text);
		}
	};
}
//#endregion
//#region src/parse/document.ts
const sameOffset = (offset) => offset;
/** The documents of a file. */
function documentsOf(file, stream) {
	const text = {
		file,
		text: file.text,
		toFileOffset: sameOffset
	};
	return stream.documents.map((yaml, index) => new YamlBackedDocument(yaml, index, text));
}
var YamlBackedDocument = class YamlBackedDocument {
	file;
	index;
	within;
	#yaml;
	#text;
	#toFileOffset;
	#embedded = /* @__PURE__ */ new Map();
	#content;
	constructor(yaml, index, parsed) {
		this.file = parsed.file;
		this.index = index;
		if (parsed.within) this.within = parsed.within;
		this.#yaml = yaml;
		this.#text = parsed.text;
		this.#toFileOffset = parsed.toFileOffset;
	}
	get content() {
		this.#content ??= { value: this.#yaml.root ? toJson(this.#yaml) : void 0 };
		return this.#content.value;
	}
	get syntaxErrors() {
		return this.#yaml.errors.map(({ message, start, end }) => ({
			message,
			range: this.#range(start, end)
		}));
	}
	get repeatedKeys() {
		return this.#yaml.duplicateKeys.map((repeated) => ({
			key: repeated.key,
			range: this.#range(repeated.start, repeated.end),
			first: this.#range(repeated.firstStart, repeated.firstEnd)
		}));
	}
	/** SOPS adds a `sops` mapping with a `mac`; `flux-semantics.md` section 10. */
	get encrypted() {
		const content = this.content;
		return isObject(content) && isObject(content.sops) && typeof content.sops.mac === "string";
	}
	get range() {
		const { root, start, end } = this.#yaml;
		return this.#range(root?.start ?? start, root?.end ?? end);
	}
	rangeOf(path, part, span) {
		const node = span ? nodeAt(this.#yaml, path) : void 0;
		if (span && node?.kind === "scalar") {
			const offset = (index) => sourceOffset(this.#text, node, index);
			return this.#range(offset(span.start), offset(span.end));
		}
		const { start, end } = rangeOf(this.#yaml, path, part);
		return this.#range(start, end);
	}
	has(path) {
		return this.#yaml.root !== void 0 && locate$1(this.#yaml, path).depth === path.length;
	}
	embedded(path) {
		const key = JSON.stringify(path);
		const known = this.#embedded.get(key);
		if (known) return known;
		const documents = this.#parseScalar(path);
		this.#embedded.set(key, documents);
		return documents;
	}
	#parseScalar(path) {
		const scalar = nodeAt(this.#yaml, path);
		if (scalar?.kind !== "scalar") return [];
		const parsed = {
			file: this.file,
			text: scalar.text,
			toFileOffset: (offset) => this.#toFileOffset(sourceOffset(this.#text, scalar, offset)),
			within: {
				document: this,
				path
			}
		};
		const { documents } = parseYaml(scalar.text);
		return documents.map((yaml, index) => new YamlBackedDocument(yaml, index, parsed));
	}
	#range(start, end) {
		const { lines } = this.file;
		return {
			start: lines.positionAt(this.#toFileOffset(start)),
			end: lines.positionAt(this.#toFileOffset(end))
		};
	}
};
//#endregion
//#region src/parse/parse-files.ts
/** Reads every YAML file; JSON only where a kustomization file names it. */
function parseFiles(loaded) {
	const charts = chartFolders(loaded);
	const unread = [];
	const parsed = /* @__PURE__ */ new Map();
	for (const file of loaded) {
		if (!isYaml(file.path)) continue;
		const result = parseFile(file, charts);
		if ("reason" in result) unread.push(result);
		else parsed.set(file.path, result);
	}
	const all = new Set(loaded.map(({ path }) => path));
	const kustomizationFiles = kustomizationFilesOf([...parsed.values()], all, submodulesOf(loaded));
	addJson(loaded, kustomizationFiles, parsed);
	return {
		files: withRoles([...parsed.values()], kustomizationFiles),
		kustomizationFiles,
		unread
	};
}
/** The extensions that Flux's generator picks up, and the third name of a kustomization file. */
function isYaml(path) {
	return path.endsWith(".yaml") || path.endsWith(".yml") || baseOf$1(path) === "Kustomization";
}
function chartFolders(loaded) {
	return loaded.filter(({ path }) => baseOf$1(path) === "Chart.yaml").map(({ path }) => folderOf(path));
}
/** The folders that `.gitmodules` names: git checks them out only when it is asked to. */
function submodulesOf(loaded) {
	const file = loaded.find(({ path }) => path === ".gitmodules");
	return [...(file ? new TextDecoder().decode(file.bytes) : "").matchAll(/^\s*path\s*=\s*(\S+)\s*$/gmu)].flatMap(([, path]) => path ?? []);
}
function parseFile({ path, bytes }, charts) {
	const decoded = decodeUtf8(bytes);
	if ("error" in decoded) return {
		path,
		reason: decoded.error
	};
	const source = sourceFile(path, decoded.text);
	if (isChartTemplate(path, charts)) return {
		source,
		role: "template",
		documents: []
	};
	const documents = documentsOf(source, parseYaml(source.text));
	return {
		source,
		role: roleByItself(source, documents, charts),
		documents
	};
}
function sourceFile(path, text) {
	let lines;
	return {
		path,
		text,
		get lines() {
			lines ??= createLineIndex(text);
			return lines;
		}
	};
}
function isChartTemplate(path, charts) {
	return charts.some((folder) => isInside(path, folder === "" ? "templates" : `${folder}/templates`));
}
function roleByItself({ path, text }, documents, charts) {
	if (isKustomizationFileName(baseOf$1(path))) return isComponent(documents) ? "component" : "kustomization";
	if (charts.some((folder) => isInside(path, folder) && isChartOwn(path, folder))) return "chart";
	if (documents.some(isManifest)) return "manifest";
	return documents.some(({ syntaxErrors }) => syntaxErrors.length > 0) ? roleByText(text) : "other";
}
/** A file that does not parse: text of a template language is no YAML yet, and what names a kind is meant as an object. */
function roleByText(text) {
	if (/\{\{|\{%|<%|<<[^:]/u.test(text)) return "template";
	return /^apiVersion:/mu.test(text) && /^kind:/mu.test(text) ? "manifest" : "other";
}
function isChartOwn(path, chart) {
	return folderOf(path) === chart || isInside(path, `${chart}/charts`) || isInside(path, `${chart}/ci`);
}
function isComponent(documents) {
	return documents.some(({ content }) => isObject(content) && content.kind === "Component");
}
function isManifest({ content }) {
	return isObject(content) && typeof content.apiVersion === "string" && typeof content.kind === "string";
}
function addJson(loaded, kustomizationFiles, parsed) {
	const named = new Set(kustomizationFiles.flatMap(({ entries }) => entries.map(({ target }) => target)));
	for (const file of loaded) {
		if (!file.path.endsWith(".json") || !named.has(file.path)) continue;
		const result = parseFile(file, []);
		if (!("reason" in result)) parsed.set(file.path, result);
	}
}
/** A file that a kustomization names as a patch or as data is no manifest, whatever it looks like. */
function withRoles(files, kustomizationFiles) {
	const roles = /* @__PURE__ */ new Map();
	const resources = /* @__PURE__ */ new Set();
	for (const { field, target } of kustomizationFiles.flatMap(({ entries }) => entries)) {
		if (target === void 0) continue;
		if (field === "resources") resources.add(target);
		else if (field === "patches") roles.set(target, "patch");
		else if (field !== "components") roles.set(target, "values");
	}
	return files.map((file) => {
		const role = roles.get(file.source.path);
		return role === void 0 || resources.has(file.source.path) || file.role === "kustomization" || file.role === "component" ? file : {
			...file,
			role
		};
	});
}
//#endregion
//#region src/report/coverage.ts
/** The documents of the repository that are Kubernetes objects. */
function manifestsOf({ files }) {
	return files.filter(({ role }) => role === "manifest").flatMap(({ documents }) => documents).flatMap(({ content, file, range }) => {
		const kind = isObject(content) ? stringAt(content, ["kind"]) : void 0;
		if (kind === void 0) return [];
		const namespace = stringAt(content, ["metadata", "namespace"]);
		const name = stringAt(content, ["metadata", "name"]) ?? "";
		return [{
			path: file.path,
			range,
			kind,
			...namespace && { namespace },
			name
		}];
	});
}
/** Sums over all clusters what there was and what was seen of it. */
function coverageOf(workspace, resources) {
	const { clusters } = workspace;
	const builds = clusters.flatMap((cluster) => cluster.builds);
	const releases = clusters.flatMap((cluster) => cluster.releases);
	const references = clusters.flatMap((cluster) => cluster.graph.references);
	return {
		resources: resources.length,
		schemaChecked: schemaCheckedCount(workspace),
		helmReleases: releases.length,
		rendered: releases.filter(({ status }) => status === "rendered").length,
		kustomizations: builds.length,
		built: builds.filter(({ status }) => status === "built").length,
		references: references.length,
		resolved: references.filter(({ status }) => status === "found" || status === "produced").length,
		external: references.filter(({ status }) => status === "external").length
	};
}
/** Objects that a schema was found for: of clusters, and of files that no cluster reaches. */
function schemaCheckedCount({ clusters, unreached, verdictOf }) {
	return [...clusters.flatMap((cluster) => cluster.resources), ...unreached].filter((resource) => verdictOf(resource).status === "checked").length;
}
//#endregion
//#region src/report/mask-report.ts
/** Collects what is secret in a workspace: Secrets of its files, and those that charts and builds make. */
function createReportMask(workspace) {
	const names = namesOf(workspace);
	const texts = secretTexts(secretsOf(workspace), parseAll).filter((text) => !names.includes(text));
	const mask = (text) => texts.reduce((result, secret) => result.includes(secret) ? result.replaceAll(secret, "***") : result, text);
	const maskAll = (places) => places.map((place) => ({
		...place,
		message: mask(place.message)
	}));
	const sources = /* @__PURE__ */ new Map();
	return {
		source: (file) => {
			if (!sources.has(file)) sources.set(file, maskedSource(file));
			return sources.get(file);
		},
		finding: (finding) => texts.length === 0 ? finding : {
			...withoutTelling(finding, mask),
			message: mask(finding.message),
			...finding.help === void 0 ? {} : { help: mask(finding.help) },
			related: maskAll(finding.related),
			via: maskAll(finding.via)
		},
		skip: (skip) => texts.length === 0 ? skip : {
			...skip,
			what: mask(skip.what),
			reason: mask(skip.reason)
		},
		text: mask,
		manifest: (manifest) => isSecret(manifest) ? {
			...maskedValue(manifest, mask),
			...hiddenValues(manifest)
		} : maskedValue(manifest, mask)
	};
}
function maskedValue(value, mask) {
	if (typeof value === "string") return withoutLogins(mask(value));
	if (isList(value)) return value.map((element) => maskedValue(element, mask));
	if (!isObject(value)) return value;
	const fields = Object.entries(value).map(([key, child]) => [key, maskedValue(child, mask)]);
	return Object.fromEntries(fields);
}
function hiddenValues(secret) {
	const fields = ["data", "stringData"].flatMap((field) => {
		const values = secret[field];
		if (values === void 0) return [];
		const names = isObject(values) ? Object.keys(values) : [];
		return [[field, Object.fromEntries(names.map((name) => [name, "***"]))]];
	});
	return Object.fromEntries(fields);
}
/** A fix with something secret in it is left out: masked, it would write the mask. */
function withoutTelling(finding, mask) {
	const { fix, ...others } = finding;
	const texts = Object.values(fix?.edits ?? {}).flatMap((edits) => edits.map(({ newText }) => newText));
	return [fix?.title ?? "", ...texts].every((text) => mask(text) === text) ? finding : others;
}
function secretsOf({ documents, clusters }) {
	return [...documents.filter(({ encrypted }) => !encrypted).map(({ content }) => content ?? null), ...clusters.flatMap(({ resources }) => resources.map(({ manifest }) => manifest))].filter(isSecret);
}
/** A password that is also a name, or part of one, is shown: names are everywhere, and who can read reports knows them. */
function namesOf({ clusters, files }) {
	return [...new Set(clusters.flatMap(({ resources }) => resources.map(({ id }) => qualifiedName(id)))), ...files.map(({ source }) => source.path)].join("\n");
}
function parseAll(text) {
	return parseYaml(text).documents.flatMap((document) => document.root ? [toJson(document) ?? null] : []);
}
function maskedSource({ source, documents }) {
	if (documents.some(({ syntaxErrors }) => syntaxErrors.length > 0) && /^kind:\s*["']?Secret\b/mu.test(source.text)) return void 0;
	const masked = withoutLogins(documents.filter(({ content, encrypted }) => !encrypted && isSecret(content)).reduce((text, document) => blotOut(text, document, source.lines), source.text));
	return masked === source.text ? source.lines : createLineIndex(masked);
}
/** `https://user:password@host/?token=…` */
const login = /(?<=:\/\/)(?!git@)[^\s/@"'`]+(?=@)/gu;
const queryField = /([?&][\w.-]{1,64}=)([^\s&#"'`]+)/gu;
const tellingName = /auth|credential|key|pass|secret|sig|token/iu;
/** Blots out what addresses let in with; a user `git` is no secret. */
function withoutLogins(text) {
	if (!text.includes("://")) return text;
	const blot = (secret) => "*".repeat(secret.length);
	return text.replace(login, blot).replace(queryField, (whole, name, value) => tellingName.test(name) ? `${name}${blot(value)}` : whole);
}
function blotOut(text, document, lines) {
	return ["data", "stringData"].flatMap((field) => {
		const values = isObject(document.content) ? document.content[field] : void 0;
		return isObject(values) ? Object.keys(values).map((key) => [field, key]) : [];
	}).reduce((result, path) => {
		const { start, end } = document.rangeOf(path, "value");
		const [from, to] = [lines.offsetAt(start), lines.offsetAt(end)];
		return result.slice(0, from) + result.slice(from, to).replace(/[^\s"'|>]/gu, "*") + result.slice(to);
	}, text);
}
//#endregion
//#region src/report/merge-skips.ts
/** Equal skips of several clusters become one; in reading order. */
function mergeSkips(skips) {
	const merged = /* @__PURE__ */ new Map();
	for (const { at, path, what, reason, kind, clusters = [] } of skips) {
		const location = at && locate$2(at);
		const key = JSON.stringify([
			location ?? path,
			what,
			reason,
			kind
		]);
		const known = merged.get(key)?.clusters ?? [];
		merged.set(key, {
			...location && { location },
			...path === void 0 ? {} : { path },
			what,
			reason,
			kind,
			clusters: [...new Set([...known, ...clusters])].sort()
		});
	}
	return [...merged.values()].sort(inReadingOrder);
}
function inReadingOrder(left, right) {
	const [first, second] = [left.location?.range.start, right.location?.range.start];
	return compareText(left.location?.path ?? left.path ?? "", right.location?.path ?? right.path ?? "") || (first?.line ?? 0) - (second?.line ?? 0) || (first?.character ?? 0) - (second?.character ?? 0) || compareText(left.what, right.what) || compareText(left.reason, right.reason);
}
//#endregion
//#region src/report/graph/count-findings.ts
/** Sorts the findings that count by the objects that they are about. */
function indexFindings({ clusters }, findings) {
	const active = activeFindings({ findings });
	const known = new Set(clusters.flatMap(({ name, resources }) => resources.map(({ id }) => placeOf$1(name, resourceKey(id)))));
	const index = groupBy(active.flatMap((finding) => {
		const { resource } = finding;
		if (!resource) return [];
		const key = findingKey(resource);
		return finding.clusters.map((cluster) => ({
			finding,
			place: placeOf$1(cluster, key)
		}));
	}).filter(({ place }) => known.has(place)), ({ place }) => place);
	const placed = new Set([...index.values()].flat().map(({ finding }) => finding));
	const reported = new Set(findings.flatMap(({ resource, field, clusters: names }) => resource && field !== void 0 ? names.map((name) => placeOf$1(name, `${findingKey(resource)} ${field}`)) : []));
	return {
		isReported: (cluster, { from, path }) => reported.has(placeOf$1(cluster, `${resourceKey(from.id)} ${formatFieldPath(path)}`)),
		of: (cluster, { id }) => (index.get(placeOf$1(cluster, resourceKey(id))) ?? []).map(({ finding }) => finding),
		elsewhere: active.filter((finding) => !placed.has(finding))
	};
}
function findingKey({ apiVersion, ...id }) {
	return resourceKey({
		...id,
		group: groupOf(apiVersion)
	});
}
function placeOf$1(cluster, key) {
	return `${cluster}\n${key}`;
}
/** How many there are of each severity. */
function countFindings(findings) {
	const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
	return {
		errors: count("error"),
		warnings: count("warning"),
		infos: count("info")
	};
}
//#endregion
//#region src/report/graph/resource-nodes.ts
/** Kinds that are always shown, by role; others where one of these names them. */
const drawnKinds = [
	["applier", [
		kinds.Kustomization,
		kinds.FluxInstance,
		kinds.ResourceSet
	]],
	["release", [kinds.HelmRelease]],
	["source", [
		kinds.GitRepository,
		kinds.OCIRepository,
		kinds.Bucket,
		kinds.HelmRepository,
		kinds.ExternalArtifact,
		kinds.ArtifactGenerator
	]],
	["chart", [kinds.HelmChart]]
];
/** What a node of that kind is. */
function roleOf(kind) {
	const role = drawnKinds.find(([, some]) => some.some((one) => isKind(kind, one)))?.[0];
	if (role !== void 0) return role;
	return isKind(kind, kinds.ConfigMap) || isKind(kind, kinds.Secret) ? "config" : "other";
}
/** The id of a resource's node. */
function keyOf({ id, server }) {
	return resourceKey(id, server);
}
/** Whether objects of the kind are shown though nothing names them. */
function isDrawn(kind) {
	return drawnKinds.some(([, some]) => some.some((one) => isKind(kind, one)));
}
/** Sources and HelmCharts ask for a revision or version. */
function isRevisioned(kind) {
	const role = roleOf(kind);
	return role === "source" || role === "chart";
}
/** The objects of a cluster that are shown: those of Flux, and what they name. */
function drawnResources({ resources }, references) {
	const named = references.flatMap(({ reference }) => reference.resource ?? []);
	const drawn = [...resources.filter(({ id }) => isDrawn(id)), ...named];
	return [...new Map(drawn.map((resource) => [keyOf(resource), resource])).values()];
}
/** The node of an object that is there. */
function resourceNode(resource, cluster, findings) {
	const { id, server, manifest } = resource;
	const path = isKind(id, kinds.Kustomization) ? stringAt(manifest, ["spec", "path"]) : void 0;
	return {
		id: keyOf(resource),
		role: roleOf(id),
		group: id.group,
		kind: id.kind,
		...id.namespace === void 0 ? {} : { namespace: id.namespace },
		name: id.name,
		...server === "" ? {} : { server },
		state: "found",
		...outcomeOf(resource, cluster),
		suspended: isDrawn(id) && valueAt(manifest, ["spec", "suspend"]) === true,
		...path === void 0 ? {} : { path },
		...isRevisioned(id) ? versionOf(manifest) : {},
		...chartOf(resource, cluster),
		findings: countFindings(findingsOf(resource, cluster, findings)),
		place: placeOf(resource.at([]))
	};
}
/** Where something is written. */
function placeOf(at) {
	const { path, range } = locate$2(at);
	return {
		path,
		line: range.start.line + 1
	};
}
/** Fields of `spec.ref` in the order in which source-controller looks at them; those of one kind do not hide another's. */
const revisionFields = [
	"digest",
	"commit",
	"name",
	"semver",
	"tag",
	"branch"
];
function versionOf(manifest) {
	const version = [["version"], ...revisionFields.map((field) => ["ref", field])].map((field) => valueAt(manifest, ["spec", ...field])).find((value) => value !== void 0 && value !== null && value !== "");
	return typeof version === "string" || typeof version === "number" ? { version: String(version) } : {};
}
function outcomeOf(resource, cluster) {
	const built = cluster.buildOf(resource) ?? cluster.releaseOf(resource);
	if (built) {
		const outcome = built.status === "failed" || built.status === "skipped" ? built.status : "done";
		const reason = outcome === "failed" ? built.failure?.message : built.reason;
		return reason === void 0 ? { outcome } : {
			outcome,
			reason
		};
	}
	const unfetched = cluster.unfetched.find(({ source }) => keyOf(source) === keyOf(resource));
	return unfetched ? {
		outcome: "skipped",
		reason: unfetched.reason
	} : {};
}
function chartOf(release, cluster) {
	const build = cluster.releaseOf(release);
	const request = build && chartRequestOf(release, (id) => cluster.find(id));
	if (!build || !request) return {};
	const { name = request.chart, version } = build.chart ?? {};
	if (name === "") return {};
	const chart = {
		name,
		constraint: request.version
	};
	return { chart: version === void 0 ? chart : {
		...chart,
		version
	} };
}
const applied = /* @__PURE__ */ new WeakMap();
/** Those of the object, and those of plain objects that it applies: these have no node of their own. */
function findingsOf(resource, cluster, findings) {
	const all = [resource, ...plainObjects(cluster).get(keyOf(resource)) ?? []].flatMap((one) => findings.of(cluster.name, one));
	return [...new Set(all)];
}
function plainObjects(cluster) {
	const known = applied.get(cluster);
	if (known) return known;
	const groups = groupBy(cluster.resources.filter(({ id, owner }) => owner && !isDrawn(id)), ({ owner }) => owner ? keyOf(owner) : "");
	applied.set(cluster, groups);
	return groups;
}
//#endregion
//#region src/report/graph/chart-nodes.ts
/** HelmRelease → chart in a version → source. A `chartRef` needs no such node: what it names is the chart. */
function chartsOf(cluster, references) {
	const nodes = /* @__PURE__ */ new Map();
	const edges = [];
	const replaced = /* @__PURE__ */ new Set();
	for (const build of cluster.releases) {
		const from = keyOf(build.release);
		const toSource = references.find(({ reference, edge }) => edge.from === from && reference.relation === "sourceRef");
		const node = toSource && chartNode(build, cluster, toSource.edge.to);
		if (!node) continue;
		replaced.add(toSource);
		if (nodes.get(node.id)?.state !== "missing") nodes.set(node.id, node);
		edges.push({
			from,
			to: node.id,
			relation: "chart",
			optional: false
		}, {
			...toSource.edge,
			from: node.id
		});
	}
	return {
		nodes: [...nodes.values()],
		edges,
		replaced
	};
}
function chartNode(build, cluster, source) {
	const { release, chart } = build;
	if (!isObject(valueAt(release.manifest, [
		"spec",
		"chart",
		"spec"
	]))) return void 0;
	const request = chartRequestOf(release, (id) => cluster.find(id));
	if (!request) return void 0;
	const version = chart?.version ?? request.version;
	return {
		id: `chart|${source}|${request.chart}@${version}`,
		role: "chart",
		group: "",
		kind: "Chart",
		name: request.chart,
		...version === "" ? {} : { version },
		...stateOf$1(build),
		suspended: false,
		findings: {
			errors: 0,
			warnings: 0,
			infos: 0
		},
		place: placeOf(release.at([
			"spec",
			"chart",
			"spec",
			"chart"
		]))
	};
}
/** What nobody has looked at is not said to be there. */
function stateOf$1({ chart, chartProblem, reason }) {
	if (chart) return { state: "found" };
	if (!chartProblem) return reason === void 0 ? { state: "uncertain" } : {
		state: "uncertain",
		reason
	};
	return {
		state: chartProblem.kind !== "version-unsatisfied" || chartProblem.certain ? "missing" : "uncertain",
		reason: chartProblem.message
	};
}
//#endregion
//#region src/report/graph/target-nodes.ts
/** No rule calls it missing: what Flux needs before it can read Git is in no Git. */
const madeByHand = "nothing in the repository defines it";
/** What decides what is applied, from where, when and with what; health checks, accounts and events are not shown. */
const drawnRelations = new Set([
	"sourceRef",
	"chartRef",
	"dependsOn",
	"valuesFrom",
	"substituteFrom",
	"secretRef",
	"configMapRef",
	"include",
	"artifactSource",
	"inputsFrom"
]);
/** The references of a cluster that are shown. */
function drawnReferences({ graph }) {
	return graph.references.filter(({ relation, from }) => drawnRelations.has(relation) && isDrawn(from.id)).map((reference) => ({
		reference,
		edge: edgeOf(reference)
	}));
}
function edgeOf({ relation, from, target, resource, optional }) {
	const to = resource ? keyOf(resource) : keyOf({
		id: target,
		server: from.server
	});
	return {
		from: keyOf(from),
		to,
		relation,
		optional
	};
}
/** Nodes for what no object of the cluster is: what controllers make, what is elsewhere, and what is missing. */
function targetNodes(references, isReported) {
	const nodes = /* @__PURE__ */ new Map();
	for (const drawn of references) {
		if (drawn.reference.resource) continue;
		const known = nodes.get(drawn.edge.to);
		const node = targetNode(drawn, isReported);
		if (!known || weight(node) > weight(known)) nodes.set(node.id, node);
	}
	return [...nodes.values()];
}
function weight({ state }) {
	const mild = ["optional", "uncertain"];
	return mild.includes(state) ? mild.indexOf(state) : mild.length;
}
function targetNode({ reference, edge }, isReported) {
	const { target, from } = reference;
	const role = roleOf(target);
	const byHand = role === "config" && !isReported(reference) ? madeByHand : void 0;
	const doubt = reference.doubt ?? byHand;
	return {
		id: edge.to,
		role,
		group: target.group,
		kind: target.kind,
		...target.namespace === void 0 ? {} : { namespace: target.namespace },
		name: target.name,
		...from.server === "" ? {} : { server: from.server },
		state: stateOf(reference, doubt),
		...reference.status !== "missing" || reference.optional || doubt === void 0 ? {} : { reason: doubt },
		suspended: false,
		findings: {
			errors: 0,
			warnings: 0,
			infos: 0
		},
		place: placeOf(reference.at)
	};
}
/** What something that could not be looked at may define is not called missing. */
function stateOf({ status, optional }, doubt) {
	if (status !== "missing") return status;
	if (optional) return "optional";
	return doubt === void 0 ? "missing" : "uncertain";
}
//#endregion
//#region src/report/graph/create-graph.ts
/** The objects of all clusters that Flux reconciles, and how they lead to each other; equal input gives an equal graph. */
function createFluxGraph({ tool, workspace, result }) {
	const mask = createReportMask(workspace);
	const findings = indexFindings(workspace, result.findings);
	return {
		tool,
		clusters: clusterGraphs(workspace, result.findings, mask),
		elsewhere: countFindings(findings.elsewhere),
		skipped: mergeSkips(workspace.skipped).map(mask.skip)
	};
}
/** The graph of each cluster, with marks for findings. */
function clusterGraphs(workspace, findings, mask) {
	const index = indexFindings(workspace, findings);
	return workspace.clusters.map((cluster) => clusterGraph(cluster, index, mask.text));
}
function clusterGraph(cluster, findings, mask) {
	const { name, path, target, blindSpots } = cluster;
	const references = drawnReferences(cluster);
	const resources = drawnResources(cluster, references);
	const own = resources.map((resource) => resourceNode(resource, cluster, findings));
	const charts = chartsOf(cluster, references);
	const nodes = /* @__PURE__ */ new Map();
	for (const node of [
		...targetNodes(references, (one) => findings.isReported(name, one)),
		...charts.nodes,
		...own
	]) nodes.set(node.id, node);
	const edges = [
		...appliedBy(resources),
		...references.filter((reference) => !charts.replaced.has(reference)).map(({ edge }) => edge),
		...charts.edges
	];
	return {
		name,
		path,
		target: {
			flux: target.flux,
			kubernetes: target.kubernetes
		},
		nodes: [...nodes.values()].map((node) => maskedNode(node, mask)).sort((left, right) => compareText(left.id, right.id)),
		edges: distinct(edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to))),
		blindSpots: blindSpots.map(mask)
	};
}
function appliedBy(resources) {
	return resources.flatMap((resource) => resource.owner ? {
		from: keyOf(resource.owner),
		to: keyOf(resource),
		relation: "applies",
		optional: false
	} : []);
}
/** Names are shown everywhere; other texts may hold what a Secret holds. */
function maskedNode(node, mask) {
	return {
		...node,
		...node.reason === void 0 ? {} : { reason: mask(node.reason) },
		...node.path === void 0 ? {} : { path: mask(node.path) }
	};
}
/** Sorted, each once; one that Flux insists on stands for an optional one beside it. */
function distinct(edges) {
	const known = /* @__PURE__ */ new Map();
	for (const edge of edges) {
		const key = JSON.stringify([
			edge.from,
			edge.to,
			edge.relation
		]);
		const other = known.get(key);
		known.set(key, other ? {
			...edge,
			optional: edge.optional && other.optional
		} : edge);
	}
	return [...known.values()].sort((left, right) => compareText(left.from, right.from) || compareText(left.to, right.to) || compareText(left.relation, right.relation));
}
//#endregion
//#region src/report/graph/reach.ts
/**
* What a change of files reaches in each cluster: the objects that are written in them, the Kustomizations that read them and the
* HelmReleases whose chart they are; all that uses or waits for these; and, so that it hangs together, what applies them.
* Clusters that it does not reach are left out. `graphs` are those of the workspace's clusters, in their order.
*/
function reachOf(graphs, { clusters }, paths) {
	return graphs.flatMap((graph, index) => {
		const cluster = clusters[index];
		const reached = cluster ? reachedIn(graph, cluster, paths) : /* @__PURE__ */ new Set();
		if (reached.size === 0) return [];
		return {
			...graph,
			nodes: graph.nodes.filter(({ id }) => reached.has(id)),
			edges: graph.edges.filter(({ from, to }) => reached.has(from) && reached.has(to))
		};
	});
}
function reachedIn({ nodes, edges }, cluster, paths) {
	const known = new Set(nodes.map(({ id }) => id));
	return followed$1(followed$1([...nodes.flatMap(({ id, place }) => place && paths.has(place.path) ? id : []), ...readersOf(cluster, paths)].filter((id) => known.has(id)), edges.filter(({ relation }) => relation !== "applies")), edges.filter(({ relation }) => relation === "applies"));
}
/** Kustomizations that read one of the files, and HelmReleases whose chart holds one. */
function readersOf({ builds, releases }, paths) {
	const isBelow = (folder) => [...paths].some((path) => folder === "" || path.startsWith(`${folder}/`));
	return [...builds.filter(({ files }) => files.some((path) => paths.has(path))).map(({ kustomization }) => keyOf(kustomization)), ...releases.filter(({ chart }) => chart?.from.kind === "folder" && isBelow(chart.from.path)).map(({ release }) => keyOf(release))];
}
/** The nodes, and all from which edges lead to them. */
function followed$1(from, edges) {
	const sources = /* @__PURE__ */ new Map();
	for (const edge of edges) sources.set(edge.to, [...sources.get(edge.to) ?? [], edge.from]);
	const reached = new Set(from);
	for (const id of reached) for (const source of sources.get(id) ?? []) reached.add(source);
	return reached;
}
//#endregion
//#region src/report/create-report.ts
/** Gathers what a run has found and seen; equal input gives an equal report. */
function createReport({ tool, workspace, result, rules, timing, changed }) {
	const mask = createReportMask(workspace);
	const skipped = mergeSkips(workspace.skipped).map(mask.skip);
	const resources = manifestsOf(workspace);
	const named = new Set(result.findings.map(({ rule }) => rule));
	const graphs = () => clusterGraphs(workspace, result.findings, mask);
	return {
		tool,
		target: targetOf$2(workspace),
		clusters: workspace.clusters.map(({ name }) => name).sort(),
		summary: summaryOf(workspace, result.findings, {
			resources,
			skipped
		}),
		findings: result.findings.map(mask.finding),
		resources,
		skipped,
		crashes: result.crashes.map(({ rule, cluster, error }) => ({
			rule,
			message: `${error instanceof Error ? error.message : String(error)}${cluster === void 0 ? "" : ` (cluster ${cluster})`}`
		})),
		coverage: coverageOf(workspace, resources),
		...timing && { timing },
		rules: new Map(rules.filter(({ id }) => named.has(id)).map((rule) => [rule.id, rule])),
		source: (path) => {
			const file = workspace.file(path);
			return file && mask.source(file);
		},
		graphs,
		...changed && { reach: () => reachOf(graphs(), workspace, changed) },
		objectOf: createObjectFinder(workspace, mask)
	};
}
/** Clusters may run different versions: then all of them are named, in order. */
function targetOf$2({ clusters }) {
	const all = (values) => [...new Set(values)].sort().join(", ");
	return {
		flux: all(clusters.map(({ target }) => target.flux)),
		kubernetes: all(clusters.map(({ target }) => target.kubernetes))
	};
}
function summaryOf(workspace, findings, { resources, skipped }) {
	const active = findings.filter(({ suppressedBy }) => !suppressedBy);
	const count = (severity) => active.filter((finding) => finding.severity === severity).length;
	const rendered = workspace.clusters.flatMap(({ resources }) => resources).filter(({ origin }) => origin.via === "helm");
	return {
		files: workspace.files.length,
		documents: workspace.documents.length,
		resources: resources.length,
		rendered: rendered.length,
		errors: count("error"),
		warnings: count("warning"),
		infos: count("info"),
		skipped: skipped.length,
		suppressed: findings.length - active.length
	};
}
//#endregion
//#region src/resolve/cluster-root.ts
/** Words that name a place in a repository rather than a cluster. */
const genericNames = new Set([
	"base",
	"bootstrap",
	"cluster",
	"config",
	"deploy",
	"flux",
	"flux-system",
	"kube",
	"kubernetes",
	"overlays",
	"system"
]);
/** `clusters/production` → `production`; `kubernetes/flux/cluster` → `kubernetes`. */
function clusterName(path) {
	const steps = path.split("/").filter((step) => step !== "" && step !== ".");
	return [...steps].reverse().find((step) => !genericNames.has(step)) ?? steps[0] ?? "cluster";
}
/** Names are unique: clusters that would share one are called by their paths. */
function withUniqueNames(roots) {
	const count = (name) => roots.filter((root) => root.name === name).length;
	return roots.map((root) => count(root.name) > 1 ? {
		...root,
		name: root.path || root.name
	} : root);
}
/** Folders that hold what nobody deploys from where it stands. */
const dormantPath = /(?:^|\/)(?:\.[^/]+|_?archived?|deprecated|disabled|examples?|samples?|templates?|tests?|docs?)(?:\/|$)/iu;
//#endregion
//#region src/resolve/implied-sync.ts
/** `spec.sync` of a FluxInstance; undefined when it syncs nothing. Defaults as in `flux-semantics.md` 8.2. */
function syncOf(spec, namespace = "flux-system") {
	const { sync } = spec;
	if (!isObject(sync)) return void 0;
	const kind = stringAt(sync, ["kind"]);
	return {
		kind: kind === "OCIRepository" || kind === "Bucket" ? kind : "GitRepository",
		url: stringAt(sync, ["url"]) ?? "",
		ref: stringAt(sync, ["ref"]) ?? "",
		path: clampInside(stringAt(sync, ["path"]) ?? ""),
		name: stringAt(sync, ["name"]) ?? namespace,
		namespace
	};
}
/** The source and the Kustomization that flux-operator or `flux bootstrap` makes of it. */
function impliedSync(sync) {
	const metadata = {
		name: sync.name,
		namespace: sync.namespace
	};
	return [{
		apiVersion: "source.toolkit.fluxcd.io/v1",
		kind: sync.kind,
		metadata,
		spec: sourceSpec(sync)
	}, {
		apiVersion: "kustomize.toolkit.fluxcd.io/v1",
		kind: "Kustomization",
		metadata,
		spec: {
			interval: "10m0s",
			path: sync.path,
			prune: true,
			sourceRef: {
				kind: sync.kind,
				name: sync.name
			}
		}
	}];
}
function sourceSpec({ kind, url, ref }) {
	const interval = "1m";
	if (kind === "Bucket") return {
		interval,
		endpoint: url,
		bucketName: ref
	};
	if (kind === "OCIRepository") return {
		interval,
		url,
		ref: { tag: ref }
	};
	return ref === "" ? {
		interval,
		url
	} : {
		interval,
		url,
		ref: { name: ref }
	};
}
//#endregion
//#region src/resolve/flux-version.ts
/** The Flux minors that sluice knows, oldest first. */
const fluxMinors = knownMinors.map((minor) => `2.${minor}`);
/** The newest Kubernetes minor that sluice knows. */
const newestKubernetes = "1.36";
/** The header that `flux install --export` writes into gotk-components.yaml. */
function fluxVersionIn(files) {
	const components = files.find(({ source }) => baseOf$1(source.path) === "gotk-components.yaml");
	const text = components && /^# Flux [Vv]ersion: v?(\d+\.\d+\.\d+\S*)/mu.exec(components.source.text)?.[1];
	return components && text ? {
		text,
		from: components.source.path
	} : void 0;
}
/** The minors that a cluster runs, by the flags, by what its files say, else the newest known. */
function targetOf$1(found, flags) {
	const strict = flags.strictSubstitute;
	const given = {
		kubernetes: minorOf$1(flags.kubernetes ?? newestKubernetes),
		...strict === void 0 ? {} : { strictSubstitution: strict }
	};
	if (flags.flux) return {
		flux: minorOf$1(flags.flux),
		...given
	};
	const flux = found && resolveFlux(found.text);
	return flux && found ? {
		flux,
		fluxFrom: found.from,
		...given
	} : {
		flux: fluxMinors.at(-1) ?? "2.9",
		fluxAssumed: true,
		...given
	};
}
/** `v2.9.4` → `2.9`. */
function minorOf$1(text) {
	return /^v?(\d+\.\d+)/u.exec(text)?.[1] ?? text;
}
/** A version's minor, or the newest known minor that a constraint (`2.x`) allows. */
function resolveFlux(text) {
	if (parseVersion(text) && /^v?\d+\.\d+\.\d+/u.test(text)) return minorOf$1(text);
	const constraint = parseConstraint(text);
	if ("error" in constraint) return void 0;
	return [...fluxMinors].reverse().find((minor) => {
		return [`${minor}.0`, `${minor}.99`].map((version) => parseVersion(version)).some((version) => version !== void 0 && satisfies(version, constraint));
	});
}
//#endregion
//#region src/resolve/repository.ts
/** A folder and those above it, the root left out. */
function ancestorsOf(folder) {
	const ancestors = [];
	for (let current = folder; current !== ""; current = folderOf(current)) ancestors.push(current);
	return ancestors;
}
/** The Flux version that a folder's gotk-components.yaml states. */
function versionNear(repository, folder) {
	return versionIn(repository.files.filter(({ source }) => isInside(source.path, folder)));
}
/** The Flux version that one of some files states. */
function versionIn(files) {
	const version = fluxVersionIn(files);
	return version ? { fluxVersion: version } : {};
}
//#endregion
//#region src/resolve/instance-roots.ts
/** Every FluxInstance, written as such or as values of the `flux-instance` chart. */
function instanceRoots(repository, folders) {
	return repository.written.all.flatMap((object) => {
		const spec = instanceSpecOf(object);
		const sync = spec && syncOf(spec.manifest, object.id.namespace);
		if (!spec || !sync) return [];
		const file = object.document.file.path;
		const sourceFolder = instanceFolder(file, sync.path, folders);
		if (sourceFolder === void 0) return [];
		const path = [sourceFolder, sync.path].filter((part) => part !== "").join("/");
		const place = {
			document: object.document,
			path: spec.path,
			by: `${object.id.kind} ${object.id.name}`
		};
		const version = stringAt(spec.manifest, ["distribution", "version"]);
		const objects = impliedSync(sync).map((manifest) => ({
			manifest,
			...place
		}));
		return [{
			name: clusterName(path),
			path,
			sourceFolder,
			objects,
			assumesSource: false,
			...version === void 0 ? versionNear(repository, path) : { fluxVersion: {
				text: version,
				from: file
			} }
		}];
	});
}
function instanceSpecOf(object) {
	const at = (path) => {
		let value = object.manifest;
		for (const step of path) value = isObject(value) ? value[step] : void 0;
		return isObject(value) ? {
			manifest: value,
			path: [...object.path, ...path]
		} : void 0;
	};
	if (isKind(object.id, kinds.FluxInstance)) return at(["spec"]);
	if (isKind(object.id, kinds.HelmRelease) && usesInstanceChart(object)) return at([
		"spec",
		"values",
		"instance"
	]);
}
function usesInstanceChart({ manifest }) {
	return [[
		"spec",
		"chartRef",
		"name"
	], [
		"spec",
		"chart",
		"spec",
		"chart"
	]].some((path) => stringAt(manifest, path) === "flux-instance");
}
/** Where the synced path exists: from the checked root, or from a folder that holds the FluxInstance. */
function instanceFolder(file, path, folders) {
	if (folders.has(path)) return "";
	return ancestorsOf(folderOf(file)).find((ancestor) => folders.has(`${ancestor}/${path}`));
}
//#endregion
//#region src/resolve/self-managed-roots.ts
/**
* A Kustomization that applies its own definition, and that of its source: a cluster that was bootstrapped by hand. A path
* with variables (`clusters/${ENVIRONMENT}/${CLUSTER}`) stands for every folder that it fits and that applies it.
*/
function selfManagedRoots(repository, folders) {
	const index = byFolder(repository.kustomizationFiles);
	return repository.written.all.flatMap((object) => {
		const { id, document, manifest } = object;
		if (!isKind(id, kinds.Kustomization) || baseOf$1(document.file.path) === "gotk-sync.yaml") return [];
		const path = clampInside(stringAt(manifest, ["spec", "path"]) ?? "");
		const applying = [...folders].filter((folder) => folder !== "" && fits(path, folder)).map((folder) => ({
			folder,
			reached: filesReached(folder, repository.paths, index)
		})).filter(({ reached }) => reached.has(document.file.path));
		return applying.filter(({ folder }) => !applying.some((other) => other.folder !== folder && leadsTo(other.reached, folder, index))).flatMap(({ folder, reached }) => selfManagedRoot(repository, object, folder, reached));
	});
}
/** Whether a folder is what a path becomes for some value of each variable. */
function fits(path, folder) {
	if (!path.includes("${")) return path === folder;
	const steps = folder.split("/");
	const pattern = path.split("/");
	return pattern.length === steps.length && pattern.every((step, index) => step.includes("${") || step === steps[index]);
}
function leadsTo(reached, folder, index) {
	const file = index.get(folder);
	return file !== void 0 && reached.has(file.path);
}
function selfManagedRoot(repository, object, folder, reached) {
	const source = stringAt(object.manifest, [
		"spec",
		"sourceRef",
		"name"
	]);
	const sources = repository.written.all.filter(({ id, document }) => id.group === kinds.GitRepository.group && id.name === source && reached.has(document.file.path));
	if (sources.length === 0) return [];
	const spec = isObject(object.manifest.spec) ? object.manifest.spec : {};
	const root = {
		...object,
		manifest: {
			...object.manifest,
			spec: {
				...spec,
				path: folder
			}
		}
	};
	return [{
		name: clusterName(folder),
		path: folder,
		sourceFolder: "",
		objects: [root, ...sources].map((written) => ({ written })),
		assumesSource: false,
		...versionIn(repository.files.filter(({ source: file }) => reached.has(file.path)))
	}];
}
//#endregion
//#region src/resolve/discover-roots.ts
/**
* The clusters that a repository declares: `flux bootstrap`'s layout, FluxInstances, or what the user has configured
* (`flux-semantics.md` 9.1, 1 to 3).
*/
function discoverRoots(repository, options) {
	const declared = declaredRoots(repository);
	return options.clusters ? configuredRoots(repository, options.clusters, declared) : declared;
}
function declaredRoots(repository) {
	const folders = foldersOf(repository.paths);
	const roots = [
		...bootstrapRoots(repository, folders),
		...instanceRoots(repository, folders),
		...selfManagedRoots(repository, folders)
	];
	return withUniqueNames([...new Map([...roots].reverse().map((root) => [root.path, root])).values()].sort((a, b) => a.path < b.path ? -1 : 1));
}
/** Bootstrap writes `<path>/flux-system/gotk-sync.yaml`, which points at `<path>`; a stripped one may be empty. */
function bootstrapRoots(repository, folders) {
	return repository.files.filter(({ source }) => baseOf$1(source.path) === "gotk-sync.yaml").flatMap((file) => {
		const objects = repository.written.all.filter(({ document }) => document.file === file.source);
		const kustomization = objects.find(({ id }) => isKind(id, kinds.Kustomization));
		const folder = folderOf(folderOf(file.source.path));
		if (!kustomization) return emptySyncRoot(repository, file, folder);
		const path = clampInside(stringAt(kustomization.manifest, ["spec", "path"]) ?? "");
		const sourceFolder = sourceFolderOf(folder, path, folders);
		if (!folders.has([sourceFolder, path].filter((part) => part !== "").join("/")) && dormantPath.test(file.source.path)) return [];
		return [{
			name: clusterName(folder),
			path: folder,
			sourceFolder,
			objects: objects.map((written) => ({ written })),
			assumesSource: !objects.some(({ id }) => id.group === kinds.GitRepository.group),
			...versionNear(repository, folder)
		}];
	});
}
function emptySyncRoot(repository, file, folder) {
	const document = file.documents[0];
	if (!document) return [];
	const sync = {
		kind: "GitRepository",
		path: folder,
		url: "",
		ref: "",
		name: "flux-system",
		namespace: "flux-system"
	};
	const place = {
		document,
		path: [],
		by: "flux bootstrap"
	};
	return [{
		name: clusterName(folder),
		path: folder,
		sourceFolder: "",
		objects: impliedSync(sync).map((manifest) => ({
			manifest,
			...place
		})),
		assumesSource: true,
		...versionNear(repository, folder)
	}];
}
/**
* The folder that the artifact stands for: `repos/fleet` when `repos/fleet/clusters/a/flux-system/gotk-sync.yaml` syncs
* `./clusters/a`, as in a checkout that holds several repositories.
*/
function sourceFolderOf(folder, path, folders) {
	if (folder === path || path === "") return path === "" ? folder : "";
	if (folder.endsWith(`/${path}`)) return folder.slice(0, -path.length - 1);
	if (folders.has(path)) return "";
	return ancestorsOf(folder).find((ancestor) => folders.has(`${ancestor}/${path}`)) ?? "";
}
function configuredRoots(repository, clusters, declared) {
	return Object.entries(clusters).flatMap(([name, { path, substitute }]) => {
		const folder = clampInside(path);
		const base = declared.find((root) => root.path === folder) ?? impliedRoot(repository, folder);
		return base ? [{
			...base,
			name,
			...substitute ? { substitute } : {}
		}] : [];
	});
}
/** A folder that is synced by something that the repository does not hold; undefined where it has no YAML. */
function impliedRoot(repository, folder) {
	const document = repository.files.filter(({ source }) => isInside(source.path, folder)).find(({ documents }) => documents.length > 0)?.documents[0];
	if (!document) return void 0;
	const sync = {
		kind: "GitRepository",
		path: folder,
		url: "",
		ref: "",
		name: "flux-system",
		namespace: "flux-system"
	};
	return {
		name: clusterName(folder),
		path: folder,
		sourceFolder: "",
		objects: impliedSync(sync).map((manifest) => ({
			manifest,
			document,
			path: [],
			by: "what syncs this folder"
		})),
		assumesSource: true,
		...versionNear(repository, folder)
	};
}
//#endregion
//#region src/resolve/discover-orphans.ts
/**
* The clusters of a repository that declares none: Kustomizations that no other Kustomization applies, else folders
* called `clusters/<name>` (`flux-semantics.md` 9.1, 4). None at all where there are only bases.
*/
function discoverOrphans(repository) {
	const index = byFolder(repository.kustomizationFiles);
	const orphans = orphanKustomizations(repository, index);
	if (orphans.length === 0) return conventionalRoots(repository);
	const groups = /* @__PURE__ */ new Map();
	for (const orphan of orphans) {
		const folder = topFolder(folderOf(orphan.document.file.path), index, repository.paths);
		groups.set(folder, [...groups.get(folder) ?? [], orphan]);
	}
	return withUniqueNames([...groups].map(([folder, objects]) => orphanRoot(repository, folder, objects, index)));
}
function orphanKustomizations(repository, index) {
	const all = repository.written.all.filter(({ id, document, manifest }) => isKind(id, kinds.Kustomization) && !dormantPath.test(document.file.path) && stringAt(manifest, [
		"spec",
		"sourceRef",
		"name"
	]) !== void 0);
	const folders = foldersOf(repository.paths);
	const claimed = /* @__PURE__ */ new Set();
	for (const { manifest, document } of all) {
		const path = clampInside(stringAt(manifest, ["spec", "path"]) ?? "");
		if (path === "" || !folders.has(path)) continue;
		const reached = filesReached(path, repository.paths, index);
		if (reached.has(document.file.path)) continue;
		for (const file of reached) claimed.add(file);
	}
	return all.filter(({ document }) => !claimed.has(document.file.path));
}
/** The outermost folder whose kustomization file leads here, so that its patches are applied. */
function topFolder(folder, index, paths) {
	let top = folder;
	for (let current = folder; current !== "";) {
		current = folderOf(current);
		const file = index.get(current);
		if (file && !file.component && filesReached(current, paths, index).has(index.get(top)?.path ?? "")) top = current;
	}
	return top;
}
function orphanRoot(repository, folder, orphans, index) {
	if (index.has(folder)) {
		const root = impliedRoot(repository, folder);
		if (root) return {
			...root,
			partial: true
		};
	}
	const files = new Set(orphans.map(({ document }) => document.file));
	const version = fluxVersionIn(repository.files.filter(({ source }) => isInside(source.path, folder)));
	return {
		name: clusterName(folder),
		path: folder,
		sourceFolder: sourceFolderFor(repository, orphans),
		objects: repository.written.all.filter(({ document }) => files.has(document.file)).map((written) => ({ written })),
		assumesSource: true,
		partial: true,
		...version ? { fluxVersion: version } : {}
	};
}
/** The folder from which the paths of these Kustomizations exist. */
function sourceFolderFor(repository, orphans) {
	const folders = foldersOf(repository.paths);
	for (const { document, manifest } of orphans) {
		const path = clampInside(stringAt(manifest, ["spec", "path"]) ?? "");
		if (path === "" || folders.has(path)) continue;
		for (let current = folderOf(document.file.path); current !== ""; current = folderOf(current)) if (folders.has(`${current}/${path}`)) return current;
	}
	return "";
}
/** `clusters/<name>` with Flux objects in it: what the tutorials write before anybody runs `flux bootstrap`. */
function conventionalRoots(repository) {
	const folders = /* @__PURE__ */ new Set();
	for (const { id, document } of repository.written.all) {
		const folder = /^(?:.*\/)?clusters\/[^/]+(?=\/)/u.exec(document.file.path)?.[0];
		if (folder !== void 0 && id.group.endsWith(".toolkit.fluxcd.io") && !dormantPath.test(document.file.path)) folders.add(folder);
	}
	return withUniqueNames([...folders].sort().map((folder) => impliedRoot(repository, folder)).filter((root) => root !== void 0));
}
//#endregion
//#region src/resolve/installed-flux.ts
/**
* A root with the version of the release that its cluster installs Flux from, where no gotk-components.yaml and no
* FluxInstance states one. Read from the files, since the build itself depends on the version.
*/
function withInstalledFlux(repository, root) {
	if (root.fluxVersion) return root;
	for (const object of clusterObjects(repository, root)) {
		const fluxVersion = releaseOf(object);
		if (fluxVersion) return {
			...root,
			fluxVersion
		};
	}
	return root;
}
/** `https://github.com/fluxcd/flux2` or `oci://ghcr.io/fluxcd/flux-manifests`, with a tag or a range of versions. */
function releaseOf({ manifest, document }) {
	const url = stringAt(manifest, ["spec", "url"]) ?? "";
	if (!/(?:\/fluxcd\/flux2(?:\.git)?|\/flux-manifests)\/?$/u.test(url)) return void 0;
	const text = /^v?\d+\.\d+\.\d+/u.exec(stringAt(manifest, [
		"spec",
		"ref",
		"tag"
	]) ?? "")?.[0] ?? stringAt(manifest, [
		"spec",
		"ref",
		"semver"
	]);
	return text === void 0 ? void 0 : {
		text,
		from: document.file.path
	};
}
/** What the files say that a cluster applies: those of its folder, and of the paths that its Kustomizations name. */
function clusterObjects({ files, paths, kustomizationFiles }, { path, sourceFolder, objects }) {
	const index = byFolder(kustomizationFiles);
	const byPath = new Map(files.map((file) => [file.source.path, file]));
	const inFolder = (own) => [sourceFolder, own].filter((part) => part).join("/");
	const found = new Set(objects.flatMap((object) => "written" in object ? object.written : []));
	const folders = new Set([path]);
	const visited = /* @__PURE__ */ new Set();
	for (const folder of folders) for (const file of filesReached(folder, paths, index)) {
		if (visited.has(file)) continue;
		visited.add(file);
		for (const object of byPath.get(file)?.documents.flatMap(writtenObjects) ?? []) {
			found.add(object);
			const own = isKind(object.id, kinds.Kustomization) ? pathOf(object) : "";
			if (own !== "") folders.add(inFolder(own));
		}
	}
	return [...found];
}
function pathOf({ manifest }) {
	return clampInside(stringAt(manifest, ["spec", "path"]) ?? "");
}
//#endregion
//#region src/resolve/objects-outside.ts
/** Objects of files that no Kustomization leads to: what bootstrap scripts and people apply by hand. */
function objectsOutside({ written, paths, kustomizationFiles }, roots) {
	const index = byFolder(kustomizationFiles);
	const folders = new Set(roots.map(({ path }) => path));
	const sourceFolders = new Set(["", ...roots.map(({ sourceFolder }) => sourceFolder)]);
	for (const { id, manifest } of written.all) {
		if (!isKind(id, kinds.Kustomization)) continue;
		const path = clampInside(stringAt(manifest, ["spec", "path"]) ?? "");
		if (path === "") continue;
		for (const folder of sourceFolders) folders.add(folder === "" ? path : `${folder}/${path}`);
	}
	const reached = new Set([...folders].flatMap((folder) => [...filesReached(folder, paths, index)]));
	return written.all.filter(({ document }) => !reached.has(document.file.path));
}
//#endregion
//#region src/schema/crd-versions.ts
/** The versions that an `apiextensions.k8s.io/v1` definition serves; none for one that does not say what it defines. */
function crdVersions(definition) {
	const group = stringAt(definition, ["spec", "group"]);
	const kind = stringAt(definition, [
		"spec",
		"names",
		"kind"
	]);
	if (group === void 0 || kind === void 0) return [];
	return listAt(definition, ["spec", "versions"]).flatMap((entry) => {
		const version = stringAt(entry, ["name"]);
		const schema = valueAt(entry, ["schema", "openAPIV3Schema"]);
		if (version === void 0 || valueAt(entry, ["served"]) !== true || !isObject(schema)) return [];
		return [{
			group,
			kind,
			version,
			deprecated: valueAt(entry, ["deprecated"]) === true,
			schema
		}];
	});
}
//#endregion
//#region src/schema/custom-schemas.ts
const definitionKind = {
	group: "apiextensions.k8s.io",
	kind: "CustomResourceDefinition"
};
/** What the CustomResourceDefinitions among `resources` say of their own kinds. Several may define the same one. */
function customSchemas(resources) {
	const schemas = /* @__PURE__ */ new Map();
	const kinds = /* @__PURE__ */ new Set();
	for (const { manifest } of resources.filter(({ id }) => isKind(id, definitionKind))) for (const { group, kind, version, schema } of crdVersions(manifest)) {
		const key = `${group}/${kind}/${version}`;
		kinds.add(`${group}/${kind}`);
		const defined = {
			schema: wholeObject(schema),
			structural: schema
		};
		schemas.set(key, [...schemas.get(key) ?? [], defined]);
	}
	return ({ group, kind }, version) => {
		return schemas.get(`${group}/${kind}/${version}`) ?? (kinds.has(`${group}/${kind}`) ? "unserved" : []);
	};
}
/** A definition need not declare what every object has; what is written into `status` is ignored. */
function wholeObject(schema) {
	const structural = schema;
	if (!structural.properties) return structural;
	const text = { type: "string" };
	return {
		...structural,
		properties: {
			apiVersion: text,
			kind: text,
			metadata: { type: "object" },
			...structural.properties,
			status: {}
		}
	};
}
//#endregion
//#region src/schema/flux-schemas.ts
/** The schema by which a cluster with that Flux (`2.9`) judges an object. */
function fluxSchemaOf({ group, kind }, version, flux) {
	const minor = minorOf(flux);
	const versions = versionsOf({
		group,
		kind
	});
	if (minor === void 0 || versions.length === 0) return { status: "unknown" };
	const served = versions.find((one) => one.version === version && isServed(one, minor));
	const file = served && fileFor(served, minor);
	return file === void 0 ? { status: "unserved" } : {
		status: "found",
		file
	};
}
/** Every schema of a kind, in any version and for any minor. */
function schemasOfKind(kind) {
	return versionsOf(kind).flatMap((version) => knownMinors.filter((minor) => isServed(version, minor)).map((minor) => ({
		version,
		minor,
		file: fileFor(version, minor) ?? ""
	})));
}
/** The minor of `2.9`; undefined for a Flux that sluice does not know. */
function minorOf(flux) {
	const minor = Number(/^2\.(\d+)$/u.exec(flux)?.[1] ?? NaN);
	return knownMinors.includes(minor) ? minor : void 0;
}
function versionsOf({ group, kind }) {
	return fluxVersions.filter((version) => version.group === group && version.kind === kind);
}
function isServed({ first, last, operator }, minor) {
	return operator === true || first <= minor && minor <= last;
}
function fileFor({ schemas }, minor) {
	return schemas.findLast(([since]) => since <= minor)?.[1];
}
//#endregion
//#region src/schema/schema-at.ts
/** The schema of the field at `path`; undefined where the schema does not declare it. */
function schemaAt(schema, path) {
	let current = schema;
	for (const step of path) current = current && below(current, step);
	return current;
}
function below(schema, step) {
	if (typeof step === "number") return schema.items;
	const { properties, additionalProperties } = schema;
	if (properties && Object.hasOwn(properties, step)) return properties[step];
	return typeof additionalProperties === "object" ? additionalProperties : void 0;
}
//#endregion
//#region src/schema/field-ages.ts
/** A violation of a Flux object; for a field that is unknown here, with the versions that know it. */
function withAges(violation, kind, fluxSchema) {
	const { path, problem } = violation;
	if (problem.kind !== "unknown") return violation;
	const elsewhere = agesOf(path, kind, fluxSchema);
	return elsewhere.length === 0 ? violation : {
		path,
		problem: {
			...problem,
			elsewhere
		}
	};
}
function agesOf(path, kind, fluxSchema) {
	const ages = /* @__PURE__ */ new Map();
	for (const { version, minor, file } of schemasOfKind(kind)) {
		if (!schemaAt(fluxSchema(file), path)) continue;
		const first = ages.get(version.version)?.first ?? minor;
		ages.set(version.version, {
			version: version.version,
			first,
			last: minor
		});
	}
	return [...ages.values()];
}
//#endregion
//#region src/schema/ajv-violations.ts
/** All that a compiled validator says against `value`; `schema` is what it was compiled from. */
function ajvViolations(value, validate, schema) {
	if (validate(value)) return [];
	const violations = (validate.errors ?? []).map((error) => violationOf(error, value, schema));
	const mistyped = new Set(violations.filter(({ problem }) => problem.kind === "type").map(({ path }) => JSON.stringify(path)));
	return violations.filter(({ path, problem }) => problem.kind === "type" || !mistyped.has(JSON.stringify(path)));
}
function violationOf(error, value, schema) {
	const path = fieldPath(error.instancePath, value);
	const { keyword, params } = error;
	const named = params.additionalProperty ?? params.missingProperty;
	if (typeof named !== "string") return {
		path,
		problem: problemOf$1(keyword, params)
	};
	if (keyword === "required") return {
		path: [...path, named],
		problem: { kind: "missing" }
	};
	const declared = Object.keys(schemaAt(schema(), path)?.properties ?? {});
	return {
		path: [...path, named],
		problem: {
			kind: "unknown",
			declared
		}
	};
}
/** What ajv says in `params` is described on https://ajv.js.org/api.html#error-parameters. */
function problemOf$1(keyword, params) {
	switch (keyword) {
		case "type": return {
			kind: "type",
			expected: [params.type].flat().map(String)
		};
		case "enum": return {
			kind: "enum",
			allowed: params.allowedValues
		};
		case "pattern": return {
			kind: "pattern",
			pattern: String(params.pattern)
		};
		case "minLength":
		case "maxLength":
		case "minItems":
		case "maxItems":
		case "minProperties":
		case "maxProperties":
		case "minimum":
		case "maximum": return {
			kind: "bound",
			bound: bound(keyword, Number(params.limit))
		};
		default: return {
			kind: "combination",
			keyword
		};
	}
}
function bound(keyword, limit) {
	return {
		keyword,
		limit
	};
}
/** A JSON pointer as a field path: a step into a list is a number. */
function fieldPath(pointer, value) {
	const path = [];
	let current = value;
	for (const part of pointer.split("/").slice(1)) {
		const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
		const step = Array.isArray(current) ? Number(name) : name;
		path.push(step);
		current = current?.[step];
	}
	return path;
}
//#endregion
//#region src/schema/check-combinations.ts
/** Whether a schema has anything of what {@link combinationProblems} looks at: few have. */
function hasCombinations({ allOf, anyOf, oneOf, not, uniqueItems }) {
	return Boolean(allOf ?? anyOf ?? oneOf ?? not ?? uniqueItems);
}
/** What `allOf`, `anyOf`, `oneOf`, `not` and `uniqueItems` say against a value; `fits` tells whether it has what a branch asks for. */
function combinationProblems(value, schema, fits) {
	const problems = [];
	const refuse = (keyword) => {
		problems.push({
			kind: "combination",
			keyword
		});
	};
	if (schema.allOf && !schema.allOf.every(fits)) refuse("allOf");
	if (schema.anyOf && !schema.anyOf.some(fits)) refuse("anyOf");
	if (schema.oneOf && schema.oneOf.filter(fits).length !== 1) refuse("oneOf");
	if (schema.not && fits(schema.not)) refuse("not");
	if (schema.uniqueItems && isList(value) && hasTwins(value)) refuse("uniqueItems");
	return problems;
}
function hasTwins(list) {
	return new Set(list.map((element) => JSON.stringify(element))).size < list.length;
}
//#endregion
//#region src/schema/check-scalar.ts
/** What a schema says against a value itself, not against its fields. A value of the wrong type has no other problem. */
function scalarProblems(value, schema) {
	if (!isOfExpectedType(value, schema)) return [{
		kind: "type",
		expected: expectedTypes(schema)
	}];
	const problems = [];
	addBoundProblems(value, schema, problems);
	if (schema.enum && !isMember(value, schema.enum)) problems.push({
		kind: "enum",
		allowed: schema.enum
	});
	if (typeof value !== "string") return problems;
	const { pattern, format } = schema;
	if (pattern !== void 0 && patternOf(pattern)?.isPartOf(value) === false) problems.push({
		kind: "pattern",
		pattern
	});
	if (format !== void 0 && formats[format]?.test(value) === false) problems.push({
		kind: "format",
		format
	});
	return problems;
}
/** The question that is asked of every value of a cluster: one type, mostly. */
function isOfExpectedType(value, schema) {
	const { type } = schema;
	if (typeof type === "string" && isOfType(value, type)) return true;
	const expected = expectedTypes(schema);
	return expected.length === 0 || expected.some((one) => isOfType(value, one));
}
function expectedTypes(schema) {
	if (schema["x-kubernetes-int-or-string"] || schema.format === "int-or-string") return ["integer", "string"];
	return schema.type === void 0 ? [] : [schema.type].flat();
}
function isOfType(value, type) {
	switch (type) {
		case "object": return isObject(value);
		case "array": return isList(value);
		case "integer": return Number.isInteger(value);
		case "quantity": return typeof value === "number" || typeof value === "string" && quantity.test(value);
		default: return typeof value === type;
	}
}
/** `apimachinery: pkg/api/resource/quantity.go`, parseQuantityString. */
const quantity = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/u;
/** Formats that the API server itself checks in each version; others are left to the controllers. */
const formats = {
	"date-time": /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/u,
	byte: /^(?:[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*)$/u
};
function isMember(value, allowed) {
	if (typeof value !== "object") return allowed.includes(value);
	const text = JSON.stringify(value);
	return allowed.some((member) => JSON.stringify(member) === text);
}
const patterns = /* @__PURE__ */ new Map();
/** Go's patterns are RE2's; those of a repository's own CRDs are read by nothing else, as they may be made to hang. */
function patternOf(pattern) {
	if (!patterns.has(pattern)) patterns.set(pattern, compilePattern(pattern));
	return patterns.get(pattern);
}
function addBoundProblems(value, schema, problems) {
	for (const keyword of boundsOf(value)) {
		const limit = limitOf(schema, keyword);
		if (limit !== void 0 && isExceeded(value, keyword, limit)) problems.push({
			kind: "bound",
			bound: {
				keyword,
				limit
			}
		});
	}
}
const bounds = {
	text: ["minLength", "maxLength"],
	list: ["minItems", "maxItems"],
	mapping: ["minProperties", "maxProperties"],
	number: [
		"minimum",
		"maximum",
		"exclusiveMinimum",
		"exclusiveMaximum",
		"multipleOf"
	],
	other: []
};
function boundsOf(value) {
	if (typeof value === "string") return bounds.text;
	if (typeof value === "number") return bounds.number;
	if (isList(value)) return bounds.list;
	return isObject(value) ? bounds.mapping : bounds.other;
}
/** OpenAPI 3.0 makes `minimum` and `maximum` exclusive by a flag beside them. */
function limitOf(schema, keyword) {
	switch (keyword) {
		case "minimum": return schema.exclusiveMinimum === true ? void 0 : schema.minimum;
		case "maximum": return schema.exclusiveMaximum === true ? void 0 : schema.maximum;
		case "exclusiveMinimum": return schema.exclusiveMinimum === true ? schema.minimum : void 0;
		case "exclusiveMaximum": return schema.exclusiveMaximum === true ? schema.maximum : void 0;
		default: return schema[keyword];
	}
}
function isExceeded(value, keyword, limit) {
	const amount = amountOf(value);
	switch (keyword) {
		case "exclusiveMinimum": return amount <= limit;
		case "exclusiveMaximum": return amount >= limit;
		case "multipleOf": return !isMultiple(amount, limit);
		default: return keyword.startsWith("min") ? amount < limit : amount > limit;
	}
}
/** Characters are code points, as utf8.RuneCountInString counts them. */
function amountOf(value) {
	if (typeof value === "number") return value;
	if (typeof value === "string") return [...value].length;
	return isList(value) ? value.length : Object.keys(value ?? {}).length;
}
function isMultiple(value, step) {
	const quotient = value / step;
	return step <= 0 || Math.abs(quotient - Math.round(quotient)) < 1e-9;
}
//#endregion
//#region src/schema/check-value.ts
/** Fields that every object embedded in another one may have (`x-kubernetes-embedded-resource`). */
const embedded = new Set([
	"apiVersion",
	"kind",
	"metadata"
]);
/** All that a schema says against `value`, in the order of the value's fields. */
function violationsOf(value, schema, resolve, closed = "all") {
	const violations = [];
	const report = (path, problem) => {
		violations.push({
			path,
			problem
		});
	};
	checkValue(value, schema, [], {
		resolve,
		closed,
		report
	});
	return violations;
}
/** Walks down a value and its schema together; `path` grows and shrinks with the walk. */
function checkValue(value, schema, path, check) {
	const resolved = schema.$ref === void 0 ? schema : check.resolve(schema.$ref);
	if (!resolved || value === null) return;
	const problems = scalarProblems(value, resolved);
	for (const problem of problems) check.report([...path], problem);
	if (problems.some(({ kind }) => kind === "type")) return;
	if (isObject(value)) checkObject(value, resolved, path, check);
	else if (isList(value)) checkList(value, resolved, path, check);
	if (!hasCombinations(resolved)) return;
	const fits = (branch) => isAccepted(value, branch, check.resolve);
	for (const problem of combinationProblems(value, resolved, fits)) check.report([...path], problem);
}
function checkList(value, { items }, path, check) {
	if (!items) return;
	for (const [index, element] of value.entries()) {
		path.push(index);
		checkValue(element, items, path, check);
		path.pop();
	}
}
/** Whether a value has what a branch of `anyOf` and its like asks for: a branch declares no fields. */
function isAccepted(value, branch, resolve) {
	let accepted = true;
	const report = () => {
		accepted = false;
	};
	checkValue(value, branch, [], {
		resolve,
		closed: "none",
		report
	});
	return accepted;
}
function checkObject(value, schema, path, check) {
	for (const name of schema.required ?? []) if ((value[name] ?? null) === null && !isNullHere(value, name, schema) && !isFilledIn(name, schema)) check.report([...path, name], { kind: "missing" });
	for (const [name, field] of Object.entries(value)) {
		const declared = fieldSchema(schema, name);
		if (declared) {
			path.push(name);
			checkValue(field, declared, path, check);
			path.pop();
		} else if (isUndeclared(schema, name, check.closed)) {
			const names = Object.keys(schema.properties ?? {});
			check.report([...path, name], {
				kind: "unknown",
				declared: names
			});
		}
	}
}
function isNullHere(value, name, { properties }) {
	return value[name] === null && properties?.[name]?.nullable === true;
}
/** The API server sets defaults before it validates. */
function isFilledIn(name, { properties }) {
	return properties !== void 0 && Object.hasOwn(properties, name) && properties[name]?.default !== void 0;
}
function fieldSchema({ properties, additionalProperties }, name) {
	if (properties && Object.hasOwn(properties, name)) return properties[name];
	return typeof additionalProperties === "object" ? additionalProperties : void 0;
}
function isUndeclared(schema, name, closed) {
	if (closed === "none" || !schema.properties || schema.additionalProperties) return false;
	if (closed === "stated" && schema.additionalProperties !== false) return false;
	if (schema["x-kubernetes-preserve-unknown-fields"]) return false;
	return !(schema["x-kubernetes-embedded-resource"] && embedded.has(name));
}
//#endregion
//#region src/schema/object-meta.ts
const text = { type: "string" };
const texts = {
	type: "object",
	additionalProperties: text
};
/** What the API server knows of `metadata`, whatever the kind (`apimachinery: pkg/apis/meta/v1/types.go`, ObjectMeta). */
const objectMeta = {
	type: "object",
	properties: {
		name: text,
		generateName: text,
		namespace: text,
		labels: texts,
		annotations: texts,
		finalizers: {
			type: "array",
			items: text
		},
		ownerReferences: {
			type: "array",
			items: { type: "object" }
		},
		managedFields: {
			type: "array",
			items: { type: "object" }
		},
		creationTimestamp: text,
		deletionTimestamp: text,
		deletionGracePeriodSeconds: { type: "integer" },
		generation: { type: "integer" },
		resourceVersion: text,
		selfLink: text,
		uid: text
	},
	additionalProperties: false
};
const namePart = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/u;
const subdomain$1 = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/u;
const keyRule = "an optional prefix that is a DNS name and a slash, then at most 63 letters, digits, `-`, `_` and `.`, the first and last of them a letter or digit";
const valueRule = "at most 63 letters, digits, `-`, `_` and `.`, the first and last of them a letter or digit";
/** What the API server says against an object's `metadata`: its fields, and the form of its labels and annotations. */
function metadataViolations(manifest) {
	const { metadata } = manifest;
	if (metadata === void 0 || metadata === null) return [];
	const below = (violation) => ({
		...violation,
		path: ["metadata", ...violation.path]
	});
	return [...violationsOf(metadata, objectMeta, () => void 0), ...labelViolations(metadata)].map(below);
}
/** `apimachinery: pkg/apis/meta/v1/validation`, ValidateLabels and ValidateAnnotations. */
function labelViolations(metadata) {
	if (!isObject(metadata)) return [];
	const labels = entriesOf(metadata.labels).flatMap(([key, value]) => {
		const path = ["labels", key];
		if (!isQualifiedName(key)) return [named(path, keyRule)];
		return typeof value === "string" && !isLabelValue(value) ? [named(path, valueRule)] : [];
	});
	const annotations = entriesOf(metadata.annotations).filter(([key]) => !isQualifiedName(key.toLowerCase())).map(([key]) => named(["annotations", key], keyRule));
	return [...labels, ...annotations];
}
function entriesOf(value) {
	return isObject(value) ? Object.entries(value) : [];
}
function named(path, rule) {
	return {
		path,
		problem: {
			kind: "name",
			rule
		}
	};
}
function isLabelValue(value) {
	return value === "" || value.length <= 63 && namePart.test(value);
}
function isQualifiedName(key) {
	const [name = "", prefix, ...rest] = key.split("/").reverse();
	if (rest.length > 0 || name.length > 63 || !namePart.test(name)) return false;
	return prefix === void 0 || prefix.length <= 253 && subdomain$1.test(prefix);
}
//#endregion
//#region src/schema/object-name.ts
const label = {
	pattern: /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/u,
	longest: 63,
	rule: "at most 63 lower-case letters, digits and `-`, the first and last of them a letter or digit"
};
const subdomain = {
	pattern: /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/u,
	longest: 253,
	rule: "at most 253 lower-case letters, digits, `-` and `.`, each part between dots beginning and ending with a letter or digit"
};
const pathSegment = {
	pattern: /^(?!\.{1,2}$)[^/%]+$/u,
	longest: Number.POSITIVE_INFINITY,
	rule: "no `/` and no `%`, and not `.` or `..`"
};
/** Kinds whose names have a form of their own (`kubernetes: pkg/apis/*\/validation`); all others take a DNS subdomain. */
const forms = {
	"/Namespace": label,
	"/Service": label,
	"rbac.authorization.k8s.io/Role": pathSegment,
	"rbac.authorization.k8s.io/RoleBinding": pathSegment,
	"rbac.authorization.k8s.io/ClusterRole": pathSegment,
	"rbac.authorization.k8s.io/ClusterRoleBinding": pathSegment
};
/** What the API server says against the name of an object. */
function nameViolations({ group, kind }, name) {
	const { pattern, longest, rule } = forms[`${group}/${kind}`] ?? subdomain;
	if (name.length <= longest && pattern.test(name)) return [];
	return [{
		path: ["metadata", "name"],
		problem: {
			kind: "name",
			rule
		}
	}];
}
//#endregion
//#region src/schema/unseen.ts
/** Whether a text is not all known: something is to be substituted in it, or stood in for. */
function isOpen(text) {
	return text.includes("${") || holdsStandIn(text);
}
/** Whether anything in a value, keys included, is not known. */
function holdsUnseen(value) {
	if (typeof value === "string") return isEncryptedValue(value) || isOpen(value);
	if (isList(value)) return value.some(holdsUnseen);
	if (!isObject(value)) return false;
	return Object.entries(value).some(([key, field]) => isOpen(key) || holdsUnseen(field));
}
const selfPattern = /\bself\b(?:\.([A-Za-z_]\w*)(?!\w*\())?/gu;
/** Whether a rule in CEL may have read something of its `self` that is not known. */
function readsUnseen(rule, self) {
	if (!holdsUnseen(self)) return false;
	const fields = [...rule.matchAll(selfPattern)].map(([, field]) => field);
	if (!fields.every((field) => field !== void 0 && !field.includes("__")) || !isObject(self)) return true;
	return fields.some((field) => field !== void 0 && holdsUnseen(self[field]));
}
//#endregion
//#region src/schema/without-nulls.ts
/**
* A value without the fields that are null: the API server removes them before it validates, unless the schema allows
* null, which no schema of Flux does. A value that has none, as nearly all, is returned as it is.
*/
function withoutNulls(value) {
	return hasNull(value) ? stripped(value) : value;
}
function hasNull(value) {
	if (isList(value)) return value.some(hasNull);
	return value === null || isObject(value) && Object.values(value).some(hasNull);
}
function stripped(value) {
	if (isList(value)) return value.map(stripped);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null).map(([name, field]) => [name, stripped(field)]));
}
//#endregion
//#region src/schema/judge-object.ts
/** What the schema of an object says of it: Flux's own, one of the repository's definitions, or Kubernetes'. */
function judgeObject(resource, schemas) {
	const violations = structureOf(resource, schemas);
	if ("status" in violations) return violations;
	const { id, manifest } = resource;
	return {
		status: "checked",
		violations: [
			...violations,
			...metadataViolations(manifest),
			...nameViolations(id, id.name)
		].filter((one) => isSeen(one, manifest))
	};
}
function structureOf(resource, schemas) {
	const { id, apiVersion, manifest } = resource;
	const version = versionOf$2(apiVersion);
	const flux = fluxSchemaOf(id, version, schemas.flux);
	if (flux.status === "unserved") return unserved;
	if (flux.status === "found") return fluxViolations(resource, flux.file, schemas);
	const custom = schemas.custom(id, version);
	if (custom === "unserved") return unserved;
	if (custom.length > 0) return mildest(custom.map(({ schema }) => violationsOf(manifest, schema, noRef)));
	const own = schemas.kubernetes?.schemaOf(id, version);
	if (own === "unserved") return unserved;
	if (own && schemas.kubernetes) return violationsOf(manifest, own, schemas.kubernetes.resolve);
	const located = schemas.located(id, version);
	if (located?.status !== "whole") return {
		status: "unknown",
		...reasonOf(located)
	};
	return violationsOf(manifest, located.schema, located.resolve, "stated");
}
/** Whether only a schema that the user has put somewhere can judge an object. */
function needsLocated({ id, apiVersion }, schemas) {
	const version = versionOf$2(apiVersion);
	const { flux, custom, kubernetes } = schemas;
	return fluxSchemaOf(id, version, flux).status === "unknown" && custom(id, version).length === 0 && kubernetes?.schemaOf(id, version) === void 0;
}
const unserved = { status: "unserved" };
function reasonOf(broken) {
	return broken ? { reason: broken.reason } : {};
}
/** Structural schemas hold no references. */
const noRef = () => void 0;
/** Where a kind is defined twice, nobody knows which definition is applied last: what is said in its favour counts. */
function mildest(judgements) {
	return judgements.reduce((best, next) => next.length < best.length ? next : best);
}
function fluxViolations({ id, manifest }, file, { validators, fluxSchema }) {
	const validate = validators.get(file);
	if (!validate) return [];
	const value = withoutNulls(manifest);
	return ajvViolations(value, validate, () => fluxSchema(file)).filter((violation) => !isWidened(id, violation, valueAt(value, violation.path)));
}
/** flux-operator, wherever it is installed from, lets Alerts and Receivers name its kinds (`flux-semantics.md` 1.5). */
const operatorKinds = new Set([
	"FluxInstance",
	"ResourceSet",
	"ResourceSetInputProvider"
]);
function isWidened({ group }, { path, problem }, value) {
	return problem.kind === "enum" && path.at(-1) === "kind" && group === "notification.toolkit.fluxcd.io" && operatorKinds.has(value);
}
/** Nothing rests on a value that was not seen: encrypted, or to be substituted. SOPS adds a field of its own. */
function isSeen({ path, problem }, manifest) {
	if (path.length === 1 && path[0] === "sops") return false;
	if (path.some((step) => isOpen(String(step)))) return false;
	if (problem.kind === "unknown" || problem.kind === "missing") return true;
	return !isUnseen(problem, valueAt(manifest, path));
}
function isUnseen(problem, value) {
	if (typeof value === "string") return isEncryptedValue(value) || isOpen(value);
	return problem.kind === "combination" && isOpen(JSON.stringify(value ?? null));
}
//#endregion
//#region src/schema/server-checks.ts
/** Whether a schema asks for such a thing anywhere. */
function hasServerChecks(schema) {
	const known = remembered.get(schema);
	if (known !== void 0) return known;
	const has = isServerCheck(schema) || partsOf(schema).some(hasServerChecks);
	remembered.set(schema, has);
	return has;
}
const remembered = /* @__PURE__ */ new WeakMap();
function isServerCheck(schema) {
	return (schema["x-kubernetes-validations"] ?? []).length > 0 || isKeyed(schema) || schema["x-kubernetes-embedded-resource"] === true;
}
function isKeyed(schema) {
	return schema["x-kubernetes-list-type"] === "set" || schema["x-kubernetes-list-type"] === "map";
}
function partsOf({ properties, items, additionalProperties, allOf }) {
	return [
		...Object.values(properties ?? {}),
		...items ? [items] : [],
		...typeof additionalProperties === "object" ? [additionalProperties] : [],
		...allOf ?? []
	];
}
/** Whether such a check looks at a value: most objects leave out the fields that have one, and need no engine. */
function needsServer(value, schema) {
	const present = value ?? schema.default;
	if (present === void 0 || present === null || !hasServerChecks(schema)) return false;
	if ((schema["x-kubernetes-validations"] ?? []).length > 0) return true;
	if (schema["x-kubernetes-embedded-resource"] === true || schema.allOf?.some(hasServerChecks)) return true;
	if (isList(present)) return needsServerInList(present, schema);
	return isObject(present) && fieldsOf(present, schema).some(([field, of]) => needsServer(field, of));
}
function needsServerInList(list, schema) {
	if (isKeyed(schema) && list.length > 1) return true;
	const { items } = schema;
	return items !== void 0 && list.some((entry) => needsServer(entry, items));
}
function fieldsOf(value, { properties = {}, additionalProperties }) {
	const declared = Object.entries(properties).map(([name, schema]) => [Object.hasOwn(value, name) ? value[name] : void 0, schema]);
	if (typeof additionalProperties !== "object") return declared;
	return [...declared, ...Object.values(value).map((field) => [field, additionalProperties])];
}
//#endregion
//#region src/schema/narrow-schema.ts
/**
* A definition as far as it says anything of `values`: the API server's code gives the same verdict by it, in a fraction
* of the time. Compiling the rules of a large definition takes longer than building a repository, and an object
* reaches few of them. A field that no value has stays where a default would fill it in, or where a rule above names it.
*/
function narrowSchema(schema, values) {
	return narrow(schema, values, "");
}
/** `rules` is the text of all rules above, in which a field must stand to be looked at. */
function narrow(schema, values, rulesAbove) {
	if (hasNestedRules(schema)) return schema;
	const { properties, items, additionalProperties, ...rest } = withoutWords(schema);
	const own = values.length > 0 ? rest["x-kubernetes-validations"] ?? [] : [];
	const rules = own.length > 0 ? `${rulesAbove}\n${JSON.stringify(own)}` : rulesAbove;
	const { "x-kubernetes-validations": _, ...plain } = rest;
	return {
		...plain,
		...own.length > 0 && { "x-kubernetes-validations": own },
		...properties && { properties: narrowFields(properties, values.filter(isObject), rules) },
		...items && { items: narrow(items, values.filter(isList).flat().filter(isPresent$1), rules) },
		...additionalProperties !== void 0 && { additionalProperties: typeof additionalProperties === "object" ? narrow(additionalProperties, values.filter(isObject).flatMap(fieldValues), rules) : additionalProperties }
	};
}
function narrowFields(properties, objects, rules) {
	return Object.fromEntries(Object.entries(properties).flatMap(([name, schema]) => {
		const fields = objects.filter((object) => Object.hasOwn(object, name));
		const isFilledIn = schema.default !== void 0 && objects.length > 0;
		if (fields.length === 0 && !isFilledIn && !isNamed(name, rules)) return [];
		const present = fields.map((object) => object[name]).filter(isPresent$1);
		return [[name, narrow(schema, isFilledIn ? [...present, schema.default].filter(isPresent$1) : present, rules)]];
	}));
}
/** Whether rules may name a field. What is no letter or digit is escaped in them (`a-b` is `a__dash__b`). */
function isNamed(name, rules) {
	return rules !== "" && (name.match(/[a-z0-9]+/giu) ?? []).every((part) => rules.includes(part));
}
function fieldValues(object) {
	return Object.values(object).filter(isPresent$1);
}
function isPresent$1(value) {
	return value !== void 0 && value !== null;
}
/** What a rule below `allOf` and its like reads is declared elsewhere: such a schema stays whole. */
function hasNestedRules({ allOf = [], anyOf = [], oneOf = [], not }) {
	return [
		...allOf,
		...anyOf,
		...oneOf,
		...not ? [not] : []
	].some(hasServerChecks);
}
/** Keywords for readers. */
function withoutWords(schema) {
	const { description: _, ...rest } = schema;
	return rest;
}
//#endregion
//#region src/schema/refusal-violations.ts
/**
* What the engine says of an object and our own look at its structure does not: broken rules, entries that are there
* twice, embedded resources. Nothing rests on a value that was not seen.
*/
function refusalViolations(refusals, manifest) {
	return refusals.flatMap((refusal) => {
		const problem = problemOf(refusal);
		return problem && !restsOnUnseen(refusal, manifest) ? [{
			path: refusal.path,
			problem
		}] : [];
	});
}
function problemOf({ stage, type, rule = "", message }) {
	if (stage === "rule") return {
		kind: "rule",
		rule,
		message
	};
	if (stage === "list" && type === "FieldValueDuplicate") return { kind: "duplicate" };
	if (stage === "embedded") return type === "FieldValueRequired" ? { kind: "missing" } : {
		kind: "name",
		rule: message
	};
}
function restsOnUnseen({ stage, path, scope, rule = "" }, manifest) {
	if (stage !== "rule") return holdsUnseen(valueAt(manifest, path));
	return readsUnseen(rule, valueAt(manifest, path.slice(0, scope)));
}
//#endregion
//#region src/schema/judge-by-server.ts
/** So many objects go to the engine in one call: the call's time limit is for all of them. */
const batchSize = 64;
/** Lets the engine judge objects; those that are alike, in several clusters, once. */
async function judgeByServer(subjects, { engine, digest }) {
	const judgements = /* @__PURE__ */ new Map();
	const unjudged = [];
	const work = batchesOf(subjects, digest).map(async (batch) => {
		const objects = batch.alike.map(({ manifest }) => manifest);
		return {
			batch,
			result: await engine.call("validate", {
				schema: batch.schema,
				objects
			})
		};
	});
	for (const { batch, result } of await Promise.all(work)) {
		for (const [resource, violations] of violationsIn(batch, result)) judgements.set(resource, [...judgements.get(resource) ?? [], violations]);
		unjudged.push(...unjudgedIn(batch, result));
	}
	return {
		violations: new Map([...judgements].map(([resource, several]) => [resource, mildest(several)])),
		unjudged
	};
}
function batchesOf(subjects, digest) {
	const digests = /* @__PURE__ */ new Map();
	const groups = /* @__PURE__ */ new Map();
	for (const { resource, structural } of subjects) {
		const { status: _, ...manifest } = resource.manifest;
		const text = JSON.stringify(manifest);
		for (const definition of structural) {
			const key = digests.get(definition) ?? digest(JSON.stringify(definition));
			digests.set(definition, key);
			const group = groups.get(key) ?? {
				definition,
				alike: /* @__PURE__ */ new Map()
			};
			groups.set(key, group);
			group.alike.set(text, [...group.alike.get(text) ?? [], resource]);
		}
	}
	return [...groups.values()].flatMap(({ definition, alike }) => {
		const all = [...alike.values()].flatMap(alikeOf);
		const schema = customSchema(definition, all.map(({ manifest }) => manifest), digest);
		return inPieces(all, batchSize).map((piece) => ({
			schema,
			alike: piece
		}));
	});
}
/** A definition for the engine, as far as it speaks of `objects`. */
function customSchema(definition, objects, digest) {
	const schema = narrowSchema(definition, objects);
	return {
		digest: digest(JSON.stringify(schema)),
		schema
	};
}
/** An API server ignores what is written into `status`. */
function alikeOf(resources) {
	const [first] = resources;
	if (!first) return [];
	const { status: _, ...manifest } = first.manifest;
	return [{
		manifest,
		resources
	}];
}
function inPieces(list, size) {
	const count = Math.ceil(list.length / size);
	return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size));
}
function* violationsIn({ alike }, result) {
	for (const [index, { manifest, resources }] of alike.entries()) {
		const refusals = result.status === "judged" ? result.verdicts[index]?.violations : void 0;
		const violations = refusals ? refusalViolations(refusals, manifest) : [];
		for (const resource of resources) yield [resource, violations];
	}
}
function unjudgedIn({ alike }, result) {
	const resources = alike.flatMap((one) => one.resources);
	if (result.status !== "judged") return [{
		resources,
		cause: {
			kind: result.status,
			message: result.message
		}
	}];
	const broken = result.verdicts.flatMap(({ violations }) => violations.filter(({ stage }) => stage === "compile").map(({ message }) => message));
	return [...result.transitionRules === 0 ? [] : [{
		resources,
		cause: {
			kind: "transition",
			rules: result.transitionRules
		}
	}], ...[...new Set(broken)].map((message) => ({
		resources,
		cause: {
			kind: "compile",
			message
		}
	}))];
}
//#endregion
//#region src/schema/kubernetes-schemas.ts
/** Fields that OpenAPI calls required because Go always writes them, and that the API server takes or fills in without. */
const notAskedFor = {
	"io.k8s.api.apps.v1.StatefulSetSpec": ["serviceName"],
	"io.k8s.api.core.v1.LimitRangeSpec": ["limits"],
	"io.k8s.api.networking.v1.NetworkPolicySpec": ["podSelector"],
	"io.k8s.api.rbac.v1.RoleRef": ["apiGroup"],
	"io.k8s.api.rbac.v1.Role": ["rules"],
	"io.k8s.api.rbac.v1.ClusterRole": ["rules"],
	"io.k8s.api.scheduling.v1.PriorityClass": ["value"],
	"io.k8s.api.storage.v1.CSIDriver": ["spec"],
	"io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion": ["served", "storage"]
};
/** Types that OpenAPI describes more narrowly than the API server reads them. */
const readAs = { "io.k8s.apimachinery.pkg.api.resource.Quantity": { type: "quantity" } };
/** The schemas of a Kubernetes minor (`1.35`); of the next newer one where that is not there; undefined after the last. */
function kubernetesSchemas({ minors, definitions }, kubernetes) {
	const index = minors.findIndex((minor) => minorNumber(minor) >= minorNumber(kubernetes));
	if (index < 0) return void 0;
	const known = /* @__PURE__ */ new Map();
	const schemaNamed = (name) => {
		if (!known.has(name)) {
			const definition = definitions[name]?.findLast(([since]) => since <= index)?.[1];
			known.set(name, readAs[name] ?? (definition ? asTaken(name, definition) : void 0));
		}
		return known.get(name);
	};
	const byKind = indexKinds(definitions, index);
	return {
		resolve: (reference) => schemaNamed(reference.slice(14)),
		schemaOf: ({ group, kind }, version) => {
			const versions = byKind.get(`${group}/${kind}`);
			const name = versions?.get(version);
			if (name !== void 0) return withoutStatus(schemaNamed(name));
			return versions ? "unserved" : void 0;
		}
	};
}
function minorNumber(version) {
	return Number(version.split(".")[1]);
}
function asTaken(name, definition) {
	const left = notAskedFor[name];
	if (!left || !definition.required) return definition;
	return {
		...definition,
		required: definition.required.filter((field) => !left.includes(field))
	};
}
/** The API server ignores what is written into `status`. */
function withoutStatus(schema) {
	if (!schema?.properties?.status) return schema;
	const required = schema.required?.filter((field) => field !== "status");
	return {
		...schema,
		properties: {
			...schema.properties,
			status: {}
		},
		...required && { required }
	};
}
function indexKinds(definitions, index) {
	const kinds = /* @__PURE__ */ new Map();
	for (const [name, changes] of Object.entries(definitions)) {
		const definition = changes.findLast(([since]) => since <= index)?.[1];
		for (const { group, version, kind } of definition?.["x-kubernetes-group-version-kind"] ?? []) {
			const key = `${group}/${kind}`;
			const versions = kinds.get(key) ?? /* @__PURE__ */ new Map();
			kinds.set(key, versions.set(version, name));
		}
	}
	return kinds;
}
//#endregion
//#region src/schema/kustomization-violations.ts
const own = "kustomize.config.k8s.io";
/** What kustomize's types say against a kustomization file; nothing of a file that holds an object of another group. */
function kustomizationViolations({ document }, schema) {
	const { content } = document;
	const apiVersion = stringAt(content, ["apiVersion"]);
	if (content === void 0 || apiVersion !== void 0 && groupOf(apiVersion) !== own) return [];
	return violationsOf(content, schema, () => void 0).filter(isReal);
}
/** Go's reader of JSON finds a field whatever the case of its letters. */
function isReal({ path, problem }) {
	if (problem.kind !== "unknown") return true;
	const name = String(path.at(-1)).toLowerCase();
	return !problem.declared.some((declared) => declared.toLowerCase() === name);
}
//#endregion
//#region src/schema/linked-schema.ts
/**
* A schema and everything that it refers to, in its own file or in others below the same location, such as
* `_definitions.json#/definitions/…` (kubeconform's schemas that do not stand alone). A path is relative to the file that
* names it, whatever `$id` says; addresses are not fetched. undefined where the file is not there.
*/
function linkedSchema(path, read) {
	const file = read(path);
	if (!file) return void 0;
	const schema = anchored(asJson(file), path);
	const links = /* @__PURE__ */ new Map();
	const open = [...referencesIn(schema)];
	for (let next = open.pop(); next !== void 0; next = open.pop()) {
		if (links.has(next)) continue;
		const target = targetOf(next, read);
		if (target === void 0) return {
			status: "broken",
			reason: reasonFor$1(next)
		};
		links.set(next, target);
		open.push(...referencesIn(target));
	}
	return {
		status: "whole",
		schema: asSchema(schema),
		resolve: (name) => followed(name, links)
	};
}
const asJson = (schema) => schema;
const asSchema = (json) => json;
/** What a reference leads to in the end; undefined where that is only itself. */
function followed(reference, links) {
	const seen = /* @__PURE__ */ new Set();
	for (let name = reference; name !== void 0 && !seen.has(name);) {
		seen.add(name);
		const target = links.get(name);
		if (target === void 0) return void 0;
		const next = stringAt(target, ["$ref"]);
		if (next === void 0) return asSchema(target);
		name = next;
	}
}
/** Keywords whose value is no schema. */
const plain = new Set([
	"const",
	"default",
	"enum",
	"example",
	"examples"
]);
/** Keywords that hold schemas by name. */
const byName = new Set([...[
	"properties",
	"patternProperties",
	"definitions",
	"$defs",
	"dependencies"
]]);
/** A copy of a schema in which every reference says from where it leads: `kinds/backup.json#/definitions/spec`. */
function anchored(schema, path) {
	if (isList(schema)) return schema.map((part) => anchored(part, path));
	if (!isObject(schema)) return schema;
	return withEach(schema, (part, keyword) => {
		if (keyword === "$ref") return typeof part === "string" ? anchor(part, path) : part;
		if (plain.has(keyword)) return part;
		return byName.has(keyword) && isObject(part) ? withEach(part, (named) => anchored(named, path)) : anchored(part, path);
	});
}
function withEach(object, change) {
	return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
}
const isAddress = (reference) => /^(?:[a-z][a-z\d+.-]*:|\/)/iu.test(reference);
/** One that leads out of the location, or to an address, stays as it is written. */
function anchor(reference, path) {
	if (isAddress(reference)) return reference;
	const [name = "", pointer = ""] = reference.split("#", 2);
	const file = name === "" ? path : joinInside(folderOf(path), name);
	return file === void 0 ? reference : `${file}#${pointer}`;
}
function* referencesIn(schema) {
	if (isList(schema)) for (const part of schema) yield* referencesIn(part);
	if (!isObject(schema)) return;
	for (const [keyword, part] of Object.entries(schema)) if (keyword === "$ref" && typeof part === "string") yield part;
	else if (byName.has(keyword) && isObject(part)) yield* referencesIn(Object.values(part));
	else if (!plain.has(keyword)) yield* referencesIn(part);
}
function targetOf(reference, read) {
	const [path = "", pointer = ""] = reference.split("#", 2);
	if (isAddress(reference) || joinInside("", path) === void 0) return void 0;
	const file = read(path);
	if (!file || pointer !== "" && !pointer.startsWith("/")) return void 0;
	const steps = pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
	const target = valueAt(asJson(file), steps);
	return target === void 0 ? void 0 : anchored(target, path);
}
function reasonFor$1(reference) {
	const named = `the schema at its \`--schema-location\` refers to \`${reference}\``;
	const [path = ""] = reference.split("#", 1);
	if (isAddress(reference)) return `${named}, and no reference to an address is followed`;
	return joinInside("", path) === void 0 ? `${named}, which lies outside of that location` : `${named}, which is not there`;
}
//#endregion
//#region src/schema/schema-location.ts
/** A folder alone is laid out as flux-schema extracts, or as kubeconform's repository of schemas is. */
const layouts = ["{{ .Group }}/{{ .Kind }}_{{ .Version }}.json", "{{ .NormalizedKubernetesVersion }}-standalone{{ .StrictSuffix }}/{{ .ResourceKind }}{{ .KindSuffix }}.json"];
/** The files that a `--schema-location` may mean for a kind, in kubeconform's and flux-schema's grammar; the first one that is there holds. */
function schemaPaths(location, located) {
	if (![
		located.group,
		located.kind,
		located.version
	].every(isPlain)) return [];
	const isTemplate = location.includes("{{") || location.endsWith(".json");
	const [fixed = ""] = location.split("{{", 1);
	const folder = isTemplate ? fixed.slice(0, Math.max(0, fixed.lastIndexOf("/"))) : location;
	const templates = isTemplate ? [location.slice(fixed.lastIndexOf("/") + 1)] : layouts;
	const variables = variablesOf(located);
	return templates.map((template) => ({
		folder,
		path: template.replace(/\{\{-?\s*\.(\w+)\s*-?\}\}/gu, (whole, name) => variables[name] ?? whole)
	}));
}
function isPlain(text) {
	return /^[\w.-]*$/u.test(text) && !text.includes("..");
}
/** kubeconform: `pkg/registry/registry.go`, schemaPath; flux-schema names its variables after the kind's own fields. */
function variablesOf({ group, kind, version, kubernetes }) {
	const name = kind.toLowerCase();
	const [shortGroup = ""] = group.split(".");
	return {
		ResourceKind: name,
		ResourceAPIVersion: version,
		Group: group,
		KindSuffix: `-${shortGroup === "" ? "" : `${shortGroup}-`}${version}`.toLowerCase(),
		NormalizedKubernetesVersion: `v${kubernetes}.0`,
		StrictSuffix: "-strict",
		Kind: name,
		Version: version
	};
}
//#endregion
//#region src/schema/located-schemas.ts
/** The schemas at `--schema-location`: the first location that has one. Each is looked for once. */
function locatedSchemas(locations, kubernetes, store) {
	const read = readOnce(store);
	const known = /* @__PURE__ */ new Map();
	return ({ group, kind }, version) => {
		const key = `${group}/${kind}/${version}`;
		if (!known.has(key)) {
			const places = locations.flatMap((location) => schemaPaths(location, {
				group,
				kind,
				version,
				kubernetes
			}));
			known.set(key, firstOf(places, read));
		}
		return known.get(key);
	};
}
function firstOf(places, read) {
	for (const { folder, path } of places) {
		const found = linkedSchema(path, (below) => read(`${folder}/${below}`));
		if (found) return found;
	}
}
/** Many kinds may refer to one large file of definitions. */
function readOnce(store) {
	const files = /* @__PURE__ */ new Map();
	return (path) => {
		if (!files.has(path)) files.set(path, store.fileAt(path));
		return files.get(path);
	};
}
//#endregion
//#region src/schema/server-skips.ts
/** What was left out of the rules of definitions, and why: rules that look back at all kinds are said once. */
function serverSkips(clusters, unjudged) {
	const clustersOf = (entries) => {
		const resources = new Set(entries.flatMap((entry) => entry.resources));
		return clusters.filter((cluster) => cluster.resources.some((resource) => resources.has(resource))).map(({ name }) => name);
	};
	const lookingBack = unjudged.filter(({ cause }) => cause.kind === "transition");
	const others = groupBy(unjudged.filter(({ cause }) => cause.kind !== "transition"), ({ resources, cause }) => JSON.stringify([kindsOf(resources), cause]));
	return [...lookingBack.length === 0 ? [] : [{
		...transitionSkip(lookingBack),
		clusters: clustersOf(lookingBack)
	}], ...[...others.values()].flatMap((entries) => {
		const [first] = entries;
		return first ? [{
			...skipOf$1(first, entries),
			clusters: clustersOf(entries)
		}] : [];
	})];
}
function transitionSkip(entries) {
	const byKind = groupBy(entries, ({ resources }) => kindsOf(resources));
	const rules = [...byKind.values()].reduce((sum, [first]) => sum + transitionsIn(first), 0);
	return {
		what: `checking ${counted(rules, "rule")} that ${rules === 1 ? "compares" : "compare"} an object with what it was before (${listed([...byKind.keys()].sort())})`,
		reason: "what is in the cluster now is not in Git",
		kind: "chosen"
	};
}
function transitionsIn(entry) {
	return entry?.cause.kind === "transition" ? entry.cause.rules : 0;
}
function skipOf$1({ resources, cause }, entries) {
	const kinds = kindsOf(resources);
	const objects = `${counted(entries.reduce((sum, entry) => sum + entry.resources.length, 0), "object")} of kind ${kinds}`;
	const message = "message" in cause ? cause.message : "";
	switch (cause.kind) {
		case "limit": return {
			what: `checking the rules of ${objects}`,
			reason: message,
			kind: "incomplete"
		};
		case "failed": return {
			what: `checking the rules of ${objects}`,
			reason: `no API server would take the schema of the kind: ${message}`,
			kind: "chosen"
		};
		case "compile":
		case "transition": return {
			what: `checking one of the rules of ${objects}`,
			reason: message,
			kind: "chosen"
		};
	}
}
function kindsOf(resources) {
	return [...new Set(resources.map(({ id, apiVersion }) => `${id.kind} (${apiVersion})`))].join(", ");
}
const longestList = 4;
function listed(names) {
	const shown = names.slice(0, longestList).join(", ");
	const others = names.length - longestList;
	return others > 0 ? `${shown} and ${counted(others, "other")}` : shown;
}
function counted(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
//#endregion
//#region src/schema/server-subjects.ts
/** An object as a subject for the API server's code; undefined where its definition holds nothing that needs it. */
function serverSubject(resource, schemas, store) {
	const { status: _, ...manifest } = resource.manifest;
	const structural = structuralSchemas(resource, schemas, store);
	return structural.some((schema) => needsServer(manifest, schema)) ? {
		resource,
		structural
	} : void 0;
}
/** Whether there is a definition of the object's kind, which alone makes it a subject. */
function mayNeedServer({ id, apiVersion }, { flux, custom }) {
	const version = versionOf$2(apiVersion);
	const defined = custom(id, version);
	return fluxSchemaOf(id, version, flux).status === "found" || defined !== "unserved" && defined.length > 0;
}
function structuralSchemas({ id, apiVersion }, { flux, custom }, store) {
	const version = versionOf$2(apiVersion);
	const own = fluxSchemaOf(id, version, flux);
	if (own.status === "unserved") return [];
	if (own.status === "found") return [store.structuralSchema(own.file)].filter(isPresent);
	const defined = custom(id, version);
	return defined === "unserved" ? [] : defined.map(({ structural }) => structural);
}
function isPresent(value) {
	return value !== void 0;
}
//#endregion
//#region src/schema/skipped-kinds.ts
/** What no schema was found for, counted by kind. */
function skippedKinds(clusters, verdictOf) {
	const unjudged = /* @__PURE__ */ new Map();
	for (const { name, resources, target } of clusters) for (const resource of resources) {
		const verdict = verdictOf(resource);
		if (verdict.status === "checked" || fluxGroups.has(resource.id.group)) continue;
		const reason = reasonFor(verdict, target.kubernetes);
		const { apiVersion, id } = resource;
		const key = [
			apiVersion,
			id.kind,
			reason
		].join(" ");
		const group = unjudged.get(key) ?? emptyGroup(resource, reason);
		group.objects.add(resourceKey(id, resource.server));
		group.clusters.add(name);
		unjudged.set(key, group);
	}
	return [...unjudged.values()].map(skipOf);
}
/** Rules of their own say when an object of Flux is in a version that the cluster does not serve. */
const fluxGroups = new Set(fluxVersions.map(({ group }) => group));
function reasonFor(verdict, kubernetes) {
	if (verdict.status === "unserved") return `neither Kubernetes ${kubernetes} nor a CustomResourceDefinition here serves that version`;
	return (verdict.status === "unknown" ? verdict.reason : void 0) ?? "no CustomResourceDefinition in this repository or in its charts describes the kind";
}
function emptyGroup({ apiVersion, id }, reason) {
	return {
		apiVersion,
		kind: id.kind,
		reason,
		objects: /* @__PURE__ */ new Set(),
		clusters: /* @__PURE__ */ new Set()
	};
}
function skipOf({ apiVersion, kind, reason, objects, clusters }) {
	const noun = objects.size === 1 ? "object" : "objects";
	return {
		what: `checking the fields of ${objects.size} ${noun} of kind ${kind} (${apiVersion})`,
		reason,
		clusters: [...clusters],
		kind: "chosen"
	};
}
//#endregion
//#region src/schema/judge-workspace.ts
/** Judges every object that a cluster would get, and, leniently, those that nothing leads to. */
async function judgeWorkspace(workspace, sources) {
	const fetched = new FetchedSchemas(sources.store, sources.fetch);
	const { store } = fetched;
	const { clusters, unreached, unreachedTarget } = workspace;
	const groups = [...clusters.map(({ target, resources }) => ({
		target,
		resources,
		defining: resources
	})), {
		target: unreachedTarget,
		resources: unreached,
		defining: [...clusters.flatMap(({ resources }) => resources), ...unreached]
	}];
	await loadLocated(groups, fetched, sources);
	const judgements = await recall(sources.locations.some(isSchemaAddress) ? void 0 : sources.memory, () => judgeGroups(groups, unreached, {
		...sources,
		store
	}));
	const verdicts = /* @__PURE__ */ new Map();
	for (const [number, { resources }] of groups.entries()) for (const [index, resource] of resources.entries()) {
		const verdict = judgements.verdicts[number]?.[index];
		if (verdict) verdicts.set(resource, verdict);
	}
	const verdictOf = (resource) => verdicts.get(resource) ?? { status: "unknown" };
	return {
		...workspace,
		verdictOf,
		violationsIn: (file) => kustomizationViolations(file, store.kustomizationFile()),
		skipped: [
			...workspace.skipped,
			...fetched.skips(),
			...skippedKinds(clusters, verdictOf),
			...serverSkips(clusters, unjudgedOf(judgements, groups))
		]
	};
}
/** Fetches the schemas that objects need and that lie on the network, and what those refer to. */
async function loadLocated(groups, fetched, sources) {
	if (!sources.locations.some(isSchemaAddress)) return;
	do
		for (const group of groups) {
			const schemas = schemasOf(group, /* @__PURE__ */ new Map(), {
				...sources,
				store: fetched.store
			});
			for (const resource of group.resources) if (needsLocated(resource, schemas)) schemas.located(resource.id, versionOf$2(resource.apiVersion));
		}
	while (await fetched.load());
}
async function recall(memory, judge) {
	const known = await memory?.get();
	if (known) return known;
	const found = await judge();
	if (!found.unjudged.some(({ cause }) => cause.kind === "limit")) await memory?.put(found);
	return found;
}
async function judgeGroups(groups, unreached, sources) {
	const { store } = sources;
	const validators = await loadValidators(groups, store);
	const subjects = [];
	const places = /* @__PURE__ */ new Map();
	const verdicts = groups.map(({ resources }) => resources.map(() => ({ status: "unknown" })));
	const schemas = groups.map((group) => schemasOf(group, validators, sources));
	const judge = (number, index) => {
		const resource = groups[number]?.resources[index];
		const own = schemas[number];
		if (!resource || !own) return;
		const isReached = groups[number]?.resources !== unreached;
		places.set(resource, [number, index]);
		const verdict = aged(judgeObject(resource, own), resource, store);
		const subject = isReached && verdict.status === "checked" ? serverSubject(resource, own, store) : void 0;
		if (subject) subjects.push(subject);
		const group = verdicts[number];
		if (group) group[index] = isReached ? verdict : lenient(verdict);
	};
	const later = [];
	for (const [number, { resources }] of groups.entries()) for (const [index, resource] of resources.entries()) {
		const own = schemas[number];
		if (own && mayNeedServer(resource, own)) judge(number, index);
		else later.push([number, index]);
	}
	const judging = judgeByServer(subjects, sources);
	await new Promise((resolve) => setTimeout(resolve, 0));
	for (const [number, index] of later) judge(number, index);
	const server = await judging;
	for (const [resource, violations] of server.violations) {
		const [number, index] = places.get(resource) ?? [0, 0];
		const group = verdicts[number];
		if (group) group[index] = withMore(group[index], violations);
	}
	return {
		verdicts,
		unjudged: server.unjudged.map(({ resources, cause }) => ({
			places: resources.flatMap((resource) => {
				const place = places.get(resource);
				return place ? [place] : [];
			}),
			cause
		}))
	};
}
function unjudgedOf({ unjudged }, groups) {
	return unjudged.map(({ places, cause }) => ({
		resources: places.flatMap(([number, index]) => groups[number]?.resources[index] ?? []),
		cause
	}));
}
/** Only those that the objects need: a cluster uses some ten kinds of Flux. */
async function loadValidators(groups, store) {
	const files = new Set(groups.flatMap(({ target, resources }) => resources.flatMap(({ id, apiVersion }) => {
		const schema = fluxSchemaOf(id, versionOf$2(apiVersion), target.flux);
		return schema.status === "found" ? [schema.file] : [];
	})));
	return new Map(await Promise.all([...files].map(async (file) => [file, await store.validator(file)])));
}
function schemasOf({ target, defining }, validators, { store, locations }) {
	return {
		flux: target.flux,
		validators,
		fluxSchema: (file) => store.fluxSchema(file),
		kubernetes: kubernetesSchemas(store.kubernetes(), target.kubernetes),
		custom: customSchemas(defining),
		located: locatedSchemas(locations, target.kubernetes, store)
	};
}
function aged(verdict, { id }, store) {
	if (verdict.status !== "checked" || fluxGroups$1.get(id.kind) !== id.group) return verdict;
	const violations = verdict.violations.map((violation) => withAges(violation, id, (file) => store.fluxSchema(file)));
	return {
		...verdict,
		violations
	};
}
/** What both say of a field is said once. */
function withMore(verdict, violations) {
	if (verdict?.status !== "checked") return { status: "unknown" };
	const keyOf = ({ path, problem }) => JSON.stringify([path, problem.kind]);
	const known = new Set(verdict.violations.map(keyOf));
	const more = violations.filter((violation) => !known.has(keyOf(violation)));
	return {
		...verdict,
		violations: [...verdict.violations, ...more]
	};
}
/** A patch, a component or a variable may still supply what a file lacks, or replace a name that holds its place. */
const leftToBuilds = new Set([
	"missing",
	"combination",
	"name"
]);
function lenient(verdict) {
	if (verdict.status !== "checked") return verdict;
	const violations = verdict.violations.filter(({ problem }) => !leftToBuilds.has(problem.kind));
	return {
		...verdict,
		violations
	};
}
//#endregion
//#region src/schema/verdict-memory.ts
const kind = "verdicts";
/**
* Remembers all verdicts of a run under one digest: objects come from the files and from what the engine has answered,
* and nothing else. Schemas that the user keeps elsewhere may change without a trace here, so with them nothing is remembered.
*/
function verdictMemory({ files, options, answers }, cache, digest) {
	if (answers === void 0 || (options.schemaLocations ?? []).length > 0) return void 0;
	const contents = files.map(({ path, bytes }) => [path, digest(bytes)]);
	const key = digest(JSON.stringify([
		answers,
		options,
		contents
	]));
	return {
		get: async () => {
			const bytes = await cache.get(kind, key);
			return bytes && JSON.parse(new TextDecoder().decode(bytes));
		},
		put: (found) => cache.put(kind, key, new TextEncoder().encode(JSON.stringify(found)))
	};
}
//#endregion
//#region src/lint.ts
/** Loads, parses, finds the clusters, builds all that Flux would apply and judges it by its schemas: load → parse → resolve → build → judge. */
async function openWorkspace(request, host) {
	const { workspace, judge } = await open$1(request, host);
	return await judge(workspace);
}
/** The same without the last step: for who wants to know what Flux would apply, and not what an API server says of it. */
async function buildWorkspace(request, host) {
	return (await open$1(request, host)).workspace;
}
async function open$1({ root, options, remotes = [], skipped = [] }, host) {
	host.observer?.phase("load");
	const loaded = await loadFiles(host.files, root, options.exclude);
	host.engine.start();
	host.observer?.phase("parse");
	const parsed = parseFiles(loaded.files);
	host.observer?.phase("resolve");
	const paths = loaded.files.map(({ path }) => path);
	const { files, kustomizationFiles } = parsed;
	const repository = {
		files,
		kustomizationFiles,
		written: indexWritten(files),
		paths
	};
	const roots = clusterRoots(repository, options);
	host.observer?.phase("build");
	const mirrors = await loadMirrors(host, options);
	const byPath = new Map(parsed.files.map((file) => [file.source.path, file]));
	const fetchSchema = host.fetchSchema && ((url) => host.fetchSchema?.(url, options.offline));
	const shared = {
		engine: host.engine,
		digest: host.digest,
		options,
		written: repository.written,
		kustomizationFiles: parsed.kustomizationFiles,
		mirrors: mirrors.mirrors,
		...host.remote && { remote: host.remote },
		...fetchSchema && { fetchSchema },
		...host.division && { division: host.division },
		fileAt: (path) => byPath.get(path),
		files: loaded.files,
		local: await loadLocalSources(host, options),
		remotes: new Set(remotes),
		trees: /* @__PURE__ */ new Map(),
		folders: foldersOf(paths),
		outside: objectsOutside(repository, roots)
	};
	const builds = buildClusters(shared, roots, host);
	if (options.render !== "off") host.engine.expect?.(() => expectedCharts(shared));
	const clusters = await builds;
	const unread = [...loaded.unread, ...parsed.unread].map(({ path, reason }) => ({
		path,
		what: "reading the file",
		reason,
		kind: "incomplete"
	}));
	const workspace = workspaceOf({
		parsed,
		written: repository.written,
		clusters,
		skipped: [
			...skipped,
			...unread,
			...mirrors.skipped
		],
		links: loaded.links,
		target: targetOf$1(void 0, options)
	});
	const sources = () => ({
		store: host.schemas,
		locations: options.schemaLocations ?? [],
		memory: verdictMemory({
			files: loaded.files,
			options,
			answers: host.engine.answers?.()
		}, host.cache, host.digest),
		fetch: fetchSchema,
		engine: host.engine,
		digest: host.digest
	});
	return {
		workspace,
		judge: (built) => judgeWorkspace(built, sources())
	};
}
/** Finds fixes in an opened workspace and tries them out: check → fix → open → check, until none is left. Nothing is written. */
async function fixWorkspace(workspace, request, host) {
	const { root, rules, settings } = request;
	const check = (opened) => {
		host.observer?.phase("check");
		return {
			workspace: opened,
			result: checkWorkspace(opened, rules, {
				settings,
				digest: host.digest
			})
		};
	};
	return await fixInRounds(check(workspace), {
		...request,
		paths: settings.paths,
		check: async (texts) => {
			const files = overlaidFiles(host.files, root, texts);
			return check(await openWorkspace(request, {
				...host,
				files
			}));
		}
	});
}
async function buildClusters(shared, roots, { observer, division, digest }) {
	const clusters = /* @__PURE__ */ new Map();
	let done = 0;
	const order = division ? shardOrder(roots, ({ name }) => name, {
		...division,
		digest
	}) : roots;
	for (const [index, root] of order.entries()) {
		const cluster = {
			name: root.name,
			number: index + 1,
			of: roots.length
		};
		const onUnit = (what) => observer?.progress({
			done: ++done,
			what,
			cluster
		});
		const target = targetOf$1(root.fluxVersion, shared.options);
		clusters.set(root, await buildCluster({
			...shared,
			target,
			onUnit
		}, root));
	}
	return roots.flatMap((root) => clusters.get(root) ?? []);
}
function clusterRoots(repository, options) {
	const declared = discoverRoots(repository, options);
	const roots = declared.length > 0 || options.clusters ? declared : discoverOrphans(repository);
	const { onlyClusters } = options;
	return (onlyClusters ? roots.filter(({ name }) => onlyClusters.includes(name)) : roots).map((root) => withInstalledFlux(repository, root));
}
async function loadLocalSources(host, { localSources }) {
	const loaded = await Promise.all(Object.entries(localSources).map(async ([key, folder]) => [key, (await loadFiles(host.files, folder, [])).files]));
	return new Map(loaded);
}
//#endregion
//#region src/cli/backend.ts
/** What builds and renders in this run; a native engine that is there and does not fit is named. */
function chosenBackend({ flags, io, cwd }, { render }) {
	const untrusted = flags.switch("untrusted") === true;
	if (untrusted && render === "helm") throw new UsageError(`\`${flags.source("untrusted")}\` and \`${flags.source("render")}\` with \`helm\` exclude each other.`, { help: "A stranger's charts are rendered in the sandbox of the embedded engine alone." });
	const helm = flags.text("helm");
	const backend = chooseBackend({
		render,
		untrusted,
		environment: io.environment,
		...helm !== void 0 && { helm: resolve(cwd, helm) }
	});
	const { refused } = backend;
	if (refused) io.stderr.write(`sluice: ${visible(refused.path)} is not used: ${refused.reason}. The embedded engine runs instead.\n`);
	if (flags.switch("verbose") === true) io.stderr.write(`sluice: engine ${visible(describeBackend(backend))}\n`);
	return backend;
}
//#endregion
//#region src/check/changed-findings.ts
/**
* The findings that a change is to blame for: those in files that it touches, and those that were not there before,
* wherever they are. A source that was deleted is so reported at its users, which nobody has touched.
*/
function changedFindings(findings, before, changed) {
	const known = new Set(before.map(({ fingerprint }) => fingerprint));
	return findings.filter(({ location, fingerprint }) => changed.has(location.path) || !known.has(fingerprint));
}
//#endregion
//#region src/host/git-tree.ts
/** The commit that both `ref` and HEAD come from, or else `ref` itself; undefined when git knows no such commit. */
async function commonCommit(root, ref, environment) {
	const commit = (await runGit(root, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`
	], environment))?.trim();
	if (!commit) return void 0;
	return (await runGit(root, [
		"merge-base",
		commit,
		"HEAD"
	], environment))?.trim() || commit;
}
/** The files below `root` as they are in a commit; undefined when git cannot tell. */
async function commitTree(root, commit, environment) {
	const output = await runGit(root, [
		"ls-tree",
		"-r",
		"-z",
		commit
	], environment);
	return output === void 0 ? void 0 : treeOf(root, blobsIn(output, /^(\d+) blob ([0-9a-f]+)\t(.*)$/su), environment);
}
/** The files below `root` as they are in the index: what the next commit will hold; undefined when git cannot tell. */
async function indexTree(root, environment) {
	const output = await runGit(root, [
		"ls-files",
		"-s",
		"-z"
	], environment);
	return output === void 0 ? void 0 : treeOf(root, blobsIn(output, /^(\d+) ([0-9a-f]+) [02]\t(.*)$/su), environment);
}
/** `160000` is a submodule, whose files are in another repository. */
function blobsIn(output, pattern) {
	return output.split("\0").flatMap((entry) => {
		const [, mode, id, path] = pattern.exec(entry) ?? [];
		if (mode === void 0 || id === void 0 || path === void 0 || mode === "160000") return [];
		return path.split("/").includes("node_modules") ? [] : [{
			path,
			id,
			link: mode === "120000"
		}];
	});
}
function treeOf(root, blobs, environment) {
	const byPath = new Map(blobs.map((blob) => [blob.path, blob]));
	let contents;
	const read = async () => {
		contents ??= readBlobs(root, [...new Set(blobs.map(({ id }) => id))], environment);
		return await contents;
	};
	return {
		files: {
			list: async () => {
				const known = await read();
				return blobs.map(({ path, id, link }) => ({
					path,
					link,
					size: known.get(id)?.length ?? 0
				})).sort((left, right) => left.path < right.path ? -1 : 1);
			},
			read: async (_root, path) => {
				const bytes = (await read()).get(byPath.get(path)?.id ?? "");
				if (!bytes) throw new Error("git does not have its content");
				return bytes;
			}
		},
		ids: new Map(blobs.map(({ path, id }) => [path, id]))
	};
}
/** The contents of blobs, by id: one process for all of them. Those that git does not have are missing. */
function readBlobs(root, ids, environment) {
	return new Promise((resolve, reject) => {
		const child = spawn("git", [
			...safeGitOptions,
			"cat-file",
			"--batch"
		], {
			cwd: root,
			env: gitEnvironment(environment, root),
			stdio: [
				"pipe",
				"pipe",
				"ignore"
			],
			windowsHide: true
		});
		const chunks = [];
		child.stdout.on("data", (chunk) => chunks.push(chunk));
		child.on("error", reject);
		child.stdin.on("error", () => void 0);
		child.on("close", () => resolve(parseBatch(Buffer.concat(chunks))));
		child.stdin.end(ids.map((id) => `${id}\n`).join(""));
	});
}
//#endregion
//#region src/cli/changes.ts
const flagNames = [
	"staged",
	"since",
	"changed"
];
/** The flag that narrows the report to a change; undefined when none does. Several, or one that does not fit others, are refused. */
function changeFlag(flags) {
	const [first, second] = flagNames.filter((name) => flags.text(name) !== void 0 && flags.text(name) !== "false");
	if (first === void 0) return void 0;
	const wrong = second ?? (flags.switch("update-baseline") ? "update-baseline" : void 0);
	if (wrong === void 0) return first;
	throw new UsageError(`\`${flags.source(first)}\` and \`${flags.source(wrong)}\` do not go together.`, { help: "Use one of them." });
}
/** With `--staged` the index is checked, whatever the work tree holds. */
async function withStagedFiles(host, root, { flags, io }) {
	if (changeFlag(flags) !== "staged") return host;
	return withTree(host, root, needed(await indexTree(root, io.environment), flags));
}
/** Mirrors and local sources stay those of the disk, unless they are folders of the tree. */
function withTree(host, root, { files, ids }) {
	const of = (folder) => {
		if (folder === root) return files;
		const path = toPosix(relative(root, resolve(folder)));
		return [...ids.keys()].some((known) => known.startsWith(`${path}/`)) ? filesBelow(files, root, path) : host.files;
	};
	return {
		...host,
		files: {
			list: (folder) => of(folder).list(folder),
			read: (folder, path) => of(folder).read(folder, path)
		}
	};
}
/** A folder of a tree, with paths relative to it. */
function filesBelow(files, root, folder) {
	const prefix = `${folder}/`;
	return {
		list: async () => (await files.list(root)).filter(({ path }) => path.startsWith(prefix)).map((file) => ({
			...file,
			path: file.path.slice(prefix.length)
		})),
		read: (_folder, path) => files.read(root, prefix + path)
	};
}
/** The change that a flag asks for; undefined without one. */
async function changeOf({ workspace, host, request: { root } }, context) {
	const flag = changeFlag(context.flags);
	if (flag === void 0) return void 0;
	const base = await baseTree(root, context);
	return {
		flag,
		base,
		paths: await changedPaths(workspace, base, (path) => host.files.read(root, path))
	};
}
/** Leaves of what was found what the change is to blame for; all of it without one. */
async function narrowToChange(found, settings, { session: { host, request }, context, change }) {
	if (!change) return found;
	const { flag, base, paths: changed } = change;
	const { result, workspace } = found;
	const findingsBefore = async () => {
		return checkWorkspace(await openWorkspace(request, withTree(host, request.root, base)), rules, {
			settings,
			digest: host.digest
		}).findings;
	};
	const known = result.findings.every(({ location }) => changed.has(location.path)) ? [] : await findingsBefore();
	const findings = changedFindings(result.findings, known, changed);
	const hidden = result.findings.length - findings.length;
	if (hidden === 0) return {
		workspace,
		result: {
			...result,
			findings
		}
	};
	const skip = {
		what: `reporting ${count(hidden, "finding")} that the change is not to blame for`,
		reason: `${context.flags.source(flag)} narrows the report`,
		kind: "chosen"
	};
	return {
		workspace: {
			...workspace,
			skipped: [...workspace.skipped, skip]
		},
		result: {
			...result,
			findings
		}
	};
}
async function baseTree(root, { flags, io }) {
	const ref = flags.text("since") ?? "HEAD";
	const commit = await commonCommit(root, ref, io.environment);
	if (commit === void 0) {
		needed(await indexTree(root, io.environment), flags);
		if (flags.text("since") === void 0) return beforeFirstCommit;
		throw new UsageError(`\`${flags.source("since")}\` is \`${ref}\`: git knows no such commit.`, { help: "In CI, fetch the history (`fetch-depth: 0` of actions/checkout)." });
	}
	return needed(await commitTree(root, commit, io.environment), flags);
}
function needed(tree, flags) {
	if (tree) return tree;
	const flag = changeFlag(flags) ?? "since";
	throw new UsageError(`\`${flags.source(flag)}\` needs a git repository.`);
}
/** Everything is new. */
const beforeFirstCommit = {
	files: {
		list: async () => [],
		read: async () => new Uint8Array()
	},
	ids: /* @__PURE__ */ new Map()
};
/** Files whose content is another one than before, or that were not there. */
async function changedPaths({ files }, { ids }, read) {
	const changed = await Promise.all(files.map(async ({ source: { path } }) => {
		const id = ids.get(path);
		if (id === void 0) return path;
		return isBlob(Buffer.from(await read(path)), id) ? [] : path;
	}));
	return new Set(changed.flat());
}
/** On Windows git may have changed the ends of lines when it checked the file out. */
function isBlob(bytes, id) {
	if (blobId(bytes, id.length) === id) return true;
	const unix = bytes.toString("latin1").replaceAll("\r\n", "\n");
	return unix.length < bytes.length && blobId(Buffer.from(unix, "latin1"), id.length) === id;
}
/** The id that git gives a content; 64 digits long in repositories that use SHA-256. */
function blobId(content, length) {
	return createHash(length === 64 ? "sha256" : "sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}
//#endregion
//#region src/cli/phase-clock.ts
/** Starts to measure; `now` gives milliseconds. */
function createPhaseClock(now) {
	const started = now();
	const phases = /* @__PURE__ */ new Map();
	let current;
	const endCurrent = () => {
		if (current) phases.set(current.phase, (phases.get(current.phase) ?? 0) + now() - current.since);
	};
	return {
		phase: (phase) => {
			endCurrent();
			current = {
				phase,
				since: now()
			};
		},
		read: () => {
			endCurrent();
			current = current && {
				...current,
				since: now()
			};
			const rounded = [...phases].map(([phase, time]) => [phase, Math.round(time)]);
			return {
				totalMs: Math.round(now() - started),
				phases: Object.fromEntries(rounded)
			};
		}
	};
}
//#endregion
//#region src/cli/progress.ts
const shownAfterMs = 500;
const redrawMs = 100;
const heartbeatMs = 3e4;
const phaseNames = {
	load: "reading files",
	parse: "parsing",
	resolve: "finding clusters",
	build: "building",
	check: "checking",
	fix: "fixing",
	report: "writing the report"
};
/** How progress is shown under these circumstances. */
function progressMode(output, environment, wanted) {
	if (!wanted) return "off";
	if (environment.CI) return "heartbeat";
	return output.isTerminal && environment.TERM !== "dumb" ? "line" : "off";
}
/** Starts to show what is done. */
function createProgress(output, mode, now) {
	const started = now();
	let text = "";
	let isShown = false;
	let isStopped = false;
	const draw = () => {
		if (isStopped || now() - started < shownAfterMs || text === "") return;
		isShown = true;
		output.write(`\r\u001b[2K${fitStart(text, (output.columns || 80) - 1)}`);
	};
	const beat = () => output.write(`sluice: ${text}, ${Math.round((now() - started) / 1e3)} s\n`);
	const timer = mode === "off" ? void 0 : setInterval(mode === "line" ? draw : beat, mode === "line" ? redrawMs : heartbeatMs);
	timer?.unref();
	return {
		phase: (phase) => {
			text = phaseNames[phase];
		},
		progress: ({ done, what, cluster: { name, number, of } }) => {
			text = of > 1 ? `${bar(number - 1, of)} cluster ${number}/${of} ${visible(name)}: ${visible(what)}` : `${phaseNames.build} ${done}: ${visible(what)}`;
			if (mode === "line") draw();
		},
		stop: () => {
			clearInterval(timer);
			if (isShown) output.write("\r\x1B[2K");
			isShown = false;
			isStopped = true;
		}
	};
}
function bar(done, total) {
	const width = 20;
	const filled = Math.min(width, Math.round(done / total * width));
	return `[${"█".repeat(filled)}${"·".repeat(width - filled)}]`;
}
//#endregion
//#region src/cli/remote-cache.ts
/** `--remote-cache`: nothing with `--no-cache`. The address may hold a password: it is never shown. */
function remoteCacheOf({ flags, io }) {
	const text = flags.text("remote-cache");
	if (text === void 0 || flags.switch("no-cache") === true) return {};
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (!url || !/^https?:$/u.test(url.protocol) || url.search !== "" || url.hash !== "") throw new UsageError(`\`${flags.source("remote-cache")}\` takes an address such as \`https://cache.example.org\`.`, { help: "A server of Bazel's remote caches over HTTP: bazel-remote, nginx, and others." });
	const host = visible(url.host);
	const onFailure = (reason) => void io.stderr.write(`sluice: the remote cache at ${host} is not used any more: ${visible(reason)}\n`);
	return { remoteCache: {
		url,
		onFailure
	} };
}
//#endregion
//#region src/cli/shard.ts
/** What `--shard` says; undefined without it. Flags that do not go with a share are refused. */
function shardFlag(flags) {
	const text = flags.text("shard");
	const other = [
		"fix",
		"diff",
		"update-baseline",
		"quiet"
	].find((name) => flags.switch(name) === true);
	if (text === void 0) return void 0;
	if (other !== void 0) throw new UsageError(`\`${flags.source("shard")}\` and \`${flags.source(other)}\` do not go together.`, { help: other === "quiet" ? "Give it to `sluice merge-reports`." : "Use one of them: a shard sees a share of the findings." });
	const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/u.exec(text)?.map(Number) ?? [];
	if (index === void 0 || count === void 0 || index < 1 || index > count) throw new UsageError(`\`${flags.source("shard")}\` is \`${text}\`; it takes I/N, such as \`2/4\`: the second of four.`);
	return {
		index,
		count
	};
}
/** The shard's share of a report, and of what run it is. */
function shareOfReport(report, shard, { workspace, host, request, config }) {
	if (shard === void 0) return report;
	const { mirrors: _, localSources: __, ...options } = request.options;
	const files = workspace.files.map(({ source }) => [source.path, host.digest(source.text)]);
	const rules = [...config.rules];
	return shareOf(report, {
		shard,
		run: host.digest(JSON.stringify([
			report.tool,
			options,
			rules,
			files
		])),
		digest: host.digest
	});
}
//#endregion
//#region src/cli/session.ts
/** Beside the repository's own files, and in Git as they are. */
const lockName = "sluice.lock";
/** Opens the repository that the command line names, hands it to `use`, and tidies up whatever happens. */
async function withSession(context, paths, purpose, use) {
	return await withRun(context, paths, purpose, async (run) => await use(await run.open(run.host)));
}
/** Finds the repository that the command line names, hands it to `use` unopened, and tidies up whatever happens. */
async function withRun(context, paths, purpose, use) {
	const { flags, io, cwd } = context;
	const checked = findRoot(paths, cwd);
	const { config } = loadConfig(context, checked);
	const options = workspaceOptions(flags, config, cwd);
	const cacheDir = cacheFolder(context);
	say(context, [
		`root ${checked.root}`,
		`configuration ${config.path ?? "none"}`,
		`cache ${cacheDir ?? "none"}`
	]);
	const clock = createPhaseClock(() => performance.now());
	const progress = startProgress(context);
	const fetched = /* @__PURE__ */ new Map();
	const create = (held) => createHost(context, {
		checked,
		options,
		cacheDir,
		fetched,
		lock: held,
		observer: both(clock, progress)
	});
	const lock = purpose.lock === "held" ? loadLock(context, checked) : /* @__PURE__ */ new Map();
	const host = await withStagedFiles(create(lock), checked.root, context);
	const { files, engine } = host;
	const heldTo = (other) => ({
		...create(other),
		files,
		engine
	});
	const stop = () => void host.engine.close();
	io.signal.addEventListener("abort", stop);
	try {
		const remotes = await gitRemotes(checked.root, io.environment);
		const skipped = unreadPolicies(config, checked);
		const request = {
			root: checked.root,
			options,
			remotes,
			skipped
		};
		const run = {
			checked,
			config,
			clock,
			host,
			request,
			lock,
			fetched,
			heldTo
		};
		const build = purpose.schemas === "unread" ? buildWorkspace : openWorkspace;
		const openWith = async (chosen) => {
			const workspace = await open({
				request,
				host: chosen
			}, context, build);
			progress.stop();
			return {
				...run,
				host: chosen,
				workspace
			};
		};
		return await use({
			...run,
			open: openWith
		});
	} finally {
		progress.stop();
		io.signal.removeEventListener("abort", stop);
		await host.engine.close();
		if (cacheDir !== void 0) pruneDaily(cacheDir, defaultCacheBytes, Date.now());
	}
}
/** Where results are kept; undefined with `--no-cache`. */
function cacheFolder({ flags, io, cwd }) {
	if (flags.switch("no-cache")) return void 0;
	const folder = flags.text("cache-dir");
	return folder === void 0 ? defaultCacheFolder(io.environment) : resolve(cwd, folder);
}
/** A line on stderr for each, with `--verbose`. */
function say({ flags, io }, lines) {
	if (!flags.switch("verbose")) return;
	for (const line of lines) io.stderr.write(`sluice: ${visible(line)}\n`);
}
/** A stranger's build or render gets less time (`safety.md` row 11). */
const untrustedTimeoutMs = 1e4;
async function open(opening, { io }, build) {
	const { request, host } = opening;
	const workspace = await build(request, host);
	io.signal.throwIfAborted();
	if (workspace.documents.length === 0) throw new UsageError(`There is no YAML file in \`${request.root}\`.`, { help: "Name the folder of a Flux repository." });
	await requireClusters(workspace, opening);
	return workspace;
}
/** A cluster that is asked for must be there; if not, the message names those that are. */
async function requireClusters(workspace, { request, host }) {
	const { root, options } = request;
	const known = new Set(workspace.clusters.map(({ name }) => name));
	const missing = options.onlyClusters?.find((name) => !known.has(name));
	if (missing === void 0) return;
	const { onlyClusters: _, ...all } = options;
	const { clusters } = await openWorkspace({
		root,
		options: {
			...all,
			render: "off"
		}
	}, host);
	const names = clusters.map(({ name }) => name).sort();
	const nearest = nearestName(missing, names);
	throw new UsageError(`There is no cluster \`${missing}\`.`, { help: nearest === void 0 ? `The clusters are ${names.map((name) => `\`${name}\``).join(", ") || "none"}.` : `Did you mean \`${nearest}\`?` });
}
/** A stranger's repository does not say what its sources have. */
function loadLock({ flags }, { root }) {
	const text = flags.switch("untrusted") ? void 0 : readText$1(join(root, lockName));
	const lock = text === void 0 ? /* @__PURE__ */ new Map() : parseLock(text);
	if (!("error" in lock)) return lock;
	throw new UsageError(`\`${lockName}\` cannot be read: ${lock.error}.`, { help: "Run `sluice lock` to write it anew." });
}
function startProgress({ io, flags }) {
	const isWanted = flags.switch("no-progress") !== true;
	return createProgress(io.stderr, progressMode(io.stderr, io.environment, isWanted), () => performance.now());
}
function both(clock, progress) {
	return {
		phase: (phase) => {
			clock.phase(phase);
			progress.phase(phase);
		},
		progress: progress.progress
	};
}
function createHost(context, { checked, options, cacheDir, lock, fetched, observer }) {
	const { flags, io } = context;
	const concurrency = flags.number("concurrency", ["auto"]);
	const backend = chosenBackend(context, options);
	const shard = shardFlag(flags);
	const timeoutMs = flags.duration("timeout") ?? (flags.switch("untrusted") ? untrustedTimeoutMs : void 0);
	return nodeHost({
		toolVersion: version,
		environment: io.environment,
		observer,
		label: checked.root,
		backend,
		network: networkOptions(flags, options, io.signal),
		lock,
		onFetched: (entry) => void fetched.set(lockKey(entry), entry),
		...cacheDir === void 0 ? {} : { cacheDir },
		...shard && { shard },
		...remoteCacheOf(context),
		...concurrency === void 0 ? {} : { concurrency: Math.max(1, concurrency) },
		...timeoutMs === void 0 ? {} : { timeoutMs }
	});
}
//#endregion
export { findNativeProgram as A, checkWorkspace as C, maxFiles as D, defaultConcurrency as E, parseLock as F, archiveLimits as I, isSecret as L, maxArchiveBytes as M, maxIndexBytes as N, maxTreeBytes as O, formatLock as P, secretTexts as R, maxFileBytes as S, buildOf as T, fixWorkspace as _, withSession as a, documentsOf as b, beforeFirstCommit as c, narrowToChange as d, withTree as f, buildWorkspace as g, indexTree as h, withRun as i, findHelm as j, shownProxy as k, changeFlag as l, commonCommit as m, lockName as n, shardFlag as o, commitTree as p, say as r, shareOfReport as s, cacheFolder as t, changeOf as u, createReport as v, holdsStandIn as w, loadFiles as x, createFluxGraph as y };
