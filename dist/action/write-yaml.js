import { a as isList, o as isObject } from "./base64.js";
import { i as resolveScalar } from "./resolve-scalar.js";
//#region src/yaml/write-yaml.ts
/** Starts like a word, a number or a path, and holds nothing that ends a plain scalar or starts a comment. */
const plainShape = /^[\p{L}\p{N}_./(+^$][^\p{Cc}\p{Zl}\p{Zp}\ufeff]*$/u;
const plainBreak = /: |:$| #|\s$|^\.\.\./u;
/** A literal block shows what it holds, but can hold neither controls nor, without further signs, leading space. */
const literalShape = /^[^\s\p{Cc}][^\p{Cc}\p{Zl}\p{Zp}\ufeff]*(?:\n[^\p{Cc}\p{Zl}\p{Zp}\ufeff]*)+$/u;
/** A value as block YAML that every reader of Kubernetes takes for the same value; ends with a line break. */
function writeYaml(value) {
	return isEmptyOrScalar(value) ? `${inline(value, 0)}\n` : block(value, 0);
}
function block(value, indent) {
	const space = " ".repeat(indent);
	if (isList(value)) return value.map((item) => `${space}-${listItem(item, indent)}`).join("");
	if (!isObject(value)) return `${space}${inline(value, indent)}\n`;
	return Object.entries(value).map(([key, child]) => `${space}${inline(key, 0)}:${field(child, indent)}`).join("");
}
/** What follows `key:`; lists stand at the indentation of their key, as kustomize writes them. */
function field(value, indent) {
	if (isEmptyOrScalar(value)) return ` ${inline(value, indent + 2)}\n`;
	return `\n${block(value, isList(value) ? indent : indent + 2)}`;
}
/** What follows the dash: a mapping begins on its line. */
function listItem(value, indent) {
	if (isEmptyOrScalar(value)) return ` ${inline(value, indent + 2)}\n`;
	return ` ${block(value, indent + 2).slice(indent + 2)}`;
}
function isEmptyOrScalar(value) {
	if (isList(value)) return value.length === 0;
	return isObject(value) ? Object.keys(value).length === 0 : true;
}
function inline(value, indent) {
	if (typeof value === "string") return text(value, indent);
	return isList(value) ? "[]" : isObject(value) ? "{}" : String(value);
}
function text(value, indent) {
	if (isPlain(value)) return value;
	if (indent > 0 && literalShape.test(value)) return literal(value, indent);
	return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/gu, escaped);
}
/** Plain only when both readers, that of kubectl and that of kustomize, take it for this very text. */
function isPlain(value) {
	if (!plainShape.test(value) || plainBreak.test(value)) return false;
	const scalar = {
		kind: "scalar",
		start: 0,
		end: 0,
		anchor: void 0,
		tag: void 0,
		text: value,
		style: "plain",
		indent: -1
	};
	return resolveScalar(scalar, "sigs") === value && resolveScalar(scalar, "kustomize") === value;
}
function literal(value, indent) {
	const body = value.replace(/\n+$/u, "");
	const breaks = value.length - body.length;
	return `|${breaks === 0 ? "-" : breaks === 1 ? "" : "+"}\n${body.split("\n").map((line) => line === "" ? "" : " ".repeat(indent) + line).join("\n")}${"\n".repeat(Math.max(0, breaks - 1))}`;
}
function escaped(character) {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
//#endregion
export { writeYaml as t };
