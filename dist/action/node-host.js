import { n as LimitError, r as UsageError } from "./errors.js";
import { n as gitFiles } from "./git.js";
import { c as stringAt, l as valueAt, o as isObject, s as listAt } from "./base64.js";
import { i as toJson, r as resolveDocument, t as parseYaml } from "./parse-yaml.js";
import { n as writeForLater } from "./atomic-write.js";
import { a as originOf, c as maxSchemaBytes, f as BadArchive, h as createSourceIgnore, i as loginIn, l as chartFiles, m as readTar, n as archiveUrl, o as shownUrl, p as archiveLimits, r as indexUrl, t as decodeUtf8, u as unpackChart } from "./decode.js";
import { f as insidePath, i as toTag, l as parseFluxVersion, n as resolveChartVersion, p as packFiles$1, r as resolveTag, s as compareVersions, t as resolveChartTag } from "./resolve.js";
import { a as isCommitId, i as chooseCommit, n as plainGitUrl, o as referenceText, r as submoduleUrl, t as parseGitUrl } from "./git-address.js";
import { t as dockerEntryFor } from "./docker-config.js";
import { a as Turns$1, n as proxiesOf } from "./proxy.js";
import { t as packageFolder } from "./package-files.js";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";
import { Worker } from "node:worker_threads";
import { createCipheriv, createDecipheriv, hash, randomBytes } from "node:crypto";
import { fileURLToPath, pathToFileURL } from "node:url";
import { closeSync, constants, existsSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { delimiter, dirname, isAbsolute, join, sep } from "node:path";
import { spawn, spawnSync } from "node:child_process";
import { setFlagsFromString } from "node:v8";
import { setImmediate } from "node:timers/promises";
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
	return start < 0 || end < 0 ? void 0 : decoded(text.slice(start + name.length + 2, end));
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
function decoded(text) {
	return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/giu, (all, decimal, hex, name) => {
		if (name !== void 0) return entities[name] ?? all;
		const point = decimal === void 0 ? Number.parseInt(hex, 16) : Number(decimal);
		return point <= 1114111 ? String.fromCodePoint(point) : all;
	});
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
//#region src/build/remote/refusal.ts
const meanings = {
	401: "asks for a login",
	403: "forbids it",
	404: "is not there",
	410: "is gone"
};
/** Why something could not be had, in words for the report. */
function reasonOf(download, url, { missing }) {
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
const encoder$1 = new TextEncoder();
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
	await cache.put("remote", key, encoder$1.encode(JSON.stringify(next)));
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
	const base = baseOf(source);
	if (!base) return unavailable$4("its `endpoint` and `bucketName` are no address");
	if (source.access.accessKey === void 0 && source.needsKey) return unavailable$4(source.access.missing ?? "its Secret has no `accesskey` and `secretkey`");
	const asking = {
		world,
		source,
		base,
		access: accessTo(base, source)
	};
	const listed = await listObjects(asking);
	if (typeof listed === "string") return unavailable$4(listed);
	const ignores = listed.find(({ key }) => key === ".sourceignore");
	const patterns = ignores && await readObject(asking, ignores);
	if (typeof patterns === "string") return unavailable$4(patterns);
	const kept = keptObjects(listed, patterns, source.ignore);
	if (typeof kept === "string") return unavailable$4(kept);
	const files = /* @__PURE__ */ new Map();
	for (let start = 0; start < kept.length; start += atOnce) {
		const part = kept.slice(start, start + atOnce);
		const contents = await Promise.all(part.map((object) => readObject(asking, object)));
		for (const [index, content] of contents.entries()) {
			if (typeof content === "string") return unavailable$4(content);
			const path = insidePath(part[index]?.key ?? "");
			if (path !== void 0) files.set(path, content);
		}
	}
	const { bytes, digest } = await keepContent(world, packFiles$1(files));
	return {
		status: "found",
		archive: bytes,
		digest,
		version: revisionOf(kept, world.digest).slice(0, 12),
		place: bucketPlace(source)
	};
}
/** Where the bucket is, as it may be shown. */
function bucketPlace({ url, bucket, prefix }) {
	return `s3://${url}/${bucket}${prefix === "" ? "" : `/${prefix}`}`;
}
/** `https://<endpoint>/<bucket>`: every server of the protocol knows buckets as the first step of the path. */
function baseOf({ url, insecure, bucket }) {
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
		if (answer.status !== "ok") return reasonOf(answer, url.href, source.access);
		const read = readBucketPage(new TextDecoder().decode(answer.bytes));
		if (!read) return `${base.host} does not answer as S3 does`;
		objects.push(...read.objects);
		if (read.next === void 0) return objects;
		next = read.next;
	}
	return `${base.host} lists objects without end`;
}
/**
* The digest in the revision of the artifact: of all keys and ETags, sorted (`source-controller: internal/index/digest.go`,
* `internal/controller/bucket_controller.go`, `fetchEtagIndex`). minio-go takes the quotes from an ETag.
*/
function revisionOf(kept, digest) {
	return digest(kept.filter(({ key }) => key !== ".sourceignore").map(({ key, etag }) => ({
		key,
		line: `${key} ${etag.replace(/^"|"$/gu, "")}\n`
	})).sort((left, right) => compareAsGo(left.key, right.key)).map(({ line }) => line).join(""));
}
/** By code points, in which the bytes of UTF-8 are in order. */
function compareAsGo(left, right) {
	const [first, second] = [[...left], [...right]];
	const at = first.findIndex((character, index) => character !== second[index]);
	if (at < 0) return first.length - second.length;
	return (first[at]?.codePointAt(0) ?? 0) - (second[at]?.codePointAt(0) ?? -1);
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
	if (answer.status !== "ok") return reasonOf(answer, url, source.access);
	const { digest } = await keepContent(world, answer.bytes);
	await world.cache.put("remote", note, new TextEncoder().encode(digest));
	return answer.bytes;
}
function unavailable$4(reason) {
	return {
		status: "unavailable",
		reason
	};
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
const encoder = new TextEncoder();
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
		put: (kind, key, value) => cache.put(kind, key, encoder.encode(JSON.stringify(value)))
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
const maxDepth = 10;
/** How many there may be in all. */
const maxModules = 50;
/**
* The files of a commit with those of its submodules. Flux sends the parent's credentials to whatever host a submodule names;
* here they go to the parent's own alone (`safety.md` row 21).
*/
async function withSubmodules(git, remote, commit) {
	const files = new Map(commit.files);
	return await add({
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
async function add(adding, parent) {
	for (const link of parent.commit.links) {
		const place = parent.folder === "" ? link.path : `${parent.folder}/${link.path}`;
		const failed = (why) => ({
			status: "failed",
			reason: `its submodule \`${place}\` ${why}`
		});
		if (parent.depth >= maxDepth || adding.count.left === 0) return failed("is one too many");
		adding.count.left -= 1;
		const remote = remoteOf$1(parent, link);
		if (remote === void 0) continue;
		if (typeof remote === "string") return failed(remote);
		const fetched = await adding.git.files(remote, { commit: link.commit });
		if (fetched.status !== "ok") return failed(`could not be fetched: ${fetched.reason}`);
		for (const [path, bytes] of fetched.files) adding.files.set(`${place}/${path}`, bytes);
		const failure = await add(adding, {
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
	const { proxy: _, ...own } = remote;
	const { authorities } = own;
	return isSame ? {
		...own,
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
	if (!url) return unavailable$3("its address is not one of http, https or ssh");
	if (url.protocol === "ssh:" && !access.ssh) return unavailable$3(`ssh needs a Secret with \`identity\` and \`known_hosts\`${and(access)}`);
	const remote = remoteOf(url, source);
	const key = (of) => world.digest(JSON.stringify([
		remote,
		optionsOf(source),
		of
	]));
	if (offline) return await remembered(world, source, key(reference));
	const chosen = await commitOf(world, remote, source);
	if (chosen.status === "lacking") return unavailable$3(`${chosen.reason}${and(access)}`);
	const known = await remembered(world, source, key(chosen.commit));
	if (known.status === "found") {
		await keepNote(world, key(reference), {
			commit: chosen.commit,
			digest: known.digest
		});
		return known;
	}
	const got = await fetchFiles(world, remote, source, chosen);
	if (got.status !== "ok") return unavailable$3(`${got.reason}${and(access)}`);
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
	const { bearerToken, certificate, authorities, proxy } = access;
	const authorization = bearerToken === void 0 ? login && basicAuthorization(login) : `Bearer ${bearerToken}`;
	return {
		url: plain,
		...proxy && { proxy },
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
	const absent = folders?.find((folder) => !hasFolder(answer, folder));
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
function hasFolder({ files, links }, folder) {
	const isThere = (path) => path === folder || path.startsWith(`${folder}/`);
	return folder === "" || [...files.keys(), ...links.map(({ path }) => path)].some(isThere);
}
async function remembered(world, source, key) {
	const bytes = await world.cache.get("remote", key);
	const note = bytes && JSON.parse(new TextDecoder().decode(bytes));
	const content = note && await readContent(world, note.digest);
	if (!note || !content) return unavailable$3("--offline");
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
function unavailable$3(reason) {
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
function unsatisfied({ chart, version }, versions) {
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
			for (const part of versionsOf(text.slice(start, end))) {
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
			const name = keyOf$1(text.slice(at + spaces, end));
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
function keyOf$1(line) {
	const [, double, single, plain] = /^(?:"([\w.+/-]+)"|'([\w.+/-]+)'|([A-Za-z][\w.+/-]*)):[ \t]*(?:\[\][ \t]*)?\r?$/u.exec(line) ?? [];
	return double ?? single ?? plain;
}
/** Well below what the YAML reader takes in one piece. */
const maxPart = 1024 * 1024;
/** A chart's block in parts that each hold whole versions. */
function versionsOf(block) {
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
	if (address === void 0) return unavailable$2("its address cannot be read");
	const download = await downloadChanging(world, {
		url: address,
		maxBytes: maxIndexBytes,
		compressible: true,
		...credentialsFor(url, access)
	});
	if (download.status !== "ok") return unavailable$2(reasonOf(download, address, access));
	const index = readRepositoryIndex(download.bytes);
	return "error" in index ? unavailable$2(`${shownUrl(address)} is no index of charts: ${index.error}`) : {
		status: "ok",
		index
	};
}
function unavailable$2(reason) {
	return {
		status: "unavailable",
		reason
	};
}
/** Chooses a version of the chart as source-controller would, and gets its archive. */
async function chartFromIndex(world, request, index) {
	const { chart, version, source } = request;
	const entries = index.entries(chart);
	if ("error" in entries) return unavailable$2(`the index of ${shownUrl(source.url)} cannot be read: ${entries.error}`);
	if (!index.names.includes(chart)) return judgeLack(request, notFound(request, index.names));
	const picked = resolveChartVersion(version, entries);
	if (picked.status === "invalid-constraint") return {
		status: "problem",
		problem: {
			kind: "version-invalid",
			message: picked.message
		}
	};
	if (picked.status === "no-match") return judgeLack(request, unsatisfied(request, entries.map((entry) => entry.version)));
	return await readArchive(world, source, picked.chosen);
}
function notFound({ name, chart }, known) {
	return {
		kind: "chart-not-found",
		message: `${name} has no chart \`${chart}\``,
		known
	};
}
/** Gets the archive that an entry of an index names. */
async function readArchive(world, { url: repository, access, passCredentials }, entry) {
	const url = archiveUrl(repository, entry.url);
	if (url === void 0) return unavailable$2("the address of its archive cannot be read");
	const found = (archive, digest) => ({
		status: "found",
		archive,
		digest,
		version: entry.version,
		place: shownUrl(url)
	});
	const known = entry.digest === void 0 ? void 0 : await readContent(world, entry.digest);
	if (known && entry.digest !== void 0) return found(known, entry.digest);
	if (url.startsWith("http:") && repository.startsWith("https:")) return unavailable$2(`${shownUrl(url)} is http, and its repository is https`);
	const download = await downloadChanging(world, {
		url,
		maxBytes: maxArchiveBytes,
		...credentialsFor(passCredentials ? url : repository, access)
	});
	if (download.status !== "ok") return unavailable$2(reasonOf(download, url, access));
	const { bytes, digest } = download;
	if (entry.digest !== void 0 && entry.digest !== digest) return unavailable$2(`${shownUrl(url)} does not have the digest that its index states`);
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
const quoted = /"(?:[^"\\]|\\.)*"/uy;
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
			const value = take(quoted)?.slice(1, -1).replaceAll(/\\(.)/gu, "$1") ?? take(token) ?? "";
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
const maxLength = 2048;
const dockerHosts = new Set([
	"docker.io",
	"index.docker.io",
	"registry-1.docker.io"
]);
/** Reads `oci://host/path`; undefined for what is none. Docker Hub has another name for its API, and one for its own images. */
function parseOciUrl(url, insecure) {
	const [, host = "", path = ""] = url.length > maxLength ? [] : /^oci:\/\/([^/?#@\\]+)\/([^?#]*[^?#/])\/*$/u.exec(url) ?? [];
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
		if (page >= maxPages) return unavailable$1(`${target.registry} lists tags without end`);
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
	if ("error" in manifest) return unavailable$1(manifest.error);
	const layer = manifest.kind === "image" ? chooseLayer(manifest.layers, mediaTypes) : void 0;
	if (!layer) return unavailable$1(mediaTypes.length === 0 ? "its artifact has no layer" : `its artifact has no layer of type ${mediaTypes[0]}`);
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
	if (expected === void 0) return unavailable$1(`${digest} is no sha256 digest`);
	const known = await readContent(world, expected);
	if (known) return {
		status: "ok",
		digest: expected,
		bytes: known
	};
	if (world.offline) return unavailable$1("--offline");
	const answer = await world.registries.get(target, request);
	if (answer.status === "unchanged") return unavailable$1(reasonOf(answer, request.url, {}));
	if (answer.status !== "ok") return refusedBy(answer, request.url, target);
	if (world.digest(answer.bytes) !== expected) return unavailable$1(`${target.registry} sends something else than ${digest}`);
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
	const reason = reasonOf(answer, url, access);
	return answer.status === "refused" && answer.code === 404 ? {
		status: "absent",
		bytes: answer.bytes,
		reason
	} : unavailable$1(reason);
}
function unavailable$1(reason) {
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
	const target = targetOf(url, source);
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
	const target = targetOf(chartUrl(source, chart), source);
	const listed = target && await readTags(world, target);
	return listed?.status === "ok" ? listed.tags.map(fromTag) : [];
}
function chartUrl({ url }, chart) {
	return `${url.replace(/\/$/u, "")}/${chart}`;
}
/** The chart that an OCIRepository stands for. */
async function chartFromArtifact(world, request, maxBytes = maxArchiveBytes) {
	const { url, reference, mediaType } = request.source;
	const target = targetOf(url, request.source);
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
	const { compilePattern } = await import("./pattern.js");
	const filter = compilePattern(reference.filter ?? "");
	if (!filter) return unavailable("its `semverFilter` is no regular expression");
	const layer = mediaTypes.some((type) => chartLayers[0] === type) ? "chart" : "other";
	return await fromTags(world, wanted, (tags) => resolveTag(reference.semver, tags.filter((tag) => filter.isPartOf(tag)), layer), fetched);
}
const unreadable = {
	status: "unavailable",
	reason: "its address cannot be read"
};
function unavailable(reason) {
	return {
		status: "unavailable",
		reason
	};
}
function targetOf(url, { insecure, access }) {
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
	return picked.status === "resolved" ? await fetched(picked.chosen) : judgeLack(wanted, unsatisfied(wanted, listed.tags.map(fromTag)));
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
	if (source.kind === "artifact" && source.reference.by === "digest") return unavailable(reason);
	if (errorCodes(bytes).includes("NAME_UNKNOWN")) return judgeLack(wanted, absent(wanted));
	const listed = await readTags(world, wanted.target);
	if (listed.status === "absent") return judgeLack(wanted, absent(wanted));
	if (listed.status !== "ok") return unavailable(reason);
	if (wanted.version === "latest") return judgeLack(wanted, untagged(wanted));
	return judgeLack(wanted, unsatisfied(wanted, source.kind === "registry" ? listed.tags.map(fromTag) : listed.tags));
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
		read: (_chart, entry) => readArchive(world, source, entry)
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
	const reason = reasonOf(download, url, {});
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
	values: (request) => plain("values", request),
	constraint: (request) => plain("constraint", request),
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
function plain(name, request) {
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
	for (const [path, content] of filesOf(chart)) {
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
function filesOf(chart) {
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
				if (spec !== void 0) specs.set(keyOf(path, name), {
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
		const found = this.#known.get(chart)?.get(keyOf(template, name));
		return found?.bytes === bytes ? found?.spec : void 0;
	}
};
function keyOf(path, name) {
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
//#region src/host/engine/helm/chart-folder.ts
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
function messageOf(stderr) {
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
	const violations = step === "schema" ? violationsIn(message, context) : [];
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
const named = /(?: on |: |from |parsing )([^\s()":]+\/(?:templates|crds)\/[^\s()":]+)/u;
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
	const [, other] = named.exec(message) ?? [];
	return other === void 0 ? {} : { template: other };
}
/**
* `- at '/image/tag': got number, want string`, below a line with the name of the chart; causes stand below what they cause, two
* blanks to the right. As in engine/handlers/schema.go: one violation for each value that no cause explains further.
*/
function violationsIn(message, { chart, values }) {
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
		if (!(typeof next === "object" && next.depth > line.depth && !isChoice)) found.push(...violationsOf(line, of, {
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
function violationsOf({ pointer, text }, chart, root) {
	const keys = pointer.split("/").slice(1);
	const path = pathOf(chart === root.chart ? keys : [chart, ...keys], root.values);
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
function pathOf(keys, values) {
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
		if (output.killedFor !== void 0) return limitOf(output.killedFor, this.#timeoutMs);
		if (output.status === 0) return {
			stdout: output.stdout,
			missing: left
		};
		const message = messageOf(output.stderr);
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
function limitOf(limit, timeoutMs) {
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
const missing = new TextEncoder().encode("{\"status\":\"missing\"");
function isMissing(message) {
	return missing.every((byte, index) => message[index] === byte);
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
//#region src/host/lazily.ts
/** Makes something when it is first asked for, and gives the same from then on. */
function lazily(make) {
	let made;
	return () => {
		made ??= make();
		return made;
	};
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
	const { url, readOnly, onFailure } = settings;
	const credentials = credentialsOf(url);
	const store = lazyStore(settings);
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
/** Node's own clients take tens of milliseconds to load, and a run without a shared cache does without. */
function lazyStore({ url, toolVersion, signal, proxyFor }) {
	const load = lazily(async () => {
		const [{ guardedStore }, { bareHost }] = await Promise.all([import("./guarded-network.js"), import("./guard2.js")]);
		return guardedStore({
			toolVersion,
			timing,
			allowPrivateHosts: true,
			allowHosts: [bareHost(url)],
			...signal && { signal },
			...proxyFor && { proxyFor }
		});
	});
	return {
		get: async (request) => (await load()).get(request),
		put: async (request) => (await load()).put(request)
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
	const load = lazily(async () => {
		const [{ guardedNetwork }, { dockerLogin }] = await Promise.all([import("./guarded-network.js"), import("./docker-login.js")]);
		const loginFor = once();
		return guardedNetwork({
			proxyFor: proxiesOf(environment),
			loginFor: (registry) => loginFor(registry, () => dockerLogin(registry, environment)),
			...options
		});
	});
	return {
		get: async (request) => (await load()).get(request),
		loginFor: async (registry) => (await load()).loginFor(registry)
	};
}
function lazyGit(options) {
	const load = lazily(async () => {
		const { guardedGit } = await import("./guarded-git.js");
		return guardedGit(options);
	});
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
export { maxTreeBytes as a, findNativeProgram as c, maxIndexBytes as d, formatLock as f, maxFiles as i, findHelm as l, parseLock as m, defaultConcurrency as n, chooseBackend as o, lockKey as p, nodeHost as r, describeBackend as s, buildOf as t, maxArchiveBytes as u };
