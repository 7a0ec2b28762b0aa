import { n as nearestName } from "./nearest-name.js";
import { a as isList, i as formatFieldPath, o as isObject } from "./base64.js";
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
export { validate as t };
