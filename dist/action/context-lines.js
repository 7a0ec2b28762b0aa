import { t as visible } from "./visible-text.js";
import { n as fitStart, r as textWidth, t as fitEnd } from "./text-width.js";
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
export { codeLine as n, contextLines as t };
