import { a as isList, c as stringAt, o as isObject } from "./base64.js";
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
export { secretTexts as n, isSecret as t };
