//#region src/yaml/json.ts
/** Instances inherit from an object without properties: no `constructor`, no `__proto__`, and still fast to fill. */
const Bare = function Bare() {};
Bare.prototype = Object.freeze(Object.create(null));
/** An object without inherited properties, so that every key is an ordinary one. */
function emptyObject() {
	return new Bare();
}
/** Whether `value` is an object, as opposed to a list, a scalar or nothing. */
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Whether `value` is a list. */
function isList(value) {
	return Array.isArray(value);
}
/** The value at `path` below `value`, or undefined where the path leads nowhere. */
function valueAt(value, path) {
	let current = value;
	for (const step of path) if (typeof step === "number") current = isList(current) ? current[step] : void 0;
	else current = isObject(current) && Object.hasOwn(current, step) ? current[step] : void 0;
	return current;
}
/** The string at `path` below `value`; undefined when it is missing or no string. */
function stringAt(value, path) {
	const found = valueAt(value, path);
	return typeof found === "string" ? found : void 0;
}
/** The list at `path` below `value`; empty when it is missing or no list. */
function listAt(value, path) {
	const found = valueAt(value, path);
	return isList(found) ? found : [];
}
/** `spec.dependsOn[0].name`: how users read a field path. Keys that are no plain words are quoted in brackets. */
function formatFieldPath(path) {
	return path.reduce((text, step) => {
		if (typeof step === "number") return `${text}[${step}]`;
		if (!/^[\w-]+$/u.test(step)) return `${text}["${step}"]`;
		return text === "" ? step : `${text}.${step}`;
	}, "");
}
//#endregion
//#region src/yaml/base64.ts
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PATTERN = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;
/** The bytes of standard, padded base64, as Go decodes it: line breaks are skipped, anything else is undefined. */
function decodeBase64(text) {
	const digits = text.replace(/[\r\n]/gu, "");
	if (!PATTERN.test(digits)) return void 0;
	const unpadded = digits.replace(/=+$/u, "");
	const bytes = new Uint8Array(Math.floor(unpadded.length * 3 / 4));
	let bits = 0;
	let held = 0;
	let at = 0;
	for (const digit of unpadded) {
		bits = (bits << 6 | ALPHABET.indexOf(digit)) & 65535;
		held += 6;
		if (held >= 8) {
			held -= 8;
			bytes[at++] = bits >> held & 255;
		}
	}
	return bytes;
}
/** The text of UTF-8 bytes as Go writes it to JSON: each byte that is no text becomes U+FFFD. */
function lenientUtf8(bytes) {
	const strict = new TextDecoder("utf-8", {
		fatal: true,
		ignoreBOM: true
	});
	try {
		return strict.decode(bytes);
	} catch {
		return decodeBytewise(bytes, strict);
	}
}
function decodeBytewise(bytes, strict) {
	let text = "";
	for (let at = 0; at < bytes.length;) {
		const length = sequenceLength(bytes[at] ?? 0);
		const character = tryDecode(bytes.subarray(at, at + length), strict);
		text += character ?? "�";
		at += character === void 0 ? 1 : length;
	}
	return text;
}
function tryDecode(bytes, strict) {
	try {
		return strict.decode(bytes);
	} catch {
		return;
	}
}
function sequenceLength(first) {
	if (first < 192) return 1;
	if (first < 224) return 2;
	return first < 240 ? 3 : 4;
}
//#endregion
export { isList as a, stringAt as c, formatFieldPath as i, valueAt as l, lenientUtf8 as n, isObject as o, emptyObject as r, listAt as s, decodeBase64 as t };
