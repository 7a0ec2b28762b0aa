//#region src/build/remote/packed-files.ts
/** Files as one piece of bytes: a line of JSON with paths and sizes, then the contents. The same files give the same bytes. */
function packFiles(files) {
	const sorted = [...files].sort(([left], [right]) => left < right ? -1 : 1);
	const head = JSON.stringify(sorted.map(([path, { length }]) => [path, length]));
	const header = new TextEncoder().encode(`${head}\n`);
	const size = sorted.reduce((sum, [, { length }]) => sum + length, header.length);
	const packed = new Uint8Array(size);
	packed.set(header);
	let at = header.length;
	for (const [, bytes] of sorted) {
		packed.set(bytes, at);
		at += bytes.length;
	}
	return packed;
}
/** The files that {@link packFiles} was given. */
function unpackFiles(packed) {
	const end = packed.indexOf(10);
	const head = JSON.parse(new TextDecoder().decode(packed.subarray(0, end)));
	const files = /* @__PURE__ */ new Map();
	let at = end + 1;
	for (const [path, length] of head) {
		files.set(path, packed.slice(at, at + length));
		at += length;
	}
	return files;
}
/** The path of a file inside its tree; undefined for one that leads out of it, or that no file has. */
function insidePath(path) {
	const parts = path.split("/").filter((part) => part !== "" && part !== ".");
	return path.startsWith("/") || /[\0\\]/u.test(path) || /^[a-z]:/iu.test(path) || parts.length === 0 || parts.includes("..") ? void 0 : parts.join("/");
}
//#endregion
//#region src/version/version.ts
/** Masterminds' `MaxVersionLen`, in bytes. */
const MAX_VERSION_LENGTH = 256;
const MAX_UINT64 = 18446744073709551615n;
const INVALID = "invalid semantic version";
const SEGMENT_STARTS_WITH_ZERO = "version segment starts with 0";
const LOOSE = /^v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;
const STRICT = /^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;
/**
* Masterminds' `NewVersion` with its default coercion: a leading `v`, missing parts and leading zeros in the
* numeric core are accepted (`v1`, `1.2`, `2024.01.05`).
*/
function readVersion(text) {
	if (byteLength(text) > MAX_VERSION_LENGTH) return { error: `version string is too long (max ${MAX_VERSION_LENGTH} bytes)` };
	const match = LOOSE.exec(text);
	return match === null ? { error: INVALID } : fromMatch(text, match);
}
/** Like {@link readVersion}, when the reason of a failure does not matter. */
function parseVersion(text) {
	return orUndefined(readVersion(text));
}
/**
* Flux's `version.ParseVersion`: what a chart version or tag must pass to be a candidate for a range.
* It wants three parts between dots, so the tags `1` and `1.2` never match; `1.2-rc.1` passes by accident.
* https://github.com/fluxcd/pkg/blob/main/version/version.go
*/
function parseFluxVersion(text) {
	return text.split(".", 3).length === 3 ? parseVersion(text) : void 0;
}
/**
* Masterminds' `StrictNewVersion`: no `v`, three parts, no leading zeros.
* Helm's registry client keeps only such tags (helm.sh/helm/v4, pkg/registry/client.go, `Tags`).
*/
function parseStrictVersion(text) {
	const match = byteLength(text) > MAX_VERSION_LENGTH ? null : STRICT.exec(text);
	return match === null ? void 0 : orUndefined(fromMatch(text, match));
}
/** Masterminds' `String()`: three parts, no leading `v`, no leading zeros. */
function formatVersion(version) {
	const core = `${version.major}.${version.minor}.${version.patch}`;
	const prerelease = version.prerelease === "" ? "" : `-${version.prerelease}`;
	const metadata = version.metadata === "" ? "" : `+${version.metadata}`;
	return core + prerelease + metadata;
}
/** Negative when `left` precedes `right`, 0 when they differ in build metadata at most. */
function compareVersions(left, right) {
	for (const part of [
		"major",
		"minor",
		"patch"
	]) if (left[part] !== right[part]) return left[part] < right[part] ? -1 : 1;
	if (left.prerelease === right.prerelease) return 0;
	if (left.prerelease === "") return 1;
	if (right.prerelease === "") return -1;
	return comparePrereleases(left.prerelease, right.prerelease);
}
/** Identifier by identifier; a missing one, and so an empty text, precedes all others. */
function comparePrereleases(left, right) {
	const leftParts = left.split(".");
	const rightParts = right.split(".");
	const length = Math.max(leftParts.length, rightParts.length);
	for (let index = 0; index < length; index++) {
		const order = compareIdentifiers(leftParts[index] ?? "", rightParts[index] ?? "");
		if (order !== 0) return order;
	}
	return 0;
}
/** The length that Go's `len` gives: bytes of UTF-8. */
function byteLength(text) {
	return new TextEncoder().encode(text).length;
}
function compareIdentifiers(left, right) {
	if (left === right) return 0;
	if (left === "") return -1;
	if (right === "") return 1;
	const leftNumber = parseUint64(left);
	const rightNumber = parseUint64(right);
	if (leftNumber === void 0 && rightNumber === void 0) return left > right ? 1 : -1;
	if (rightNumber === void 0) return -1;
	if (leftNumber === void 0) return 1;
	return leftNumber > rightNumber ? 1 : -1;
}
function fromMatch(text, match) {
	const [, major = "", minor = "0", patch = "0", prerelease = "", metadata = ""] = match;
	const numbers = [];
	for (const digits of [
		major,
		minor,
		patch
	]) {
		const number = parseUint64(digits);
		if (number === void 0) return { error: outOfRange(digits) };
		numbers.push(number);
	}
	if (prerelease.split(".").some(startsWithZero)) return { error: SEGMENT_STARTS_WITH_ZERO };
	const [majorNumber = 0n, minorNumber = 0n, patchNumber = 0n] = numbers;
	return {
		text,
		major: majorNumber,
		minor: minorNumber,
		patch: patchNumber,
		prerelease,
		metadata
	};
}
function startsWithZero(identifier) {
	return /^0[0-9]+$/.test(identifier);
}
function parseUint64(digits) {
	if (!/^[0-9]+$/.test(digits)) return void 0;
	const number = BigInt(digits);
	return number > MAX_UINT64 ? void 0 : number;
}
function outOfRange(digits) {
	return `error parsing version segment: strconv.ParseUint: parsing "${digits}": value out of range`;
}
function orUndefined(result) {
	return "error" in result ? void 0 : result;
}
//#endregion
//#region src/version/comparator.ts
/**
* Whether a version passes one comparator.
* Whether pre-releases take part at all is a matter of the whole group: see `satisfies`.
*/
function passes(version, comparator) {
	switch (comparator.operator) {
		case "":
		case "=": return isEqual(version, comparator);
		case "!=": return isDifferent(version, comparator);
		case ">": return isGreater(version, comparator);
		case "<": return compareVersions(version, comparator.version) < 0;
		case ">=":
		case "=>": return compareVersions(version, comparator.version) >= 0;
		case "<=":
		case "=<": return isAtMost(version, comparator);
		case "~":
		case "~>": return isNear(version, comparator);
		case "^": return isCompatible(version, comparator);
	}
}
function isEqual(version, comparator) {
	if (comparator.given !== "patch") return isNear(version, comparator);
	return compareVersions(version, comparator.version) === 0;
}
function isDifferent(version, { version: bound, given }) {
	if (given === "patch" || given === "none") return compareVersions(version, bound) !== 0;
	if (version.major !== bound.major) return true;
	if (given === "major") return false;
	if (version.minor !== bound.minor) return true;
	if (version.prerelease === "" && bound.prerelease === "") return false;
	return comparePrereleases(version.prerelease, bound.prerelease) !== 0;
}
function isGreater(version, { version: bound, given }) {
	if (given === "patch" || given === "none") return compareVersions(version, bound) > 0;
	if (version.major !== bound.major) return version.major > bound.major;
	return given === "minor" && version.minor > bound.minor;
}
function isAtMost(version, { version: bound, given }) {
	if (given === "patch") return compareVersions(version, bound) <= 0;
	if (version.major > bound.major) return false;
	return version.major !== bound.major || version.minor <= bound.minor || given === "major";
}
/** `~1.2.3` and `~1.2` keep the minor version, `~1` the major one. */
function isNear(version, { version: bound, given }) {
	if (compareVersions(version, bound) < 0) return false;
	if (bound.major === 0n && bound.minor === 0n && bound.patch === 0n && (given === "patch" || given === "none")) return true;
	if (version.major !== bound.major) return false;
	return version.minor === bound.minor || given === "major";
}
/** `^` keeps the leftmost part that is not zero; `^*` is only 0.0.0, a quirk of the library. */
function isCompatible(version, { version: bound, given }) {
	if (compareVersions(version, bound) < 0) return false;
	if (version.major !== bound.major) return false;
	if (bound.major > 0n || given === "major") return true;
	if (version.minor !== bound.minor) return false;
	return bound.minor > 0n || given === "minor" || version.patch === bound.patch;
}
//#endregion
//#region src/version/go-quote.ts
const SHORT_ESCAPES = {
	"\"": "\\\"",
	"\\": "\\\\",
	"\x07": "\\a",
	"\b": "\\b",
	"\f": "\\f",
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t",
	"\v": "\\v"
};
/** A text between quotes as Go's `%q` prints it, so that messages equal the controllers' own. */
function goQuote(text) {
	let quoted = "";
	for (const character of text) quoted += SHORT_ESCAPES[character] ?? escapeUnprintable(character);
	return `"${quoted}"`;
}
function escapeUnprintable(character) {
	if (/^[ \p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(character)) return character;
	const code = character.codePointAt(0) ?? 0;
	if (code < 128) return `\\x${hex(code, 2)}`;
	return code < 65536 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}
function hex(code, digits) {
	return code.toString(16).padStart(digits, "0");
}
//#endregion
//#region src/version/constraint.ts
const MAX_LENGTH = 512;
const MAX_GROUPS = 32;
const WHOLE_VERSION = /^v?([0-9|xX*]+)(\.[0-9|xX*]+)?(\.[0-9|xX*]+)?(-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
const HYPHEN_RANGE = /[\t\n\f\r ]*(v?[0-9|xX*]+(?:\.[0-9|xX*]+)?(?:\.[0-9|xX*]+)?(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)[\t\n\f\r ]+-[\t\n\f\r ]+(v?[0-9|xX*]+(?:\.[0-9|xX*]+)?(?:\.[0-9|xX*]+)?(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)[\t\n\f\r ]*/g;
const COMPARATOR = /([\t\n\f\r ]*,?[\t\n\f\r ]*)([=!<>~^]*)[\t\n\f\r ]*([^\t\n\f\r ,]*)/y;
const OPERATORS = [
	"",
	"=",
	"!=",
	">",
	"<",
	">=",
	"=>",
	"<=",
	"=<",
	"~",
	"~>",
	"^"
];
/**
* Masterminds' `NewConstraint`. The empty text is not a constraint; chart resolution reads it as `*` (`resolveChartVersion`).
* https://github.com/Masterminds/semver/blob/v3.5.0/constraints.go
*/
function parseConstraint(text) {
	if (byteLength(text) > MAX_LENGTH) return { error: `constraint string is too long (max ${MAX_LENGTH} bytes)` };
	const segments = rewriteHyphenRanges(text).split("||");
	if (segments.length > MAX_GROUPS) return { error: `too many constraint groups (max ${MAX_GROUPS})` };
	const groups = [];
	for (const segment of segments) {
		const group = parseGroup(segment);
		if ("error" in group) return group;
		groups.push(group);
	}
	const [first, ...rest] = groups;
	return first === void 0 ? improper(text) : {
		text,
		groups: [first, ...rest]
	};
}
/** Masterminds' `Check`: whether the version lies in the range. Build metadata never matters. */
function satisfies(version, constraint) {
	return constraint.groups.some(({ comparators, allowsPrereleases }) => (allowsPrereleases || version.prerelease === "") && comparators.every((comparator) => passes(version, comparator)));
}
/** `1.2 - 1.4` becomes `>= 1.2, <= 1.4 ` before all else, and before the text is split at `||`. */
function rewriteHyphenRanges(text) {
	let rewritten = text;
	for (const match of text.matchAll(HYPHEN_RANGE)) rewritten = rewritten.replace(match[0], () => `>= ${match[1]}, <= ${match[2]} `);
	return rewritten;
}
function parseGroup(segment) {
	const tokens = tokenize(segment);
	if (tokens === void 0) return improper(segment);
	const comparators = [];
	for (const [operator, text] of tokens) {
		const comparator = parseComparator(operator, text);
		if (comparator === void 0) return { error: "constraint parser error" };
		comparators.push(comparator);
	}
	return {
		comparators,
		allowsPrereleases: comparators.some(({ version }) => version.prerelease !== "")
	};
}
/** Operators and versions of a group, joined by spaces or one comma each; nothing when the library finds it improper. */
function tokenize(segment) {
	const tokens = [];
	const text = segment.replace(/[\t\n\f\r ]+$/, "");
	let offset = 0;
	do {
		COMPARATOR.lastIndex = offset;
		const [whole = "", separator = "", operator = "", version = ""] = COMPARATOR.exec(text) ?? [];
		if (!(offset === 0 ? !separator.includes(",") : separator !== "") || !isOperator(operator) || !WHOLE_VERSION.test(version)) return void 0;
		tokens.push([operator, version]);
		offset += whole.length;
	} while (offset < text.length);
	return tokens;
}
function parseComparator(operator, text) {
	const [, major = "", minor = "", patch = "", prerelease = ""] = WHOLE_VERSION.exec(text) ?? [];
	const [given, completed] = complete(text, [
		major,
		minor,
		patch
	], prerelease);
	const version = readVersion(completed);
	return "error" in version ? void 0 : {
		operator,
		text,
		version,
		given
	};
}
/** Zeros in place of the first missing or wildcard part and of all after it; `1.*.3` is `1`. */
function complete(text, [major, minor, patch], prerelease) {
	if (isOpen(major)) return ["none", `0.0.0${prerelease}`];
	if (isOpen(minor)) return ["major", `${major}.0.0${prerelease}`];
	if (isOpen(patch)) return ["minor", `${major}${minor}.0${prerelease}`];
	return ["patch", text];
}
function isOpen(part) {
	return [
		"",
		"x",
		"X",
		"*",
		".x",
		".X",
		".*"
	].includes(part);
}
function isOperator(text) {
	return OPERATORS.includes(text);
}
function improper(segment) {
	return { error: `improper constraint: ${goQuote(segment)}` };
}
//#endregion
//#region src/version/resolve.ts
/**
* Source-controller's choice among the versions of a chart in an HTTP HelmRepository: an exact version text wins, else the
* highest version in the range, and among equal ones the newest.
* https://github.com/fluxcd/source-controller/blob/v1.10.1/internal/helm/repository/chart_repository.go (`getChartVersion`)
*/
function resolveChartVersion(constraintText, entries) {
	const exact = entries.find(({ version }) => version === constraintText);
	if (constraintText !== "" && exact !== void 0) return {
		status: "resolved",
		chosen: exact,
		ties: []
	};
	const latestFirst = entries.toReversed();
	return resolveHighest(constraintText || "*", latestFirst, ({ version }) => version, compareCreated);
}
/**
* Source-controller's choice among the tags of a chart in an OCI HelmRepository. A full version is the tag, unseen (a chart that
* is not there fails later); else Helm's registry client lists the tags, with `_` read as `+`, and keeps only strict versions.
* The result is a version: its tag has `_` for `+` (`toTag`).
* https://github.com/fluxcd/source-controller/blob/v1.10.1/internal/helm/repository/oci_chart_repository.go (`getChartVersion`)
*/
function resolveChartTag(constraintText, tags) {
	if (parseFluxVersion(constraintText) !== void 0) return {
		status: "resolved",
		chosen: constraintText,
		ties: []
	};
	const versions = tags.map((tag) => parseStrictVersion(fromTag(tag))).filter((version) => version !== void 0);
	return resolveHighest(constraintText || "*", versions.map(formatVersion), (version) => version);
}
/**
* Source-controller's choice for `OCIRepository.spec.ref.semver`, over tags that have passed `semverFilter`.
* Only with Helm's chart layer as `layerSelector.mediaType` is `_` in a tag read as `+`.
* https://github.com/fluxcd/source-controller/blob/v1.10.1/internal/controller/ocirepository_controller.go (`getTagBySemver`)
*/
function resolveTag(constraintText, tags, layer) {
	return resolveHighest(constraintText, tags, layer === "chart" ? fromTag : (tag) => tag);
}
/** OCI tags cannot hold `+`, versions cannot hold `_`: Helm writes one for the other. */
function toTag(version) {
	return version.replaceAll("+", "_");
}
function fromTag(tag) {
	return tag.replaceAll("_", "+");
}
function resolveHighest(constraintText, candidates, textOf, compareEqual = () => 0) {
	const constraint = parseConstraint(constraintText);
	if ("error" in constraint) return {
		status: "invalid-constraint",
		message: constraint.error
	};
	let highest;
	let best = [];
	for (const candidate of candidates) {
		const version = parseFluxVersion(textOf(candidate));
		if (version === void 0 || !satisfies(version, constraint)) continue;
		const order = highest === void 0 ? 1 : compareVersions(version, highest);
		const [rival] = best;
		const difference = order === 0 && rival !== void 0 ? compareEqual(candidate, rival) : order;
		if (difference < 0) continue;
		if (difference > 0) best = [];
		best.push(candidate);
		highest = version;
	}
	const [chosen, ...ties] = best;
	return chosen === void 0 ? { status: "no-match" } : {
		status: "resolved",
		chosen,
		ties
	};
}
function compareCreated(left, right) {
	const [leftSeconds, leftFraction] = createdAt(left);
	const [rightSeconds, rightFraction] = createdAt(right);
	if (leftSeconds !== rightSeconds) return leftSeconds < rightSeconds ? -1 : 1;
	return leftFraction - rightFraction;
}
/** Milliseconds of the whole second, and its fraction; a missing time is Go's zero time, before all others. */
function createdAt({ created = "" }) {
	const [, second = "", fraction = "0", zone = ""] = /^(.{19})(?:\.(\d+))?(.*)$/.exec(created) ?? [];
	const time = Date.parse(second + zone);
	return Number.isNaN(time) ? [Number.NEGATIVE_INFINITY, 0] : [time, Number(`0.${fraction}`)];
}
//#endregion
export { parseConstraint as a, formatVersion as c, readVersion as d, insidePath as f, toTag as i, parseFluxVersion as l, unpackFiles as m, resolveChartVersion as n, satisfies as o, packFiles as p, resolveTag as r, compareVersions as s, resolveChartTag as t, parseVersion as u };
