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
export { createLineIndex as t };
