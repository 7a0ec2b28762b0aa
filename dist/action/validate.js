import { a as isList, i as formatFieldPath, o as isObject } from "./base64.js";
import { f as resolveScalar } from "./line-index.js";
import { n as nearestName } from "./nearest-name.js";
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
//#region src/load/config/schema.ts
/** The JSON type of a value. */
function typeOf(value) {
	if (value === null) return "null";
	if (Array.isArray(value)) return "array";
	const type = typeof value;
	return type === "string" || type === "number" || type === "boolean" ? type : "object";
}
/** The alternative that `value` is meant for: the one of its type, else the first. */
function alternativeFor(schema, value) {
	const { anyOf } = schema;
	if (!anyOf) return schema;
	const type = typeOf(value);
	return anyOf.find((one) => typesOf(one).includes(type)) ?? anyOf[0] ?? schema;
}
/** The JSON types that a schema lets through. */
function typesOf(schema) {
	if (schema.anyOf) return schema.anyOf.flatMap(typesOf);
	if (schema.type) return [schema.type];
	return [...new Set((schema.enum ?? []).map((value) => typeof value))];
}
//#endregion
//#region src/load/config/validate.ts
/** All that is wrong with `value`, in the order of the file. */
function validate(value, schema, path = []) {
	const chosen = alternativeFor(schema, value);
	if (!typesOf(chosen).includes(typeOf(value))) return [wrongType(value, schema, path)];
	if (chosen.enum && !chosen.enum.some((allowed) => allowed === value)) return [wrongChoice(value, schema, path)];
	if (typeof value === "string") return wrongText(value, chosen, path);
	if (isList(value)) return value.flatMap((item, index) => chosen.items ? validate(item, chosen.items, [...path, index]) : []);
	return isObject(value) ? validateObject(value, chosen, path) : [];
}
function validateObject(value, schema, path) {
	const properties = schema.properties ?? {};
	const known = Object.keys(properties);
	const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(value, key)).map((key) => ({
		path,
		part: "key",
		message: `${nameOf(path)} has no \`${key}\`.`
	}));
	const wrong = Object.entries(value).flatMap(([key, child]) => {
		const own = Object.hasOwn(properties, key) ? properties[key] : void 0;
		const childSchema = own ?? schema.additionalProperties;
		if (!childSchema) return [unknownKey(key, known, path)];
		return [...own || !schema.propertyNames ? [] : wrongText(key, schema.propertyNames, [...path, key], "key"), ...validate(child, childSchema, [...path, key])];
	});
	return [...missing, ...wrong];
}
function unknownKey(key, known, path) {
	const nearest = nearestName(key, known);
	return {
		path: [...path, key],
		part: "key",
		message: `${nameOf(path)} has no key \`${key}\`.`,
		help: nearest === void 0 ? `Its keys are ${listed(known)}.` : `Did you mean \`${nearest}\`?`
	};
}
function wrongType(value, schema, path) {
	const isVersion = typeof value === "number" && schema.type === "string";
	return {
		path,
		part: "value",
		message: `${nameOf(path)} is ${article(typeOf(value))}; it takes ${typesOf(schema).map(article).join(" or ")}.`,
		...isVersion && { help: "Put it in quotes: YAML reads `2.10` as the number 2.1." }
	};
}
function wrongChoice(value, schema, path) {
	const choices = (schema.enum ?? schema.anyOf?.flatMap((one) => one.enum ?? []) ?? []).filter((choice) => typeof choice === "string");
	const nearest = nearestName(String(value), choices);
	return {
		path,
		part: "value",
		message: `${nameOf(path)} is \`${String(value)}\`; it takes ${listed(choices)}.`,
		...nearest === void 0 ? {} : { help: `Did you mean \`${nearest}\`?` }
	};
}
function wrongText(value, schema, path, part = "value") {
	if (schema.pattern === void 0 || new RegExp(schema.pattern, "u").test(value)) return [];
	return [{
		path,
		part,
		message: `${part === "key" ? `The key \`${value}\`` : `${nameOf(path)} is \`${value}\`, which`} is not ${schema["x-pattern"] ?? schema.pattern}.`
	}];
}
function nameOf(path) {
	return path.length === 0 ? "The configuration" : `\`${formatFieldPath(path)}\``;
}
function listed(names) {
	return names.map((name) => `\`${name}\``).join(", ");
}
const articles = {
	object: "a mapping",
	array: "a list",
	string: "text",
	number: "a number",
	boolean: "true or false",
	null: "empty"
};
function article(type) {
	return articles[type] ?? type;
}
//#endregion
export { writeYaml as n, validate as t };
