import { a as isList, i as formatFieldPath, o as isObject } from "./base64.js";
import { n as nearestName } from "./nearest-name.js";
//#region src/text/line-index.ts
const LF = 10;
const CR = 13;
/** Indexes the lines of `text`; the work is done when the first position is asked for. */
function createLineIndex(text) {
	let cached;
	const starts = () => {
		cached ??= lineStarts(text);
		return cached;
	};
	return {
		text,
		get lineCount() {
			return starts().length;
		},
		positionAt: (offset) => positionAt(starts(), text.length, offset),
		offsetAt: (position) => offsetAt(starts(), text, position),
		lineText(line) {
			const start = starts()[line];
			return start === void 0 ? "" : text.slice(start, lineEnd(starts(), text, line));
		}
	};
}
function lineStarts(text) {
	const starts = [0];
	if (!text.includes("\r")) {
		for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
		return starts;
	}
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === LF || code === CR && text.charCodeAt(at + 1) !== LF) starts.push(at + 1);
	}
	return starts;
}
function positionAt(starts, length, offset) {
	const wanted = Math.min(Math.max(offset, 0), length);
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((starts[middle] ?? 0) <= wanted) low = middle;
		else high = middle - 1;
	}
	return {
		line: low,
		character: wanted - (starts[low] ?? 0)
	};
}
function offsetAt(starts, text, position) {
	if (position.line < 0) return 0;
	const start = starts[position.line];
	if (start === void 0) return text.length;
	return Math.min(start + Math.max(position.character, 0), lineEnd(starts, text, position.line));
}
function lineEnd(starts, text, line) {
	const next = starts[line + 1];
	if (next === void 0) return text.length;
	return text.charCodeAt(next - 1) === LF && text.charCodeAt(next - 2) === CR ? next - 2 : next - 1;
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
export { createLineIndex as n, validate as t };
