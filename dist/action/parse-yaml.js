import { r as emptyObject } from "./base64.js";
import { i as resolveScalar, n as isStringKey, r as resolveKey, t as ScalarFailure } from "./resolve-scalar.js";
//#region src/yaml/limits.ts
/** Helm's cap for a file; deeper, wider or more entangled YAML than any real repository has. */
const yamlLimits = {
	depth: 200,
	fileLength: 5 * 1024 * 1024,
	lineLength: 1024 * 1024,
	documents: 1e4,
	aliasedNodes: 1e6,
	aliasRatio: 100,
	aliasRatioFrom: 1e3
};
//#endregion
//#region src/yaml/to-json.ts
const resolved = {
	sigs: /* @__PURE__ */ new WeakMap(),
	kustomize: /* @__PURE__ */ new WeakMap()
};
/**
* The JSON value of a document exactly as sigs.k8s.io/yaml (or kustomize) resolves it; undefined when it is empty or
* refused. Aliases share structure with their anchors. An integer beyond 2^53 becomes the nearest double, as in any
* JavaScript reader of JSON: its digits are still in the `text` of the scalar.
*/
function toJson(document, dialect = "sigs") {
	return resolveDocument(document, dialect).value;
}
/** {@link toJson} together with the reasons why a document has no value. */
function resolveDocument(document, dialect = "sigs") {
	const known = resolved[dialect].get(document);
	if (known !== void 0) return known;
	const result = new Resolver(dialect).document(document);
	resolved[dialect].set(document, result);
	return result;
}
/** Whether an entry is a merge key, `<<`. */
function isMergeKey(key) {
	if (key.kind !== "scalar" || key.text !== "<<") return false;
	return key.tag === void 0 ? key.style === "plain" : key.tag === "!!merge" || key.tag === "!";
}
var Resolver = class {
	#dialect;
	#errors = [];
	#root;
	#text = "";
	#anchored;
	constructor(dialect) {
		this.#dialect = dialect;
	}
	document(document) {
		if (document.root === void 0) return {
			value: void 0,
			errors: []
		};
		this.#root = document.root;
		this.#text = document.text;
		if (this.#dialect === "kustomize") this.#refuseDuplicates(document);
		const value = this.#value(document.root);
		return {
			value: this.#errors.length === 0 ? value : void 0,
			errors: this.#errors
		};
	}
	#value(node) {
		if (node.kind === "scalar") return this.#scalar(node);
		if (node.kind === "alias") return this.#anchored?.get(node.target) ?? this.#value(node.target);
		const value = node.kind === "mapping" ? this.#mapping(node) : node.items.map((item) => this.#value(item));
		if (node.anchor !== void 0) {
			this.#anchored ??= /* @__PURE__ */ new Map();
			this.#anchored.set(node, value);
		}
		return value;
	}
	#scalar(scalar) {
		const value = resolveScalar(scalar, this.#dialect);
		return value instanceof ScalarFailure ? this.#fail(value.message, scalar) : value;
	}
	#mapping(mapping) {
		const object = emptyObject();
		const merges = [];
		for (const entry of mapping.entries) {
			const { key, value } = entry;
			if (isMergeKey(key)) {
				if (this.#dialect === "sigs") this.#merge(value, object);
				else merges.push(entry);
				continue;
			}
			const name = this.#key(key, mapping === this.#root);
			if (name !== void 0) object[name] = this.#value(value);
		}
		return merges.length === 0 ? object : this.#withMerges(object, merges);
	}
	#withMerges(own, merges) {
		const object = emptyObject();
		for (const { value } of merges) this.#merge(value, object);
		return Object.assign(object, own);
	}
	#merge(value, into) {
		if (value.kind === "sequence") for (let index = value.items.length - 1; index >= 0; index--) {
			const item = value.items[index];
			if (item !== void 0) this.#mergeMapping(item, into);
		}
		else this.#mergeMapping(value, into);
	}
	#mergeMapping(source, into) {
		if ((source.kind === "alias" ? source.target : source).kind === "mapping") Object.assign(into, this.#value(source));
		else this.#fail("a merge key `<<` takes a mapping or a list of mappings", source);
	}
	#key(key, isTopLevel) {
		const node = key.kind === "alias" ? key.target : key;
		if (node.kind !== "scalar") {
			this.#fail(keyMessage(node, this.#text), key);
			return;
		}
		if (this.#dialect === "kustomize" && !isTopLevel && !isStringKey(node)) {
			this.#fail(`the key \`${node.text}\` is no string, and kustomize cannot write such a mapping`, key);
			return;
		}
		const name = resolveKey(node, this.#dialect);
		if (!(name instanceof ScalarFailure)) return name;
		this.#fail(name.message, key);
	}
	#refuseDuplicates(document) {
		for (const { key, start, end } of document.duplicateKeys) this.#errors.push({
			message: `the key \`${key}\` stands twice in one mapping`,
			start,
			end
		});
	}
	#fail(message, node) {
		this.#errors.push({
			message,
			start: node.start,
			end: node.end
		});
		return null;
	}
};
/** `{{ .Values.name }}` without quotes reads as a mapping that is the key of a mapping. */
function keyMessage(key, text) {
	if (key.kind === "sequence") return "a list is used as a key";
	return text.startsWith("{{", key.start - 1) ? "a template in `{{…}}` needs quotes" : "a mapping is used as a key";
}
//#endregion
//#region src/yaml/duplicate-keys.ts
/** Every scalar key that stands twice in one mapping, as kustomize compares them: by their text. */
function findDuplicateKeys(root) {
	const found = [];
	if (root !== void 0) visit(root, [], found);
	return found;
}
function visit(node, path, found) {
	if (node.kind === "sequence") node.items.forEach((item, index) => {
		path.push(index);
		visit(item, path, found);
		path.pop();
	});
	else if (node.kind === "mapping") {
		compareKeys(node, path, found);
		for (const { key, value } of node.entries) {
			if (value.kind === "scalar" || value.kind === "alias") continue;
			path.push(key.kind === "scalar" ? key.text : "");
			visit(value, path, found);
			path.pop();
		}
	}
}
function compareKeys(mapping, path, found) {
	if (mapping.entries.length < 2) return;
	const firsts = /* @__PURE__ */ new Map();
	for (const { key } of mapping.entries) {
		if (key.kind !== "scalar") continue;
		const first = firsts.get(key.text);
		if (first === void 0) firsts.set(key.text, key);
		else found.push({
			key: key.text,
			start: key.start,
			end: key.end,
			firstStart: first.start,
			firstEnd: first.end,
			path: [...path, key.text]
		});
	}
}
//#endregion
//#region src/yaml/parser/syntax-problem.ts
/** Ends the reading of one document; becomes its error. Never leaves `src/yaml`. */
var SyntaxProblem = class extends Error {
	name = "SyntaxProblem";
	start;
	end;
	constructor(message, start, end) {
		super(message);
		this.start = start;
		this.end = end;
	}
};
//#endregion
//#region src/yaml/parser/anchors.ts
/** Of aliases in one document; a file with more has other troubles. */
const MOST_ERRORS = 100;
const NOTHING = {
	kind: "scalar",
	start: 0,
	end: 0,
	anchor: void 0,
	tag: void 0,
	text: "",
	style: "plain",
	indent: -1
};
/** The anchors of one document, and what its aliases get wrong. */
var Anchors = class {
	errors = [];
	#anchors = /* @__PURE__ */ new Map();
	/** Call it before the anchored value is read; the latest anchor of a name counts. */
	open(name) {
		const anchor = {
			target: void 0,
			size: 0
		};
		this.#anchors.set(name, anchor);
		return anchor;
	}
	resolve(name, start, end) {
		const anchor = this.#anchors.get(name);
		if (anchor?.target !== void 0) return {
			target: anchor.target,
			size: anchor.size
		};
		const message = anchor === void 0 ? `no anchor \`&${name}\` stands before the alias \`*${name}\`` : `the alias \`*${name}\` stands inside the value that it refers to`;
		if (this.errors.length < MOST_ERRORS) this.errors.push({
			message,
			start,
			end
		});
		return {
			target: NOTHING,
			size: 1
		};
	}
};
/** What is wrong with a document whose `written` nodes stand for `size` nodes, or undefined. */
function findExpansion(written, size, limits) {
	const { aliasedNodes, aliasRatio, aliasRatioFrom } = limits;
	const isRatioTooHigh = size > aliasRatioFrom && size > aliasRatio * written;
	if (size - written <= aliasedNodes && !isRatioTooHigh) return void 0;
	return `the aliases make ${size > 0xe8d4a51000 ? "more than a trillion" : size.toLocaleString("en")} values of the ${written.toLocaleString("en")} that are written`;
}
//#endregion
//#region src/yaml/parser/token.ts
const TokenType = {
	End: 0,
	VersionDirective: 1,
	TagDirective: 2,
	DocumentStart: 3,
	DocumentEnd: 4,
	BlockSequenceStart: 5,
	BlockMappingStart: 6,
	BlockEnd: 7,
	FlowSequenceStart: 8,
	FlowSequenceEnd: 9,
	FlowMappingStart: 10,
	FlowMappingEnd: 11,
	BlockEntry: 12,
	FlowEntry: 13,
	Key: 14,
	Value: 15,
	Alias: 16,
	Anchor: 17,
	Tag: 18,
	Scalar: 19
};
/** A token that begins at `start` and whose other fields are still to be filled. */
function createToken(type, start, line, column) {
	return {
		type,
		start,
		end: start,
		value: "",
		suffix: "",
		style: "plain",
		indent: -1,
		isPossibleKey: false,
		isRequiredKey: false,
		line,
		column
	};
}
//#endregion
//#region src/yaml/parser/node-parser.ts
/** Ends the reading of the document at `token`. */
function fail(token, message) {
	throw new SyntaxProblem(message, token.start, token.end);
}
/** Ends the reading at a token that is no entry of the collection around it. */
function failEntry(token, expected) {
	const { type } = token;
	if (type === TokenType.BlockMappingStart || type === TokenType.BlockSequenceStart) fail(token, "this is indented differently from the entries before it");
	if (type === TokenType.Key || type === TokenType.Value || type === TokenType.BlockEntry) fail(token, expected);
	if (isBracket(token)) fail(token, "this belongs to no `[…]` or `{…}`");
	fail(token, "this stands after a value that has ended");
}
/** Whether a token is a comma or a closing bracket. */
function isBracket({ type }) {
	return type === TokenType.FlowEntry || type === TokenType.FlowSequenceEnd || type === TokenType.FlowMappingEnd;
}
//#endregion
//#region src/yaml/parser/block-collections.ts
/** A list whose entries are indented. */
function parseBlockSequence(parser, first, properties) {
	parser.scanner.skip();
	const sequence = parseItems(parser, first, properties);
	const last = parser.scanner.peek();
	if (last.type !== TokenType.BlockEnd) failEntry(last, "this is indented like the entries of the list, but has no `- `");
	parser.scanner.skip();
	return sequence;
}
/** A list that is not indented deeper than the key that it belongs to. */
function parseIndentlessSequence(parser, first, properties) {
	return parseItems(parser, first, properties);
}
function parseItems(parser, first, properties) {
	const { scanner } = parser;
	parser.enter(first);
	const items = [];
	let end = first.end;
	for (let dash = scanner.peek(); dash.type === TokenType.BlockEntry; dash = scanner.peek()) {
		scanner.skip();
		const item = isAfterItem(scanner.peek().type) ? parser.empty(dash.end) : parser.node(true, false);
		end = item.end;
		items.push(item);
	}
	parser.leave();
	const { anchor, tag } = properties ?? {};
	return {
		kind: "sequence",
		start: first.start,
		end,
		anchor,
		tag,
		items
	};
}
function isAfterItem(type) {
	return type === TokenType.BlockEntry || isAfterPart(type);
}
/** A mapping without braces. */
function parseBlockMapping(parser, first, properties) {
	const { scanner } = parser;
	parser.enter(first);
	scanner.skip();
	const entries = [];
	let end = first.end;
	for (let token = scanner.peek(); token.type !== TokenType.BlockEnd; token = scanner.peek()) {
		if (token.type !== TokenType.Key && token.type !== TokenType.Value) failEntry(token, "this is indented like the keys of the mapping, but is a list entry");
		const key = token.type === TokenType.Key ? parsePart(parser, token) : parser.empty(token.start);
		const colon = scanner.peek();
		const value = colon.type === TokenType.Value ? parsePart(parser, colon) : parser.empty(key.end);
		end = value.end;
		entries.push({
			key,
			value
		});
	}
	scanner.skip();
	parser.leave();
	const { anchor, tag } = properties ?? {};
	return {
		kind: "mapping",
		start: first.start,
		end,
		anchor,
		tag,
		entries
	};
}
/** What follows `?` or `:`. */
function parsePart(parser, indicator) {
	parser.scanner.skip();
	const { type } = parser.scanner.peek();
	return isAfterPart(type) ? parser.empty(indicator.end) : parser.node(true, true);
}
function isAfterPart(type) {
	return type === TokenType.Key || type === TokenType.Value || type === TokenType.BlockEnd;
}
//#endregion
//#region src/yaml/parser/flow-collections.ts
/** `[…]`. */
function parseFlowSequence(parser, first, properties) {
	const { scanner } = parser;
	const items = [];
	const end = parseEntries(parser, first, TokenType.FlowSequenceEnd, (token) => {
		items.push(token.type === TokenType.Key ? parsePair(parser, token, first) : parser.node(false, false));
	});
	scanner.skip();
	const { anchor, tag } = properties ?? {};
	return {
		kind: "sequence",
		start: first.start,
		end,
		anchor,
		tag,
		items
	};
}
/** `{…}`. */
function parseFlowMapping(parser, first, properties) {
	const { scanner } = parser;
	const entries = [];
	const end = parseEntries(parser, first, TokenType.FlowMappingEnd, (token) => {
		if (token.type === TokenType.Key) {
			entries.push(parseEntry(parser, token, {
				first,
				closing: TokenType.FlowMappingEnd
			}));
			return;
		}
		const key = parser.node(false, false);
		entries.push({
			key,
			value: parser.empty(key.end)
		});
	});
	scanner.skip();
	const { anchor, tag } = properties ?? {};
	return {
		kind: "mapping",
		start: first.start,
		end,
		anchor,
		tag,
		entries
	};
}
/** Reads entries up to the closing bracket, whose end it returns. */
function parseEntries(parser, first, closing, parseOne) {
	const { scanner } = parser;
	parser.enter(first);
	scanner.skip();
	let isFirst = true;
	for (let token = scanner.peek(); token.type !== closing; token = scanner.peek()) {
		if (!isFirst) {
			if (token.type !== TokenType.FlowEntry) failComma(first, token, closing);
			scanner.skip();
			token = scanner.peek();
			if (token.type === closing) break;
		}
		isFirst = false;
		if (isUnclosed(first, token)) failComma(first, token, closing);
		parseOne(token);
	}
	parser.leave();
	return scanner.peek().end;
}
/** Brackets are open at the end of the text, or where a list goes on line by line, which no brackets can hold. */
function isUnclosed(first, { type, line }) {
	if (type === TokenType.BlockEntry) return line > first.line;
	return type === TokenType.End || type === TokenType.DocumentEnd;
}
function failComma(first, token, closing) {
	const bracket = closing === TokenType.FlowMappingEnd ? "}" : "]";
	if (isUnclosed(first, token)) fail(first, `the closing \`${bracket}\` is missing`);
	fail(token, `\`,\` or \`${bracket}\` is missing before this`);
}
/** `key: value` in a list is a mapping of its own. */
function parsePair(parser, key, first) {
	parser.enter(key);
	const entry = parseEntry(parser, key, {
		first,
		closing: TokenType.FlowSequenceEnd
	});
	parser.leave();
	const { start } = entry.key;
	const { end } = entry.value;
	return {
		kind: "mapping",
		start,
		end,
		anchor: void 0,
		tag: void 0,
		entries: [entry]
	};
}
function parseEntry(parser, start, { first, closing }) {
	const { scanner } = parser;
	scanner.skip();
	const next = scanner.peek().type;
	const key = next !== TokenType.Value && next !== TokenType.FlowEntry && next !== closing ? parser.node(false, false) : parser.empty(start.end);
	const colon = scanner.peek();
	if (colon.type !== TokenType.Value) return {
		key,
		value: parser.empty(key.end)
	};
	scanner.skip();
	const after = scanner.peek();
	if (isUnclosed(first, after)) failComma(first, after, closing);
	return {
		key,
		value: after.type !== TokenType.FlowEntry && after.type !== closing ? parser.node(false, false) : parser.empty(colon.end)
	};
}
const NEXT_LINE = 133;
const LINE_SEPARATOR = 8232;
const PARAGRAPH_SEPARATOR = 8233;
/** The character code at the cursor, or `ahead` of it; 0 past the end. */
function codeAt(cursor, ahead = 0) {
	const at = cursor.at + ahead;
	return at < cursor.end ? cursor.text.charCodeAt(at) : 0;
}
/** Whether `code` is a space or a tab. */
function isBlank(code) {
	return code === 32 || code === 9;
}
/** Whether `code` breaks a line; YAML 1.1 has three more such characters than its successor. */
function isBreak(code) {
	if (code <= 13) return code === 10 || code === 13;
	return code === NEXT_LINE || code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR;
}
/** Whether `code` is a blank, a line break or the end. */
function isSeparator(code) {
	return code === 32 || code === 0 || code === 9 || isBreak(code);
}
/** The column of the cursor. */
function columnOf(cursor) {
	return cursor.at - cursor.lineStart;
}
/** Moves over the line break at the cursor, and returns what a scalar keeps of it; empty where there is none. */
function readLineBreak(cursor) {
	const code = codeAt(cursor);
	if (!isBreak(code)) return "";
	cursor.at += code === 13 && codeAt(cursor, 1) === 10 ? 2 : 1;
	cursor.line++;
	cursor.lineStart = cursor.at;
	return code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR ? String.fromCharCode(code) : "\n";
}
/** The offset of the line break, or of the end, that ends the line of `from`. */
function endOfLine$2(cursor, from) {
	const { text, end } = cursor;
	if (cursor.hasOnlyLineFeeds) {
		const found = text.indexOf("\n", from);
		return found === -1 || found > end ? end : found;
	}
	let at = from;
	while (at < end && !isBreak(text.charCodeAt(at))) at++;
	return at;
}
/** Moves over blanks and a comment up to the end of the line. */
function skipRestOfLine(cursor) {
	while (isBlank(codeAt(cursor))) cursor.at++;
	if (codeAt(cursor) === 35) cursor.at = endOfLine$2(cursor, cursor.at);
}
/** Whether `---` or `...` stands at the cursor, which is at the start of a line. */
function isAtMarker(cursor) {
	const code = codeAt(cursor);
	if (code !== 45 && code !== 46) return false;
	return codeAt(cursor, 1) === code && codeAt(cursor, 2) === code && isSeparator(codeAt(cursor, 3));
}
/** Reports what stands from `start` to the end of its line. */
function failLine(cursor, message, start) {
	throw new SyntaxProblem(message, start, endOfLine$2(cursor, start));
}
//#endregion
//#region src/yaml/parser/layout.ts
const LONGEST_KEY = 1024;
/** Parsed tokens that may stay in the queue; emptying it for each would be slow. */
const KEPT = 64;
/**
* The tokens that are scanned but not yet parsed, and what decides about them: indentation, brackets, and which
* token may turn out to begin a key. A key is known only when its colon comes; then tokens are put before it.
*/
var Layout = class {
	/** Whether a key may begin at the cursor. */
	isKeyAllowed = true;
	/** Brackets around the cursor. */
	flowLevel = 0;
	/** Column of the innermost block collection. */
	indent = -1;
	#cursor;
	#depth;
	#indents = [];
	/** For each flow level the token that may begin a key. */
	#keys = [void 0];
	#queue = [];
	#head = 0;
	constructor(cursor, depth) {
		this.#cursor = cursor;
		this.#depth = depth;
	}
	/** The next token to parse, or undefined while more must be scanned to know it. */
	next() {
		const token = this.#queue[this.#head];
		return token?.isPossibleKey && this.#mayBeKey(token) ? void 0 : token;
	}
	/** Takes the next token out. */
	shift() {
		this.#head++;
		if (this.#head < KEPT || this.#head < this.#queue.length) return;
		this.#queue.length = 0;
		this.#head = 0;
	}
	/** Appends a token of `length` characters, and moves over them. */
	push(type, length = 0) {
		const cursor = this.#cursor;
		const token = createToken(type, cursor.at, cursor.line, columnOf(cursor));
		cursor.at += length;
		token.end = cursor.at;
		this.#queue.push(token);
		return token;
	}
	/** Appends a token that is complete. */
	append(token) {
		this.#queue.push(token);
	}
	/** Appends a token that may be the start of a key, which is still to be scanned. */
	beginKey(type) {
		const token = this.push(type);
		if (this.isKeyAllowed) {
			this.dropKey();
			token.isPossibleKey = true;
			token.isRequiredKey = this.flowLevel === 0 && this.indent === token.column;
			this.#keys[this.flowLevel] = token;
		}
		this.isKeyAllowed = false;
		return token;
	}
	/** No colon will come for the token that might have been a key. */
	dropKey() {
		const key = this.#keys[this.flowLevel];
		if (key === void 0) return;
		if (key.isPossibleKey && key.isRequiredKey) this.#failKey(key);
		key.isPossibleKey = false;
		this.#keys[this.flowLevel] = void 0;
	}
	/** A colon has come: marks the key before it, if there is one, and says so. */
	endKey() {
		const key = this.#keys[this.flowLevel];
		if (!key?.isPossibleKey || !this.#mayBeKey(key)) return false;
		const index = this.#queue.indexOf(key, this.#head);
		this.#queue.splice(index, 0, createToken(TokenType.Key, key.start, key.line, key.column));
		this.#roll(TokenType.BlockMappingStart, key.start, key.column, index);
		key.isPossibleKey = false;
		return true;
	}
	/** Begins a block collection at the cursor if its column is deeper than the last one. */
	beginBlock(type) {
		this.#roll(type, this.#cursor.at, columnOf(this.#cursor), this.#queue.length);
	}
	/** Ends the block collections that are deeper than `column`. */
	endBlocks(column) {
		if (this.flowLevel > 0) return;
		while (this.indent > column) {
			this.push(TokenType.BlockEnd);
			this.indent = this.#indents.pop() ?? -1;
		}
	}
	openBracket() {
		this.#keys.push(void 0);
		this.flowLevel++;
		if (this.flowLevel > this.#depth) this.#failDepth();
	}
	closeBracket() {
		this.dropKey();
		if (this.flowLevel === 0) return;
		this.flowLevel--;
		this.#keys.pop();
	}
	/** A key without `?` ends on its line, within 1,024 characters. */
	#mayBeKey(key) {
		const cursor = this.#cursor;
		if (key.line === cursor.line && cursor.at - key.start <= LONGEST_KEY) return true;
		if (key.isRequiredKey) this.#failKey(key);
		key.isPossibleKey = false;
		return false;
	}
	#roll(type, start, column, index) {
		if (this.flowLevel > 0 || this.indent >= column) return;
		this.#indents.push(this.indent);
		this.indent = column;
		if (this.#indents.length > this.#depth) this.#failDepth();
		this.#queue.splice(index, 0, createToken(type, start, this.#cursor.line, column));
	}
	#failKey(key) {
		const end = endOfLine$2({
			...this.#cursor,
			hasOnlyLineFeeds: false
		}, key.start);
		throw new SyntaxProblem("the colon after this key is missing", key.start, end);
	}
	#failDepth() {
		const { at } = this.#cursor;
		throw new SyntaxProblem(tooDeep(this.#depth), at, at + 1);
	}
};
/** What is said of collections that are nested too deeply. */
function tooDeep(depth) {
	return `collections are nested more than ${depth} levels deep`;
}
//#endregion
//#region src/yaml/parser/scan-block.ts
const PLUS = 43;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;
/** Scans a literal or folded scalar into `token`; the cursor is at its `|` or `>`. */
function scanBlock(cursor, token, parentIndent) {
	const { text } = cursor;
	const isFolded = token.style === "folded";
	const { chomping, increment } = scanHeader(cursor, token.start);
	token.end = trimmedLineEnd(cursor, token.start);
	readLineBreak(cursor);
	let indent = increment === 0 ? 0 : Math.max(parentIndent, 0) + increment;
	let blankLines = "";
	if (indent === 0) {
		const found = findIndent(cursor, parentIndent);
		indent = found.indent;
		blankLines = found.blankLines;
	} else blankLines = skipBlankLines(cursor, indent);
	let value = "";
	let lineBreak = "";
	let wasIndented = false;
	while (columnOf(cursor) === indent && cursor.at < cursor.end) {
		const isIndented = isBlank(codeAt(cursor));
		if (!(isFolded && !wasIndented && !isIndented && lineBreak === "\n")) value += lineBreak;
		else if (blankLines === "") value += " ";
		const lineEnd = endOfLine$2(cursor, cursor.at);
		value += blankLines + text.slice(cursor.at, lineEnd);
		token.end = lineEnd;
		cursor.at = lineEnd;
		wasIndented = isIndented;
		lineBreak = readLineBreak(cursor);
		blankLines = skipBlankLines(cursor, indent);
	}
	if (chomping >= 0) value += lineBreak;
	if (chomping > 0) value += blankLines;
	token.value = value;
	token.indent = indent;
}
function scanHeader(cursor, start) {
	cursor.at++;
	let chomping = scanChomping(cursor);
	let increment = 0;
	const code = codeAt(cursor);
	if (code >= ZERO && code <= NINE) {
		if (code === ZERO) failLine(cursor, "a block scalar cannot be indented by 0 columns", start);
		increment = code - ZERO;
		cursor.at++;
		if (chomping === 0) chomping = scanChomping(cursor);
	}
	skipRestOfLine(cursor);
	if (cursor.at < cursor.end && !isBreak(codeAt(cursor))) failLine(cursor, "the text of a block scalar begins on the line after its header", cursor.at);
	return {
		chomping,
		increment
	};
}
function scanChomping(cursor) {
	const code = codeAt(cursor);
	if (code !== PLUS && code !== MINUS) return 0;
	cursor.at++;
	return code === PLUS ? 1 : -1;
}
function trimmedLineEnd(cursor, start) {
	let at = cursor.at;
	while (at > start && isBlank(cursor.text.charCodeAt(at - 1))) at--;
	return at;
}
/** Moves over the blank lines before the text, which tell its indentation together with its first line. */
function findIndent(cursor, parentIndent) {
	let blankLines = "";
	let widest = 0;
	for (;;) {
		while (codeAt(cursor) === 32) cursor.at++;
		widest = Math.max(widest, columnOf(cursor));
		failAtTab(cursor);
		if (!isBreak(codeAt(cursor))) break;
		blankLines += readLineBreak(cursor);
	}
	return {
		indent: Math.max(widest, parentIndent + 1, 1),
		blankLines
	};
}
/** Moves over blank lines, and over the indentation of the line after them. */
function skipBlankLines(cursor, indent) {
	let blankLines = "";
	for (;;) {
		while (columnOf(cursor) < indent && codeAt(cursor) === 32) cursor.at++;
		if (columnOf(cursor) < indent) failAtTab(cursor);
		if (!isBreak(codeAt(cursor))) return blankLines;
		blankLines += readLineBreak(cursor);
	}
}
function failAtTab(cursor) {
	if (codeAt(cursor) === 9) failLine(cursor, "a tab is used for indentation", cursor.at);
}
//#endregion
//#region src/yaml/parser/scan-plain.ts
const COLON = 58;
/** Characters that a plain scalar needs a second look at: 1 everywhere, 2 inside brackets. */
const CAREFUL = createTable();
function createTable() {
	const table = new Uint8Array(128);
	for (const character of "\0	\n\r :") table[character.charCodeAt(0)] = 1;
	for (const character of ",?[]{}") table[character.charCodeAt(0)] = 2;
	return table;
}
/**
* Scans a plain scalar into `token`; its lines after the first have at least `indent` columns. Returns whether the
* cursor is now on another line than the end of the scalar.
*/
function scanPlain(cursor, token, indent, isFlow) {
	const { text } = cursor;
	let value = "";
	let segment = cursor.at;
	let contentEnd = cursor.at;
	let fold;
	for (;;) {
		if (columnOf(cursor) === 0 && isAtMarker(cursor)) break;
		if (codeAt(cursor) === 35) break;
		const wordStart = cursor.at;
		const wordEnd = endOfWord(cursor, isFlow);
		if (wordEnd > wordStart) {
			if (fold !== void 0) {
				value += text.slice(segment, contentEnd) + fold;
				segment = wordStart;
				fold = void 0;
			}
			contentEnd = wordEnd;
			cursor.at = wordEnd;
		}
		const code = codeAt(cursor);
		if (!isBlank(code) && !isBreak(code)) break;
		fold = skipBlanks$1(cursor, indent);
		if (!isFlow && fold !== void 0 && columnOf(cursor) < indent) break;
	}
	token.value = value === "" ? text.slice(segment, contentEnd) : value + text.slice(segment, contentEnd);
	token.end = contentEnd;
	return fold !== void 0;
}
/** The end of the words at the cursor: a line break, a comment's or a run of blanks' start, or an indicator. */
function endOfWord(cursor, isFlow) {
	const { text, end } = cursor;
	let at = cursor.at;
	for (; at < end; at++) {
		const code = text.charCodeAt(at);
		const care = code < 128 ? CAREFUL[code] : 0;
		if (care === 0) {
			if (code >= 133 && isBreak(code)) break;
		} else if (care === 2) {
			if (isFlow) break;
		} else if (code !== COLON || isSeparator(at + 1 < end ? text.charCodeAt(at + 1) : 0)) break;
	}
	return at;
}
/** Moves over blanks and line breaks; returns what the line breaks fold into, if there are any. */
function skipBlanks$1(cursor, indent) {
	let first = "";
	let rest = "";
	for (;;) {
		const code = codeAt(cursor);
		if (isBlank(code)) {
			if (first !== "" && code === 9 && columnOf(cursor) < indent) failLine(cursor, "a tab is used for indentation", cursor.at);
			cursor.at++;
		} else if (!isBreak(code)) break;
		else if (first === "") first = readLineBreak(cursor);
		else rest += readLineBreak(cursor);
	}
	return first === "" ? void 0 : foldBreaks(first, rest);
}
/** One line break becomes a space, more of them lose the first; the separators of YAML 1.1 stay. */
function foldBreaks(first, rest) {
	if (first !== "\n") return first + rest;
	return rest === "" ? " " : rest;
}
//#endregion
//#region src/yaml/parser/scan-property.ts
const NAME = /[\w-]*/uy;
const HANDLE = /![\w-]*!?/uy;
const URI = /(?:[\w;/?:@&=+$,.!~*'()[\]-]|%[0-9a-fA-F]{2})*/uy;
const AFTER_ANCHOR = "?:,]}%@`";
/** Scans the name of an anchor or alias into `token`; the cursor is at its `&` or `*`. */
function scanAnchor(cursor, token) {
	cursor.at++;
	token.value = readPattern(cursor, NAME);
	token.end = cursor.at;
	const code = codeAt(cursor);
	const isEnded = isSeparator(code) || AFTER_ANCHOR.includes(String.fromCharCode(code));
	if (token.value !== "" && isEnded) return;
	failLine(cursor, `the name of ${token.type === TokenType.Anchor ? "an anchor" : "an alias"} has only letters, digits, \`-\` and \`_\``, token.start);
}
/** Scans a tag into `token`: its handle, and the rest of it; the cursor is at its `!`. */
function scanTag(cursor, token) {
	if (cursor.text.startsWith("!<", cursor.at)) {
		cursor.at += 2;
		token.suffix = readPattern(cursor, URI);
		if (token.suffix === "" || cursor.text[cursor.at] !== ">") failLine(cursor, "the closing `>` of the tag is missing", token.start);
		cursor.at++;
	} else {
		const handle = readPattern(cursor, HANDLE);
		const rest = readPattern(cursor, URI);
		const isHandle = handle.length > 1 && handle.endsWith("!");
		token.value = isHandle ? handle : "!";
		token.suffix = isHandle ? rest : handle.slice(1) + rest;
		if (isHandle && rest === "") failLine(cursor, "the tag has no name after its handle", token.start);
	}
	token.end = cursor.at;
	if (!isSeparator(codeAt(cursor))) failLine(cursor, "a tag has a character that tags cannot have", token.start);
}
/** Scans a `%YAML` or `%TAG` line; the cursor is at its `%`. */
function scanDirective(cursor) {
	const start = cursor.at;
	cursor.at++;
	const name = readPattern(cursor, NAME);
	const token = createToken(name === "TAG" ? TokenType.TagDirective : TokenType.VersionDirective, start, cursor.line, columnOf(cursor));
	if (name !== "TAG" && name !== "YAML") failLine(cursor, `\`%${name}\` is no directive of YAML; quote a value that begins with \`%\``, start);
	skipBlanks(cursor);
	if (name === "YAML") token.value = readVersion(cursor, start);
	else {
		token.value = readPattern(cursor, HANDLE);
		skipBlanks(cursor);
		token.suffix = readPattern(cursor, URI);
		if (!/^!(?:[\w-]*!)?$/u.test(token.value) || token.suffix === "") failLine(cursor, "a `%TAG` directive has a handle such as `!e!` and a prefix", start);
	}
	token.end = cursor.at;
	skipRestOfLine(cursor);
	if (cursor.at < cursor.end && !isBreak(codeAt(cursor))) failLine(cursor, "a directive ends with its line", cursor.at);
	readLineBreak(cursor);
	return token;
}
const VERSION = /\d{1,2}\.\d{1,2}/uy;
function readVersion(cursor, start) {
	const version = readPattern(cursor, VERSION);
	if (version === "1.1") return version;
	throw new SyntaxProblem("Flux and kubectl read only YAML 1.1, and refuse a file that names another version", start, cursor.at);
}
function skipBlanks(cursor) {
	while (isBlank(codeAt(cursor))) cursor.at++;
}
function readPattern(cursor, pattern) {
	pattern.lastIndex = cursor.at;
	const found = pattern.exec(cursor.text)?.[0] ?? "";
	cursor.at += found.length;
	return found;
}
//#endregion
//#region src/yaml/parser/scan-quoted.ts
const QUOTE = 34;
const APOSTROPHE$1 = 39;
const BACKSLASH = 92;
const ESCAPES = new Map([
	["0", "\0"],
	["a", "\x07"],
	["b", "\b"],
	["t", "	"],
	["	", "	"],
	["n", "\n"],
	["v", "\v"],
	["f", "\f"],
	["r", "\r"],
	["e", "\x1B"],
	[" ", " "],
	["\"", "\""],
	["'", "'"],
	["\\", "\\"],
	["N", ""],
	["_", "\xA0"],
	["L", "\u2028"],
	["P", "\u2029"]
]);
const HEX_DIGITS = new Map([
	["x", 2],
	["u", 4],
	["U", 8]
]);
/** Scans a quoted scalar into `token`; the cursor is at its opening `quote`. */
function scanQuoted(cursor, token, quote) {
	const { text } = cursor;
	let value = "";
	cursor.at++;
	let segment = cursor.at;
	for (;;) {
		cursor.at = nextSpecial(cursor, quote);
		const code = codeAt(cursor);
		if (code === quote && (quote === QUOTE || codeAt(cursor, 1) !== APOSTROPHE$1)) break;
		if (cursor.at >= cursor.end) failUnclosed(cursor, token.start, quote);
		if (code === quote) {
			value += text.slice(segment, cursor.at + 1);
			cursor.at += 2;
		} else if (code === BACKSLASH) value += text.slice(segment, cursor.at) + readEscape(cursor, token.start);
		else {
			const end = trimBlanks(text, segment, cursor.at);
			value += text.slice(segment, end) + readFold(cursor, token.start, quote);
		}
		segment = cursor.at;
	}
	token.value = value + text.slice(segment, cursor.at);
	cursor.at++;
	token.end = cursor.at;
}
/** The offset of the next quote, escape or line break, or of the end. */
function nextSpecial(cursor, quote) {
	const { text, end } = cursor;
	for (let at = cursor.at; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === quote || code === BACKSLASH && quote === QUOTE || isBreak(code)) return at;
	}
	return end;
}
function trimBlanks(text, start, end) {
	let at = end;
	while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
	return at;
}
/** Moves over line breaks and the blanks that follow them. */
function readFold(cursor, start, quote) {
	return foldBreaks(readLineBreak(cursor), readBlankLines(cursor, start, quote));
}
function readBlankLines(cursor, start, quote) {
	let breaks = "";
	for (;;) {
		if (columnOf(cursor) === 0 && isAtMarker(cursor)) failUnclosed(cursor, start, quote);
		const code = codeAt(cursor);
		if (isBlank(code)) cursor.at++;
		else if (isBreak(code)) breaks += readLineBreak(cursor);
		else return breaks;
	}
}
function readEscape(cursor, start) {
	const at = cursor.at;
	const letter = cursor.text.charAt(at + 1);
	if (isBreak(codeAt(cursor, 1))) {
		cursor.at++;
		readLineBreak(cursor);
		return readBlankLines(cursor, start, QUOTE);
	}
	const simple = ESCAPES.get(letter);
	if (simple !== void 0) {
		cursor.at += 2;
		return simple;
	}
	const length = HEX_DIGITS.get(letter);
	if (length === void 0) throw new SyntaxProblem(`\`\\${letter}\` is no escape sequence of YAML`, at, at + 2);
	const digits = cursor.text.slice(at + 2, at + 2 + length);
	const value = Number.parseInt(digits, 16);
	if (!(/^[0-9a-fA-F]+$/u.test(digits) && digits.length === length) || value > 1114111 || value >= 55296 && value <= 57343) throw new SyntaxProblem(`\`\\${letter}${digits.trim()}\` stands for no character`, at, at + 2);
	cursor.at += 2 + length;
	return String.fromCodePoint(value);
}
function failUnclosed(cursor, start, quote) {
	const line = {
		...cursor,
		hasOnlyLineFeeds: false
	};
	throw new SyntaxProblem(`the closing \`${String.fromCharCode(quote)}\` is missing`, start, endOfLine$2(line, start));
}
//#endregion
//#region src/yaml/parser/scanner.ts
const PERCENT = 37;
const APOSTROPHE = 39;
const DASH = 45;
const AT_SIGN = 64;
const BACKTICK = 96;
const PIPE = 124;
/** Turns the text of one document into tokens, by the rules of libyaml's scanner, which is what go-yaml is. */
var Scanner = class {
	#cursor;
	#layout;
	constructor(cursor, depth) {
		this.#cursor = cursor;
		this.#layout = new Layout(cursor, depth);
	}
	/** The next token, which stays the next one. */
	peek() {
		for (;;) {
			const token = this.#layout.next();
			if (token !== void 0) return token;
			this.#fetch();
		}
	}
	/** Moves to the token after the next one. */
	skip() {
		this.#layout.shift();
	}
	#fetch() {
		const cursor = this.#cursor;
		this.#skipToToken();
		const column = columnOf(cursor);
		this.#layout.endBlocks(column);
		const code = codeAt(cursor);
		if (cursor.at >= cursor.end) this.#fetchEnd();
		else if (column === 0 && (code === PERCENT || isAtMarker(cursor))) this.#fetchMarker(code);
		else this.#fetchToken(code);
	}
	#fetchToken(code) {
		switch (code) {
			case 91:
				this.#openBracket(TokenType.FlowSequenceStart);
				break;
			case 123:
				this.#openBracket(TokenType.FlowMappingStart);
				break;
			case 93:
				this.#closeBracket(TokenType.FlowSequenceEnd);
				break;
			case 125:
				this.#closeBracket(TokenType.FlowMappingEnd);
				break;
			case 44:
				this.#fetchComma();
				break;
			case 42:
				scanAnchor(this.#cursor, this.#layout.beginKey(TokenType.Alias));
				break;
			case 38:
				scanAnchor(this.#cursor, this.#layout.beginKey(TokenType.Anchor));
				break;
			case 33:
				scanTag(this.#cursor, this.#layout.beginKey(TokenType.Tag));
				break;
			default: this.#fetchIndicatorOrScalar(code);
		}
	}
	#fetchIndicatorOrScalar(code) {
		const isFlow = this.#layout.flowLevel > 0;
		const isAlone = isSeparator(codeAt(this.#cursor, 1));
		if (code === DASH && isAlone) this.#fetchDash();
		else if (code === 63 && (isFlow || isAlone)) this.#fetchQuestion();
		else if (code === 58 && (isFlow || isAlone)) this.#fetchColon();
		else if (code === APOSTROPHE || code === 34) this.#fetchQuoted(code);
		else if (code === PIPE || code === 62) this.#fetchBlock(code);
		else this.#fetchPlain(code);
	}
	#fetchPlain(code) {
		if (code === 9 || code === AT_SIGN || code === BACKTICK || code === PERCENT) this.#failStart(code);
		const layout = this.#layout;
		const token = layout.beginKey(TokenType.Scalar);
		if (scanPlain(this.#cursor, token, layout.indent + 1, layout.flowLevel > 0)) layout.isKeyAllowed = true;
	}
	#fetchQuoted(code) {
		const token = this.#layout.beginKey(TokenType.Scalar);
		token.style = code === APOSTROPHE ? "single" : "double";
		scanQuoted(this.#cursor, token, code);
	}
	#fetchBlock(code) {
		const layout = this.#layout;
		if (layout.flowLevel > 0) this.#failStart(code);
		layout.dropKey();
		layout.isKeyAllowed = true;
		const token = layout.push(TokenType.Scalar);
		token.style = code === PIPE ? "literal" : "folded";
		scanBlock(this.#cursor, token, layout.indent);
	}
	#failStart(code) {
		const { at } = this.#cursor;
		if (code === 9) failLine(this.#cursor, "a tab is used for indentation", at);
		throw new SyntaxProblem(`a value that begins with ${code === BACKTICK ? "a backtick" : `\`${String.fromCharCode(code)}\``} needs quotes`, at, at + 1);
	}
	#fetchEnd() {
		this.#layout.endBlocks(-1);
		this.#cursor.line++;
		this.#layout.dropKey();
		this.#layout.push(TokenType.End);
	}
	/** A directive, `---` or `...`. */
	#fetchMarker(code) {
		const layout = this.#layout;
		layout.endBlocks(-1);
		layout.dropKey();
		layout.isKeyAllowed = false;
		if (code === PERCENT) layout.append(scanDirective(this.#cursor));
		else layout.push(code === DASH ? TokenType.DocumentStart : TokenType.DocumentEnd, 3);
	}
	#openBracket(type) {
		const token = this.#layout.beginKey(type);
		this.#layout.openBracket();
		this.#layout.isKeyAllowed = true;
		this.#cursor.at++;
		token.end = this.#cursor.at;
	}
	#closeBracket(type) {
		this.#layout.closeBracket();
		this.#layout.isKeyAllowed = false;
		this.#layout.push(type, 1);
	}
	#fetchComma() {
		this.#layout.dropKey();
		this.#layout.isKeyAllowed = true;
		this.#layout.push(TokenType.FlowEntry, 1);
	}
	#fetchDash() {
		const layout = this.#layout;
		if (layout.flowLevel === 0) {
			if (!layout.isKeyAllowed) this.#failIndicator("a list entry begins on a line of its own");
			layout.beginBlock(TokenType.BlockSequenceStart);
		}
		layout.dropKey();
		layout.isKeyAllowed = true;
		layout.push(TokenType.BlockEntry, 1);
	}
	#fetchQuestion() {
		const layout = this.#layout;
		if (layout.flowLevel === 0) {
			if (!layout.isKeyAllowed) this.#failIndicator("a `?` key begins on a line of its own");
			layout.beginBlock(TokenType.BlockMappingStart);
		}
		layout.dropKey();
		layout.isKeyAllowed = layout.flowLevel === 0;
		layout.push(TokenType.Key, 1);
	}
	#fetchColon() {
		const layout = this.#layout;
		if (layout.endKey()) layout.isKeyAllowed = false;
		else {
			if (layout.flowLevel === 0) {
				if (!layout.isKeyAllowed) this.#failIndicator("`: ` cannot stand here; quote the value, or check the indentation");
				layout.beginBlock(TokenType.BlockMappingStart);
			}
			layout.isKeyAllowed = layout.flowLevel === 0;
		}
		layout.push(TokenType.Value, 1);
	}
	#failIndicator(message) {
		const { at } = this.#cursor;
		throw new SyntaxProblem(message, at, at + 1);
	}
	#skipToToken() {
		const cursor = this.#cursor;
		const layout = this.#layout;
		for (;;) {
			let code = codeAt(cursor);
			while (code === 32 || code === 9 && (layout.flowLevel > 0 || !layout.isKeyAllowed)) {
				cursor.at++;
				code = codeAt(cursor);
			}
			if (code === 35) {
				cursor.at = endOfLine$2(cursor, cursor.at);
				code = codeAt(cursor);
			}
			if (code === 10) {
				cursor.at++;
				cursor.line++;
				cursor.lineStart = cursor.at;
			} else if (readLineBreak(cursor) === "") return;
			if (layout.flowLevel === 0) layout.isKeyAllowed = true;
		}
	}
};
//#endregion
//#region src/yaml/parser/tag.ts
const YAML_PREFIX = "tag:yaml.org,2002:";
/** The tag that `token` means under the document's directives; YAML's own tags in their short form, `!!str`. */
function resolveTag(token, directives) {
	const suffix = decodePercent(token.suffix);
	const tag = token.value === "" || token.value === "!" && suffix === "" ? suffix || "!" : prefixOf(token, directives) + suffix;
	return tag.startsWith(YAML_PREFIX) ? `!!${tag.slice(18)}` : tag;
}
function prefixOf(token, directives) {
	const prefix = directives.get(token.value);
	if (prefix !== void 0) return prefix;
	if (token.value === "!") return "!";
	if (token.value === "!!") return YAML_PREFIX;
	throw new SyntaxProblem(`no \`%TAG\` directive declares the tag handle \`${token.value}\``, token.start, token.end);
}
function decodePercent(suffix) {
	if (!suffix.includes("%")) return suffix;
	try {
		return decodeURIComponent(suffix);
	} catch {
		return suffix;
	}
}
//#endregion
//#region src/yaml/parser/tree-parser.ts
/** Reads one document, by the grammar of libyaml's parser. Throws a SyntaxProblem where it cannot go on. */
function parseTree(cursor, limits) {
	return new TreeParser(cursor, limits).parse();
}
var TreeParser = class {
	scanner;
	#limits;
	#anchors = new Anchors();
	#directives = /* @__PURE__ */ new Map();
	#depth = 0;
	#written = 0;
	/** Nodes so far, with aliases followed. */
	#size = 0;
	constructor(cursor, limits) {
		this.scanner = new Scanner(cursor, limits.depth);
		this.#limits = limits;
	}
	parse() {
		this.#readDirectives();
		if (this.scanner.peek().type === TokenType.DocumentStart) this.scanner.skip();
		const first = this.scanner.peek();
		const root = isEnd(first) || isDirective(first) ? void 0 : this.node(true, false);
		const { errors } = this.#anchors;
		const expansion = findExpansion(this.#written, this.#size, this.#limits);
		if (expansion !== void 0 && root !== void 0) errors.push({
			message: expansion,
			start: root.start,
			end: root.end
		});
		if (errors.length > 0) return {
			root: void 0,
			errors
		};
		const tail = findTail(this.scanner.peek());
		return {
			root,
			errors: tail === void 0 ? errors : [tail]
		};
	}
	node(isBlock, mayBeIndentless) {
		const token = this.scanner.peek();
		if (token.type === TokenType.Scalar) return this.#scalar(token, void 0);
		if (token.type === TokenType.Alias) return this.#alias(token);
		if (token.type !== TokenType.Anchor && token.type !== TokenType.Tag) return this.#content(token, void 0, isBlock, mayBeIndentless);
		const properties = this.#properties(token);
		const { anchor: name } = properties;
		const anchor = name === void 0 ? void 0 : this.#anchors.open(name);
		const before = this.#size;
		const node = this.#content(this.scanner.peek(), properties, isBlock, mayBeIndentless);
		if (anchor !== void 0) {
			anchor.target = node;
			anchor.size = this.#size - before;
		}
		return node;
	}
	empty(at, properties) {
		this.#count(1);
		const { anchor, tag } = properties ?? {};
		return {
			kind: "scalar",
			start: at,
			end: at,
			anchor,
			tag,
			text: "",
			style: "plain",
			indent: -1
		};
	}
	enter(token) {
		this.#depth++;
		this.#count(1);
		if (this.#depth > this.#limits.depth) fail(token, tooDeep(this.#limits.depth));
	}
	leave() {
		this.#depth--;
	}
	#readDirectives() {
		let hasVersion = false;
		let token = this.scanner.peek();
		for (; isDirective(token); token = this.scanner.peek()) {
			const { type, value, suffix } = token;
			if (type === TokenType.VersionDirective) {
				if (hasVersion) fail(token, "the document has two `%YAML` directives");
				hasVersion = true;
			} else {
				if (this.#directives.has(value)) fail(token, `the document has two \`%TAG\` directives for \`${value}\``);
				this.#directives.set(value, suffix);
			}
			this.scanner.skip();
		}
		if ((hasVersion || this.#directives.size > 0) && token.type !== TokenType.DocumentStart) fail(token, "`---` is missing after the directives");
	}
	#properties(first) {
		let anchor;
		let tag;
		let { end } = first;
		for (let token = first;; token = this.scanner.peek()) {
			if (token.type === TokenType.Anchor && anchor === void 0) anchor = token;
			else if (token.type === TokenType.Tag && tag === void 0) tag = token;
			else break;
			end = token.end;
			this.scanner.skip();
		}
		const resolved = tag === void 0 ? void 0 : resolveTag(tag, this.#directives);
		return {
			anchor: anchor?.value,
			tag: resolved,
			end
		};
	}
	#content(token, properties, isBlock, mayBeIndentless) {
		const { type } = token;
		if (type === TokenType.Scalar) return this.#scalar(token, properties);
		if (type === TokenType.BlockMappingStart && isBlock) return parseBlockMapping(this, token, properties);
		if (type === TokenType.BlockSequenceStart && isBlock) return parseBlockSequence(this, token, properties);
		if (type === TokenType.BlockEntry && mayBeIndentless) return parseIndentlessSequence(this, token, properties);
		if (type === TokenType.FlowSequenceStart) return parseFlowSequence(this, token, properties);
		if (type === TokenType.FlowMappingStart) return parseFlowMapping(this, token, properties);
		if (properties !== void 0) return this.empty(properties.end, properties);
		return fail(token, "a value is missing before this");
	}
	#scalar(token, properties) {
		this.scanner.skip();
		this.#count(1);
		return {
			kind: "scalar",
			start: token.start,
			end: token.end,
			anchor: properties?.anchor,
			tag: properties?.tag,
			text: token.value,
			style: token.style,
			indent: token.indent
		};
	}
	#alias({ start, end, value: name }) {
		this.scanner.skip();
		const { target, size } = this.#anchors.resolve(name, start, end);
		this.#count(size);
		return {
			kind: "alias",
			start,
			end,
			anchor: void 0,
			tag: void 0,
			name,
			target
		};
	}
	#count(size) {
		this.#written++;
		this.#size += size;
	}
};
function isEnd({ type }) {
	return type === TokenType.End || type === TokenType.DocumentEnd;
}
function isDirective({ type }) {
	return type === TokenType.VersionDirective || type === TokenType.TagDirective;
}
/** Flux and kubectl stop after the first value and say nothing of the rest. */
function findTail(token) {
	if (isEnd(token)) return void 0;
	return {
		message: isBracket(token) ? "this belongs to no `[…]` or `{…}`" : "this stands after the value of the document, and is not read",
		start: token.start,
		end: token.end
	};
}
//#endregion
//#region src/yaml/split-documents.ts
const CONTENT = /^[^\S\n\r]*[^\s#%\uFEFF]/mu;
const MARKER = /(?:---|\.\.\.)(?<=(?:^|[\n\r]|^\uFEFF)...)(?![^ \t\r\n])/gu;
/**
* Splits a file at `---` and `...`, so that an error in one document leaves the others readable.
* A line that starts with such a marker separates documents everywhere, block and quoted scalars included.
* What stands before the first `---` belongs to its document while it is only comments and directives.
*/
function splitDocuments(text) {
	if (!text.includes("---") && !text.includes("...")) return [{
		start: 0,
		end: text.length
	}];
	const spans = [];
	let start = 0;
	let isOpen = false;
	for (const marker of text.matchAll(MARKER)) {
		const at = marker.index;
		if (marker[0] === "...") {
			const end = endOfLine$1(text, at + 3);
			spans.push({
				start,
				end
			});
			start = end;
			isOpen = false;
		} else {
			if (isOpen || CONTENT.test(text.slice(start, at))) {
				spans.push({
					start,
					end: at
				});
				start = at;
			}
			isOpen = true;
		}
	}
	if (isOpen || start < text.length || spans.length === 0) spans.push({
		start,
		end: text.length
	});
	return spans;
}
function endOfLine$1(text, from) {
	let at = from;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		at++;
		if (code === 10 || code === 13 && text.charCodeAt(at) !== 10) return at;
	}
	return at;
}
//#endregion
//#region src/yaml/parse-yaml.ts
/** Line breaks other than LF, and what may be no YAML at all: control characters and surrogates. */
const UNUSUAL = /[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd]/u;
const FORBIDDEN = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const BYTE_ORDER_MARK = "﻿";
/** Reads all documents of a file. Never throws: what cannot be read is an error of its document. */
function parseYaml(text, options = {}) {
	const limits = options.limits ?? yamlLimits;
	const refusal = findBrokenLimit(text, limits);
	if (refusal !== void 0) return refused(text, refusal);
	const spans = splitDocuments(text);
	const surplus = spans[limits.documents];
	if (surplus !== void 0) return refused(text, {
		message: `the file has more than ${limits.documents.toLocaleString("en")} documents`,
		start: surplus.start,
		end: endOfLine(text, surplus.start)
	});
	const isPlain = !UNUSUAL.test(text);
	return { documents: spans.map((span) => parseDocument(text, span, isPlain, limits)) };
}
function refused(text, error) {
	return { documents: [new ParsedDocument(text, {
		start: 0,
		end: text.length
	}, {
		root: void 0,
		errors: [error]
	})] };
}
function findBrokenLimit(text, limits) {
	if (text.length > limits.fileLength) return {
		message: `the file is larger than ${limits.fileLength / 1024 / 1024} MiB`,
		start: 0,
		end: endOfLine(text, 0)
	};
	if (text.length <= limits.lineLength) return void 0;
	for (let start = 0; start < text.length;) {
		const end = endOfLine(text, start);
		if (end - start > limits.lineLength) return {
			message: `the line is longer than ${limits.lineLength / 1024 / 1024} MiB`,
			start,
			end
		};
		start = end + 1;
	}
}
function endOfLine(text, from) {
	const found = text.indexOf("\n", from);
	return found === -1 ? text.length : found;
}
function parseDocument(text, span, isPlain, limits) {
	return new ParsedDocument(text, span, (isPlain ? void 0 : findForbidden(text, span)) ?? parseSpan(text, span, isPlain, limits));
}
function parseSpan(text, span, isPlain, limits) {
	const { end } = span;
	const start = span.start === 0 && text.startsWith(BYTE_ORDER_MARK) ? 1 : span.start;
	const cursor = {
		text,
		end,
		hasOnlyLineFeeds: isPlain,
		at: start,
		line: 0,
		lineStart: start
	};
	try {
		const { root, errors } = parseTree(cursor, limits);
		return {
			root,
			errors: errors.map((error) => fitToText(error, text, span))
		};
	} catch (error) {
		if (!(error instanceof SyntaxProblem)) throw error;
		return {
			root: void 0,
			errors: [fitToText(error, text, span)]
		};
	}
}
/** An error at the end of a document is shown at its last character, one without length up to the end of its line. */
function fitToText(error, text, span) {
	const { message, start } = error;
	const last = span.start + text.slice(span.start, span.end).trimEnd().length;
	if (start >= last) {
		const at = Math.max(last - 1, span.start);
		return {
			message,
			start: at,
			end: Math.min(at + 1, span.end)
		};
	}
	const lineEnd = text.slice(start, Math.min(endOfLine(text, start), last)).trimEnd().length + start;
	return {
		message,
		start,
		end: error.end > start ? Math.min(error.end, last) : Math.max(lineEnd, start + 1)
	};
}
function findForbidden(text, span) {
	FORBIDDEN.lastIndex = span.start;
	const found = FORBIDDEN.exec(text);
	if (found === null || found.index >= span.end) return void 0;
	return {
		root: void 0,
		errors: [{
			message: `the character U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")} is not allowed in YAML`,
			start: found.index,
			end: found.index + 1
		}]
	};
}
var ParsedDocument = class {
	text;
	root;
	start;
	end;
	errors;
	#duplicateKeys;
	constructor(text, span, { root, errors }) {
		this.text = text;
		this.root = root;
		this.start = span.start;
		this.end = span.end;
		this.errors = errors;
	}
	get duplicateKeys() {
		this.#duplicateKeys ??= findDuplicateKeys(this.root);
		return this.#duplicateKeys;
	}
};
//#endregion
export { yamlLimits as a, toJson as i, isMergeKey as n, resolveDocument as r, parseYaml as t };
