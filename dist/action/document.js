import { o as isObject } from "./base64.js";
import { i as toJson, t as parseYaml } from "./parse-yaml.js";
import { n as nodeAt, o as lineEnd, r as rangeOf, t as locate } from "./locate.js";
//#region src/yaml/source-offset.ts
const FOLD = /[ \t]*(?:(?:\r\n?|\n)[ \t]*)+/uy;
const ESCAPED_BREAK = /\\(?:\r\n?|\n)[ \t]*(?:(?:\r\n?|\n)[ \t]*)*/uy;
const ESCAPE = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\r\n])/uy;
const LINE_BREAK = /\r\n?|\n/gu;
/**
* The offset in the text of the file of character `index` of a scalar's decoded value, so that a part of a quoted or
* block scalar can be underlined. An index at or past the end gives the end of the content.
*/
function sourceOffset(text, scalar, index) {
	const { style, start, end, text: value } = scalar;
	const wanted = Math.min(Math.max(index, 0), value.length);
	if (style === "literal" || style === "folded") return inBlock(text, scalar, wanted);
	const quote = style === "plain" ? 0 : 1;
	if (end - start - 2 * quote === value.length) return start + quote + wanted;
	return inFlow(text, scalar, wanted, quote);
}
/** Plain and quoted scalars: blanks around line breaks fold, quotes are doubled or escaped. */
function inFlow(text, scalar, index, quote) {
	const end = scalar.end - quote;
	let at = scalar.start + quote;
	let decoded = 0;
	while (at < end) {
		const stretch = stretchAt(text, at, scalar.style);
		if (decoded + stretch.decoded > index) return at;
		at += stretch.source;
		decoded += stretch.decoded;
	}
	return Math.min(at, end);
}
function stretchAt(text, at, style) {
	const character = text[at];
	if (character === "'" && style === "single") return {
		source: 2,
		decoded: 1
	};
	if (character === "\\" && style === "double") return escapeAt(text, at);
	const fold = character === " " || character === "	" || character === "\n" || character === "\r" ? matchAt(FOLD, text, at) : void 0;
	if (fold === void 0) return {
		source: 1,
		decoded: 1
	};
	const breaks = fold.match(LINE_BREAK)?.length ?? 0;
	return {
		source: fold.length,
		decoded: Math.max(breaks - 1, 1)
	};
}
function escapeAt(text, at) {
	const lineBreak = matchAt(ESCAPED_BREAK, text, at);
	if (lineBreak !== void 0) return {
		source: lineBreak.length,
		decoded: 0
	};
	const sequence = matchAt(ESCAPE, text, at) ?? "\\";
	const isAstral = sequence[1] === "U" && Number.parseInt(sequence.slice(2), 16) > 65535;
	return {
		source: sequence.length,
		decoded: isAstral ? 2 : 1
	};
}
function matchAt(pattern, text, at) {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0];
}
/**
* Block scalars: each line loses its indentation. Blank lines and folding decide how many characters of the value
* stand between two lines.
*/
function inBlock(text, scalar, index) {
	const gap = new Gap(scalar.style === "folded");
	let decoded = 0;
	let previousEnd = lineEnd(text, scalar.start);
	for (let at = nextLine(text, scalar.start); at < scalar.end; at = nextLine(text, at)) {
		const end = lineEnd(text, at);
		const content = at + scalar.indent;
		if (end <= content) {
			gap.addBlankLine();
			continue;
		}
		decoded += gap.before(text.charCodeAt(content));
		if (index < decoded) return previousEnd;
		if (index <= decoded + end - content) return content + index - decoded;
		decoded += end - content;
		previousEnd = end;
	}
	return previousEnd;
}
/** Counts the characters of the value between two lines of a block scalar. */
var Gap = class {
	#isFolded;
	#blankLines = 0;
	#isFirst = true;
	#wasIndented = false;
	constructor(isFolded) {
		this.#isFolded = isFolded;
	}
	addBlankLine() {
		this.#blankLines++;
	}
	before(firstCode) {
		const isIndented = firstCode === 32 || firstCode === 9;
		const isPreserved = !this.#isFolded || isIndented || this.#wasIndented;
		const lineBreak = this.#isFirst ? 0 : 1;
		const length = isPreserved ? this.#blankLines + lineBreak : Math.max(this.#blankLines, lineBreak);
		this.#isFirst = false;
		this.#wasIndented = isIndented;
		this.#blankLines = 0;
		return length;
	}
};
function nextLine(text, from) {
	const end = lineEnd(text, from);
	return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}
//#endregion
//#region src/parse/document.ts
const sameOffset = (offset) => offset;
/** The documents of a file. */
function documentsOf(file, stream) {
	const text = {
		file,
		text: file.text,
		toFileOffset: sameOffset
	};
	return stream.documents.map((yaml, index) => new YamlBackedDocument(yaml, index, text));
}
var YamlBackedDocument = class YamlBackedDocument {
	file;
	index;
	within;
	#yaml;
	#text;
	#toFileOffset;
	#embedded = /* @__PURE__ */ new Map();
	#content;
	constructor(yaml, index, parsed) {
		this.file = parsed.file;
		this.index = index;
		if (parsed.within) this.within = parsed.within;
		this.#yaml = yaml;
		this.#text = parsed.text;
		this.#toFileOffset = parsed.toFileOffset;
	}
	get content() {
		this.#content ??= { value: this.#yaml.root ? toJson(this.#yaml) : void 0 };
		return this.#content.value;
	}
	get syntaxErrors() {
		return this.#yaml.errors.map(({ message, start, end }) => ({
			message,
			range: this.#range(start, end)
		}));
	}
	get repeatedKeys() {
		return this.#yaml.duplicateKeys.map((repeated) => ({
			key: repeated.key,
			range: this.#range(repeated.start, repeated.end),
			first: this.#range(repeated.firstStart, repeated.firstEnd)
		}));
	}
	/** SOPS adds a `sops` mapping with a `mac`; `flux-semantics.md` section 10. */
	get encrypted() {
		const content = this.content;
		return isObject(content) && isObject(content.sops) && typeof content.sops.mac === "string";
	}
	get range() {
		const { root, start, end } = this.#yaml;
		return this.#range(root?.start ?? start, root?.end ?? end);
	}
	rangeOf(path, part, span) {
		const node = span ? nodeAt(this.#yaml, path) : void 0;
		if (span && node?.kind === "scalar") {
			const offset = (index) => sourceOffset(this.#text, node, index);
			return this.#range(offset(span.start), offset(span.end));
		}
		const { start, end } = rangeOf(this.#yaml, path, part);
		return this.#range(start, end);
	}
	has(path) {
		return this.#yaml.root !== void 0 && locate(this.#yaml, path).depth === path.length;
	}
	embedded(path) {
		const key = JSON.stringify(path);
		const known = this.#embedded.get(key);
		if (known) return known;
		const documents = this.#parseScalar(path);
		this.#embedded.set(key, documents);
		return documents;
	}
	#parseScalar(path) {
		const scalar = nodeAt(this.#yaml, path);
		if (scalar?.kind !== "scalar") return [];
		const parsed = {
			file: this.file,
			text: scalar.text,
			toFileOffset: (offset) => this.#toFileOffset(sourceOffset(this.#text, scalar, offset)),
			within: {
				document: this,
				path
			}
		};
		const { documents } = parseYaml(scalar.text);
		return documents.map((yaml, index) => new YamlBackedDocument(yaml, index, parsed));
	}
	#range(start, end) {
		const { lines } = this.file;
		return {
			start: lines.positionAt(this.#toFileOffset(start)),
			end: lines.positionAt(this.#toFileOffset(end))
		};
	}
};
//#endregion
export { sourceOffset as n, documentsOf as t };
