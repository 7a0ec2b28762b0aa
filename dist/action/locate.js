import { n as isMergeKey } from "./parse-yaml.js";
import { r as resolveKey } from "./resolve-scalar.js";
//#region src/yaml/gaps.ts
/** The offset after blanks, line breaks and comments: what may stand between two values. */
function skipBlank(text, from) {
	let at = from;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (code === 35) at = lineEnd(text, at);
		else if (code === 32 || code === 10 || code === 13 || code === 9) at++;
		else break;
	}
	return at;
}
/** The offset of the line break that ends the line of `from`, or the end of the text. */
function lineEnd(text, from) {
	let at = from;
	while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
	return at;
}
//#endregion
//#region src/yaml/node.ts
/** The node itself, or what an alias stands for. */
function dereference(node) {
	return node.kind === "alias" ? node.target : node;
}
//#endregion
//#region src/yaml/locate.ts
/** Follows `path` as far as it exists, through aliases and merge keys. */
function locate(document, path) {
	const steps = follow(document, path);
	return {
		node: steps.length === path.length && document.root !== void 0 ? steps.at(-1)?.node ?? document.root : void 0,
		depth: steps.length
	};
}
/** The node at `path`, which may be an alias; undefined where the path leads nowhere. */
function nodeAt(document, path) {
	return locate(document, path).node;
}
/** The scalar at `path`, with an alias followed; undefined when there is none. */
function scalarAt(document, path) {
	const node = nodeAt(document, path);
	const target = node === void 0 ? void 0 : dereference(node);
	return target?.kind === "scalar" ? target : void 0;
}
/**
* The range of a part of the field at `path`. Where the field does not exist, the key of its nearest ancestor that
* does; for the document itself, its first key.
*/
function rangeOf(document, path, part) {
	const { root } = document;
	if (root === void 0) return {
		start: document.start,
		end: document.start
	};
	const steps = follow(document, path);
	const last = steps.at(-1);
	const isComplete = steps.length === path.length;
	if (last === void 0) return isComplete && part !== "key" ? spanOf(root) : headOf(root);
	if (!isComplete) return last.entry === void 0 ? headOf(last.node) : spanOf(last.entry.key);
	if (last.entry !== void 0) return entryRange(last.entry, part);
	return part === "entry" ? {
		start: dashOf(document.text, last),
		end: last.node.end
	} : spanOf(last.node);
}
function entryRange(entry, part) {
	if (part === "key") return spanOf(entry.key);
	if (part === "value") return spanOf(entry.value);
	return {
		start: entry.key.start,
		end: entry.value.end
	};
}
function spanOf(node) {
	return {
		start: node.start,
		end: node.end
	};
}
/** The first key of a mapping, or the whole of another value. */
function headOf(node) {
	return spanOf((node.kind === "mapping" ? node.entries[0] : void 0)?.key ?? node);
}
function dashOf(text, { list, index, node }) {
	if (list === void 0 || text[list.start] === "[") return node.start;
	const previous = list.items[index - 1];
	return previous === void 0 ? list.start : skipBlank(text, previous.end);
}
function follow(document, path) {
	const steps = [];
	let node = document.root;
	for (const name of path) {
		const step = node === void 0 ? void 0 : child(dereference(node), name);
		if (step === void 0) break;
		steps.push(step);
		node = step.node;
	}
	return steps;
}
function child(node, name) {
	if (node.kind === "sequence" && typeof name === "number") {
		const item = node.items[name];
		return item === void 0 ? void 0 : {
			node: item,
			entry: void 0,
			list: node,
			index: name
		};
	}
	if (node.kind !== "mapping") return void 0;
	const entry = entryAt(node, String(name));
	return entry === void 0 ? void 0 : {
		node: entry.value,
		entry,
		list: void 0,
		index: -1
	};
}
const INDEXED_FROM = 16;
const indexes = /* @__PURE__ */ new WeakMap();
/** The entry that gives `key` its value: the last one of the mapping, or else one that is merged in. */
function entryAt(mapping, key) {
	return ownEntry(mapping, key) ?? mergedEntry(mapping, key);
}
function ownEntry(mapping, key) {
	if (mapping.entries.length >= INDEXED_FROM) return indexOf(mapping).get(key);
	return mapping.entries.findLast((entry) => keyOf(entry) === key);
}
function indexOf(mapping) {
	const known = indexes.get(mapping);
	if (known !== void 0) return known;
	const index = /* @__PURE__ */ new Map();
	for (const entry of mapping.entries) {
		const key = keyOf(entry);
		if (key !== void 0) index.set(key, entry);
	}
	indexes.set(mapping, index);
	return index;
}
function keyOf({ key }) {
	const node = dereference(key);
	if (node.kind !== "scalar" || isMergeKey(key)) return void 0;
	const name = resolveKey(node, "sigs");
	return typeof name === "string" ? name : void 0;
}
function mergedEntry(mapping, key) {
	for (const { value } of mapping.entries.filter((entry) => isMergeKey(entry.key)).reverse()) {
		const sources = value.kind === "sequence" ? value.items : [value];
		for (const source of sources) {
			const target = dereference(source);
			const entry = target.kind === "mapping" ? entryAt(target, key) : void 0;
			if (entry !== void 0) return entry;
		}
	}
}
//#endregion
export { dereference as a, scalarAt as i, nodeAt as n, lineEnd as o, rangeOf as r, locate as t };
