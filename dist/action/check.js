import { n as visibleLines, t as visible } from "./visible-text.js";
import { a as workflowCommand, i as logLine, n as guardedLog, r as logBlock, t as commandText } from "./workflow-command.js";
import { t as version } from "./version.js";
import { r as UsageError, t as ConfigError } from "./errors.js";
import { a as verdictOf$1, d as severities, i as worstFirst, l as cutText, r as reportMarkdown, t as reportJobSummary, u as activeFindings } from "./job-summary.js";
import { t as groupBy } from "./group-by.js";
import { a as rules, i as wrap, n as fitStart, r as textWidth, t as fitEnd, u as describe } from "./text-width.js";
import { n as schemaUrl, r as siteUrl, t as rulePageUrl } from "./links.js";
import { n as grouped, t as count } from "./count.js";
import { i as nearestName, t as exitCodes } from "./failure.js";
import { c as stringAt, l as valueAt, s as listAt } from "./base64.js";
import { S as parseYaml, a as changeFlag, c as createReport, d as checkWorkspace, f as compareText, i as toPosix, l as documentsOf, o as narrowToChange, p as createLineIndex, r as withSession, s as fixWorkspace, v as writeAtomically } from "./session.js";
import { t as checkSettings } from "./settings.js";
import { r as styleCodeLines, t as plainStyle } from "./style.js";
import { a as laterFormats } from "./flags.js";
import { randomUUID } from "node:crypto";
import { appendFileSync, existsSync, lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
//#region src/check/baseline.ts
/** Where a baseline is when nobody says otherwise, in the checked root. */
const baselineName = ".sluice-baseline.json";
const formatVersion = 1;
/** Reads a baseline; throws a ConfigError that names the line where it is none. */
function parseBaseline(path, text) {
	const [document, ...others] = documentsOf({
		path,
		text,
		lines: createLineIndex(text)
	}, parseYaml(text));
	const refuse = (message, range = document?.range) => {
		const start = {
			line: 0,
			character: 0
		};
		throw new ConfigError([{
			location: {
				path,
				range: range ?? {
					start,
					end: start
				}
			},
			message,
			help: "Write it with `--update-baseline`."
		}]);
	};
	if (!document || others.length > 0) return refuse("The baseline is no JSON document.");
	const [error] = document.syntaxErrors;
	if (error) return refuse(`The baseline is no JSON document: ${error.message}.`, error.range);
	if (valueAt(document.content, ["version"]) !== formatVersion) return refuse(`The baseline has no \`version\` that sluice knows (${formatVersion}).`);
	const entries = listAt(document.content, ["findings"]).map((entry, index) => {
		const range = document.rangeOf(["findings", index], "value");
		const fingerprint = stringAt(entry, ["fingerprint"]);
		const rule = stringAt(entry, ["rule"]);
		if (fingerprint === void 0 || rule === void 0) return refuse("An entry of the baseline lacks `fingerprint` or `rule`.", range);
		return [fingerprint, {
			rule,
			subject: stringAt(entry, ["resource"]) ?? stringAt(entry, ["path"]) ?? "",
			range
		}];
	});
	return {
		path,
		document,
		entries: new Map(entries)
	};
}
/** A baseline of `findings`, and of `kept`, sorted so that two of them merge well. */
function formatBaseline(findings, kept) {
	const entries = /* @__PURE__ */ new Map();
	for (const [fingerprint, { rule, subject }] of kept) entries.set(fingerprint, {
		fingerprint,
		rule,
		resource: subject
	});
	for (const finding of findings) {
		const { fingerprint, rule, resource, location } = finding;
		const subject = resource ? { resource: nameOf$1(resource) } : { path: location.path };
		entries.set(fingerprint, {
			fingerprint,
			rule,
			...subject
		});
	}
	const sorted = [...entries.values()].sort((left, right) => compareText(sortKey(left), sortKey(right)));
	return `${JSON.stringify({
		version: formatVersion,
		findings: sorted
	}, void 0, 2)}\n`;
}
function sortKey({ rule = "", resource = "", path = "", fingerprint = "" }) {
	return [
		rule,
		resource,
		path,
		fingerprint
	].join("\n");
}
function nameOf$1({ kind, namespace, name }) {
	return describe({
		group: "",
		kind,
		name,
		...namespace !== void 0 && { namespace }
	});
}
//#endregion
//#region src/cli/baseline.ts
/** The baseline that the command line names, or the one in the checked root; undefined when there is none or none is wanted. */
function loadBaseline(context, checked) {
	const { flags } = context;
	if (flags.switch("no-baseline") === true) return void 0;
	const file = baselineFile(context, checked);
	if (lstatSync(file, { throwIfNoEntry: false })?.isFile()) return parseBaseline(toPosix(nameIn(checked, file)), readFileSync(file, "utf8"));
	const named = flags.text("baseline");
	if (named === void 0 || flags.switch("update-baseline") === true) return void 0;
	throw new UsageError(`\`${flags.source("baseline")}\` names the file \`${named}\`, which is not there.`, { help: "Write it with `--update-baseline`." });
}
/** Writes the findings that count, and those of the baseline that are still there, into the baseline; gives what it is now. */
function updateBaseline(findings, settings, context, checked) {
	const file = baselineFile(context, checked);
	const { baseline, narrowed, paths, only, skip } = settings;
	const isWhole = !narrowed && paths.length + only.length + skip.length === 0;
	const known = baseline?.entries ?? /* @__PURE__ */ new Map();
	const text = formatBaseline(findings.filter(({ suppressedBy, category }) => category !== "suppressions" && (!suppressedBy || suppressedBy.kind === "baseline")), isWhole ? /* @__PURE__ */ new Map() : known);
	writeAtomically(file, text);
	const updated = parseBaseline(toPosix(nameIn(checked, file)), text);
	const added = [...updated.entries.keys()].filter((one) => !known.has(one)).length;
	const removed = [...known.keys()].filter((one) => !updated.entries.has(one)).length;
	context.io.stderr.write(`${visible(updated.path)} holds ${count(updated.entries.size, "finding")} (${added} added, ${removed} removed).\n`);
	return updated;
}
function baselineFile({ flags, cwd }, { root }) {
	const named = flags.text("baseline");
	return named === void 0 ? join(root, baselineName) : resolve(cwd, named);
}
function nameIn({ root }, file) {
	const path = relative(root, file);
	return path.startsWith("..") ? file : path;
}
//#endregion
//#region src/cli/exit-code.ts
/** 3 before 1 before 0; `--exit-zero` forgives findings, not what could not be looked at. */
function exitCodeOf(report, policy) {
	if (report.skipped.some(({ kind }) => kind === "incomplete") && !policy.allowIncomplete || report.crashes.length > 0) return exitCodes.incomplete;
	return !policy.exitZero && fails(report, policy) ? exitCodes.findings : exitCodes.clean;
}
function fails(report, { failOn, maxWarnings }) {
	const findings = activeFindings(report);
	const counted = failOn === "never" ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
	if (findings.some(({ severity }) => counted.includes(severity))) return true;
	const warnings = findings.filter(({ severity }) => severity === "warning").length;
	return maxWarnings !== void 0 && warnings > maxWarnings;
}
//#endregion
//#region src/host/node-writer.ts
/** Changes files of the disk; only such as are still what was read from them. */
const nodeWriter = {
	refusal: (file) => check$1(file).refusal,
	replace: (file, text) => {
		const { refusal, stats } = check$1(file);
		if (refusal !== void 0) return refusal;
		try {
			writeAtomically(join(file.root, file.path), text, { ...stats && { like: stats } });
			return;
		} catch (error) {
			return `cannot be written: ${messageOf(error)}`;
		}
	}
};
function check$1({ root, path, text }) {
	const place = join(root, path);
	try {
		const stats = lstatSync(place, { throwIfNoEntry: false });
		if (!stats) return { refusal: "is not there any more" };
		const refusal = refusalOf(stats, root, place) ?? difference(place, text);
		return refusal === void 0 ? { stats } : { refusal };
	} catch (error) {
		return { refusal: `cannot be read: ${messageOf(error)}` };
	}
}
function refusalOf(stats, root, place) {
	if (!stats.isFile()) return "is no file any more";
	const folder = relative(realpathSync(root), realpathSync(dirname(place)));
	if (folder === ".." || folder.startsWith(`..${sep}`)) return "lies outside of the checked folder";
	return (stats.mode & 146) === 0 ? "is read-only" : void 0;
}
function difference(place, text) {
	const bytes = readFileSync(place);
	if (bytes.equals(Buffer.from(text, "utf8"))) return void 0;
	return bytes.length > 1 && bytes.includes(0) && text.startsWith("﻿") ? "is not UTF-8" : "has changed since it was read";
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
//#endregion
//#region node_modules/diff/libesm/diff/base.js
var Diff = class {
	diff(oldStr, newStr, options = {}) {
		let callback;
		if (typeof options === "function") {
			callback = options;
			options = {};
		} else if ("callback" in options) callback = options.callback;
		const oldString = this.castInput(oldStr, options);
		const newString = this.castInput(newStr, options);
		const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
		const newTokens = this.removeEmpty(this.tokenize(newString, options));
		return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
	}
	diffWithOptionsObj(oldTokens, newTokens, options, callback) {
		var _a;
		const done = (value) => {
			value = this.postProcess(value, options);
			if (callback) {
				setTimeout(function() {
					callback(value);
				}, 0);
				return;
			} else return value;
		};
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let editLength = 1;
		let maxEditLength = newLen + oldLen;
		if (options.maxEditLength != null) maxEditLength = Math.min(maxEditLength, options.maxEditLength);
		const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
		const abortAfterTimestamp = Date.now() + maxExecutionTime;
		const bestPath = [{
			oldPos: -1,
			lastComponent: void 0
		}];
		let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
		if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
		let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
		const execEditLength = () => {
			for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
				let basePath;
				const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
				if (removePath) bestPath[diagonalPath - 1] = void 0;
				let canAdd = false;
				if (addPath) {
					const addPathNewPos = addPath.oldPos - diagonalPath;
					canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
				}
				const canRemove = removePath && removePath.oldPos + 1 < oldLen;
				if (!canAdd && !canRemove) {
					bestPath[diagonalPath] = void 0;
					continue;
				}
				if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) basePath = this.addToPath(addPath, true, false, 0, options);
				else basePath = this.addToPath(removePath, false, true, 1, options);
				newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
				if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
				else {
					bestPath[diagonalPath] = basePath;
					if (basePath.oldPos + 1 >= oldLen) maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
					if (newPos + 1 >= newLen) minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
				}
			}
			editLength++;
		};
		if (callback) (function exec() {
			setTimeout(function() {
				if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) return callback(void 0);
				if (!execEditLength()) exec();
			}, 0);
		})();
		else while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
			const ret = execEditLength();
			if (ret) return ret;
		}
	}
	addToPath(path, added, removed, oldPosInc, options) {
		const last = path.lastComponent;
		if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: last.count + 1,
				added,
				removed,
				previousComponent: last.previousComponent
			}
		};
		else return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: 1,
				added,
				removed,
				previousComponent: last
			}
		};
	}
	extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
		while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
			newPos++;
			oldPos++;
			commonCount++;
			if (options.oneChangePerToken) basePath.lastComponent = {
				count: 1,
				previousComponent: basePath.lastComponent,
				added: false,
				removed: false
			};
		}
		if (commonCount && !options.oneChangePerToken) basePath.lastComponent = {
			count: commonCount,
			previousComponent: basePath.lastComponent,
			added: false,
			removed: false
		};
		basePath.oldPos = oldPos;
		return newPos;
	}
	equals(left, right, options) {
		if (options.comparator) return options.comparator(left, right);
		else return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
	}
	removeEmpty(array) {
		const ret = [];
		for (let i = 0; i < array.length; i++) if (array[i]) ret.push(array[i]);
		return ret;
	}
	castInput(value, options) {
		return value;
	}
	tokenize(value, options) {
		return Array.from(value);
	}
	join(chars) {
		return chars.join("");
	}
	postProcess(changeObjects, options) {
		return changeObjects;
	}
	get useLongestToken() {
		return false;
	}
	buildValues(lastComponent, newTokens, oldTokens) {
		const components = [];
		let nextComponent;
		while (lastComponent) {
			components.push(lastComponent);
			nextComponent = lastComponent.previousComponent;
			delete lastComponent.previousComponent;
			lastComponent = nextComponent;
		}
		components.reverse();
		const componentLen = components.length;
		let componentPos = 0, newPos = 0, oldPos = 0;
		for (; componentPos < componentLen; componentPos++) {
			const component = components[componentPos];
			if (!component.removed) {
				if (!component.added && this.useLongestToken) {
					let value = newTokens.slice(newPos, newPos + component.count);
					value = value.map(function(value, i) {
						const oldValue = oldTokens[oldPos + i];
						return oldValue.length > value.length ? oldValue : value;
					});
					component.value = this.join(value);
				} else component.value = this.join(newTokens.slice(newPos, newPos + component.count));
				newPos += component.count;
				if (!component.added) oldPos += component.count;
			} else {
				component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
				oldPos += component.count;
			}
		}
		return components;
	}
};
//#endregion
//#region node_modules/diff/libesm/diff/character.js
var CharacterDiff = class extends Diff {};
new CharacterDiff();
//#endregion
//#region node_modules/diff/libesm/util/string.js
function longestCommonPrefix(str1, str2) {
	let i;
	for (i = 0; i < str1.length && i < str2.length; i++) if (str1[i] != str2[i]) return str1.slice(0, i);
	return str1.slice(0, i);
}
function longestCommonSuffix(str1, str2) {
	let i;
	if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) return "";
	for (i = 0; i < str1.length && i < str2.length; i++) if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) return str1.slice(-i);
	return str1.slice(-i);
}
function replacePrefix(string, oldPrefix, newPrefix) {
	if (string.slice(0, oldPrefix.length) != oldPrefix) throw Error(`string ${JSON.stringify(string)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);
	return newPrefix + string.slice(oldPrefix.length);
}
function replaceSuffix(string, oldSuffix, newSuffix) {
	if (!oldSuffix) return string + newSuffix;
	if (string.slice(-oldSuffix.length) != oldSuffix) throw Error(`string ${JSON.stringify(string)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);
	return string.slice(0, -oldSuffix.length) + newSuffix;
}
function removePrefix(string, oldPrefix) {
	return replacePrefix(string, oldPrefix, "");
}
function removeSuffix(string, oldSuffix) {
	return replaceSuffix(string, oldSuffix, "");
}
function maximumOverlap(string1, string2) {
	return string2.slice(0, overlapCount(string1, string2));
}
function overlapCount(a, b) {
	let startA = 0;
	if (a.length > b.length) startA = a.length - b.length;
	let endB = b.length;
	if (a.length < b.length) endB = a.length;
	const map = Array(endB);
	let k = 0;
	map[0] = 0;
	for (let j = 1; j < endB; j++) {
		if (b[j] == b[k]) map[j] = map[k];
		else map[j] = k;
		while (k > 0 && b[j] != b[k]) k = map[k];
		if (b[j] == b[k]) k++;
	}
	k = 0;
	for (let i = startA; i < a.length; i++) {
		while (k > 0 && a[i] != b[k]) k = map[k];
		if (a[i] == b[k]) k++;
	}
	return k;
}
/**
* Split a string into segments using a word segmenter, merging consecutive
* segments if they are both whitespace segments. Whitespace segments can
* appear adjacent to one another for two reasons:
* - newlines always get their own segment
* - where a diacritic is attached to a whitespace character in the text, the
*   segment ends after the diacritic, so e.g. " \u0300 " becomes two segments.
* This function therefore runs the segmenter's .segment() method and then
* merges consecutive segments of whitespace into a single part.
*/
function segment(string, segmenter) {
	const parts = [];
	for (const segmentObj of Array.from(segmenter.segment(string))) {
		const segment = segmentObj.segment;
		if (parts.length && /\s/.test(parts[parts.length - 1]) && /\s/.test(segment)) parts[parts.length - 1] += segment;
		else parts.push(segment);
	}
	return parts;
}
function trailingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[1];
	let i;
	for (i = string.length - 1; i >= 0; i--) if (!string[i].match(/\s/)) break;
	return string.substring(i + 1);
}
function leadingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[0];
	const match = string.match(/^\s*/);
	return match ? match[0] : "";
}
function leadingAndTrailingWs(string, segmenter) {
	if (!segmenter) return [leadingWs(string), trailingWs(string)];
	if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
	const segments = segment(string, segmenter);
	const firstSeg = segments[0];
	const lastSeg = segments[segments.length - 1];
	return [/\s/.test(firstSeg) ? firstSeg : "", /\s/.test(lastSeg) ? lastSeg : ""];
}
//#endregion
//#region node_modules/diff/libesm/diff/word.js
const extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}";
const tokenizeIncludingWhitespace = new RegExp(`[${extendedWordChars}]+|\\s+|[^${extendedWordChars}]`, "ug");
var WordDiff = class extends Diff {
	equals(left, right, options) {
		if (options.ignoreCase) {
			left = left.toLowerCase();
			right = right.toLowerCase();
		}
		return left.trim() === right.trim();
	}
	tokenize(value, options = {}) {
		let parts;
		if (options.intlSegmenter) {
			const segmenter = options.intlSegmenter;
			if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
			parts = segment(value, segmenter);
		} else parts = value.match(tokenizeIncludingWhitespace) || [];
		const tokens = [];
		let prevPart = null;
		parts.forEach((part) => {
			if (/\s/.test(part)) if (prevPart == null) tokens.push(part);
			else tokens.push(tokens.pop() + part);
			else if (prevPart != null && /\s/.test(prevPart)) if (tokens[tokens.length - 1] == prevPart) tokens.push(tokens.pop() + part);
			else tokens.push(prevPart + part);
			else tokens.push(part);
			prevPart = part;
		});
		return tokens;
	}
	join(tokens) {
		return tokens.map((token, i) => {
			if (i == 0) return token;
			else return token.replace(/^\s+/, "");
		}).join("");
	}
	postProcess(changes, options) {
		if (!changes || options.oneChangePerToken) return changes;
		let lastKeep = null;
		let insertion = null;
		let deletion = null;
		changes.forEach((change) => {
			if (change.added) insertion = change;
			else if (change.removed) deletion = change;
			else {
				if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change, options.intlSegmenter);
				lastKeep = change;
				insertion = null;
				deletion = null;
			}
		});
		if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options.intlSegmenter);
		return changes;
	}
};
new WordDiff();
function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {
	if (deletion && insertion) {
		const [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter);
		const [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);
		if (startKeep) {
			const commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);
			startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix);
			deletion.value = removePrefix(deletion.value, commonWsPrefix);
			insertion.value = removePrefix(insertion.value, commonWsPrefix);
		}
		if (endKeep) {
			const commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);
			endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix);
			deletion.value = removeSuffix(deletion.value, commonWsSuffix);
			insertion.value = removeSuffix(insertion.value, commonWsSuffix);
		}
	} else if (insertion) {
		if (startKeep) {
			const ws = leadingWs(insertion.value, segmenter);
			insertion.value = insertion.value.substring(ws.length);
		}
		if (endKeep) {
			const ws = leadingWs(endKeep.value, segmenter);
			endKeep.value = endKeep.value.substring(ws.length);
		}
	} else if (startKeep && endKeep) {
		const newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter);
		const newWsStart = longestCommonPrefix(newWsFull, delWsStart);
		deletion.value = removePrefix(deletion.value, newWsStart);
		const newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);
		deletion.value = removeSuffix(deletion.value, newWsEnd);
		endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd);
		startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));
	} else if (endKeep) {
		const endKeepWsPrefix = leadingWs(endKeep.value, segmenter);
		const overlap = maximumOverlap(trailingWs(deletion.value, segmenter), endKeepWsPrefix);
		deletion.value = removeSuffix(deletion.value, overlap);
	} else if (startKeep) {
		const overlap = maximumOverlap(trailingWs(startKeep.value, segmenter), leadingWs(deletion.value, segmenter));
		deletion.value = removePrefix(deletion.value, overlap);
	}
}
var WordsWithSpaceDiff = class extends Diff {
	tokenize(value) {
		const regex = new RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
		return value.match(regex) || [];
	}
};
new WordsWithSpaceDiff();
//#endregion
//#region node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	equals(left, right, options) {
		if (options.ignoreWhitespace) {
			if (!options.newlineIsToken || !left.includes("\n")) left = left.trim();
			if (!options.newlineIsToken || !right.includes("\n")) right = right.trim();
		} else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
			if (left.endsWith("\n")) left = left.slice(0, -1);
			if (right.endsWith("\n")) right = right.slice(0, -1);
		}
		return super.equals(left, right, options);
	}
};
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
	return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
	if (options.stripTrailingCr) value = value.replace(/\r\n/g, "\n");
	const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
	if (!linesAndNewlines[linesAndNewlines.length - 1]) linesAndNewlines.pop();
	for (let i = 0; i < linesAndNewlines.length; i++) {
		const line = linesAndNewlines[i];
		if (i % 2 && !options.newlineIsToken) retLines[retLines.length - 1] += line;
		else retLines.push(line);
	}
	return retLines;
}
//#endregion
//#region node_modules/diff/libesm/diff/sentence.js
function isSentenceEndPunct(char) {
	return char == "." || char == "!" || char == "?";
}
var SentenceDiff = class extends Diff {
	tokenize(value) {
		var _a;
		const result = [];
		let tokenStartI = 0;
		for (let i = 0; i < value.length; i++) {
			if (i == value.length - 1) {
				result.push(value.slice(tokenStartI));
				break;
			}
			if (isSentenceEndPunct(value[i]) && value[i + 1].match(/\s/)) {
				result.push(value.slice(tokenStartI, i + 1));
				i = tokenStartI = i + 1;
				while ((_a = value[i + 1]) === null || _a === void 0 ? void 0 : _a.match(/\s/)) i++;
				result.push(value.slice(tokenStartI, i + 1));
				tokenStartI = i + 1;
			}
		}
		return result;
	}
};
new SentenceDiff();
//#endregion
//#region node_modules/diff/libesm/diff/css.js
var CssDiff = class extends Diff {
	tokenize(value) {
		return value.split(/([{}:;,]|\s+)/);
	}
};
new CssDiff();
//#endregion
//#region node_modules/diff/libesm/diff/json.js
var JsonDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	get useLongestToken() {
		return true;
	}
	castInput(value, options) {
		const { undefinedReplacement, stringifyReplacer = (k, v) => typeof v === "undefined" ? undefinedReplacement : v } = options;
		return typeof value === "string" ? value : JSON.stringify(canonicalize(value, null, null, stringifyReplacer), null, "  ");
	}
	equals(left, right, options) {
		return super.equals(left.replace(/,([\r\n])/g, "$1"), right.replace(/,([\r\n])/g, "$1"), options);
	}
};
new JsonDiff();
function canonicalize(obj, stack, replacementStack, replacer, key) {
	stack = stack || [];
	replacementStack = replacementStack || [];
	if (replacer) obj = replacer(key === void 0 ? "" : key, obj);
	let i;
	for (i = 0; i < stack.length; i += 1) if (stack[i] === obj) return replacementStack[i];
	let canonicalizedObj;
	if ("[object Array]" === Object.prototype.toString.call(obj)) {
		stack.push(obj);
		canonicalizedObj = new Array(obj.length);
		replacementStack.push(canonicalizedObj);
		for (i = 0; i < obj.length; i += 1) canonicalizedObj[i] = canonicalize(obj[i], stack, replacementStack, replacer, String(i));
		stack.pop();
		replacementStack.pop();
		return canonicalizedObj;
	}
	if (obj && obj.toJSON) obj = obj.toJSON();
	if (typeof obj === "object" && obj !== null) {
		stack.push(obj);
		canonicalizedObj = {};
		replacementStack.push(canonicalizedObj);
		const sortedKeys = [];
		let key;
		for (key in obj)
 /* istanbul ignore else */
		if (Object.prototype.hasOwnProperty.call(obj, key)) sortedKeys.push(key);
		sortedKeys.sort();
		for (i = 0; i < sortedKeys.length; i += 1) {
			key = sortedKeys[i];
			canonicalizedObj[key] = canonicalize(obj[key], stack, replacementStack, replacer, key);
		}
		stack.pop();
		replacementStack.pop();
	} else canonicalizedObj = obj;
	return canonicalizedObj;
}
//#endregion
//#region node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
	tokenize(value) {
		return value.slice();
	}
	join(value) {
		return value;
	}
	removeEmpty(value) {
		return value;
	}
};
new ArrayDiff();
//#endregion
//#region node_modules/diff/libesm/patch/create.js
/**
* Returns true if the filename contains characters that require C-style
* quoting (as used by Git and GNU diffutils in diff output).
*/
function needsQuoting(s) {
	for (let i = 0; i < s.length; i++) if (s[i] < " " || s[i] > "~" || s[i] === "\"" || s[i] === "\\") return true;
	return false;
}
/**
* C-style quotes a filename, encoding special characters as escape sequences
* and non-ASCII bytes as octal escapes. This is the inverse of
* `parseQuotedFileName` in parse.ts.
*
* Non-ASCII bytes are encoded as UTF-8 before being emitted as octal escapes.
* This matches the behaviour of both Git and GNU diffutils, which always emit
* UTF-8 octal escapes regardless of the underlying filesystem encoding (e.g.
* Git for Windows converts from NTFS's UTF-16 to UTF-8 internally).
*
* If the filename doesn't need quoting, returns it as-is.
*/
function quoteFileNameIfNeeded(s) {
	if (!needsQuoting(s)) return s;
	let result = "\"";
	const bytes = new TextEncoder().encode(s);
	let i = 0;
	while (i < bytes.length) {
		const b = bytes[i];
		if (b === 7) result += "\\a";
		else if (b === 8) result += "\\b";
		else if (b === 9) result += "\\t";
		else if (b === 10) result += "\\n";
		else if (b === 11) result += "\\v";
		else if (b === 12) result += "\\f";
		else if (b === 13) result += "\\r";
		else if (b === 34) result += "\\\"";
		else if (b === 92) result += "\\\\";
		else if (b >= 32 && b <= 126) result += String.fromCharCode(b);
		else result += "\\" + b.toString(8).padStart(3, "0");
		i++;
	}
	result += "\"";
	return result;
}
const INCLUDE_HEADERS = {
	includeIndex: true,
	includeUnderline: true,
	includeFileHeaders: true
};
const FILE_HEADERS_ONLY = {
	includeIndex: false,
	includeUnderline: false,
	includeFileHeaders: true
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
	let optionsObj;
	if (!options) optionsObj = {};
	else if (typeof options === "function") optionsObj = { callback: options };
	else optionsObj = options;
	if (typeof optionsObj.context === "undefined") optionsObj.context = 4;
	const context = optionsObj.context;
	if (optionsObj.newlineIsToken) throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
	if (!optionsObj.callback) return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
	else {
		const { callback } = optionsObj;
		diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
			callback(diffLinesResultToPatch(diff));
		} }));
	}
	function diffLinesResultToPatch(diff) {
		if (!diff) return;
		diff.push({
			value: "",
			lines: []
		});
		function contextLines(lines) {
			return lines.map(function(entry) {
				return " " + entry;
			});
		}
		const hunks = [];
		let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
		for (let i = 0; i < diff.length; i++) {
			const current = diff[i], lines = current.lines || splitLines(current.value);
			current.lines = lines;
			if (current.added || current.removed) {
				if (!oldRangeStart) {
					const prev = diff[i - 1];
					oldRangeStart = oldLine;
					newRangeStart = newLine;
					if (prev) {
						curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
						oldRangeStart -= curRange.length;
						newRangeStart -= curRange.length;
					}
				}
				for (const line of lines) curRange.push((current.added ? "+" : "-") + line);
				if (current.added) newLine += lines.length;
				else oldLine += lines.length;
			} else {
				if (oldRangeStart) if (lines.length <= context * 2 && i < diff.length - 2) for (const line of contextLines(lines)) curRange.push(line);
				else {
					const contextSize = Math.min(lines.length, context);
					for (const line of contextLines(lines.slice(0, contextSize))) curRange.push(line);
					const hunk = {
						oldStart: oldRangeStart,
						oldLines: oldLine - oldRangeStart + contextSize,
						newStart: newRangeStart,
						newLines: newLine - newRangeStart + contextSize,
						lines: curRange
					};
					hunks.push(hunk);
					oldRangeStart = 0;
					newRangeStart = 0;
					curRange = [];
				}
				oldLine += lines.length;
				newLine += lines.length;
			}
		}
		for (const hunk of hunks) for (let i = 0; i < hunk.lines.length; i++) if (hunk.lines[i].endsWith("\n")) hunk.lines[i] = hunk.lines[i].slice(0, -1);
		else {
			hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
			i++;
		}
		return {
			oldFileName,
			newFileName,
			oldHeader,
			newHeader,
			hunks
		};
	}
}
/**
* creates a unified diff patch.
*
* @param patch either a single structured patch object (as returned by `structuredPatch`) or an
*   array of them (as returned by `parsePatch`).
* @param headerOptions behaves the same as the `headerOptions` option of `createTwoFilesPatch`.
*   Ignored for patches where `isGit` is `true`.
*
* When a patch has `isGit: true`, `formatPatch` output is changed to more closely match Git's
* output: it emits a `diff --git` header, emits Git extended headers as appropriate based on
* properties like `isRename`, `isCreate`, `newMode`, etc, and will omit `---`/`+++` file
* headers for patches with no hunks (e.g. renames without content changes).
*/
function formatPatch(patch, headerOptions) {
	var _a, _b, _c, _d, _e, _f;
	if (!headerOptions) headerOptions = INCLUDE_HEADERS;
	if (Array.isArray(patch)) {
		if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every((p) => p.isGit)) throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes are to which file?)");
		return patch.map((p) => formatPatch(p, headerOptions)).join("\n");
	}
	const ret = [];
	if (patch.isGit) {
		headerOptions = INCLUDE_HEADERS;
		if (!patch.oldFileName) throw new Error("oldFileName must be specified for Git patches");
		if (!patch.newFileName) throw new Error("newFileName must be specified for Git patches");
		let gitOldName = patch.oldFileName;
		let gitNewName = patch.newFileName;
		if (patch.isCreate && gitOldName === "/dev/null") gitOldName = gitNewName.replace(/^b\//, "a/");
		else if (patch.isDelete && gitNewName === "/dev/null") gitNewName = gitOldName.replace(/^a\//, "b/");
		ret.push("diff --git " + quoteFileNameIfNeeded(gitOldName) + " " + quoteFileNameIfNeeded(gitNewName));
		if (patch.isDelete) ret.push("deleted file mode " + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : "100644"));
		if (patch.isCreate) ret.push("new file mode " + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : "100644"));
		if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
			ret.push("old mode " + patch.oldMode);
			ret.push("new mode " + patch.newMode);
		}
		if (patch.isRename) {
			ret.push("rename from " + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : "").replace(/^a\//, "")));
			ret.push("rename to " + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : "").replace(/^b\//, "")));
		}
		if (patch.isCopy) {
			ret.push("copy from " + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : "").replace(/^a\//, "")));
			ret.push("copy to " + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : "").replace(/^b\//, "")));
		}
	} else {
		if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== void 0) ret.push("Index: " + patch.oldFileName);
		if (headerOptions.includeUnderline) ret.push("===================================================================");
	}
	const hasHunks = patch.hunks.length > 0;
	if (headerOptions.includeFileHeaders && patch.oldFileName !== void 0 && patch.newFileName !== void 0 && (!patch.isGit || hasHunks)) {
		ret.push("--- " + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? "	" + patch.oldHeader : ""));
		ret.push("+++ " + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? "	" + patch.newHeader : ""));
	}
	for (let i = 0; i < patch.hunks.length; i++) {
		const hunk = patch.hunks[i];
		const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
		const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
		ret.push("@@ -" + oldStart + "," + hunk.oldLines + " +" + newStart + "," + hunk.newLines + " @@");
		for (const line of hunk.lines) ret.push(line);
	}
	return ret.join("\n") + "\n";
}
/**
* Split `text` into an array of lines, including the trailing newline character (where present)
*/
function splitLines(text) {
	const hasTrailingNl = text.endsWith("\n");
	const result = text.split("\n").map((line) => line + "\n");
	if (hasTrailingNl) result.pop();
	else result.push(result.pop().slice(0, -1));
	return result;
}
//#endregion
//#region src/report/unified-diff.ts
/** What `git apply` takes, with paths relative to the checked root; the empty string when nothing changes. */
function unifiedDiff(changes) {
	return changes.filter(({ before, after }) => before !== after).map(({ path, before, after }) => formatPatch(structuredPatch(`a/${path}`, `b/${path}`, before, after, void 0, void 0, { context: 3 }), FILE_HEADERS_ONLY)).join("");
}
//#endregion
//#region src/cli/fixing.ts
/** The repository with its fixes made in memory. */
async function tryFixes({ workspace, request, host, clock }, settings, { flags }) {
	clock.phase("fix");
	const { root } = request;
	const applicability = flags.switch("unsafe-fixes") === true ? "unsafe" : "safe";
	const writes = flags.switch("diff") !== true;
	const refusal = (path, text) => writes ? nodeWriter.refusal({
		root,
		path,
		text
	}) : void 0;
	return await fixWorkspace(workspace, {
		...request,
		rules,
		settings,
		applicability,
		refusal
	}, host);
}
/** Writes the new texts, and says on stderr what was done; gives the number of files that could not be fixed. */
function writeFixes({ texts, fixed, refused }, { workspace, request: { root } }, { io, errorStyle }) {
	const failed = new Map(refused);
	for (const [path, text] of texts) {
		const before = workspace.file(path)?.source.text ?? "";
		const reason = nodeWriter.replace({
			root,
			path,
			text: before
		}, text);
		if (reason !== void 0) failed.set(path, reason);
	}
	for (const [path, reason] of failed) io.stderr.write(`${errorStyle("error", "not fixed:")} \`${visible(path)}\` ${visible(reason)}.\n`);
	const written = [...texts.keys()].filter((path) => !failed.has(path)).length;
	io.stderr.write(`Fixed ${count(fixed.length, "problem")} in ${count(written, "file")}.\n`);
	return failed.size;
}
/** Prints the fixes as a patch; gives whether there are none. */
function printPatch({ texts }, { workspace }, { io }) {
	const patch = unifiedDiff([...texts].map(([path, after]) => {
		return {
			path,
			before: workspace.file(path)?.source.text ?? "",
			after
		};
	}).sort((left, right) => compareText(left.path, right.path)));
	io.stdout.write(io.stdout.isTerminal ? shown(patch) : patch);
	return patch === "";
}
function shown(patch) {
	return patch.split("\n").map(visible).join("\n");
}
//#endregion
//#region src/report/xml-text.ts
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&apos;"
};
/** What no XML 1.0 document may hold, not even as a reference, and {@link visible} leaves (XML 1.0, production 2). */
const noncharacters = /[\ufffe\uffff]/gu;
/** `text` for an attribute or inside an element, on one line: controls and other invisible characters are shown as escapes. */
function xmlText(text) {
	return visible(text).replace(noncharacters, (character) => `\\u${character.charCodeAt(0).toString(16)}`).replace(/[&<>"']/gu, (character) => entities[character] ?? "");
}
/** The same for the text of an element, where line breaks may stay. */
function xmlLines(text) {
	return visibleLines(text).map(xmlText).join("\n");
}
/** ` name="value"` for each attribute that has a value. */
function xmlAttributes(attributes) {
	return Object.entries(attributes).map(([name, value]) => value === void 0 ? "" : ` ${name}="${xmlText(String(value))}"`).join("");
}
//#endregion
//#region src/report/checkstyle.ts
/** Checkstyle's XML; 4.3 is the version of the format that its readers know. */
function reportCheckstyle(report) {
	return [
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
		"<checkstyle version=\"4.3\">\n",
		...[...groupBy(activeFindings(report), ({ location }) => location.path).values()].flatMap((findings) => [
			`  <file${xmlAttributes({ name: findings[0].location.path })}>\n`,
			...findings.map(errorElement),
			"  </file>\n"
		]),
		"</checkstyle>\n"
	].join("");
}
function errorElement({ location, severity, message, help, rule }) {
	const { line, character } = location.range.start;
	return `    <error${xmlAttributes({
		line: line + 1,
		column: character + 1,
		severity,
		message: help === void 0 ? message : `${message} ${help}`,
		source: `sluice.${rule}`
	})}/>\n`;
}
//#endregion
//#region src/report/concise.ts
/** One line for each finding: `path:line:column: severity: message [rule]`. */
function reportConcise(report) {
	return conciseLines(report).map((line) => `${line}\n`).join("");
}
/** The lines of {@link reportConcise}, for other reports that list findings. */
function conciseLines(report) {
	return activeFindings(report).map(({ location, severity, message, rule }) => {
		const { line, character } = location.range.start;
		return `${visible(location.path)}:${line + 1}:${character + 1}: ${severity}: ${visible(message)} [${rule}]`;
	});
}
//#endregion
//#region src/report/github.ts
/** GitHub shows ten annotations of each type for a step, and drops the others (GitHub Docs, "Annotations limits"). */
const annotationsPerType = 10;
/** Longer messages are refused by the API behind annotations; the runner cuts them at 4,096 characters. */
const messageLimit$1 = 4096;
const commandOf = {
	error: "error",
	warning: "warning",
	info: "notice"
};
/** Annotations for GitHub Actions, and below them all findings in the log. */
function createGithubReporter({ token, prefix, annotations }) {
	return (report) => {
		const findings = annotations ? activeFindings(report) : [];
		const places = severities.flatMap((severity) => {
			return annotate(findings.filter((finding) => finding.severity === severity), prefix);
		});
		return [
			...report.crashes.map(({ rule, message }) => workflowCommand("error", cutText(commandText(message), messageLimit$1), { title: `sluice has a bug: the rule ${rule} failed` })),
			...places,
			log(report, token)
		].join("");
	};
}
/** Findings of one severity; the last one that fits says how many do not. */
function annotate(findings, prefix) {
	const shown = findings.slice(0, annotationsPerType);
	const hidden = findings.length - shown.length;
	return shown.map((finding, index) => {
		const isLast = index === shown.length - 1;
		const more = `\n(${count(hidden, `more ${nounOf(finding.severity)}`)}: see the log of this step)`;
		return annotation(finding, {
			more: isLast && hidden > 0 ? more : "",
			prefix
		});
	});
}
function nounOf(severity) {
	return severity === "info" ? "note" : severity;
}
function annotation(finding, { more, prefix }) {
	const { message, help, location, rule, severity } = finding;
	const shown = cutText(commandText(help === void 0 ? message : `${message}\n${help}`), messageLimit$1 - more.length);
	return workflowCommand(commandOf[severity], shown + more, {
		file: prefix + location.path,
		...placeOf$2(location.range),
		title: `sluice: ${rule}`
	});
}
/** Columns are shown only where start and end are on one line (GitHub Docs, "Checks": start_column). */
function placeOf$2({ start, end }) {
	const lastLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
	const lines = {
		line: start.line + 1,
		endLine: lastLine + 1
	};
	if (end.line !== start.line) return lines;
	return {
		...lines,
		col: start.character + 1,
		endColumn: Math.max(end.character, start.character + 1)
	};
}
function log(report, token) {
	const lines = conciseLines(report);
	const verdict = verdictOf$1(report);
	if (lines.length === 0) return logLine(`sluice: ${verdict}`);
	return [
		workflowCommand("group", `sluice: ${verdict}`),
		logBlock(lines, token),
		workflowCommand("endgroup")
	].join("");
}
//#endregion
//#region src/report/gitlab.ts
/** Of GitLab's five severities (info, minor, major, critical, blocker): Flux stops at an error of ours. */
const severityOf$1 = {
	error: "critical",
	warning: "minor",
	info: "info"
};
/**
* GitLab's Code Quality report: the fields that its documentation lists ("Code Quality report format") and no others,
* `[]` when there is nothing.
*/
function reportGitlab(report) {
	const fingerprint = uniqueFingerprints();
	const issues = activeFindings(report).map((finding) => ({
		description: visible(finding.help === void 0 ? finding.message : `${finding.message} ${finding.help}`),
		check_name: finding.rule,
		fingerprint: fingerprint(finding),
		severity: severityOf$1[finding.severity],
		location: {
			path: finding.location.path,
			lines: linesOf(finding)
		}
	}));
	return `${JSON.stringify(issues, null, 2)}\n`;
}
function linesOf({ location }) {
	return { begin: location.range.start.line + 1 };
}
/** GitLab drops issues whose fingerprint it has seen: equal ones are numbered. No line is in them, so that they stay. */
function uniqueFingerprints() {
	const seen = /* @__PURE__ */ new Map();
	return ({ fingerprint }) => {
		const number = (seen.get(fingerprint) ?? 0) + 1;
		seen.set(fingerprint, number);
		return number === 1 ? fingerprint : `${fingerprint}-${number}`;
	};
}
//#endregion
//#region src/report/json.ts
/** Version 1 of the JSON report; `schemas/report-v1.schema.json` describes it. */
function reportJson(report) {
	const { tool, target, summary, coverage, timing } = report;
	const content = {
		$schema: schemaUrl("report-v1"),
		version: 1,
		tool,
		target,
		summary,
		findings: report.findings.map(findingJson),
		skipped: report.skipped.map(skipJson),
		coverage,
		...timing && { timing }
	};
	return `${JSON.stringify(content, null, 2)}\n`;
}
/** A finding as version 1 of the report has it. */
function findingJson(finding) {
	return {
		rule: finding.rule,
		category: finding.category,
		severity: finding.severity,
		message: finding.message,
		...finding.help === void 0 ? {} : { help: finding.help },
		url: rulePageUrl(finding),
		...placeOf$1(finding.location),
		...finding.resource && { resource: finding.resource },
		...finding.field === void 0 ? {} : { field: finding.field },
		clusters: finding.clusters,
		related: finding.related.map((place) => ({
			...placeOf$1(place),
			message: place.message
		})),
		via: finding.via.map((place) => ({
			...placeOf$1(place),
			message: place.message
		})),
		...finding.fix && { fix: fixOf(finding.fix) },
		suppressedBy: finding.suppressedBy ?? null,
		fingerprint: finding.fingerprint
	};
}
function fixOf({ title, applicability, edits }) {
	return {
		title,
		applicability,
		edits: Object.entries(edits).flatMap(([path, changes]) => changes.map(({ range, newText }) => ({
			path,
			range: rangeOf$1(range),
			newText
		})))
	};
}
/** Something that was not checked, as version 1 of the report has it. */
function skipJson({ location, path, what, reason }) {
	if (location) return {
		...placeOf$1(location),
		what,
		reason
	};
	return path === void 0 ? {
		what,
		reason
	} : {
		path,
		what,
		reason
	};
}
function placeOf$1({ path, range }) {
	return {
		path,
		range: rangeOf$1(range)
	};
}
/** Lines and columns are 1-based, columns count UTF-16 units, the end is exclusive. */
function rangeOf$1({ start, end }) {
	return {
		start: {
			line: start.line + 1,
			column: start.character + 1
		},
		end: {
			line: end.line + 1,
			column: end.character + 1
		}
	};
}
//#endregion
//#region src/report/jsonl.ts
/**
* The JSON report in lines: one for each finding and for each thing that was not checked, with its `type`, and one of
* type `summary` at the end, so that a reader knows that it has seen everything.
*/
function reportJsonl(report) {
	const { tool, target, summary, coverage, timing } = report;
	return [
		...report.findings.map((finding) => ({
			type: "finding",
			...findingJson(finding)
		})),
		...report.skipped.map((skip) => ({
			type: "skip",
			...skipJson(skip)
		})),
		{
			type: "summary",
			version: 1,
			tool,
			target,
			summary,
			coverage,
			...timing && { timing }
		}
	].map((line) => `${JSON.stringify(line)}\n`).join("");
}
//#endregion
//#region src/report/test-cases.ts
/** Every object of the repository is a case, so that a clean one passes; a finding belongs to the object around it. */
function testCases(report) {
	const { resources, findings, skipped, crashes } = report;
	const ownerOf = createOwnerLookup(resources);
	const owned = /* @__PURE__ */ new Map();
	const others = [];
	for (const finding of findings) {
		const owner = ownerOf(finding);
		if (!owner) others.push(finding);
		else owned.set(owner, [...owned.get(owner) ?? [], finding]);
	}
	return [
		...resources.map((resource) => caseOf(resource.path, nameOf(resource), owned.get(resource) ?? [])),
		...[...groupBy(others, ({ location }) => location.path).values()].map((group) => caseOf(group[0].location.path, "the file itself", group)),
		...skipped.map(({ location, path, what, reason }) => ({
			path: location?.path ?? path,
			name: what,
			result: {
				status: "skipped",
				reason
			},
			notes: []
		})),
		...crashes.map(({ rule, message }) => ({
			path: void 0,
			name: `rule ${rule}`,
			result: {
				status: "broken",
				message
			},
			notes: []
		}))
	];
}
function caseOf(path, name, findings) {
	const isNote = ({ severity, suppressedBy }) => severity === "info" || suppressedBy !== void 0;
	const [first, ...rest] = findings.filter((finding) => !isNote(finding));
	return {
		path,
		name,
		result: first ? {
			status: "failed",
			findings: [first, ...rest]
		} : { status: "passed" },
		notes: findings.filter(isNote)
	};
}
function nameOf({ kind, namespace, name }) {
	return `${kind} ${namespace === void 0 ? "" : `${namespace}/`}${name || "without a name"}`;
}
function createOwnerLookup(resources) {
	const byPath = new Map([...groupBy(resources, ({ path }) => path).values()].map((group) => [group[0].path, group]));
	return ({ location: { path, range } }) => byPath.get(path)?.findLast((resource) => !isBefore(range.start, resource.range.start) && !isBefore(resource.range.end, range.start));
}
function isBefore(left, right) {
	return left.line < right.line || left.line === right.line && left.character < right.character;
}
/** `suppressed by a comment: the reason`, for the notes of a case. */
function noteOf({ severity, message, rule, suppressedBy }) {
	if (!suppressedBy) return `${severity}: ${message} [${rule}]`;
	const reason = suppressedBy.reason === void 0 ? "" : ` (${suppressedBy.reason})`;
	return `suppressed by ${suppressedBy.kind}${reason}: ${severity}: ${message} [${rule}]`;
}
//#endregion
//#region src/report/junit.ts
/** JUnit's XML as Jenkins and GitLab read it: one suite for each file, one test case for each object in it. */
function reportJunit(report) {
	const cases = testCases(report);
	const suites = [...groupBy(cases, ({ path }) => path ?? "").values()];
	return [
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
		`<testsuites${xmlAttributes({
			name: "sluice",
			...countsOf(cases),
			time: report.timing && (report.timing.totalMs / 1e3).toFixed(3)
		})}>\n`,
		...suites.map(suiteElement),
		"</testsuites>\n"
	].join("");
}
function countsOf(cases) {
	const count = (status) => cases.filter(({ result }) => result.status === status).length;
	return {
		tests: cases.length,
		failures: count("failed"),
		errors: count("broken")
	};
}
function suiteElement(cases) {
	const skipped = cases.filter(({ result }) => result.status === "skipped").length;
	return [
		`  <testsuite${xmlAttributes({
			name: cases[0].path ?? "sluice",
			...countsOf(cases),
			skipped
		})}>\n`,
		...cases.map(caseElement),
		"  </testsuite>\n"
	].join("");
}
function caseElement({ path, name, result, notes }) {
	const children = [resultElement(result), notes.length > 0 && `<system-out>${xmlLines(notes.map(noteOf).join("\n"))}</system-out>`].filter((child) => typeof child === "string");
	const start = `    <testcase${xmlAttributes({
		name,
		classname: path ?? "sluice"
	})}`;
	if (children.length === 0) return `${start}/>\n`;
	return `${start}>\n${children.map((child) => `      ${child}\n`).join("")}    </testcase>\n`;
}
function resultElement(result) {
	if (result.status === "passed") return false;
	if (result.status === "skipped") return `<skipped${xmlAttributes({ message: result.reason })}/>`;
	if (result.status === "broken") return `<error${xmlAttributes({ message: result.message })}/>`;
	const [{ message, rule }] = result.findings;
	const text = result.findings.map(findingText).join("\n\n");
	return `<failure${xmlAttributes({
		type: rule,
		message
	})}>${xmlLines(text)}</failure>`;
}
function findingText(finding) {
	const { location, severity, message, rule, help } = finding;
	const { line, character } = location.range.start;
	return [
		`${location.path}:${line + 1}:${character + 1}: ${severity}: ${message} [${rule}]`,
		...help === void 0 ? [] : [help],
		rulePageUrl(finding)
	].join("\n");
}
//#endregion
//#region src/report/pretty/code-line.ts
/** Cuts `text` at the UTF-16 columns of a span, and to `width` columns around it. */
function codeLine(text, start, end, width) {
	const before = clean(text.slice(0, start));
	const span = clean(text.slice(start, Math.max(start, end)));
	const after = clean(text.slice(Math.max(start, end))).trimEnd();
	if (textWidth(before) + textWidth(span) + textWidth(after) <= width) return {
		before,
		span,
		after
	};
	const beforeWidth = Math.min(textWidth(before), Math.max(Math.floor(width / 4), width - textWidth(span) - 1));
	const fittedBefore = textWidth(before) > beforeWidth ? `…${fitEnd(before, beforeWidth - 1)}` : before;
	const left = width - textWidth(fittedBefore);
	if (textWidth(span) >= left) return {
		before: fittedBefore,
		span: `${fitStart(span, left - 1)}…`,
		after: ""
	};
	const room = left - textWidth(span);
	return {
		before: fittedBefore,
		span,
		after: textWidth(after) > room ? `${fitStart(after, room - 1)}…` : after
	};
}
function clean(text) {
	return visible(text.replaceAll("	", "  "));
}
//#endregion
//#region src/report/pretty/context-lines.ts
/** How far above a line its parents are looked for. */
const maxDistance = 2e3;
const maxParents = 3;
/**
* The lines that make `line` understandable: the keys it is nested in, nearest first kept, and its neighbours.
* YAML nests by indentation, so a parent is the nearest line above that is indented less.
*/
function contextLines(source, line) {
	const shown = new Set([line, ...parentLines(source, line)]);
	for (const neighbour of [line - 1, line + 1]) if (isContent(source.lineText(neighbour))) shown.add(neighbour);
	return [...shown].filter((index) => index >= 0 && index < source.lineCount).sort((a, b) => a - b);
}
function parentLines(source, line) {
	const parents = [];
	let child = source.lineText(line);
	for (let index = line - 1; index >= Math.max(0, line - maxDistance); index--) {
		const text = source.lineText(index);
		if (text.startsWith("---") || parents.length === maxParents) break;
		if (!isContent(text) || !isParent(text, child)) continue;
		parents.push(index);
		child = text;
	}
	return parents;
}
/** A list may stand at the indentation of its own key. */
function isParent(text, child) {
	const difference = indentOf(child) - indentOf(text);
	return difference > 0 || difference === 0 && isListItem(child) && !isListItem(text);
}
function indentOf(text) {
	return text.length - text.trimStart().length;
}
function isListItem(text) {
	return /^\s*-(?:\s|$)/u.test(text);
}
function isContent(text) {
	return /^\s*[^\s#]/u.test(text) && !text.startsWith("---");
}
//#endregion
//#region src/report/pretty/code-frame.ts
/** The lines of one file around its labels, the labelled ones underlined. */
function codeFrame(source, labels, options) {
	const ordered = fillGaps([...new Set(labels.flatMap(({ location }) => contextLines(source, location.range.start.line)))].sort((a, b) => a - b));
	const rows = [];
	for (const [index, line] of ordered.entries()) {
		const previous = ordered[index - 1];
		if (previous !== void 0 && line - previous > 1) rows.push(gutterRow(options, "", "⋮").trimEnd());
		const here = labels.filter(({ location }) => location.range.start.line === line);
		rows.push(...sourceRows(source, line, here, options));
	}
	return rows;
}
/** A gap of one line is shown rather than left out: the sign for it takes a line too. */
function fillGaps(lines) {
	return lines.flatMap((line, index) => line - (lines[index - 1] ?? line) === 2 ? [line - 1, line] : [line]);
}
function sourceRows(source, line, labels, options) {
	const { style, width, gutter } = options;
	const room = Math.max(20, width - gutter - 6);
	const text = source.lineText(line);
	const cuts = labels.map((label) => ({
		label,
		cut: codeLine(text, ...columns(label, line, text), room)
	}));
	const [first] = cuts;
	return [gutterRow(options, String(line + 1).padStart(gutter), "│", first ? first.cut.before + style(first.label.role, first.cut.span) + first.cut.after : style("dim", joined$1(codeLine(text, 0, 0, room)))), ...cuts.flatMap(({ label, cut }) => underlineRows(label, cut, options))];
}
function joined$1({ before, span, after }) {
	return before + span + after;
}
/** The part of the label's range that lies on `line`. */
function columns({ location }, line, text) {
	const { start, end } = location.range;
	return [start.character, end.line > line ? text.trimEnd().length : end.character];
}
function underlineRows(label, cut, options) {
	const { style, width, gutter } = options;
	const indent = " ".repeat(textWidth(cut.before));
	const mark = (label.role === "related" ? "─" : "━").repeat(Math.max(1, textWidth(cut.span)));
	const underlined = `${indent}${style(label.role, mark)}`;
	if (label.message === "") return [gutterRow(options, "", "│", underlined)];
	const message = visible(label.message);
	const room = width - gutter - 6 - textWidth(indent) - textWidth(mark) - 1;
	if (textWidth(message) <= room) return [gutterRow(options, "", "│", `${underlined} ${style(label.role, message)}`)];
	const all = width - gutter - 6;
	const shift = Math.min(textWidth(indent), Math.max(0, all - textWidth(message)));
	const below = `${" ".repeat(shift)}${style(label.role, fitStart(message, all))}`;
	return [gutterRow(options, "", "│", underlined), gutterRow(options, "", "│", below)];
}
/** A row of a frame: line number, rule, content. */
function gutterRow({ style, gutter }, number, rule, content = "") {
	return `  ${style("dim", `${number.padStart(gutter)} ${rule}`)} ${content}`.trimEnd();
}
//#endregion
//#region src/report/pretty/pretty-finding.ts
/** One finding: headline, code frames, help, reason and link. */
function prettyFinding(finding, report, options) {
	return [
		...headline(finding, options),
		...frames(finding, report, options),
		...paragraph("help", finding.help ?? "", options),
		...options.explained ? explanation(finding, report, options) : []
	].map((row) => `${row}\n`).join("");
}
function headline(finding, { style, width }) {
	const label = `${finding.severity}[${finding.rule}]`;
	const [first = "", ...rest] = visibleLines(finding.message);
	const [start = "", ...more] = wrap(`${label} ${first}`, width);
	const head = `${style(finding.severity, label)}${style("strong", start.slice(label.length))}`;
	const quoted = rest.flatMap((line) => wrap(line, width - 4)).map((line) => `    ${line}`);
	return [
		head,
		...more.map((line) => style("strong", line)),
		...quoted
	];
}
function frames(finding, report, options) {
	const labels = labelsOf(finding);
	const files = [...new Set(labels.map(({ location }) => location.path))];
	const last = Math.max(...labels.map(({ location }) => location.range.start.line + 2));
	const gutter = Math.max(2, String(last).length);
	return files.flatMap((path, index) => {
		const here = labels.filter(({ location }) => location.path === path);
		const source = report.source(path);
		const [first] = here;
		if (!first) return [];
		return [placeRow(first.location, {
			finding,
			isFirst: index === 0,
			gutter,
			options
		}), ...source ? codeFrame(source, here, {
			style: options.style,
			width: options.width,
			gutter
		}) : []];
	});
}
/** The place itself, then what it is related to, then the steps that lead to it. */
function labelsOf(finding) {
	const others = [...finding.related, ...finding.via].map(({ message, ...location }) => ({
		location,
		message,
		role: "related"
	}));
	return [{
		location: finding.location,
		message: "",
		role: finding.severity
	}, ...others];
}
function placeRow({ path, range }, { finding, isFirst, gutter, options }) {
	const { style } = options;
	const place = `${visible(path)}:${range.start.line + 1}:${range.start.character + 1}`;
	const corner = isFirst ? "╭─" : "├─";
	const names = isFirst && options.clusters && finding.clusters.length > 0 ? finding.clusters : [];
	const where = names.length > 0 ? style("dim", `  in ${names.map(visible).join(", ")}`) : "";
	return `  ${" ".repeat(gutter)} ${style("dim", corner)} ${style("path", place)}${where}`;
}
function explanation(finding, report, options) {
	const [link] = report.rules.get(finding.rule)?.docs ?? [];
	return [...paragraph("why", finding.why, options), ...link === void 0 ? [] : [labelled("docs", options.style("link", link), options.style)]];
}
function paragraph(label, text, { style, width }) {
	if (text === "") return [];
	return styleCodeLines(style, visibleLines(text).flatMap((line) => wrap(line, Math.max(20, width - 9)))).map((line, index) => labelled(index === 0 ? label : "", line, style));
}
function labelled(label, text, style) {
	return `  ${style("label", label.padEnd(5))} ${text}`;
}
//#endregion
//#region src/report/pretty/pretty-skipped.ts
const examplesShown = 3;
/** What was not checked, grouped by reason: how many, and a few of them. Empty when everything was. */
function prettySkipped(skipped, { style, width }) {
	if (skipped.length === 0) return "";
	const ordered = [...[...groupBy(skipped, shapeOf).values()]].sort((left, right) => right.length - left.length);
	const digits = String(Math.max(...ordered.map((group) => group.length))).length;
	const rows = ordered.flatMap((group) => groupRows(group, {
		style,
		width,
		digits
	}));
	return [`${style("strong", "Not checked")} ${style("dim", `(${count(skipped.length, "thing")})`)}`, ...rows].map((row) => `${row}\n`).join("");
}
/** Reasons that differ only in versions, quoted names, charts and what `what` already names are one reason. */
function shapeOf({ what, reason, kind }) {
	const named = new Set(what.split(/[\s/]+/u));
	const words = reason.replace(/`[^`]*`|'[^']*'|"[^"]*"/gu, "…").split(/\s+/u);
	return `${kind} ${words.map((word, index) => {
		return /[\d/-]/u.test(word) || named.has(word.replace(/[,.:;]+$/u, "")) || words[index - 1] === "chart" ? "…" : word;
	}).join(" ")}`;
}
function groupRows(group, { style, width, digits }) {
	const [first] = group;
	const indent = " ".repeat(digits + 4);
	const isIncomplete = first.kind === "incomplete";
	const reasons = new Set(group.map(({ reason }) => reason));
	const [head = "", ...rest] = wrap(reasons.size > 1 ? `${visible(first.reason)} (and ${count(reasons.size - 1, "similar reason")})` : visible(first.reason), width - digits - 4);
	return [
		`  ${style(isIncomplete ? "warning" : "strong", String(group.length).padStart(digits))}  ${head}`,
		...rest.map((line) => `${indent}${line}`),
		...examples(group, width - digits - 4).map((line) => `${indent}${style("dim", line)}`)
	];
}
function examples(group, width) {
	const shown = group.slice(0, group.length === examplesShown + 1 ? examplesShown + 1 : examplesShown);
	const lines = shown.map((skip) => {
		const path = skip.location?.path ?? skip.path;
		const line = skip.location ? `:${skip.location.range.start.line + 1}` : "";
		const text = path === void 0 ? visible(skip.what) : `${visible(path)}${line}  ${visible(skip.what)}`;
		return textWidth(text) > width ? `${fitStart(text, width - 1)}…` : text;
	});
	return shown.length < group.length ? [...lines, `… and ${group.length - shown.length} more`] : lines;
}
//#endregion
//#region src/report/pretty/pretty-summary.ts
const nouns = {
	error: "error",
	warning: "warning",
	info: "note"
};
/** One line: the verdict, then how much was looked at; the facts go below the verdict where they do not fit beside it. */
function prettySummary(report, { style, width }) {
	const verdict = verdictOf(report);
	const facts = factsOf(report);
	const beside = ` · ${facts.join(" · ")}`;
	const head = style(verdict.role, verdict.text);
	const fixes = fixesOf$1(report).map((row) => `  ${style("dim", row)}\n`);
	if (textWidth(verdict.text + beside) <= width) return `${head}${style("dim", beside)}\n${fixes.join("")}`;
	return `${head}\n${[...joined(facts, width - 2).map((row) => `  ${style("dim", row)}\n`), ...fixes].join("")}`;
}
/** How many of the findings sluice can repair itself. */
function fixesOf$1(report) {
	const fixes = activeFindings(report).flatMap(({ fix }) => fix ?? []);
	const safe = fixes.filter(({ applicability }) => applicability === "safe").length;
	const unsafe = fixes.length - safe;
	if (fixes.length === 0) return [];
	if (unsafe === 0) return [`--fix repairs ${grouped(safe)} of them; --diff shows how`];
	const more = `--fix --unsafe-fixes repairs ${grouped(fixes.length)}`;
	return safe === 0 ? [`${more} of them`] : [`--fix repairs ${grouped(safe)} of them, ${more}`];
}
function joined(facts, width) {
	const rows = [];
	for (const fact of facts) {
		const longer = rows.length === 0 ? fact : `${rows.at(-1) ?? ""} · ${fact}`;
		if (rows.length > 0 && textWidth(longer) <= width) rows[rows.length - 1] = longer;
		else rows.push(fact);
	}
	return rows;
}
function verdictOf({ summary, skipped, crashes }) {
	const counts = {
		error: summary.errors,
		warning: summary.warnings,
		info: summary.infos
	};
	const found = severities.filter((severity) => counts[severity] > 0);
	const incomplete = crashes.length > 0 || skipped.some(({ kind }) => kind === "incomplete");
	const [worst] = found;
	if (!worst) return incomplete ? {
		text: "! Incomplete: nothing found in what could be checked",
		role: "warning"
	} : {
		text: "✔ No problems",
		role: "ok"
	};
	const text = found.map((severity) => count(counts[severity], nouns[severity])).join(", ");
	return {
		text: `${worst === "info" ? "•" : "✖"} ${text}${incomplete ? " (incomplete)" : ""}`,
		role: worst
	};
}
function factsOf({ summary, coverage, clusters, target, timing }) {
	const all = (noun, done, total) => total > 0 && `${noun} ${grouped(done)}/${grouped(total)}`;
	return [
		summary.suppressed > 0 && `${grouped(summary.suppressed)} suppressed`,
		count(summary.files, "file"),
		clusters.length > 0 && count(clusters.length, "cluster"),
		all("Kustomizations", coverage.built, coverage.kustomizations),
		all("HelmReleases", coverage.rendered, coverage.helmReleases),
		all("references", coverage.resolved + coverage.external, coverage.references),
		target.flux !== "" && `Flux ${target.flux}`,
		timing && seconds(timing.totalMs)
	].filter((fact) => typeof fact === "string");
}
function seconds(milliseconds) {
	return milliseconds < 1e3 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1e3).toFixed(1)} s`;
}
//#endregion
//#region src/report/pretty/pretty.ts
/** The table of rules follows when there are more findings than one can read at a glance. */
const tableFrom = 15;
/** For people at a terminal: findings with their code, what was not checked, one line of summary. */
function createPrettyReporter(options) {
	const { style } = options;
	const width = Math.max(40, Math.min(options.width, 120));
	return (report) => {
		const findings = activeFindings(report);
		const shown = worst(findings, options.maxFindings);
		return [
			...findingSections(shown, report, {
				style,
				width
			}),
			overview(findings, shown.length, style),
			options.quiet ? "" : prettySkipped(report.skipped, {
				style,
				width
			}),
			crashes(report, style),
			prettySummary(report, {
				style,
				width
			})
		].filter((section) => section !== "").join("\n");
	};
}
function findingSections(findings, report, options) {
	const explained = /* @__PURE__ */ new Set();
	return findings.map((finding) => {
		const isFirst = !explained.has(finding.rule);
		explained.add(finding.rule);
		return prettyFinding(finding, report, {
			...options,
			explained: isFirst,
			clusters: report.clusters.length > 1
		});
	});
}
/** At most `limit` findings, in reading order: the worst, and of equal ones some of every rule. */
function worst(findings, limit) {
	if (findings.length <= limit) return findings;
	const seen = /* @__PURE__ */ new Map();
	const ranked = findings.map((finding) => {
		const rank = seen.get(finding.rule) ?? 0;
		seen.set(finding.rule, rank + 1);
		return {
			finding,
			rank,
			severity: severities.indexOf(finding.severity)
		};
	});
	ranked.sort((left, right) => left.severity - right.severity || left.rank - right.rank);
	const kept = new Set(ranked.slice(0, limit).map(({ finding }) => finding));
	return findings.filter((finding) => kept.has(finding));
}
/** How often each rule has found something, and how many findings are not shown. */
function overview(findings, shown, style) {
	if (findings.length <= shown && findings.length < tableFrom) return "";
	const rules = [...groupBy(findings, ({ rule, severity }) => `${severity} ${rule}`).values()];
	const ordered = severities.flatMap((severity) => rules.filter(([first]) => first.severity === severity).sort((left, right) => right.length - left.length));
	const digits = Math.max(...ordered.map((group) => grouped(group.length).length));
	const rows = ordered.map((group) => overviewRow(group, digits, style));
	const hidden = findings.length - shown;
	return [
		...hidden > 0 ? [style("strong", `… and ${count(hidden, "more finding")}`) + style("dim", " (--max-findings none shows all)"), ""] : [],
		style("strong", "Findings by rule"),
		...rows
	].map((row) => `${row}\n`).join("");
}
function overviewRow(group, digits, style) {
	const [first] = group;
	const files = new Set(group.map(({ location }) => location.path)).size;
	return `  ${style(first.severity, grouped(group.length).padStart(digits))}  ${first.rule}  ${style("dim", `${first.severity}, in ${count(files, "file")}`)}`;
}
function crashes(report, style) {
	return report.crashes.map(({ rule, message }) => `${style("error", `rule ${rule} failed`)} ${visible(message)}\n`).join("");
}
//#endregion
//#region src/report/rdjson.ts
const severityOf = {
	error: "ERROR",
	warning: "WARNING",
	info: "INFO"
};
/** reviewdog's diagnostic format; safe fixes are suggestions that a reviewer can apply. */
function reportRdjson(report) {
	const content = {
		source: {
			name: report.tool.name,
			url: siteUrl
		},
		diagnostics: activeFindings(report).map((finding) => diagnosticOf(finding, report))
	};
	return `${JSON.stringify(content, null, 2)}\n`;
}
function diagnosticOf(finding, report) {
	const { message, help, location, severity, rule } = finding;
	const lines = report.source(location.path);
	const suggestion = lines && suggestionOf(finding, lines);
	return {
		message: visibleLines(help === void 0 ? message : `${message}\n${help}`).join("\n"),
		location: {
			path: location.path,
			range: rangeOf(location.range, lines)
		},
		severity: severityOf[severity],
		code: {
			value: rule,
			url: rulePageUrl(finding)
		},
		...suggestion && { suggestions: [suggestion] }
	};
}
/**
* A suggestion knows no path, and each is applied on its own: so the edits of a fix become one, and a fix of several
* files none. Between edits stands the file's text; where Secrets are blotted out of it there is no suggestion.
*/
function suggestionOf({ fix, location }, lines) {
	if (fix?.applicability !== "safe" || Object.keys(fix.edits).length !== 1) return void 0;
	const edits = inOrder(fix.edits[location.path] ?? []);
	const [first, last] = [edits[0], edits.at(-1)];
	if (!first || !last) return void 0;
	let text = "";
	let done = first.range.start;
	for (const { range, newText } of edits) {
		const between = lines.text.slice(lines.offsetAt(done), lines.offsetAt(range.start));
		if (between.includes("*")) return void 0;
		text += between + newText;
		done = range.end;
	}
	return {
		range: rangeOf({
			start: first.range.start,
			end: last.range.end
		}, lines),
		text
	};
}
function inOrder(edits) {
	return [...edits].sort(({ range: { start: left } }, { range: { start: right } }) => left.line - right.line || left.character - right.character);
}
function rangeOf({ start, end }, lines) {
	return {
		start: positionOf(start, lines),
		end: positionOf(end, lines)
	};
}
/** Columns count bytes of UTF-8 (reviewdog.proto, Position); without the text there is only the line. */
function positionOf({ line, character }, lines) {
	if (!lines) return { line: line + 1 };
	const before = lines.lineText(line).slice(0, character);
	return {
		line: line + 1,
		column: new TextEncoder().encode(before).length + 1
	};
}
//#endregion
//#region src/report/sarif/line-hashes.ts
/** How many characters of text a hash covers: the line's and those after it. */
const blockSize = 100;
const multiplier = 37n;
const space = 32;
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
/** Stands for the end of the text. */
const endOfText = 65535;
/**
* For each line of `text`, from 0, the hash that GitHub's upload action would give it (`primaryLocationLineHash`; github/
* codeql-action, fingerprints.ts): a rolling hash over the hundred characters from its start, without blanks, and how
* often the same hash has come before. With another value the action prints a warning for each result.
*/
function lineHashes(text) {
	const hashes = [];
	const counts = /* @__PURE__ */ new Map();
	const { codes, starts } = significantCodes(text);
	const outgoing = power(multiplier, blockSize);
	let raw = 0n;
	let next = 0;
	for (let end = 0; next < starts.length; end++) {
		const incoming = BigInt(codes[end] ?? 0);
		const leaving = BigInt(codes[end - blockSize] ?? 0);
		raw = BigInt.asUintN(64, raw * multiplier + incoming - outgoing * leaving);
		if (end + 1 - blockSize !== starts[next]) continue;
		const hash = raw.toString(16);
		const count = (counts.get(hash) ?? 0) + 1;
		counts.set(hash, count);
		hashes.push(`${hash}:${count}`);
		next += 1;
	}
	return hashes;
}
function power(base, exponent) {
	return BigInt.asUintN(64, base ** BigInt(exponent));
}
/** The text without blanks, each line break as one line feed, and where in it lines start. */
function significantCodes(text) {
	const codes = [];
	const starts = [];
	let isLineStart = true;
	let isAfterReturn = false;
	for (let at = 0; at <= text.length; at++) {
		const code = at === text.length ? endOfText : text.charCodeAt(at);
		if (code === space || code === tab || isAfterReturn && code === lineFeed) {
			isAfterReturn = false;
			continue;
		}
		isAfterReturn = code === carriageReturn;
		if (isLineStart) starts.push(codes.length);
		const kept = code === carriageReturn ? lineFeed : code;
		isLineStart = kept === lineFeed;
		codes.push(kept);
	}
	return {
		codes,
		starts
	};
}
//#endregion
//#region src/report/relative-uri.ts
/** A relative path as a URI reference (RFC 3986): `apps/a%20b.yaml`; no segment can be read as a scheme, query or host. */
function relativeUri(path) {
	return path.replace(/\p{Cs}/gu, "�").split("/").map((segment) => encodeURIComponent(segment).replace(/[!'()*]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)).join("/");
}
//#endregion
//#region src/report/sarif/sarif-notifications.ts
/** Enough to see what is missing; they take room that results need. */
const maxNotifications = 500;
const textLimit$1 = 1024;
/** What is to be said of the run itself: what was not checked, rules that failed, results that are left out. */
function sarifNotifications(report, dropped) {
	const crashes = report.crashes.map(({ rule, message }) => notification("error", `The rule ${rule} failed: ${message}`));
	const more = [...dropped > 0 ? [notification("warning", `${count(dropped, "finding")} left out: this file holds the worst.`)] : []];
	const skips = report.skipped.slice(0, maxNotifications).map(skipNotification);
	return [
		...crashes,
		...more,
		...skips
	];
}
function skipNotification(skip) {
	const { what, reason, kind, location, path = location?.path } = skip;
	const level = kind === "incomplete" ? "warning" : "note";
	const line = location && { region: { startLine: location.range.start.line + 1 } };
	return {
		...notification(level, `Not checked: ${what}: ${reason}`),
		...path !== void 0 && { locations: [{ physicalLocation: {
			artifactLocation: {
				uri: relativeUri(path),
				uriBaseId: "%SRCROOT%"
			},
			...line
		} }] }
	};
}
function notification(level, text) {
	return {
		level,
		message: { text: cutText(text, textLimit$1) }
	};
}
//#endregion
//#region src/report/sarif/sarif-rules.ts
/** GitHub: `shortDescription.text` and `fullDescription.text` have at most 1,024 characters ("SARIF support for code scanning"). */
const textLimit = 1024;
/** SARIF's words for our severities. */
const levelOf = {
	error: "error",
	warning: "warning",
	info: "note"
};
/** `problem.severity` of a rule, by which GitHub filters: error, warning or recommendation. */
const problemSeverityOf = {
	error: "error",
	warning: "warning",
	info: "recommendation"
};
/** The rules that `findings` name, by id, as SARIF's reporting descriptors. */
function sarifRules(findings, report) {
	return [...new Map(findings.map((finding) => [finding.rule, finding]))].sort(([left], [right]) => left < right ? -1 : 1).map(([, finding]) => descriptorOf(finding, report));
}
function descriptorOf(finding, { rules }) {
	const rule = rules.get(finding.rule);
	const severity = rule?.severity ?? finding.severity;
	const summary = rule?.summary ?? finding.rule;
	const why = rule?.why ?? finding.why;
	const helpUri = rulePageUrl(finding);
	return {
		id: finding.rule,
		name: finding.rule,
		shortDescription: { text: cutText(summary, textLimit) },
		fullDescription: { text: cutText(why, textLimit) },
		help: {
			text: cutText(`${summary} ${why} See ${helpUri}`, textLimit),
			markdown: cutText(`[${finding.rule}](${helpUri}): ${summary}\n\n${why}`, textLimit)
		},
		helpUri,
		defaultConfiguration: { level: levelOf[severity] },
		properties: {
			category: finding.category,
			tags: [finding.category],
			precision: "very-high",
			"problem.severity": problemSeverityOf[severity]
		}
	};
}
//#endregion
//#region src/report/sarif/sarif-result.ts
/** More is of no use in an alert, and 5,000 results have to stay below GitHub's 10 MB. */
const messageLimit = 4096;
/**
* A finding as a SARIF result; columns count UTF-16 units, as the run says. `lineHash` is the `primaryLocationLineHash`,
* undefined where the file's text is not known.
*/
function sarifResult(finding, lineHash) {
	const { message, help, rule, severity, location, fingerprint } = finding;
	const places = [...finding.related, ...finding.via];
	const fixes = fixesOf(finding);
	return {
		ruleId: rule,
		level: levelOf[severity],
		message: { text: cutText(help === void 0 ? message : `${message} ${help}`, messageLimit) },
		locations: [{
			...placeOf(location),
			...logicalOf(finding)
		}],
		...places.length > 0 && { relatedLocations: places.map((place, index) => ({
			id: index + 1,
			...placeOf(place),
			message: { text: cutText(place.message, messageLimit) }
		})) },
		partialFingerprints: {
			primaryLocationLineHash: lineHash ?? `${fingerprint.slice(0, 16)}:1`,
			"sluiceFingerprint/v1": fingerprint
		},
		suppressions: suppressionsOf(finding),
		...fixes.length > 0 && { fixes }
	};
}
function placeOf({ path, range }) {
	return { physicalLocation: {
		artifactLocation: {
			uri: relativeUri(path),
			uriBaseId: "%SRCROOT%"
		},
		region: smallestRegion(range)
	} };
}
/** Only the first line: GitHub shows an alert in a pull request when the diff holds all its lines. Its end is the default. */
function smallestRegion({ start, end }) {
	const region = {
		startLine: start.line + 1,
		startColumn: start.character + 1
	};
	return end.line === start.line ? {
		...region,
		endLine: end.line + 1,
		endColumn: end.character + 1
	} : region;
}
function logicalOf({ resource, field }) {
	if (!resource) return {};
	const { kind, namespace, name } = resource;
	const object = [
		kind,
		namespace,
		name
	].filter((part) => part !== void 0).join("/");
	return { logicalLocations: [{
		name,
		fullyQualifiedName: object,
		kind: "resource"
	}, ...field === void 0 ? [] : [{
		name: field,
		fullyQualifiedName: `${object}/${field}`,
		kind: "member"
	}]] };
}
/** Empty for a finding that counts: absent would mean that nobody knows (SARIF 2.1.0, 3.27.23). */
function suppressionsOf({ suppressedBy }) {
	if (!suppressedBy) return [];
	return [{
		kind: suppressedBy.kind === "comment" || suppressedBy.kind === "annotation" ? "inSource" : "external",
		status: "accepted",
		justification: suppressedBy.reason ?? `by ${suppressedBy.kind}`
	}];
}
/** SARIF cannot say that a fix is unsafe: those are left out. */
function fixesOf({ fix }) {
	if (fix?.applicability !== "safe") return [];
	const artifactChanges = Object.entries(fix.edits).map(([path, edits]) => ({
		artifactLocation: {
			uri: relativeUri(path),
			uriBaseId: "%SRCROOT%"
		},
		replacements: edits.map(({ range: { start, end }, newText }) => ({
			deletedRegion: {
				startLine: start.line + 1,
				startColumn: start.character + 1,
				endLine: end.line + 1,
				endColumn: end.character + 1
			},
			insertedContent: { text: newText }
		}))
	}));
	return [{
		description: { text: fix.title },
		artifactChanges
	}];
}
//#endregion
//#region src/report/sarif/sarif.ts
/** GitHub takes 25,000 results and shows the top 5,000 ("SARIF support for code scanning", limits): the worst are kept. */
const maxResults = 5e3;
/**
* GitHub takes 10 MB after gzip, which makes nothing longer by more than a thousandth. The rest is for rules and
* notifications, which are few.
*/
const maxResultBytes = 8e6;
/** GitHub takes 20 runs in a file. */
const maxRuns = 20;
/**
* SARIF 2.1.0. Each cluster has a run of its own, which GitHub tells apart by `automationDetails.id`: an alert that is
* gone from one cluster stays open for the other. What is about files alone is in the run `sluice/`, and everything is
* where there are more clusters than GitHub takes runs.
*/
function reportSarif(report) {
	const clusters = report.clusters.length < maxRuns ? report.clusters : [];
	const results = keptResults(report, clusters.length > 0);
	const isOfFiles = ({ clusters: names }) => !names.some((name) => clusters.includes(name));
	const shown = report.findings.filter((finding) => results.has(finding));
	const content = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [runOf("sluice/", shown.filter(isOfFiles), {
			report,
			results
		}), ...clusters.map((cluster) => {
			const found = shown.filter((finding) => finding.clusters.includes(cluster));
			return runOf(`sluice/${cluster}/`, found, {
				report,
				results
			});
		})]
	};
	return `${JSON.stringify(content)}\n`;
}
/** The results of the worst findings, as many as fit; a finding counts once for each run that has it. */
function keptResults(report, isPerCluster) {
	const hashOf = createHashLookup(report);
	const kept = /* @__PURE__ */ new Map();
	let [left, bytes] = [maxResults, maxResultBytes];
	for (const finding of worstFirst(report.findings)) {
		const copies = isPerCluster ? Math.max(1, finding.clusters.length) : 1;
		const result = sarifResult(finding, hashOf(finding));
		left -= copies;
		bytes -= copies * byteLength(result);
		if (left < 0 || bytes < 0) break;
		kept.set(finding, result);
	}
	return kept;
}
function byteLength(result) {
	return new TextEncoder().encode(JSON.stringify(result)).length;
}
function createHashLookup(report) {
	const hashes = /* @__PURE__ */ new Map();
	return ({ location: { path, range } }) => {
		const text = report.source(path)?.text;
		const known = hashes.get(path) ?? (text === void 0 ? [] : lineHashes(text));
		hashes.set(path, known);
		return known[range.start.line];
	};
}
function runOf(id, findings, { report, results }) {
	const dropped = report.findings.length - results.size;
	const isFirst = id === "sluice/";
	return {
		tool: { driver: {
			name: report.tool.name,
			version: report.tool.version,
			semanticVersion: report.tool.version,
			informationUri: siteUrl,
			rules: sarifRules(findings, report)
		} },
		automationDetails: { id },
		columnKind: "utf16CodeUnits",
		originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the checked repository." } } },
		invocations: [{
			executionSuccessful: report.crashes.length === 0,
			...isFirst && { toolExecutionNotifications: sarifNotifications(report, dropped) }
		}],
		results: findings.map((finding) => results.get(finding))
	};
}
//#endregion
//#region src/report/tap.ts
/** The Test Anything Protocol, version 14: one test point for each object, with findings as its diagnostics. */
function reportTap(report) {
	const points = testCases(report).map((testCase, index) => pointOf(testCase, index + 1));
	return [
		"TAP version 14\n",
		`1..${points.length}\n`,
		...points
	].join("");
}
function pointOf({ path, name, result, notes }, number) {
	const isOk = result.status === "passed" || result.status === "skipped";
	const title = escapeTitle(path === void 0 ? name : `${name} (${path})`);
	const skip = result.status === "skipped" ? ` # SKIP ${escapeTitle(result.reason)}` : "";
	return [
		`${isOk ? "ok" : "not ok"} ${number} - ${title}${skip}\n`,
		...diagnostics(result),
		...notes.map((note) => `# ${visible(noteOf(note))}\n`)
	].join("");
}
/** `#` starts a directive; TAP 14 escapes it, and the backslash. */
function escapeTitle(text) {
	return visible(text).replace(/[\\#]/gu, "\\$&");
}
/** YAML between `---` and `...`; its values are JSON, which YAML reads too. */
function diagnostics(result) {
	if (result.status === "broken") return block([`message: ${json(result.message)}`]);
	if (result.status !== "failed") return [];
	return block(["findings:", ...result.findings.flatMap(({ rule, severity, message, help, location }) => [
		`- rule: ${json(rule)}`,
		`  severity: ${severity}`,
		`  message: ${json(message)}`,
		...help === void 0 ? [] : [`  help: ${json(help)}`],
		`  at: { file: ${json(location.path)}, line: ${location.range.start.line + 1}, column: ${location.range.start.character + 1} }`
	]).map((row) => `  ${row}`)]);
}
function block(rows) {
	return [
		"---",
		...rows,
		"..."
	].map((row) => `  ${row}\n`);
}
function json(text) {
	return JSON.stringify(visible(text));
}
//#endregion
//#region src/report/reporters.ts
/** The report formats by name. */
const reporters = {
	pretty: ({ pretty }) => createPrettyReporter(pretty),
	concise: () => reportConcise,
	json: () => reportJson,
	"json-v1": () => reportJson,
	jsonl: () => reportJsonl,
	sarif: () => reportSarif,
	github: ({ github }) => createGithubReporter(github),
	gitlab: () => reportGitlab,
	junit: () => reportJunit,
	checkstyle: () => reportCheckstyle,
	rdjson: () => reportRdjson,
	tap: () => reportTap,
	markdown: () => reportMarkdown
};
//#endregion
//#region src/cli/formats.ts
/** What `--format` asks for. Stdout gets `pretty`, in a job of GitHub Actions `github`, unless another format goes there. */
function reportTargets(flags, cwd, { GITHUB_ACTIONS }) {
	const targets = flags.list("format").map((text) => parseTarget(text, flags, cwd));
	const onStdout = targets.filter(({ file }) => file === void 0);
	if (onStdout.length > 1) throw new UsageError(`\`${flags.source("format")}\` asks for ${onStdout.length} formats on stdout.`, { help: "Give all but one of them a file: `--format json=report.json`." });
	if (onStdout.length === 1) return targets;
	return [{
		format: GITHUB_ACTIONS === "true" ? "github" : "pretty",
		file: void 0
	}, ...targets];
}
const formatNames = Object.keys(reporters);
function parseTarget(text, flags, cwd) {
	const [name = "", ...rest] = text.split("=");
	const format = formatNames.find((known) => known === name);
	if (!format) throw unknownFormat(name, flags.source("format"));
	if (rest.length === 0) return {
		format,
		file: void 0
	};
	const file = resolve(cwd, rest.join("="));
	if (!existsSync(dirname(file)) || statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`\`${flags.source("format")}\` names the file \`${rest.join("=")}\`, which cannot be written.`, { help: `Name a file in a folder that exists; \`${dirname(file)}\` was looked for.` });
	return {
		format,
		file
	};
}
function unknownFormat(format, source) {
	if (laterFormats.includes(format)) return new UsageError(`The format \`${format}\` is not there yet: a later release brings it.`);
	const nearest = nearestName(format, formatNames);
	return new UsageError(`\`${source}\` is \`${format}\`; it takes ${formatNames.map((name) => `\`${name}\``).join(", ")}.`, { help: nearest && `Did you mean \`${nearest}\`?` });
}
/** Writes every report to its place: files first, so that a reader of stdout finds them there. */
function writeReports(targets, report, { io, reporter }) {
	const plain = {
		...reporter,
		pretty: {
			...reporter.pretty,
			style: plainStyle,
			width: 100
		}
	};
	const inFiles = targets.filter(({ file }) => file !== void 0);
	const onStdout = targets.filter(({ file }) => file === void 0);
	for (const { format, file } of [...inFiles, ...onStdout]) {
		const text = reporters[format](file === void 0 ? reporter : plain)(report);
		if (file !== void 0) writeAtomically(file, text);
		else io.stdout.write(isForLog(format, io) ? guardedLog(text) : text);
	}
}
/** Formats for people end up in the log of a job, where GitHub's runner looks for commands; others are for programs. */
function isForLog(format, { environment }) {
	return environment.GITHUB_ACTIONS === "true" && (format === "pretty" || format === "concise");
}
//#endregion
//#region src/cli/github-job.ts
/** What GitHub's runner says of the job by its variables; outside of a job, what fits anywhere. */
function githubOptions({ io: { environment }, flags }, root) {
	return {
		token: `sluice-${randomUUID()}`,
		prefix: prefixOf(environment, root) ?? "",
		annotations: flags.switch("no-annotations") !== true
	};
}
/** Adds the report to the summary of the step, where the runner has given a file for it. */
function writeJobSummary(report, { environment }, root) {
	const file = environment.GITHUB_STEP_SUMMARY;
	if (!file) return;
	const linkTo = sourceLinks(environment, prefixOf(environment, root));
	appendFileSync(file, reportJobSummary(report, {
		written: statSync(file, { throwIfNoEntry: false })?.size ?? 0,
		...linkTo && { linkTo }
	}));
}
/** From the checkout of the job to the checked root, with `/` at its end; undefined where that lies outside. */
function prefixOf({ GITHUB_WORKSPACE }, root) {
	if (!GITHUB_WORKSPACE) return void 0;
	const path = toPosix(relative(GITHUB_WORKSPACE, root));
	if (path === "") return "";
	return path.startsWith("../") || path === ".." || /^(?:\/|[a-z]:)/iu.test(path) ? void 0 : `${path}/`;
}
function sourceLinks({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA }, prefix) {
	if (!(GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_SHA) || prefix === void 0) return void 0;
	const base = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}`;
	return (path, line) => `${base}/${relativeUri(prefix + path)}#L${line}`;
}
//#endregion
//#region src/cli/commands/check.ts
const defaultMaxFindings = 50;
/** `sluice check`: reports what Flux would stumble over, and repairs what it is asked to. */
async function check(context) {
	if (context.flags.switch("diff") === true) return await checkForPatch(context);
	const { flags, cwd, io } = context;
	changeFlag(flags);
	const targets = reportTargets(flags, cwd, io.environment);
	const policy = exitPolicy(flags);
	const maxFindings = maxFindingsOf(flags);
	return await withSession(context, context.arguments, { lock: "held" }, async (session) => {
		const settings = settingsOf(session, context);
		const fixes = flags.switch("fix") === true ? await tryFixes(session, settings, context) : void 0;
		const report = createCheckReport(await narrowToChange(withBaseline(fixes ?? checkNow(session, settings), settings, {
			session,
			context
		}), settings, {
			session,
			context
		}), session, context);
		io.signal.throwIfAborted();
		const unfixed = fixes ? writeFixes(fixes, session, context) : 0;
		const quiet = flags.switch("quiet") === true;
		const pretty = {
			style: context.style,
			width: io.stdout.columns ?? 100,
			maxFindings,
			quiet
		};
		const shown = quiet ? errorsOnly(report) : report;
		const { root } = session.checked;
		writeReports(targets, shown, {
			io,
			reporter: {
				pretty,
				github: githubOptions(context, root)
			}
		});
		if (targets.some(({ format }) => format === "github")) writeJobSummary(shown, io, root);
		reportCrashes(report, context);
		return unfixed > 0 ? exitCodes.incomplete : exitCodeOf(report, policy);
	});
}
/** `sluice check --diff`: what `--fix` would change, as a patch; exit 1 when there is something. */
async function checkForPatch(context) {
	const { flags, io } = context;
	changeFlag(flags);
	if (flags.text("format") !== void 0) throw new UsageError(`\`${flags.source("format")}\` asks for a report; \`${flags.source("diff")}\` prints a patch instead.`, { help: "Run it once for each." });
	const policy = exitPolicy(flags);
	return await withSession(context, context.arguments, { lock: "held" }, async (session) => {
		const fixes = await tryFixes(session, settingsOf(session, context), context);
		const report = createCheckReport(fixes, session, context);
		io.signal.throwIfAborted();
		const isEmpty = printPatch(fixes, session, context);
		reportCrashes(report, context);
		const code = exitCodeOf(report, {
			...policy,
			failOn: "never",
			maxWarnings: void 0
		});
		if (code !== exitCodes.clean || isEmpty || policy.exitZero) return code;
		return exitCodes.findings;
	});
}
function settingsOf({ config, checked }, context) {
	const baseline = loadBaseline(context, checked);
	const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
	return checkSettings(context.flags, config, {
		rules,
		paths: checked.paths,
		baseline,
		today
	});
}
/** With `--update-baseline` all that was found becomes known, and the report is about what is left. */
function withBaseline(found, settings, { session, context }) {
	if (context.flags.switch("update-baseline") !== true) return found;
	const { workspace, result } = found;
	const { host, checked } = session;
	const baseline = updateBaseline(result.findings, settings, context, checked);
	return {
		workspace,
		result: checkWorkspace(workspace, rules, {
			settings: {
				...settings,
				baseline
			},
			digest: host.digest
		})
	};
}
function checkNow({ workspace, clock, host }, settings) {
	clock.phase("check");
	return {
		workspace,
		result: checkWorkspace(workspace, rules, {
			settings,
			digest: host.digest
		})
	};
}
function createCheckReport({ workspace, result }, { clock }, { flags, io }) {
	clock.phase("report");
	const tool = {
		name: "sluice",
		version
	};
	if (flags.switch("debug")) {
		for (const { error } of result.crashes) if (error instanceof Error) io.stderr.write(`${visibleLines(error.stack ?? error.message).join("\n")}\n`);
	}
	const report = createReport({
		tool,
		workspace,
		result,
		rules
	});
	return flags.switch("no-timing") ? report : {
		...report,
		timing: clock.read()
	};
}
/** The format of the report must not decide whether a bug is seen: it is said on stderr too. */
function reportCrashes({ crashes }, { io, errorStyle }) {
	for (const { rule, message } of crashes) io.stderr.write(`${errorStyle("error", "sluice has a bug:")} the rule ${rule} failed: ${visible(message)}\n`);
}
function errorsOnly(report) {
	return {
		...report,
		findings: report.findings.filter(({ severity }) => severity === "error")
	};
}
function exitPolicy(flags) {
	return {
		failOn: [
			"error",
			"warning",
			"info",
			"never"
		].find((severity) => severity === flags.text("fail-on")) ?? "error",
		maxWarnings: flags.number("max-warnings"),
		exitZero: flags.switch("exit-zero") === true,
		allowIncomplete: flags.switch("allow-incomplete") === true
	};
}
function maxFindingsOf(flags) {
	if (flags.text("max-findings") === "none") return Number.POSITIVE_INFINITY;
	return flags.number("max-findings", ["none"]) ?? defaultMaxFindings;
}
//#endregion
export { check };
