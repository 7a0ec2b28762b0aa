import { t as createLineIndex } from "./line-index.js";
//#region src/text/apply-edits.ts
/**
* `text` with all `edits` applied at once; their ranges refer to the text before any of them.
* Insertions at one place keep their order. Throws a RangeError when two edits overlap or a range ends before it starts.
*/
function applyEdits(text, edits) {
	const lines = createLineIndex(text);
	const sorted = edits.map(({ range, newText }) => ({
		start: lines.offsetAt(range.start),
		end: lines.offsetAt(range.end),
		newText
	})).sort((left, right) => left.start - right.start || left.end - right.end);
	let result = "";
	let done = 0;
	for (const edit of sorted) {
		assertInOrder(edit, done);
		result += text.slice(done, edit.start) + edit.newText;
		done = edit.end;
	}
	return result + text.slice(done);
}
function assertInOrder(edit, done) {
	if (edit.end < edit.start) throw new RangeError(`The edit at offset ${edit.start} ends before it starts.`);
	if (edit.start < done) throw new RangeError(`The edit at offset ${edit.start} overlaps the one before it.`);
}
//#endregion
export { applyEdits as t };
