import { t as activeFindings } from "./report.js";
import { t as groupBy } from "./group-by.js";
import { n as kinds, t as fluxGroups } from "./kinds.js";
import { a as resourceKey, i as qualifiedName, n as groupOf, r as isKind } from "./resource.js";
import { a as isList, c as stringAt, i as formatFieldPath, l as valueAt, o as isObject, s as listAt } from "./base64.js";
import { t as createLineIndex } from "./line-index.js";
import { t as applyEdits } from "./apply-edits.js";
import { i as toJson, t as parseYaml } from "./parse-yaml.js";
import { a as dereference, n as nodeAt } from "./locate.js";
import { n as sourceOffset } from "./document.js";
import { t as writeYaml } from "./write-yaml.js";
import { n as isNamed, t as enabledRules } from "./enabled-rules.js";
import { a as resourceOf, i as renderedOf, n as locate, r as locateStep, t as fieldOf } from "./locate2.js";
import { n as mergeFindings, t as compareText } from "./merge-findings.js";
import { t as compileGlob } from "./glob2.js";
import { n as secretTexts, t as isSecret } from "./secret-values.js";
import { posix } from "node:path";
//#region src/fix/comments.ts
/**
* Whether every comment of a text is still there, word for word. Comments are told by their sign alone, also in YAML that
* stands inside of a scalar: where a list becomes the text of a patch, its comments go along.
*/
function keepsComments(before, after) {
	if (!before.includes("#")) return true;
	const left = countedComments(after);
	return [...countedComments(before)].every(([comment, count]) => count <= (left.get(comment) ?? 0));
}
function countedComments(text) {
	const counts = /* @__PURE__ */ new Map();
	for (const [, comment = ""] of text.matchAll(/(?:^|\s)(#[^\r\n]*)/gmu)) {
		const words = comment.trimEnd();
		counts.set(words, (counts.get(words) ?? 0) + 1);
	}
	return counts;
}
//#endregion
//#region src/fix/change-content.ts
/** What a document holds after `changes`; all paths are those of before. Undefined where a change has nothing to change. */
function changeContent(content, changes) {
	return changes.toSorted((left, right) => rank(left) - rank(right) || compareBackwards(left.path, right.path)).reduce((changed, change) => changed && changeAt(changed, change.path, change), content);
}
/** A list keeps its indexes until all of its elements are set, a mapping its keys until all of its fields are. */
function rank({ op }) {
	return {
		set: 0,
		insert: 1,
		join: 2,
		remove: 3,
		rename: 4
	}[op];
}
function compareBackwards(left, right) {
	if (left.length !== right.length) return right.length - left.length;
	const [first, second] = [left.at(-1), right.at(-1)];
	return typeof first === "number" && typeof second === "number" ? second - first : 0;
}
function changeAt(value, [step, ...rest], change) {
	if (step === void 0) return change.op === "set" ? change.value : void 0;
	if (rest.length === 0) return changeParent(value, step, change);
	const child = isList(value) ? value[Number(step)] : isObject(value) ? value[step] : void 0;
	if (child === void 0) return void 0;
	const changed = changeAt(child, rest, change);
	return changed === void 0 ? void 0 : withChild(value, step, changed);
}
function withChild(value, step, child) {
	if (isObject(value)) return {
		...value,
		[step]: child
	};
	return isList(value) && typeof step === "number" && step < value.length ? value.with(step, child) : void 0;
}
function changeParent(value, step, change) {
	if (change.op === "set") return withChild(value, step, change.value);
	if (change.op === "insert") return isList(value) && typeof step === "number" ? value.toSpliced(step, 0, change.value) : void 0;
	const key = String(step);
	if (!isObject(value) || !Object.hasOwn(value, key)) return void 0;
	const { [key]: field, ...others } = value;
	if (change.op === "remove") return others;
	if (change.op === "join") return joined(others, change.key, field);
	return field === void 0 || Object.hasOwn(value, change.key) ? void 0 : {
		...others,
		[change.key]: field
	};
}
function joined(others, key, field) {
	const list = Object.hasOwn(others, key) ? others[key] : void 0;
	return isList(list) && isList(field) ? {
		...others,
		[key]: [...list, ...field]
	} : void 0;
}
//#endregion
//#region src/fix/field-place.ts
/** The place of a field that stands there itself; undefined for one that is missing, merged in, or the whole document. */
function placeOf$2(document, path) {
	const value = nodeAt(document, path);
	const parent = parentOf(document, path);
	if (value === void 0 || parent === void 0 || path.length === 0) return void 0;
	if (parent.kind === "sequence") {
		const index = parent.items.indexOf(value);
		return index < 0 ? void 0 : {
			in: "list",
			parent,
			index,
			value
		};
	}
	const index = parent.entries.findIndex((entry) => entry.value === value);
	const entry = parent.entries[index];
	return entry && {
		in: "mapping",
		parent,
		index,
		entry,
		value
	};
}
/** The mapping or list that holds the field, or would hold it. */
function parentOf(document, path) {
	const node = nodeAt(document, path.slice(0, -1));
	const parent = node && dereference(node);
	return parent?.kind === "scalar" ? void 0 : parent;
}
/** Whether a mapping or list is written in braces or brackets. */
function isFlow(text, { start }) {
	return text[start] === "{" || text[start] === "[";
}
/** How many characters stand before `offset` on its line. */
function columnOf(text, offset) {
	return offset - lineStart(text, offset);
}
/** The offset at which the line of `offset` begins. */
function lineStart(text, offset) {
	let at = offset;
	while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
	return at;
}
/** The offset of the line break after `offset`, or the end of the text. */
function lineEnd(text, offset) {
	let at = offset;
	while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
	return at;
}
/** The offset at which the line after that of `offset` begins. */
function nextLine(text, offset) {
	const end = lineEnd(text, offset);
	return text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : Math.min(end + 1, text.length);
}
//#endregion
//#region src/fix/list-indent.ts
const customary = 2;
/** How many columns the lists of a document stand to the right of their keys: 0 or 2, as its first one does it. */
function listIndent({ text, root }) {
	return (root && firstIndent(text, root)) ?? customary;
}
function firstIndent(text, node) {
	if (node.kind === "sequence") return firstOf(node.items, (item) => firstIndent(text, item));
	if (node.kind !== "mapping" || isFlow(text, node)) return void 0;
	return firstOf(node.entries, ({ value }) => {
		if (value.kind !== "sequence" || isFlow(text, value)) return firstIndent(text, value);
		return columnOf(text, value.start) - columnOf(text, node.start);
	});
}
function firstOf(elements, find) {
	for (const element of elements) {
		const found = find(element);
		if (found !== void 0) return found;
	}
}
//#endregion
//#region src/fix/write-value.ts
/** A value on one line, as it may stand in braces, in brackets or after a key. */
function inlineValue(value) {
	if (isList(value)) return `[${value.map(inlineValue).join(", ")}]`;
	if (isObject(value)) return `{${Object.entries(value).map(([key, field]) => `${inlineValue(key)}: ${inlineValue(field)}`).join(", ")}}`;
	if (typeof value !== "string") return String(value);
	return /^[\w./-]+$/u.test(value) ? writeYaml(value).trimEnd() : quoted(value);
}
/** A string in the quotes that the scalar before it had, or as YAML needs it where there were none. */
function scalarLike({ style }, value) {
	if (style === "single" && !/[\n\r]/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
	if (style === "double") return quoted(value);
	return writeYaml(value).trimEnd();
}
function quoted(value) {
	return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** A value as block YAML, without its last line break; each line after the first is indented by `indent` columns. */
function blockValue(value, indent) {
	const lines = writeYaml(value).replace(/\n$/u, "").split("\n");
	const space = " ".repeat(indent);
	return lines.map((line, index) => line === "" || index === 0 ? line : space + line).join("\n");
}
/** Whether a value needs lines of its own in block YAML. */
function needsBlock(value) {
	if (isList(value)) return value.length > 0;
	return isObject(value) && Object.keys(value).length > 0;
}
//#endregion
//#region src/fix/add-field.ts
/** Writes a field that its mapping does not have yet, after the last one that it has. */
function addField(document, { path, value }) {
	const parent = parentOf(document, path);
	const key = path.at(-1);
	if (parent?.kind !== "mapping" || typeof key !== "string") return void 0;
	const { text } = document;
	const name = inlineValue(key);
	if (isFlow(text, parent)) return addToFlow(parent, `${name}: ${inlineValue(value)}`);
	const last = parent.entries.at(-1);
	if (!last) return void 0;
	const column = columnOf(text, parent.start);
	const at = lineEnd(text, last.value.end);
	return {
		start: at,
		end: at,
		newText: `\n${" ".repeat(column)}${name}:${fieldText(document, value, column)}`
	};
}
/** What follows the colon of a key that stands at `column`. */
function fieldText(document, value, column) {
	if (Array.isArray(value) && value.length > 0) {
		const indent = column + listIndent(document);
		return `\n${" ".repeat(indent)}${blockValue(value, indent)}`;
	}
	return blockValue({ k: value }, column).slice(2);
}
function addToFlow({ start, entries }, field) {
	const last = entries.at(-1);
	if (!last) return {
		start: start + 1,
		end: start + 1,
		newText: field
	};
	return {
		start: last.value.end,
		end: last.value.end,
		newText: `, ${field}`
	};
}
//#endregion
//#region src/fix/remove-field.ts
/** Takes a field out of its mapping: with its lines where it has lines of its own, else with its comma. */
function removeField(text, place) {
	if (place.in !== "mapping") return void 0;
	const { parent, index, entry } = place;
	if (isFlow(text, parent)) return removeFromFlow(parent, index);
	const { start } = entry.key;
	const { end } = place.value;
	const next = parent.entries[index + 1];
	if (text.slice(lineStart(text, start), start).trim() === "" && parent.entries.length > 1) return {
		start: lineStart(text, start),
		end: nextLine(text, end),
		newText: ""
	};
	if (next) return {
		start,
		end: next.key.start,
		newText: ""
	};
	return emptied(text, parent);
}
function removeFromFlow({ entries }, index) {
	const [entry, next, previous] = [
		entries[index],
		entries[index + 1],
		entries[index - 1]
	];
	if (!entry) return void 0;
	if (next) return {
		start: entry.key.start,
		end: next.key.start,
		newText: ""
	};
	return {
		start: previous ? previous.value.end : entry.key.start,
		end: entry.value.end,
		newText: ""
	};
}
/** A mapping without fields has to be written as one, or it would be null. */
function emptied(text, { start, end }) {
	const line = lineStart(text, start);
	if (!(line > 0 && columnOf(text, start) > 0 && text.slice(line, start).trim() === "")) return {
		start,
		end,
		newText: "{}"
	};
	const before = text.slice(0, line).trimEnd().length;
	return lineEnd(text, before) === before || nextLine(text, before) === line ? {
		start: before,
		end,
		newText: " {}"
	} : void 0;
}
//#endregion
//#region src/fix/join-list.ts
/** Moves the elements of a list to the end of the list beside it: lines stay lines, with the comments between them. */
function joinList(document, place, { path, key }) {
	const { text } = document;
	const target = placeOf$2(document, [...path.slice(0, -1), key])?.value;
	const { value: list } = place;
	const removal = removeField(text, place);
	if (list.kind !== "sequence" || target?.kind !== "sequence" || !removal) return void 0;
	if (list.anchor !== void 0 || list.tag !== void 0) return void 0;
	if (list.items.length === 0) return [removal];
	return [isFlow(text, target) ? inBrackets(text, target, list) : asLines(text, target, place), removal];
}
function inBrackets(text, target, { items }) {
	const written = items.map(({ start, end }) => text.slice(start, end)).join(", ");
	const last = target.items.at(-1);
	const at = last?.end ?? target.start + 1;
	return {
		start: at,
		end: at,
		newText: last ? `, ${written}` : written
	};
}
function asLines(text, target, place) {
	const at = lineEnd(text, target.items.at(-1)?.end ?? target.end);
	return {
		start: at,
		end: at,
		newText: linesOf(text, place, columnOf(text, target.start)).map((line) => `\n${line}`).join("")
	};
}
/** The elements of the list at `place`, as they are written in a list at `column`. */
function linesOf(text, place, column) {
	const space = " ".repeat(column);
	const { value } = place;
	if (value.kind !== "sequence" || place.in !== "mapping") return [];
	if (isFlow(text, value)) return value.items.map(({ start, end }) => `${space}- ${text.slice(start, end)}`);
	const colon = text.indexOf(":", place.entry.key.end);
	const beside = text.slice(colon + 1, lineEnd(text, colon)).trim();
	const last = value.items.at(-1)?.end ?? value.end;
	const lines = text.slice(nextLine(text, colon), lineEnd(text, last)).split(/\r?\n/u);
	const shift = column - columnOf(text, value.start);
	return [...beside === "" ? [] : [space + beside], ...lines.map((line) => shifted(line, shift))];
}
function shifted(line, shift) {
	if (line.trim() === "") return "";
	if (shift >= 0) return " ".repeat(shift) + line;
	return line.replace(new RegExp(`^ {0,${-shift}}`, "u"), "");
}
//#endregion
//#region src/fix/edit-field.ts
/**
* The edits of a document's text that make a change; undefined where the change cannot be written without guessing. They
* touch nothing but the field. Whether the text then means what it should is for the caller to verify.
*/
function editsOfField(document, change) {
	if (change.op !== "join") {
		const edit = editField(document, change);
		return edit && [edit];
	}
	const place = placeOf$2(document, change.path);
	return place && joinList(document, place, change);
}
function editField(document, change) {
	const place = placeOf$2(document, change.path);
	if (change.op === "set" && !place) return addField(document, change);
	if (!place) return void 0;
	switch (change.op) {
		case "set": return setValue(document, place, change.value);
		case "insert": return insertBefore(document, place, change.value);
		case "rename": return renameKey(place, change.key);
		case "remove": return removeField(document.text, place);
	}
}
function renameKey(place, key) {
	const node = place.in === "mapping" ? place.entry.key : void 0;
	if (node?.kind !== "scalar" || node.indent >= 0) return void 0;
	return {
		start: node.start,
		end: node.end,
		newText: scalarLike(node, key)
	};
}
function setValue(document, place, value) {
	const { text } = document;
	const { value: node } = place;
	const { start, end } = node;
	if (isFlow(text, place.parent)) return {
		start,
		end,
		newText: valueInFlow(node, value)
	};
	const isLine = node.kind === "alias" || node.kind === "scalar" && node.indent < 0;
	const needsLines = needsBlock(value) || typeof value === "string" && value.includes("\n");
	if (!isLine || needsLines) return setLines(document, place, value);
	const written = node.kind === "scalar" && typeof value === "string" ? scalarLike(node, value) : blockValue(value, 0);
	return {
		start,
		end,
		newText: start === end ? ` ${written}` : written
	};
}
function valueInFlow(node, value) {
	return node.kind === "scalar" && node.style !== "plain" && typeof value === "string" ? scalarLike(node, value) : inlineValue(value);
}
/** A value that has lines of its own, before or afterwards. */
function setLines(document, place, value) {
	const { text } = document;
	const { parent, value: node } = place;
	if (node.anchor !== void 0 || node.tag !== void 0) return void 0;
	const column = columnOf(text, parent.start);
	if (place.in === "mapping") return {
		start: text.indexOf(":", place.entry.key.end) + 1,
		end: node.end,
		newText: fieldText(document, value, column)
	};
	if (!(text.slice(lineStart(text, node.start), node.start).trim() === "-") || node.start === node.end) return void 0;
	const newText = blockValue([value], column).slice(2);
	return {
		start: node.start,
		end: node.end,
		newText
	};
}
function insertBefore({ text }, place, value) {
	if (place.in !== "list") return void 0;
	const { parent, index } = place;
	const at = dereference(place.value).start;
	if (isFlow(text, parent)) return {
		start: at,
		end: at,
		newText: `${inlineValue(value)}, `
	};
	const column = columnOf(text, parent.start);
	const dash = index === 0 ? parent.start : text.lastIndexOf("-", place.value.start - 1);
	return {
		start: dash,
		end: dash,
		newText: `- ${blockValue(value, column + 2)}\n${" ".repeat(column)}`
	};
}
//#endregion
//#region src/fix/edits-of-scalar.ts
/**
* Edits of what a scalar says, as edits of the text that it stands in. Only block scalars take new lines; whether quotes
* and escapes survive is for the caller to verify.
*/
function editsOfScalar(text, scalar, edits) {
	if (!(scalar.style === "literal") && edits.some(({ newText }) => newText.includes("\n"))) return void 0;
	const space = " ".repeat(Math.max(0, scalar.indent));
	return edits.map(({ start, end, newText }) => {
		const from = sourceOffset(text, scalar, start);
		const to = end === start ? from : sourceOffset(text, scalar, end);
		return {
			start: newText === "" && isWholeLine(text, from, to) ? text.slice(0, lineStart(text, from)).trimEnd().length : from,
			end: to,
			newText: newText.replace(/\n(?=[^\n])/gu, `\n${space}`)
		};
	});
}
/** The last line of a block scalar: nothing but its indentation would be left of it. */
function isWholeLine(text, start, end) {
	return end > start && end === lineEnd(text, end) && text.slice(lineStart(text, start), start).trim() === "";
}
//#endregion
//#region src/fix/offset-edit.ts
/** Whether no two of the edits touch the same characters. */
function areApart(edits) {
	const sorted = edits.toSorted((left, right) => left.start - right.start || left.end - right.end);
	return sorted.every((edit, index) => index === 0 || (sorted[index - 1]?.end ?? 0) <= edit.start);
}
/** `text` with all edits applied at once; undefined when two of them overlap. */
function applyOffsetEdits(text, edits) {
	if (!areApart(edits)) return void 0;
	const sorted = edits.toSorted((left, right) => left.start - right.start || left.end - right.end);
	let result = "";
	let done = 0;
	for (const { start, end, newText } of sorted) {
		result += text.slice(done, start) + newText;
		done = end;
	}
	return result + text.slice(done);
}
/** The same edits, by line and column. */
function toTextEdits(text, edits) {
	const lines = createLineIndex(text);
	return edits.map(({ start, end, newText }) => ({
		range: {
			start: lines.positionAt(start),
			end: lines.positionAt(end)
		},
		newText
	}));
}
//#endregion
//#region src/fix/same-content.ts
/** Whether two values are the same for a reader of JSON: the order of fields does not count. */
function isSameContent(left, right) {
	if (left === right) return true;
	if (isList(left) && isList(right)) return left.length === right.length && left.every((element, index) => isSameContent(element, right[index]));
	if (!isObject(left) || !isObject(right)) return false;
	const keys = Object.keys(left);
	return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && isSameContent(left[key], right[key]));
}
//#endregion
//#region src/fix/verify.ts
/** Flux's readers do not agree on all scalars: the edited text has to be right for both. */
const dialects = ["sigs", "kustomize"];
/** Whether a document, edited, still is one document, and holds what `expected` makes of its content. */
function meansWhatItShould(document, edits, expected) {
	const edited = readEdited(document, edits);
	if (!edited) return false;
	return dialects.every((dialect) => {
		const before = toJson(document, dialect);
		if (before === void 0) return dialect !== "sigs";
		const wanted = expected(before);
		return wanted !== void 0 && isSameContent(toJson(edited, dialect), wanted);
	});
}
function readEdited({ text, start, end }, edits) {
	const local = edits.map((edit) => ({
		...edit,
		start: edit.start - start,
		end: edit.end - start
	}));
	const edited = applyOffsetEdits(text.slice(start, end), local);
	const { documents } = edited === void 0 ? { documents: [] } : parseYaml(edited);
	const [only] = documents;
	return documents.length === 1 && only?.errors.length === 0 ? only : void 0;
}
//#endregion
//#region src/fix/edit-text.ts
/**
* The edits that make `changes` in a YAML text: all of them, or undefined. The edited text has been read again and means
* just what the changes say: what an anchor shows elsewhere, or what YAML takes for something else, is found here.
*/
function editText(text, changes, stream = parseYaml(text)) {
	return allOf([...new Set(changes.map(({ index }) => index))].map((index) => {
		const document = stream.documents[index];
		const own = changes.filter((change) => change.index === index);
		return document && editDocument(document, own);
	}))?.flat();
}
function editDocument(document, changes) {
	const direct = changes.flatMap((own) => own.inside ? [] : [own.change]);
	const fields = allOf(direct.map((change) => editsOfField(document, change)));
	const scalars = allOf(embedded(changes).map((within) => editScalar(document, within)));
	if (!fields || !scalars) return void 0;
	const edits = withLineBreaks(document.text, [...fields.flat(), ...scalars.flatMap((scalar) => scalar.edits)]);
	const all = [...direct, ...scalars.flatMap((scalar) => scalar.changes)];
	return meansWhatItShould(document, edits, (content) => changeContent(content, all)) ? edits : void 0;
}
/** Changes of YAML inside scalars, one group for each scalar. */
function embedded(changes) {
	return [...groupBy(changes.flatMap(({ inside }) => inside ?? []), ({ path }) => JSON.stringify(path)).values()];
}
function editScalar(document, within) {
	const path = within[0]?.path ?? [];
	const scalar = nodeAt(document, path);
	if (scalar?.kind !== "scalar") return void 0;
	const inner = editText(scalar.text, within.map(({ change }) => change));
	const value = inner && applyOffsetEdits(scalar.text, inner);
	const edits = inner && editsOfScalar(document.text, scalar, inner);
	return value === void 0 || !edits ? void 0 : {
		edits,
		changes: [{
			op: "set",
			path,
			value
		}]
	};
}
/** New lines end as the lines of the file do. */
function withLineBreaks(text, edits) {
	if (!text.includes("\r\n")) return edits;
	return edits.map((edit) => ({
		...edit,
		newText: edit.newText.replace(/\r?\n/gu, "\r\n")
	}));
}
function allOf(elements) {
	const present = elements.filter((element) => element !== void 0);
	return present.length === elements.length ? present : void 0;
}
//#endregion
//#region src/fix/fix-edits.ts
/**
* A rule's fix as edits of files; undefined when not all of its changes can be written and be certain to mean what they
* say. A fix that takes a comment away is never safe.
*/
function fixOf({ title, applicability, changes }) {
	const byFile = groupBy(changes, ({ at }) => at.document.file);
	const edits = {};
	let isSafe = applicability === "safe";
	for (const [file, own] of byFile) {
		const edited = editFile(file, own);
		const text = edited && applyEdits(file.text, edited);
		if (!edited || text === void 0 || file.path.endsWith(".json") && !isJson(text)) return void 0;
		edits[file.path] = edited;
		isSafe &&= keepsComments(file.text, text);
	}
	return {
		title,
		applicability: isSafe ? "safe" : "unsafe",
		edits
	};
}
/** Many findings of a run are about the same files. */
const streams = /* @__PURE__ */ new WeakMap();
function editFile(file, changes) {
	const stream = streams.get(file) ?? parseYaml(file.text);
	streams.set(file, stream);
	if (stream.documents.some(isEncrypted)) return void 0;
	const addressed = changes.map((change) => addressOf(change.at.document, plain(change)));
	const edits = editText(file.text, addressed, stream);
	return edits && toTextEdits(file.text, edits);
}
function isEncrypted(document) {
	return document.text.includes("sops") && stringAt(toJson(document), ["sops", "mac"]) !== void 0;
}
function isJson(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
function plain(change) {
	const { path } = change.at;
	switch (change.op) {
		case "set":
		case "insert": return {
			op: change.op,
			path,
			value: change.value
		};
		case "rename":
		case "join": return {
			op: change.op,
			path,
			key: change.key
		};
		case "remove": return {
			op: "remove",
			path
		};
	}
}
/** From the document to the file that it stands in, through all scalars around it. */
function addressOf({ index, within }, change) {
	const own = {
		index,
		change
	};
	return within ? enclose(within, own) : own;
}
function enclose({ document, path }, change) {
	const own = {
		index: document.index,
		inside: {
			path,
			change
		}
	};
	return document.within ? enclose(document.within, own) : own;
}
//#endregion
//#region src/check/ignores/read-ignores.ts
const pattern = /(?<before>^|.*\s)#\s*(?<call>sluice:\s*ignore(?<file>-file)?\[(?<rules>[^\]]*)\])(?<rest>.*)$/u;
/**
* The ignores of a file. A comment behind a field covers its line; alone on a line it covers the field or the list entry
* below with all that is in it, and before the first field of a document the whole document. The sign of a comment is
* enough, so that YAML inside a scalar (a patch, values in a ConfigMap) can hold them too.
*/
function readIgnores({ path, text }) {
	if (!/sluice:\s*ignore/u.test(text)) return [];
	const lines = text.split(/\r?\n/u);
	return lines.flatMap((line, number) => {
		const groups = pattern.exec(line)?.groups;
		if (!groups) return [];
		const { before = "", call = "", file, rules = "", rest = "" } = groups;
		const start = line.indexOf(call, before.length);
		const [, until, reason = ""] = /^\s*(?:until=(\d{4}-\d{2}-\d{2})(?=\s|$))?\s*(.*?)\s*$/u.exec(rest) ?? [];
		return [{
			path,
			rules: rules.split(",").map((name) => name.trim()),
			...until !== void 0 && { until },
			...reason !== "" && { reason },
			lines: coveredLines(lines, number, {
				isFile: file !== void 0,
				before
			}),
			range: {
				start: {
					line: number,
					character: start
				},
				end: {
					line: number,
					character: start + call.length
				}
			}
		}];
	});
}
function coveredLines(lines, number, { isFile, before }) {
	if (isFile) return {
		first: 0,
		last: lines.length
	};
	if (before.trim() !== "") return {
		first: number,
		last: number
	};
	const next = lines.findIndex((line, index) => index > number && !isEmpty(line));
	if (next === -1) return {
		first: number,
		last: number
	};
	return {
		first: number,
		last: lastLine(lines, next, isAtStart(lines, number))
	};
}
/** The last line of the field, list entry or document that begins in line `first`. */
function lastLine(lines, first, isDocument) {
	const text = lines[first] ?? "";
	const indent = indentOf(text);
	const isEntry = /^\s*-\s/u.test(text);
	const begin = isMarker(text) ? first + 1 : first;
	const after = lines.findIndex((line, index) => {
		if (index <= begin || isEmpty(line)) return false;
		if (isMarker(line)) return true;
		if (isDocument || isMarker(text)) return false;
		const other = indentOf(line);
		return other < indent || other === indent && (isEntry || !/^\s*-\s/u.test(line));
	});
	return after === -1 ? lines.length : after - 1;
}
/** Whether a document begins after nothing but comments above this line. */
function isAtStart(lines, number) {
	const above = lines.slice(0, number).findLast((line) => !isEmpty(line));
	return above === void 0 || isMarker(above);
}
function isMarker(line) {
	return /^(?:---|\.\.\.)(?:\s|$)/u.test(line);
}
function isEmpty(line) {
	return /^\s*(?:#|$)/u.test(line);
}
function indentOf(line) {
	return line.length - line.trimStart().length;
}
const reasonAnnotation = "sluice.dev/ignore-reason";
/** All ignores of a repository; it remembers which of them were needed. */
var IgnoreIndex = class {
	#comments;
	#used = /* @__PURE__ */ new Map();
	#today;
	/** `today` is a day such as `2027-01-31`. */
	constructor(files, today) {
		this.#comments = new Map(files.map(({ source }) => [source.path, readIgnores(source)]));
		this.#today = today;
	}
	/** Why a finding does not count; undefined when it does. */
	find({ rule, path, line, resource }) {
		for (const comment of this.#comments.get(path) ?? []) {
			const { first, last } = comment.lines;
			const name = nameOf(rule, comment.rules);
			if (name === void 0 || line < first || line > last || this.#isExpired(comment)) continue;
			this.#used.set(comment, (this.#used.get(comment) ?? /* @__PURE__ */ new Set()).add(name));
			return suppression("comment", comment.reason);
		}
		const annotations = annotationsOf(resource);
		return nameOf(rule, listedRules(annotations["sluice.dev/ignore"])) === void 0 ? void 0 : suppression("annotation", annotations[reasonAnnotation]);
	}
	/** Every comment, as it was judged by the questions so far. */
	judged() {
		return [...this.#comments.values()].flat().map((comment) => ({
			comment,
			expired: this.#isExpired(comment),
			used: this.#used.get(comment) ?? /* @__PURE__ */ new Set()
		}));
	}
	#isExpired({ until }) {
		return until !== void 0 && until < this.#today;
	}
};
/** The rules that an annotation names. */
function listedRules(annotation) {
	return annotation === void 0 ? [] : annotation.split(",").map((name) => name.trim());
}
/** The name in a list that means a rule. */
function nameOf({ id, category }, listed) {
	return listed.find((name) => name === id || name === category || name === "*");
}
function annotationsOf(resource) {
	const annotations = (resource?.manifest.metadata)?.annotations;
	if (typeof annotations !== "object" || annotations === null) return {};
	return Object.fromEntries(Object.entries(annotations).filter(([, value]) => typeof value === "string"));
}
function suppression(kind, reason) {
	return {
		kind,
		...reason !== void 0 && { reason }
	};
}
//#endregion
//#region src/check/suppress.ts
/** Compiles the `ignore` entries of a configuration. */
function createSuppressor(ignores) {
	const entries = ignores.map((entry) => ({
		entry,
		globs: entry.paths.map(compileGlob)
	}));
	return (rule, path) => {
		const match = entries.find(({ entry, globs }) => (entry.rules.includes("*") || isNamed(rule, entry.rules)) && globs.some((matches) => matches(path)));
		if (!match) return void 0;
		const { reason } = match.entry;
		return {
			kind: "config",
			...reason === void 0 ? {} : { reason }
		};
	};
}
/** Whether `path` is one of `wanted`, or below one of them; all paths are when nothing was asked for. */
function isWanted(path, wanted) {
	return wanted.length === 0 || wanted.some((parent) => parent === "" || path === parent || path.startsWith(`${parent}/`));
}
//#endregion
//#region src/check/silence.ts
/** All that keeps findings from counting: the configuration, comments and annotations, the baseline; it remembers what was needed. */
var Silence = class {
	#settings;
	#configured;
	#ignores;
	#known = /* @__PURE__ */ new Set();
	constructor({ files }, settings) {
		this.#settings = settings;
		this.#configured = createSuppressor(settings.ignores);
		this.#ignores = new IgnoreIndex(settings.inlineIgnores ? files : [], settings.today ?? "");
	}
	/** Why a finding does not count; undefined when it does. */
	find(question) {
		const { rule, path, fingerprint } = question;
		const { baseline, inlineIgnores } = this.#settings;
		const isKnown = baseline?.entries.has(fingerprint) === true;
		if (isKnown) this.#known.add(fingerprint);
		return this.#configured(rule, path) ?? (inlineIgnores ? this.#ignores.find(question) : void 0) ?? (isKnown ? { kind: "baseline" } : void 0);
	}
	/** What rules about the report are told, once the other rules have run. */
	outcome(rules, enabled) {
		const { baseline, narrowed } = this.#settings;
		const ran = new Set(enabled.map(({ rule }) => rule.id));
		const hasRun = (name) => !narrowed && rules.every(({ id, category }) => name !== id && name !== category && name !== "*" || ran.has(id));
		const stale = [...baseline?.entries ?? []].filter(([fingerprint, { rule }]) => !this.#known.has(fingerprint) && hasRun(rule));
		return {
			ignores: this.#ignores.judged(),
			stale: stale.flatMap(([, { rule, subject, range }]) => baseline ? [{
				rule,
				subject,
				range,
				document: baseline.document
			}] : []),
			names: new Set(rules.flatMap(({ id, category }) => [id, category])),
			hasRun
		};
	}
};
//#endregion
//#region src/check/check-workspace.ts
/** Runs the enabled rules: those of files once, those of clusters once for each cluster, those of the report at the end. */
function checkWorkspace(workspace, rules, options) {
	const { settings, digest } = options;
	const findings = [];
	const crashes = [];
	const enabled = enabledRules(rules, settings);
	const silence = new Silence(workspace, settings);
	const run = (rule, problems, cluster) => {
		try {
			for (const problem of problems()) findings.push(toFinding({
				enabled: rule,
				problem,
				cluster,
				silence
			}, digest));
		} catch (error) {
			crashes.push({
				rule: rule.rule.id,
				...cluster && { cluster: cluster.name },
				error
			});
		}
	};
	for (const one of enabled) {
		const { rule, options: values } = one;
		if (rule.scope === "file") run(one, () => rule.check({
			workspace,
			options: values
		}));
		if (rule.scope !== "cluster") continue;
		for (const cluster of workspace.clusters) {
			const { target } = cluster;
			run(one, () => rule.check({
				workspace,
				options: values,
				cluster,
				target
			}), cluster);
		}
	}
	const silenced = silence.outcome(rules, enabled);
	for (const one of enabled) {
		const { rule, options: values } = one;
		if (rule.scope === "report") run(one, () => rule.check({
			workspace,
			options: values,
			...silenced
		}));
	}
	return {
		findings: mergeFindings(findings.filter(({ location }) => isWanted(location.path, settings.paths))),
		crashes
	};
}
function toFinding(judged, digest) {
	const { problem, cluster, silence } = judged;
	const { rule, severity } = judged.enabled;
	const { at, message, help } = problem;
	const location = locate(at);
	const resource = resourceOf(at);
	const field = fieldOf(at);
	const rendered = renderedOf(problem);
	const fix = problem.fix && fixOf(problem.fix);
	const owner = ownerOf(at) ?? location.path;
	const fingerprint = digest(JSON.stringify([
		rule.id,
		owner,
		field ?? "",
		message
	]));
	const suppressedBy = silence.find({
		rule,
		path: location.path,
		line: location.range.start.line,
		resource: at.resource,
		fingerprint
	});
	return {
		rule: rule.id,
		category: rule.category,
		severity: severity ?? problem.severity ?? rule.severity,
		message,
		...help === void 0 ? {} : { help },
		why: rule.why,
		location,
		...resource && { resource },
		...field === void 0 ? {} : { field },
		...rendered && { rendered },
		clusters: cluster ? [cluster.name] : [],
		related: (problem.related ?? []).map((other) => ({
			...locate(other.at),
			message: other.message
		})),
		via: (at.via ?? []).map(locateStep),
		...fix && { fix },
		...suppressedBy && { suppressedBy },
		fingerprint
	};
}
/** An object stays the same when its file is renamed or its API version is replaced. */
function ownerOf({ resource }) {
	if (!resource) return void 0;
	const { group, kind, namespace = "", name } = resource.id;
	return [
		group,
		kind,
		namespace,
		name
	];
}
//#endregion
//#region src/report/mask-report.ts
/** Collects what is secret in a workspace: Secrets of its files, and those that charts and builds make. */
function createReportMask(workspace) {
	const names = namesOf(workspace);
	const texts = secretTexts(secretsOf(workspace), parseAll).filter((text) => !names.includes(text));
	const mask = (text) => texts.reduce((result, secret) => result.includes(secret) ? result.replaceAll(secret, "***") : result, text);
	const maskAll = (places) => places.map((place) => ({
		...place,
		message: mask(place.message)
	}));
	const sources = /* @__PURE__ */ new Map();
	return {
		source: (file) => {
			if (!sources.has(file)) sources.set(file, maskedSource(file));
			return sources.get(file);
		},
		finding: (finding) => texts.length === 0 ? finding : {
			...withoutTelling(finding, mask),
			message: mask(finding.message),
			...finding.help === void 0 ? {} : { help: mask(finding.help) },
			related: maskAll(finding.related),
			via: maskAll(finding.via)
		},
		skip: (skip) => texts.length === 0 ? skip : {
			...skip,
			what: mask(skip.what),
			reason: mask(skip.reason)
		},
		text: mask,
		manifest: (manifest) => isSecret(manifest) ? {
			...maskedValue(manifest, mask),
			...hiddenValues(manifest)
		} : maskedValue(manifest, mask)
	};
}
function maskedValue(value, mask) {
	if (typeof value === "string") return withoutLogins(mask(value));
	if (isList(value)) return value.map((element) => maskedValue(element, mask));
	if (!isObject(value)) return value;
	const fields = Object.entries(value).map(([key, child]) => [key, maskedValue(child, mask)]);
	return Object.fromEntries(fields);
}
function hiddenValues(secret) {
	const fields = ["data", "stringData"].flatMap((field) => {
		const values = secret[field];
		if (values === void 0) return [];
		const names = isObject(values) ? Object.keys(values) : [];
		return [[field, Object.fromEntries(names.map((name) => [name, "***"]))]];
	});
	return Object.fromEntries(fields);
}
/** A fix with something secret in it is left out: masked, it would write the mask. */
function withoutTelling(finding, mask) {
	const { fix, ...others } = finding;
	const texts = Object.values(fix?.edits ?? {}).flatMap((edits) => edits.map(({ newText }) => newText));
	return [fix?.title ?? "", ...texts].every((text) => mask(text) === text) ? finding : others;
}
function secretsOf({ documents, clusters }) {
	return [...documents.filter(({ encrypted }) => !encrypted).map(({ content }) => content ?? null), ...clusters.flatMap(({ resources }) => resources.map(({ manifest }) => manifest))].filter(isSecret);
}
/** A password that is also a name, or part of one, is shown: names are everywhere, and who can read reports knows them. */
function namesOf({ clusters, files }) {
	return [...new Set(clusters.flatMap(({ resources }) => resources.map(({ id }) => qualifiedName(id)))), ...files.map(({ source }) => source.path)].join("\n");
}
function parseAll(text) {
	return parseYaml(text).documents.flatMap((document) => document.root ? [toJson(document) ?? null] : []);
}
function maskedSource({ source, documents }) {
	if (documents.some(({ syntaxErrors }) => syntaxErrors.length > 0) && /^kind:\s*["']?Secret\b/mu.test(source.text)) return void 0;
	const masked = withoutLogins(documents.filter(({ content, encrypted }) => !encrypted && isSecret(content)).reduce((text, document) => blotOut(text, document, source.lines), source.text));
	return masked === source.text ? source.lines : createLineIndex(masked);
}
/** `https://user:password@host/?token=…` */
const login = /(?<=:\/\/)(?!git@)[^\s/@"'`]+(?=@)/gu;
const queryField = /([?&][\w.-]{1,64}=)([^\s&#"'`]+)/gu;
const tellingName = /auth|credential|key|pass|secret|sig|token/iu;
/** Blots out what addresses let in with; a user `git` is no secret. */
function withoutLogins(text) {
	if (!text.includes("://")) return text;
	const blot = (secret) => "*".repeat(secret.length);
	return text.replace(login, blot).replace(queryField, (whole, name, value) => tellingName.test(name) ? `${name}${blot(value)}` : whole);
}
function blotOut(text, document, lines) {
	return ["data", "stringData"].flatMap((field) => {
		const values = isObject(document.content) ? document.content[field] : void 0;
		return isObject(values) ? Object.keys(values).map((key) => [field, key]) : [];
	}).reduce((result, path) => {
		const { start, end } = document.rangeOf(path, "value");
		const [from, to] = [lines.offsetAt(start), lines.offsetAt(end)];
		return result.slice(0, from) + result.slice(from, to).replace(/[^\s"'|>]/gu, "*") + result.slice(to);
	}, text);
}
//#endregion
//#region src/report/merge-skips.ts
/** Equal skips of several clusters become one; in reading order. */
function mergeSkips(skips) {
	const merged = /* @__PURE__ */ new Map();
	for (const { at, path, what, reason, kind, clusters = [] } of skips) {
		const location = at && locate(at);
		const key = JSON.stringify([
			location ?? path,
			what,
			reason,
			kind
		]);
		const known = merged.get(key)?.clusters ?? [];
		merged.set(key, {
			...location && { location },
			...path === void 0 ? {} : { path },
			what,
			reason,
			kind,
			clusters: [...new Set([...known, ...clusters])].sort()
		});
	}
	return [...merged.values()].sort(inReadingOrder);
}
function inReadingOrder(left, right) {
	const [first, second] = [left.location?.range.start, right.location?.range.start];
	return compareText(left.location?.path ?? left.path ?? "", right.location?.path ?? right.path ?? "") || (first?.line ?? 0) - (second?.line ?? 0) || (first?.character ?? 0) - (second?.character ?? 0) || compareText(left.what, right.what) || compareText(left.reason, right.reason);
}
//#endregion
//#region src/build/source-id.ts
/** The source that a `sourceRef` or `chartRef` at `path` names; its namespace defaults to the object's own. */
function sourceIdOf(resource, path) {
	const kind = stringAt(resource.manifest, [...path, "kind"]);
	const name = stringAt(resource.manifest, [...path, "name"]);
	const group = kind === void 0 ? void 0 : fluxGroups.get(kind);
	if (kind === void 0 || name === void 0 || group === void 0) return void 0;
	const namespace = stringAt(resource.manifest, [...path, "namespace"]) || resource.id.namespace;
	return {
		group,
		kind,
		name,
		...namespace ? { namespace } : {}
	};
}
//#endregion
//#region src/build/release/chart-request.ts
/** `spec.chart`, or the HelmChart behind `spec.chartRef`; undefined when the release names none that is understood. */
function chartRequestOf(release, find) {
	if (isObject(valueAt(release.manifest, [
		"spec",
		"chart",
		"spec"
	]))) return templateRequest(release, [
		"spec",
		"chart",
		"spec"
	]);
	const source = sourceIdOf(release, ["spec", "chartRef"]);
	if (!source) return void 0;
	if (isKind(source, kinds.HelmChart)) {
		const chart = find(source);
		return chart && requestOfChart(chart);
	}
	return {
		source,
		chart: "",
		version: "",
		valuesFiles: [],
		ignoreMissingValuesFiles: false,
		followsRevision: false
	};
}
/** What a HelmChart asks for. */
function requestOfChart(chart) {
	return templateRequest(chart, ["spec"]);
}
function templateRequest(holder, path) {
	const source = sourceIdOf(holder, [...path, "sourceRef"]);
	const chart = stringAt(holder.manifest, [...path, "chart"]);
	if (!source || chart === void 0) return void 0;
	const version = valueAt(holder.manifest, [...path, "version"]);
	return {
		source,
		chart,
		version: version === void 0 || version === null ? "" : String(version),
		valuesFiles: valuesFilesAt(holder, [...path, "valuesFiles"]),
		ignoreMissingValuesFiles: valueAt(holder.manifest, [...path, "ignoreMissingValuesFiles"]) === true,
		followsRevision: stringAt(holder.manifest, [...path, "reconcileStrategy"]) === "Revision"
	};
}
/** A list of `values.yaml` alone is none, wherever the chart is (`source-controller: internal/helm/chart/builder.go`, `GetValuesFiles`). */
function valuesFilesAt({ manifest }, path) {
	const files = listAt(manifest, path).filter((file) => typeof file === "string");
	const [only, ...others] = files;
	return others.length === 0 && only !== void 0 && cleaned(only) === "values.yaml" ? [] : files;
}
/** Go's `filepath.Clean`, which leaves no slash at the end. */
function cleaned(path) {
	return posix.normalize(path).replace(/(?<=.)\/$/u, "");
}
//#endregion
//#region src/report/graph/count-findings.ts
/** Sorts the findings that count by the objects that they are about. */
function indexFindings({ clusters }, findings) {
	const active = activeFindings({ findings });
	const known = new Set(clusters.flatMap(({ name, resources }) => resources.map(({ id }) => placeOf$1(name, resourceKey(id)))));
	const index = groupBy(active.flatMap((finding) => {
		const { resource } = finding;
		if (!resource) return [];
		const key = findingKey(resource);
		return finding.clusters.map((cluster) => ({
			finding,
			place: placeOf$1(cluster, key)
		}));
	}).filter(({ place }) => known.has(place)), ({ place }) => place);
	const placed = new Set([...index.values()].flat().map(({ finding }) => finding));
	const reported = new Set(findings.flatMap(({ resource, field, clusters: names }) => resource && field !== void 0 ? names.map((name) => placeOf$1(name, `${findingKey(resource)} ${field}`)) : []));
	return {
		isReported: (cluster, { from, path }) => reported.has(placeOf$1(cluster, `${resourceKey(from.id)} ${formatFieldPath(path)}`)),
		of: (cluster, { id }) => (index.get(placeOf$1(cluster, resourceKey(id))) ?? []).map(({ finding }) => finding),
		elsewhere: active.filter((finding) => !placed.has(finding))
	};
}
function findingKey({ apiVersion, ...id }) {
	return resourceKey({
		...id,
		group: groupOf(apiVersion)
	});
}
function placeOf$1(cluster, key) {
	return `${cluster}\n${key}`;
}
/** How many there are of each severity. */
function countFindings(findings) {
	const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
	return {
		errors: count("error"),
		warnings: count("warning"),
		infos: count("info")
	};
}
//#endregion
//#region src/report/graph/resource-nodes.ts
/** Kinds that are always shown, by role; others where one of these names them. */
const drawnKinds = [
	["applier", [
		kinds.Kustomization,
		kinds.FluxInstance,
		kinds.ResourceSet
	]],
	["release", [kinds.HelmRelease]],
	["source", [
		kinds.GitRepository,
		kinds.OCIRepository,
		kinds.Bucket,
		kinds.HelmRepository,
		kinds.ExternalArtifact,
		kinds.ArtifactGenerator
	]],
	["chart", [kinds.HelmChart]]
];
/** What a node of that kind is. */
function roleOf(kind) {
	const role = drawnKinds.find(([, some]) => some.some((one) => isKind(kind, one)))?.[0];
	if (role !== void 0) return role;
	return isKind(kind, kinds.ConfigMap) || isKind(kind, kinds.Secret) ? "config" : "other";
}
/** The id of a resource's node. */
function keyOf({ id, server }) {
	return resourceKey(id, server);
}
/** Whether objects of the kind are shown though nothing names them. */
function isDrawn(kind) {
	return drawnKinds.some(([, some]) => some.some((one) => isKind(kind, one)));
}
/** Sources and HelmCharts ask for a revision or version. */
function isRevisioned(kind) {
	const role = roleOf(kind);
	return role === "source" || role === "chart";
}
/** The objects of a cluster that are shown: those of Flux, and what they name. */
function drawnResources({ resources }, references) {
	const named = references.flatMap(({ reference }) => reference.resource ?? []);
	const drawn = [...resources.filter(({ id }) => isDrawn(id)), ...named];
	return [...new Map(drawn.map((resource) => [keyOf(resource), resource])).values()];
}
/** The node of an object that is there. */
function resourceNode(resource, cluster, findings) {
	const { id, server, manifest } = resource;
	const path = isKind(id, kinds.Kustomization) ? stringAt(manifest, ["spec", "path"]) : void 0;
	return {
		id: keyOf(resource),
		role: roleOf(id),
		group: id.group,
		kind: id.kind,
		...id.namespace === void 0 ? {} : { namespace: id.namespace },
		name: id.name,
		...server === "" ? {} : { server },
		state: "found",
		...outcomeOf(resource, cluster),
		suspended: isDrawn(id) && valueAt(manifest, ["spec", "suspend"]) === true,
		...path === void 0 ? {} : { path },
		...isRevisioned(id) ? versionOf(manifest) : {},
		...chartOf(resource, cluster),
		findings: countFindings(findingsOf(resource, cluster, findings)),
		place: placeOf(resource.at([]))
	};
}
/** Where something is written. */
function placeOf(at) {
	const { path, range } = locate(at);
	return {
		path,
		line: range.start.line + 1
	};
}
/** Fields of `spec.ref` in the order in which source-controller looks at them; those of one kind do not hide another's. */
const revisionFields = [
	"digest",
	"commit",
	"name",
	"semver",
	"tag",
	"branch"
];
function versionOf(manifest) {
	const version = [["version"], ...revisionFields.map((field) => ["ref", field])].map((field) => valueAt(manifest, ["spec", ...field])).find((value) => value !== void 0 && value !== null && value !== "");
	return typeof version === "string" || typeof version === "number" ? { version: String(version) } : {};
}
function outcomeOf(resource, cluster) {
	const built = cluster.buildOf(resource) ?? cluster.releaseOf(resource);
	if (built) {
		const outcome = built.status === "failed" || built.status === "skipped" ? built.status : "done";
		const reason = outcome === "failed" ? built.failure?.message : built.reason;
		return reason === void 0 ? { outcome } : {
			outcome,
			reason
		};
	}
	const unfetched = cluster.unfetched.find(({ source }) => keyOf(source) === keyOf(resource));
	return unfetched ? {
		outcome: "skipped",
		reason: unfetched.reason
	} : {};
}
function chartOf(release, cluster) {
	const build = cluster.releaseOf(release);
	const request = build && chartRequestOf(release, (id) => cluster.find(id));
	if (!build || !request) return {};
	const { name = request.chart, version } = build.chart ?? {};
	if (name === "") return {};
	const chart = {
		name,
		constraint: request.version
	};
	return { chart: version === void 0 ? chart : {
		...chart,
		version
	} };
}
const applied = /* @__PURE__ */ new WeakMap();
/** Those of the object, and those of plain objects that it applies: these have no node of their own. */
function findingsOf(resource, cluster, findings) {
	const all = [resource, ...plainObjects(cluster).get(keyOf(resource)) ?? []].flatMap((one) => findings.of(cluster.name, one));
	return [...new Set(all)];
}
function plainObjects(cluster) {
	const known = applied.get(cluster);
	if (known) return known;
	const groups = groupBy(cluster.resources.filter(({ id, owner }) => owner && !isDrawn(id)), ({ owner }) => owner ? keyOf(owner) : "");
	applied.set(cluster, groups);
	return groups;
}
//#endregion
//#region src/report/graph/chart-nodes.ts
/** HelmRelease → chart in a version → source. A `chartRef` needs no such node: what it names is the chart. */
function chartsOf(cluster, references) {
	const nodes = /* @__PURE__ */ new Map();
	const edges = [];
	const replaced = /* @__PURE__ */ new Set();
	for (const build of cluster.releases) {
		const from = keyOf(build.release);
		const toSource = references.find(({ reference, edge }) => edge.from === from && reference.relation === "sourceRef");
		const node = toSource && chartNode(build, cluster, toSource.edge.to);
		if (!node) continue;
		replaced.add(toSource);
		if (nodes.get(node.id)?.state !== "missing") nodes.set(node.id, node);
		edges.push({
			from,
			to: node.id,
			relation: "chart",
			optional: false
		}, {
			...toSource.edge,
			from: node.id
		});
	}
	return {
		nodes: [...nodes.values()],
		edges,
		replaced
	};
}
function chartNode(build, cluster, source) {
	const { release, chart } = build;
	if (!isObject(valueAt(release.manifest, [
		"spec",
		"chart",
		"spec"
	]))) return void 0;
	const request = chartRequestOf(release, (id) => cluster.find(id));
	if (!request) return void 0;
	const version = chart?.version ?? request.version;
	return {
		id: `chart|${source}|${request.chart}@${version}`,
		role: "chart",
		group: "",
		kind: "Chart",
		name: request.chart,
		...version === "" ? {} : { version },
		...stateOf$1(build),
		suspended: false,
		findings: {
			errors: 0,
			warnings: 0,
			infos: 0
		},
		place: placeOf(release.at([
			"spec",
			"chart",
			"spec",
			"chart"
		]))
	};
}
/** What nobody has looked at is not said to be there. */
function stateOf$1({ chart, chartProblem, reason }) {
	if (chart) return { state: "found" };
	if (!chartProblem) return reason === void 0 ? { state: "uncertain" } : {
		state: "uncertain",
		reason
	};
	return {
		state: chartProblem.kind !== "version-unsatisfied" || chartProblem.certain ? "missing" : "uncertain",
		reason: chartProblem.message
	};
}
//#endregion
//#region src/report/graph/target-nodes.ts
/** No rule calls it missing: what Flux needs before it can read Git is in no Git. */
const madeByHand = "nothing in the repository defines it";
/** What decides what is applied, from where, when and with what; health checks, accounts and events are not shown. */
const drawnRelations = new Set([
	"sourceRef",
	"chartRef",
	"dependsOn",
	"valuesFrom",
	"substituteFrom",
	"secretRef",
	"configMapRef",
	"include",
	"artifactSource",
	"inputsFrom"
]);
/** The references of a cluster that are shown. */
function drawnReferences({ graph }) {
	return graph.references.filter(({ relation, from }) => drawnRelations.has(relation) && isDrawn(from.id)).map((reference) => ({
		reference,
		edge: edgeOf(reference)
	}));
}
function edgeOf({ relation, from, target, resource, optional }) {
	const to = resource ? keyOf(resource) : keyOf({
		id: target,
		server: from.server
	});
	return {
		from: keyOf(from),
		to,
		relation,
		optional
	};
}
/** Nodes for what no object of the cluster is: what controllers make, what is elsewhere, and what is missing. */
function targetNodes(references, isReported) {
	const nodes = /* @__PURE__ */ new Map();
	for (const drawn of references) {
		if (drawn.reference.resource) continue;
		const known = nodes.get(drawn.edge.to);
		const node = targetNode(drawn, isReported);
		if (!known || weight(node) > weight(known)) nodes.set(node.id, node);
	}
	return [...nodes.values()];
}
function weight({ state }) {
	const mild = ["optional", "uncertain"];
	return mild.includes(state) ? mild.indexOf(state) : mild.length;
}
function targetNode({ reference, edge }, isReported) {
	const { target, from } = reference;
	const role = roleOf(target);
	const byHand = role === "config" && !isReported(reference) ? madeByHand : void 0;
	const doubt = reference.doubt ?? byHand;
	return {
		id: edge.to,
		role,
		group: target.group,
		kind: target.kind,
		...target.namespace === void 0 ? {} : { namespace: target.namespace },
		name: target.name,
		...from.server === "" ? {} : { server: from.server },
		state: stateOf(reference, doubt),
		...reference.status !== "missing" || reference.optional || doubt === void 0 ? {} : { reason: doubt },
		suspended: false,
		findings: {
			errors: 0,
			warnings: 0,
			infos: 0
		},
		place: placeOf(reference.at)
	};
}
/** What something that could not be looked at may define is not called missing. */
function stateOf({ status, optional }, doubt) {
	if (status !== "missing") return status;
	if (optional) return "optional";
	return doubt === void 0 ? "missing" : "uncertain";
}
//#endregion
//#region src/report/graph/create-graph.ts
/** The objects of all clusters that Flux reconciles, and how they lead to each other; equal input gives an equal graph. */
function createFluxGraph({ tool, workspace, result }) {
	const mask = createReportMask(workspace);
	const findings = indexFindings(workspace, result.findings);
	return {
		tool,
		clusters: clusterGraphs(workspace, result.findings, mask),
		elsewhere: countFindings(findings.elsewhere),
		skipped: mergeSkips(workspace.skipped).map(mask.skip)
	};
}
/** The graph of each cluster, with marks for findings. */
function clusterGraphs(workspace, findings, mask) {
	const index = indexFindings(workspace, findings);
	return workspace.clusters.map((cluster) => clusterGraph(cluster, index, mask.text));
}
function clusterGraph(cluster, findings, mask) {
	const { name, path, target, blindSpots } = cluster;
	const references = drawnReferences(cluster);
	const resources = drawnResources(cluster, references);
	const own = resources.map((resource) => resourceNode(resource, cluster, findings));
	const charts = chartsOf(cluster, references);
	const nodes = /* @__PURE__ */ new Map();
	for (const node of [
		...targetNodes(references, (one) => findings.isReported(name, one)),
		...charts.nodes,
		...own
	]) nodes.set(node.id, node);
	const edges = [
		...appliedBy(resources),
		...references.filter((reference) => !charts.replaced.has(reference)).map(({ edge }) => edge),
		...charts.edges
	];
	return {
		name,
		path,
		target: {
			flux: target.flux,
			kubernetes: target.kubernetes
		},
		nodes: [...nodes.values()].map((node) => maskedNode(node, mask)).sort((left, right) => compareText(left.id, right.id)),
		edges: distinct(edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to))),
		blindSpots: blindSpots.map(mask)
	};
}
function appliedBy(resources) {
	return resources.flatMap((resource) => resource.owner ? {
		from: keyOf(resource.owner),
		to: keyOf(resource),
		relation: "applies",
		optional: false
	} : []);
}
/** Names are shown everywhere; other texts may hold what a Secret holds. */
function maskedNode(node, mask) {
	return {
		...node,
		...node.reason === void 0 ? {} : { reason: mask(node.reason) },
		...node.path === void 0 ? {} : { path: mask(node.path) }
	};
}
/** Sorted, each once; one that Flux insists on stands for an optional one beside it. */
function distinct(edges) {
	const known = /* @__PURE__ */ new Map();
	for (const edge of edges) {
		const key = JSON.stringify([
			edge.from,
			edge.to,
			edge.relation
		]);
		const other = known.get(key);
		known.set(key, other ? {
			...edge,
			optional: edge.optional && other.optional
		} : edge);
	}
	return [...known.values()].sort((left, right) => compareText(left.from, right.from) || compareText(left.to, right.to) || compareText(left.relation, right.relation));
}
//#endregion
export { requestOfChart as a, createReportMask as c, chartRequestOf as i, checkWorkspace as l, createFluxGraph as n, sourceIdOf as o, keyOf as r, mergeSkips as s, clusterGraphs as t, isWanted as u };
