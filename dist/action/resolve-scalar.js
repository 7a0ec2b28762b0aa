import { n as lenientUtf8, t as decodeBase64 } from "./base64.js";
//#region src/yaml/number.ts
const SMALL_INTEGER = /^-?[1-9][0-9]{0,14}$/u;
const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/u;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/u;
const DOT_FLOAT = /^\.[0-9](?:_?[0-9])*(?:[eE][-+]?[0-9](?:_?[0-9])*)?$/u;
const SIGN_AFTER_PREFIX = /^0([bo])([-+]?)([0-7]+)$/u;
const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;
/** Reads a number that begins with a digit or a sign; undefined where Go takes the text for a string. */
function parseNumber(text, allowsSignedOctal) {
	if (SMALL_INTEGER.test(text)) return {
		value: Number(text),
		integer: BigInt(text)
	};
	const digits = text.includes("_") ? text.replaceAll("_", "") : text;
	const integer = parseInteger(digits);
	if (integer !== void 0) return {
		value: Number(integer),
		integer
	};
	const float = FLOAT.test(digits) ? Number(digits) : NaN;
	if (Number.isFinite(float)) return {
		value: float,
		integer: void 0
	};
	const odd = parseSignAfterPrefix(digits, allowsSignedOctal);
	return odd === void 0 ? void 0 : {
		value: Number(odd),
		integer: odd
	};
}
/** Reads a number that begins with a dot. Go allows `_` between its digits. */
function parseDotNumber(text) {
	if (!DOT_FLOAT.test(text)) return void 0;
	const value = Number(text.replaceAll("_", ""));
	return Number.isFinite(value) ? value : void 0;
}
/** Go's ParseInt, then ParseUint, with base 0 and 64 bits. */
function parseInteger(digits) {
	const match = INTEGER.exec(digits);
	if (match === null) return void 0;
	const [, sign, magnitude = ""] = match;
	const value = BigInt(/^0[0-7]/u.test(magnitude) ? `0o${magnitude.slice(1)}` : magnitude);
	if (sign === "-") return -value < MIN_INT64 ? void 0 : -value;
	return value > (sign === "+" ? MAX_INT64 : MAX_UINT64) ? void 0 : value;
}
/** `0b-1` is −1: go-yaml cuts the prefix off before it reads the sign. */
function parseSignAfterPrefix(digits, allowsOctal) {
	const match = SIGN_AFTER_PREFIX.exec(digits);
	if (match === null) return void 0;
	const [, base, sign, magnitude = ""] = match;
	if (base === "o" && !allowsOctal) return void 0;
	if (base === "b" && !/^[01]+$/u.test(magnitude)) return void 0;
	const value = BigInt(`0${base}${magnitude}`);
	if (sign === "-") return -value < MIN_INT64 ? void 0 : -value;
	return value > (sign === "+" ? MAX_INT64 : MAX_UINT64) ? void 0 : value;
}
/** How sigs.k8s.io/yaml writes a float that is a mapping key: Go's `FormatFloat(value, 'g', -1, 32)`. */
function formatFloatKey(value) {
	const single = Math.fround(value);
	if (Number.isNaN(single)) return ".nan";
	if (!Number.isFinite(single)) return single > 0 ? ".inf" : "-.inf";
	if (single === 0) return Object.is(single, -0) ? "-0" : "0";
	const [mantissa = "", exponent = "0"] = shortestExponential(single).split("e");
	const power = Number(exponent);
	if (power >= -4 && power < SHORTEST_PRECISION) {
		const digits = mantissa.replace(/[-.]/gu, "").length;
		return Number(`${mantissa}e${power}`).toFixed(Math.max(digits - 1 - power, 0));
	}
	return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}
/** From this power of ten on, and below -4, Go writes an exponent. */
const SHORTEST_PRECISION = 6;
/** The shortest decimal that is this single-precision number; a tie goes to the even digit, as in Go. */
function shortestExponential(single) {
	for (let digits = 0; digits < 9; digits++) {
		const text = roundHalfEven(single, digits);
		if (Math.fround(Number(text)) === single) return text;
	}
	return single.toExponential();
}
function roundHalfEven(value, digits) {
	const rounded = value.toExponential(digits);
	const [exact = "", power = ""] = value.toExponential(60).split("e");
	const cut = exact.indexOf(".") + 1 + digits;
	const isTie = /^50*$/u.test(exact.slice(cut));
	const kept = digits === 0 ? exact.slice(0, cut - 1) : exact.slice(0, cut);
	return isTie && Number(kept.at(-1)) % 2 === 0 ? `${kept}e${power}` : rounded;
}
//#endregion
//#region src/yaml/timestamp.ts
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u;
const DATE_TIME = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt])| +)(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,](\d+))?(Z|[-+]\d{2}:\d{2})?$/u;
/** The date in RFC 3339 as Go writes it to JSON, where go-yaml takes `text` for one; else undefined. */
function formatTimestamp(text) {
	const date = DATE.exec(text);
	if (date !== null) return format(date, 0, 0, 0, "", "Z");
	const match = DATE_TIME.exec(text);
	if (match === null) return void 0;
	const [, , , , letter, hour, minute, second, fraction = "", zone] = match;
	if (letter === void 0 !== (zone === void 0)) return void 0;
	return format(match, Number(hour), Number(minute), Number(second), fraction, zone ?? "Z");
}
function format(date, hour, minute, second, fraction, zone) {
	const [, year = "", month = "", day = ""] = date;
	if (hour > 23 || minute > 59 || second > 59 || !isDay(Number(year), Number(month), Number(day))) return void 0;
	const clock = [
		hour,
		minute,
		second
	].map((part) => String(part).padStart(2, "0")).join(":");
	const nanoseconds = fraction.slice(0, 9).replace(/0+$/u, "");
	const digits = nanoseconds === "" ? "" : `.${nanoseconds}`;
	const offset = formatZone(zone);
	if (offset === void 0) return void 0;
	return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}T${clock}${digits}${offset}`;
}
/** Go reads offsets up to 24 hours and 60 minutes. */
function formatZone(zone) {
	if (zone === "Z") return "Z";
	const hours = Number(zone.slice(1, 3));
	const minutes = Number(zone.slice(4));
	if (hours > 24 || minutes > 60) return void 0;
	const total = hours * 60 + minutes;
	if (total === 0) return "Z";
	const parts = [Math.floor(total / 60), total % 60].map((part) => String(part).padStart(2, "0"));
	return `${zone[0]}${parts.join(":")}`;
}
function isDay(year, month, day) {
	if (month < 1 || month > 12 || day < 1) return false;
	return day <= ([
		31,
		year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28,
		31,
		30,
		31,
		30,
		31,
		31,
		30,
		31,
		30,
		31
	][month - 1] ?? 0);
}
//#endregion
//#region src/yaml/resolve-scalar.ts
/** Why a scalar has no JSON value. */
var ScalarFailure = class {
	message;
	constructor(message) {
		this.message = message;
	}
};
const RESOLVABLE = new Set([
	"!!str",
	"!!bool",
	"!!int",
	"!!float",
	"!!null",
	"!!timestamp"
]);
const COMMON_WORDS = [
	[true, [
		"true",
		"True",
		"TRUE"
	]],
	[false, [
		"false",
		"False",
		"FALSE"
	]],
	[null, [
		"",
		"~",
		"null",
		"Null",
		"NULL"
	]]
];
const YAML_1_1_WORDS = [[true, [
	"y",
	"Y",
	"yes",
	"Yes",
	"YES",
	"on",
	"On",
	"ON"
]], [false, [
	"n",
	"N",
	"no",
	"No",
	"NO",
	"off",
	"Off",
	"OFF"
]]];
const SPECIAL_FLOATS = new Map([
	...[
		".nan",
		".NaN",
		".NAN"
	].map((word) => [word, NaN]),
	...[
		".inf",
		".Inf",
		".INF",
		"+.inf",
		"+.Inf",
		"+.INF"
	].map((word) => [word, Number.POSITIVE_INFINITY]),
	...[
		"-.inf",
		"-.Inf",
		"-.INF"
	].map((word) => [word, Number.NEGATIVE_INFINITY])
]);
const WORDS = {
	sigs: toMap([...COMMON_WORDS, ...YAML_1_1_WORDS]),
	kustomize: toMap(COMMON_WORDS)
};
function toMap(words) {
	return new Map(words.flatMap(([value, spellings]) => spellings.map((spelling) => [spelling, value])));
}
/** The JSON value of a scalar. */
function resolveScalar(scalar, dialect) {
	const { text } = scalar;
	const tag = effectiveTag(scalar, dialect);
	if (tag === void 0) {
		if (scalar.style !== "plain" || !mayBeSpecial(text)) return text;
		return toJsonScalar(resolvePlain(text, dialect, true), text, dialect);
	}
	if (tag === "!!binary") return decodeBinary(text);
	if (tag === "!!str" || !RESOLVABLE.has(tag)) return text;
	return toJsonScalar(convert(resolvePlain(text, dialect, mayBeTimestamp(tag)), tag), text, dialect);
}
/** The JSON object key that a scalar becomes. */
function resolveKey(scalar, dialect) {
	if (scalar.tag === void 0 && (scalar.style !== "plain" || !mayBeSpecial(scalar.text))) return scalar.text;
	return dialect === "sigs" ? resolveSigsKey(scalar) : resolveKustomizeKey(scalar);
}
function resolveSigsKey(scalar) {
	const { tag, text } = scalar;
	if (tag === "!!binary") return decodeBinary(text);
	if (tag !== void 0 && !RESOLVABLE.has(tag)) return text;
	const converted = convert(tag === "!!str" ? text : resolvePlain(text, "sigs", mayBeTimestamp(tag)), tag);
	if (converted instanceof ScalarFailure) return converted;
	if (converted === null) return new ScalarFailure("a key is null");
	if (converted instanceof Timestamp) return text;
	if (typeof converted !== "object") return String(converted);
	if (converted.integer === void 0) return formatFloatKey(converted.value);
	if (converted.integer > 2n ** 63n - 1n) return new ScalarFailure(`the key \`${text}\` is a number beyond 64 bits`);
	return String(converted.integer);
}
/** kustomize keeps the text of a key, and refuses one whose tag does not fit. */
function resolveKustomizeKey(scalar) {
	const { text } = scalar;
	const tag = effectiveTag(scalar, "kustomize");
	if (tag === "!!binary") return decodeBinary(text);
	if (tag === "!!str" || tag !== void 0 && !RESOLVABLE.has(tag)) return text;
	const converted = convert(resolvePlain(text, "kustomize", mayBeTimestamp(tag)), tag);
	if (converted === null) return new ScalarFailure("a key is null");
	return converted instanceof ScalarFailure ? converted : text;
}
/** Whether kustomize takes a key for a string; below the root of a document it cannot write any other. */
function isStringKey(scalar) {
	const tag = effectiveTag(scalar, "kustomize");
	if (tag !== void 0) return tag === "!!str";
	if (scalar.style !== "plain") return true;
	return typeof resolvePlain(scalar.text, "kustomize", true) === "string";
}
/** kustomize drops the tag `!` when it writes the file again. */
function effectiveTag(scalar, dialect) {
	return scalar.tag === "!" && dialect === "kustomize" ? void 0 : scalar.tag;
}
function mayBeTimestamp(tag) {
	return tag === void 0 || tag === "!!timestamp";
}
/** A text that has the form of a date. */
var Timestamp = class {
	rfc3339;
	constructor(rfc3339) {
		this.rfc3339 = rfc3339;
	}
};
/** Whether a plain scalar can be anything but a string; the first character tells. */
function mayBeSpecial(text) {
	const code = text.charCodeAt(0);
	if (code >= 97) return code === 110 || code === 116 || code === 102 || code === 121 || code === 111 || code === 126;
	if (code >= 65) return code === 78 || code === 84 || code === 70 || code === 89 || code === 79;
	return text === "" || code >= 48 && code <= 57 || code === 43 || code === 45 || code === 46;
}
function resolvePlain(text, dialect, allowsTimestamp) {
	if (!mayBeSpecial(text)) return text;
	const word = WORDS[dialect].get(text);
	if (word !== void 0) return word;
	const special = SPECIAL_FLOATS.get(text);
	if (special !== void 0) return {
		value: special,
		integer: void 0
	};
	const code = text.charCodeAt(0);
	if (code === 46) {
		const value = parseDotNumber(text);
		return value === void 0 ? text : {
			value,
			integer: void 0
		};
	}
	if (code > 57) return text;
	const timestamp = allowsTimestamp ? formatTimestamp(text) : void 0;
	if (timestamp !== void 0) return new Timestamp(timestamp);
	return parseNumber(text, dialect === "kustomize") ?? text;
}
/** Go accepts an explicit tag only where the text has that type already; an integer may be tagged as a float. */
function convert(resolved, tag) {
	const kind = kindOf(resolved);
	if (tag === void 0 || tag === kind || tag === "!!str") return resolved;
	if (tag === "!!float" && typeof resolved === "object" && resolved !== null && "integer" in resolved) {
		if (resolved.integer !== void 0 && resolved.integer < 2n ** 63n) return {
			value: resolved.value,
			integer: void 0
		};
	}
	return new ScalarFailure(`the value is tagged \`${tag}\`, but it is a ${kind.slice(2)}`);
}
function kindOf(resolved) {
	if (resolved === null) return "!!null";
	if (typeof resolved === "string") return "!!str";
	if (typeof resolved === "boolean") return "!!bool";
	if (resolved instanceof Timestamp) return "!!timestamp";
	return resolved.integer === void 0 ? "!!float" : "!!int";
}
function toJsonScalar(resolved, text, dialect) {
	if (resolved === null || typeof resolved !== "object" || resolved instanceof ScalarFailure) return resolved;
	if (resolved instanceof Timestamp) return dialect === "sigs" ? text : toJsonTime(resolved);
	if (Number.isFinite(resolved.value)) return resolved.value;
	return new ScalarFailure(`\`${text}\` is a number that JSON cannot hold`);
}
/** Go reads an offset of 24 hours, but writes none. */
function toJsonTime({ rfc3339 }) {
	return /[-+]2[45]:\d\d$/u.test(rfc3339) ? new ScalarFailure(`the offset of the time \`${rfc3339}\` is too large`) : rfc3339;
}
function decodeBinary(text) {
	const bytes = decodeBase64(text);
	return bytes === void 0 ? new ScalarFailure("the value is tagged `!!binary`, but it is not base64") : lenientUtf8(bytes);
}
//#endregion
export { resolveScalar as i, isStringKey as n, resolveKey as r, ScalarFailure as t };
